/** What the canvas store says of one thing. Hundreds of things ask: a change wakes only those it may be about. */
import { useCallback, useSyncExternalStore } from 'react';
import type { PlaceId } from '../../../engine';
import { canvasStore, type CanvasState } from '../canvas-store';

export type Said = Pick<CanvasState, 'over' | 'places' | 'roving' | 'pulse'>;

/** The things of which something else may be said now. */
export function touchedBy(now: Said, before: Said): ReadonlySet<PlaceId> {
  const touched = new Set<PlaceId>();
  const add = (...keys: readonly (PlaceId | null | undefined)[]): void => {
    for (const key of keys) if (key !== null && key !== undefined) touched.add(key);
  };
  if (now.over !== before.over) add(now.over?.place, before.over?.place);
  if (now.roving !== before.roving) add(now.roving, before.roving);
  if (now.pulse !== before.pulse) add(now.pulse?.key, before.pulse?.key);
  if (now.places !== before.places)
    add(...Object.keys(now.places ?? {}), ...Object.keys(before.places ?? {}));
  return touched;
}

const listeners = new Map<PlaceId, Set<() => void>>();

canvasStore.subscribe((now, before) => {
  for (const key of touchedBy(now, before)) for (const listener of listeners.get(key) ?? []) listener();
});

function listen(key: PlaceId, listener: () => void): () => void {
  const those = listeners.get(key) ?? new Set();
  listeners.set(key, those.add(listener));
  return () => {
    those.delete(listener);
    if (those.size === 0 && listeners.get(key) === those) listeners.delete(key);
  };
}

/** @param selector of what concerns this key only, as a value that stays equal. */
export function useSaidOf<T extends string | number | undefined>(
  key: PlaceId,
  selector: (said: Said) => T,
): T {
  const subscribe = useCallback((listener: () => void) => listen(key, listener), [key]);
  return useSyncExternalStore(subscribe, () => selector(canvasStore.getState()));
}
