/** What is dragged lines up with what stands beside it: edges, centres and equal gaps. */
import type { Point, Rect } from '../../../engine';

/** A line that shows what was lined up: at one coordinate, from one thing to another. Canvas pixels. */
export interface Guide {
  /** `x`: an upright line at that x. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  /** To be added to the distance of the hand. */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

/** Screen pixels within which a thing is drawn to a line. */
export const SNAP_PX = 8;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** One axis of a rectangle, and its extent along the other. */
interface Side {
  readonly along: Span;
  readonly across: Span;
}

const sideOf = (rect: Rect, axis: 'x' | 'y'): Side => {
  const x: Span = { start: rect.x, end: rect.x + rect.width };
  const y: Span = { start: rect.y, end: rect.y + rect.height };
  return axis === 'x' ? { along: x, across: y } : { along: y, across: x };
};

/** What stands still on one axis, as it is asked for with every move of the hand: made once per drag. */
interface Ruler {
  readonly sides: readonly Side[];
  /** The same from left to right, or from top to bottom. */
  readonly inOrder: readonly Side[];
}

export interface Rulers {
  readonly x: Ruler;
  readonly y: Ruler;
}

/** @param others what stands in the same box as what is dragged, canvas pixels. */
export const rulersOf = (others: readonly Rect[]): Rulers => ({
  x: rulerOf(others, 'x'),
  y: rulerOf(others, 'y'),
});

function rulerOf(others: readonly Rect[], axis: 'x' | 'y'): Ruler {
  const sides = others.map((other) => sideOf(other, axis));
  return { sides, inOrder: [...sides].sort((a, b) => a.along.start - b.along.start) };
}

interface Found {
  readonly by: number;
  readonly guides: readonly Guide[];
}

/**
 * @param moving where the thing would be, canvas pixels
 * @param reach canvas pixels: `SNAP_PX` divided by the zoom
 */
export function snap(moving: Rect, rulers: Rulers, reach: number): Snap {
  const x = nearest(moving, rulers.x, 'x', reach);
  const y = nearest(moving, rulers.y, 'y', reach);
  return { by: { x: x?.by ?? 0, y: y?.by ?? 0 }, guides: [...(x?.guides ?? []), ...(y?.guides ?? [])] };
}

/** Lines first: where a gap is as near as a line, the line is what one meant. */
function nearest(moving: Rect, ruler: Ruler, axis: 'x' | 'y', reach: number): Found | null {
  const side = sideOf(moving, axis);
  const line = nearestLine(side, ruler.sides, axis, reach);
  const gap = nearestGap(side, ruler.inOrder, axis, reach);
  return gap && (!line || Math.abs(gap.by) < Math.abs(line.by)) ? gap : line;
}

const middle = ({ start, end }: Span): number => (start + end) / 2;

/** Hundreds of edges with every move: the guide is made of the nearest only. */
function nearestLine(moving: Side, sides: readonly Side[], axis: 'x' | 'y', reach: number): Found | null {
  const { start, end } = moving.along;
  const centre = middle(moving.along);
  const best: { side?: Side; by: number; at: number } = { by: Infinity, at: 0 };
  const look = (side: Side, mine: number, theirs: number): void => {
    const distance = Math.abs(theirs - mine);
    if (distance <= reach && distance < Math.abs(best.by))
      Object.assign(best, { side, by: theirs - mine, at: theirs });
  };
  for (const side of sides) {
    const { start: first, end: last } = side.along;
    look(side, start, first);
    look(side, end, last);
    look(side, centre, (first + last) / 2);
    look(side, start, last);
    look(side, end, first);
  }
  if (!best.side) return null;
  const { across } = best.side;
  const from = Math.min(across.start, moving.across.start);
  const to = Math.max(across.end, moving.across.end);
  return { by: best.by, guides: [{ axis, at: best.at, from, to }] };
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Only what stands in one row (or column) with it counts; a gap is seen between neighbours. */
function nearestGap(moving: Side, inOrder: readonly Side[], axis: 'x' | 'y', reach: number): Found | null {
  const { start, end } = moving.along;
  let [by, spans]: [number, readonly Span[] | null] = [Infinity, null];
  const isNearer = (distance: number): boolean =>
    Math.abs(distance) <= reach && Math.abs(distance) < Math.abs(by);
  let before: Span | null = null;
  for (const { along, across } of inOrder) {
    if (!meets(across, moving.across)) continue;
    const one = before;
    before = along;
    if (!one || along.start <= one.end) continue;
    const gap = along.start - one.end;
    const between: Span = { start: one.end, end: along.start };
    // As far behind the pair as the pair is apart, as far before it, and in the middle between the two.
    const behind = along.end + gap - start;
    if (isNearer(behind)) [by, spans] = [behind, [between, { start: along.end, end: along.end + gap }]];
    const ahead = one.start - gap - end;
    if (isNearer(ahead)) [by, spans] = [ahead, [{ start: one.start - gap, end: one.start }, between]];
    const half = (gap - (end - start)) / 2;
    const inside = one.end + half - start;
    if (half > 0 && isNearer(inside))
      [by, spans] = [
        inside,
        [
          { start: one.end, end: one.end + half },
          { start: along.start - half, end: along.start },
        ],
      ];
  }
  return spans && { by, guides: gapGuides(spans, axis, middle(moving.across)) };
}

const gapGuides = (spans: readonly Span[], axis: 'x' | 'y', at: number): readonly Guide[] =>
  spans.map(({ start, end }) => ({ axis: axis === 'x' ? 'y' : 'x', at, from: start, to: end }));
