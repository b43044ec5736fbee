/** Gives rows the keyboard: at once where the row is drawn, else as soon as it is. */
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import type { PlaceId } from '../../engine';
import { outlineStore } from './outline-store';

export const rowElement = (tree: HTMLElement | null, place: PlaceId): HTMLElement | null =>
  tree?.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`) ?? null;

/**
 * A row that is there takes the focus within the key press: given a frame later, it would take it from the field that
 * the next key of a fast typist has opened.
 * @param bringIn makes the tree draw a row that is far from what is drawn.
 */
export function useRowFocus(
  tree: RefObject<HTMLElement | null>,
  bringIn: (place: PlaceId) => void,
): { readonly focus: (place: PlaceId) => void; readonly forget: () => void } {
  const awaited = useRef<PlaceId>(null);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const row = rowElement(tree.current, awaited.current);
    if (!row) return;
    awaited.current = null;
    row.focus();
  });
  const focus = (place: PlaceId) => {
    outlineStore.setState({ active: place });
    const row = rowElement(tree.current, place);
    awaited.current = row ? null : place;
    if (row) row.focus();
    else bringIn(place);
  };
  /** Another key or press came first: the row that is still to be drawn no longer takes it. */
  const forget = useCallback(() => {
    awaited.current = null;
  }, []);
  return { focus, forget };
}
