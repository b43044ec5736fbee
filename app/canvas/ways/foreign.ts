/** What a line between two things must not cross: whatever is neither one of them nor a box around one of them. */
import type { Drawing, Drawn, PlaceKey, Point, Rect } from '../../../engine';

/** The key of the bare canvas in `children`. */
const CANVAS: PlaceKey = 'canvas';

export interface Foreign extends Rect {
  readonly key: PlaceKey;
  /** One of the line's own ends: the line begins at its edge. */
  readonly isEnd: boolean;
}

/** Cards, boxes and icons beside the way. What stands in a foreign box is covered by it. */
export function foreignTo(drawing: Drawing, from: PlaceKey, to: PlaceKey): readonly Foreign[] {
  const around = [...upFrom(drawing, from), ...upFrom(drawing, to)];
  const own = new Set(around.map(({ key }) => key));
  const boxes = new Set<PlaceKey>([CANVAS]);
  for (const { key, how } of around) if (how === 'box') boxes.add(key);
  const found: Foreign[] = [];
  for (const box of boxes)
    for (const key of drawing.children.get(box) ?? []) {
      const thing = drawing.things.get(key);
      if (!thing || own.has(key)) continue;
      found.push(rectOf(thing, false));
    }
  for (const end of [from, to]) {
    const thing = drawing.things.get(end);
    const holdsOther = upFrom(drawing, end === from ? to : from).some(({ key }) => key === end);
    if (thing && !holdsOther && from !== to) found.push(rectOf(thing, true));
  }
  return found;
}

const rectOf = ({ key, left, top, width, height }: Drawn, isEnd: boolean): Foreign => ({
  key,
  isEnd,
  x: left,
  y: top,
  width,
  height,
});

function upFrom(drawing: Drawing, key: PlaceKey): readonly Drawn[] {
  const found: Drawn[] = [];
  for (let thing = drawing.things.get(key); thing; thing = drawing.things.get(thing.parent ?? ''))
    found.push(thing);
  return found;
}

/** Closer to an edge than this is along it, not through it. */
const EDGE = 1;

/** Does a level or upright stretch pass through the inside of a rectangle? */
export const crosses = (a: Point, b: Point, rect: Rect): boolean =>
  Math.min(a.x, b.x) < rect.x + rect.width - EDGE &&
  Math.max(a.x, b.x) > rect.x + EDGE &&
  Math.min(a.y, b.y) < rect.y + rect.height - EDGE &&
  Math.max(a.y, b.y) > rect.y + EDGE;

/** Which of them a line passes through. */
export const crossed = (points: readonly Point[], foreign: readonly Foreign[]): readonly Foreign[] =>
  foreign.filter((rect) => isCrossed(points, rect));

export const isClear = (points: readonly Point[], foreign: readonly Foreign[]): boolean =>
  !foreign.some((rect) => isCrossed(points, rect));

function isCrossed(points: readonly Point[], rect: Foreign): boolean {
  for (let index = 1; index < points.length; index++) {
    const [before, point] = [points[index - 1], points[index]];
    if (before && point && crosses(before, point, rect)) return true;
  }
  return false;
}
