/** Snapping while something is dragged: what it is drawn to, and the lines that show it. */
import { createStore } from 'zustand/vanilla';
import { ROOT, type Drawing, type PlaceKey, type Point, type Rect } from '../../../engine';
import { preferencesStore } from '../../state/preferences';
import { isMovable } from '../gesture/lift';
import { rulersOf, snap, SNAP_PX, type Guide, type Rulers } from './snap';

/** An edge on each axis is one line; a gap is two. */
export const MOST_GUIDES = 4;

export const guideStore = createStore<{ readonly guides: readonly Guide[] }>(() => ({ guides: [] }));

/** With Ctrl (or Command) held a thing goes exactly where the hand goes. */
let free = false;
addEventListener('pointermove', (event) => (free = event.ctrlKey || event.metaKey), { capture: true });

/** What is dragged as one rectangle, and what stands still beside it. */
export interface Surroundings {
  readonly moving: Rect;
  readonly rulers: Rulers;
}

/** @returns null where there is nothing to line up with: things of several boxes, or on a border. */
export function surroundingsOf(drawing: Drawing, keys: readonly PlaceKey[]): Surroundings | null {
  const moving = keys.flatMap((key) => drawing.things.get(key) ?? []);
  const [first] = moving;
  if (!first || moving.some(({ parent, how }) => parent !== first.parent || how === 'border')) return null;
  const carried = new Set(keys);
  const others: Rect[] = [];
  for (const key of drawing.children.get(first.parent ?? ROOT) ?? []) {
    const drawn = drawing.things.get(key);
    if (!drawn || carried.has(key) || drawn.how === 'border' || !isMovable(drawing, key)) continue;
    others.push({ x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height });
  }
  if (others.length === 0) return null;
  const left = Math.min(...moving.map((one) => one.left));
  const top = Math.min(...moving.map((one) => one.top));
  const right = Math.max(...moving.map((one) => one.left + one.width));
  const bottom = Math.max(...moving.map((one) => one.top + one.height));
  return { moving: { x: left, y: top, width: right - left, height: bottom - top }, rulers: rulersOf(others) };
}

/**
 * @param by how far the hand has carried it, canvas pixels
 * @param zoom of the view: near is near on the screen
 * @returns how far it goes
 */
export function snapped({ moving, rulers }: Surroundings, by: Point, zoom: number): Point {
  if (free || !preferencesStore.getState().snapping) {
    clearGuides();
    return by;
  }
  const found = snap({ ...moving, x: moving.x + by.x, y: moving.y + by.y }, rulers, SNAP_PX / zoom);
  // Most moves are drawn to nothing.
  if (found.guides.length === 0) clearGuides();
  else guideStore.setState({ guides: found.guides });
  return { x: by.x + found.by.x, y: by.y + found.by.y };
}

export function clearGuides(): void {
  if (guideStore.getState().guides.length > 0) guideStore.setState({ guides: [] });
}
