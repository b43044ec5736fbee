/** Lines that hang on what is in hand. */
import type { PlaceKey, Point, Rect } from '../../../engine';
import type { Line } from '../projection/lines';

/** A line of which one end is in hand. */
export interface Tether {
  readonly line: Line;
  readonly end: 'from' | 'to';
  /** The thing in hand that the end is on, where it stood. */
  readonly thing: Rect;
}

export interface Sorted {
  readonly still: readonly Line[];
  /** Both ends are in hand. */
  readonly whole: readonly Line[];
  readonly tethers: readonly Tether[];
}

/** @param rectOf where a thing stands, canvas pixels. */
export function sortLines(
  lines: readonly Line[],
  lifted: ReadonlySet<PlaceKey> | null,
  rectOf: (key: PlaceKey) => Rect | undefined,
): Sorted {
  if (!lifted) return { still: lines, whole: [], tethers: [] };
  const [still, whole, tethers]: [Line[], Line[], Tether[]] = [[], [], []];
  for (const line of lines) {
    const [from, to] = [lifted.has(line.from), lifted.has(line.to)];
    const thing = from === to ? undefined : rectOf(from ? line.from : line.to);
    if (from && to) whole.push(line);
    else if (thing) tethers.push({ line, end: from ? 'from' : 'to', thing });
    else still.push(line);
  }
  return { still, whole, tethers };
}

/** Straight from the end that stays to where the line enters the thing in hand. @param by how far that was carried. */
export function tetherPoints({ line, end, thing }: Tether, by: Point): readonly Point[] {
  const [first, last] = [line.points[0], line.points.at(-1)];
  if (!first || !last) return line.points;
  const [held, fixed] = end === 'from' ? [first, last] : [last, first];
  const anchor = { x: held.x + by.x, y: held.y + by.y };
  const out = leaving({ ...thing, x: thing.x + by.x, y: thing.y + by.y }, anchor, fixed);
  return end === 'from' ? [out, fixed] : [fixed, out];
}

/** Where the way from a point in or on a rectangle leaves it; the goal itself where that is inside. */
export function leaving({ x, y, width, height }: Rect, from: Point, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(
    until(dx, x - from.x, x + width - from.x),
    until(dy, y - from.y, y + height - from.y),
  );
  return { x: from.x + dx * share, y: from.y + dy * share };
}

/** The share of a way after which it is past an edge, 0 to 1. */
function until(way: number, before: number, after: number): number {
  if (way === 0) return 1;
  return Math.max(0, Math.min(1, (way > 0 ? after : before) / way));
}
