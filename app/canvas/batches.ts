/** Which things are mounted next: a whole screen of them at once would hold up the page while somebody types. */
import type { Point } from '../../engine';
import type { CanvasNode } from './projection/nodes';

/** Mounted with one frame, and while somebody types: then every frame has a key to show. */
export const BATCH = 16;
export const BATCH_WHILE_TYPING = 4;

/**
 * @param mounted what is mounted already, as it was then
 * @param middle of the view: what is nearest to it comes first
 * @returns of what is wanted, in its order, what is mounted and one batch more; the same array once that is all.
 */
export function withNextBatch(
  wanted: CanvasNode[],
  mounted: readonly CanvasNode[],
  middle: Point,
  size = BATCH,
): CanvasNode[] {
  const known = new Set(mounted.map(({ id }) => id));
  const missing = wanted.filter(({ id }) => !known.has(id));
  if (missing.length <= size) return wanted;
  const away = new Map(missing.map((node) => [node.id, distance(node, middle)]));
  missing.sort((a, b) => (away.get(a.id) ?? 0) - (away.get(b.id) ?? 0));
  const next = new Set(missing.slice(0, size).map(({ id }) => id));
  return wanted.filter(({ id }) => known.has(id) || next.has(id));
}

/** From a point to the nearest of a thing, squared: a box around the middle is as near as can be. */
function distance({ position, width = 0, height = 0 }: CanvasNode, { x, y }: Point): number {
  const across = Math.max(position.x - x, 0, x - position.x - width);
  const along = Math.max(position.y - y, 0, y - position.y - height);
  return across * across + along * along;
}
