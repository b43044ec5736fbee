/** Where hits stand on the canvas, as one path: thousands of marks are one element. */
import type { Drawing, PlaceKey, ResourceId } from '../../engine';

const GAP = 4;
const RADIUS = 9;

/** The thing itself, or what it is drawn on: a chip's box, an interface's instance. */
function keysById(drawing: Drawing): ReadonlyMap<ResourceId, PlaceKey> {
  const keys = new Map<ResourceId, PlaceKey>();
  for (const [key, chips] of drawing.chips.on)
    if (drawing.things.has(key)) for (const id of chips) if (!keys.has(id)) keys.set(id, key);
  for (const [key] of drawing.things) keys.set(key, key);
  return keys;
}

/** @returns the `d` of an SVG path in canvas pixels. */
export function outlinesOf(drawing: Drawing, ids: readonly ResourceId[]): string {
  const keys = keysById(drawing);
  const marked = new Set(ids.flatMap((id) => keys.get(id) ?? []));
  let path = '';
  for (const key of marked) {
    const drawn = drawing.things.get(key);
    if (!drawn) continue;
    const width = drawn.width + 2 * GAP - 2 * RADIUS;
    const height = drawn.height + 2 * GAP - 2 * RADIUS;
    path += `M${drawn.left - GAP + RADIUS} ${drawn.top - GAP}h${width}${corner(1, 1)}v${height}${corner(-1, 1)}h${-width}${corner(-1, -1)}v${-height}${corner(1, -1)}z`;
  }
  return path;
}

const corner = (x: number, y: number): string => `a${RADIUS} ${RADIUS} 0 0 1 ${x * RADIUS} ${y * RADIUS}`;
