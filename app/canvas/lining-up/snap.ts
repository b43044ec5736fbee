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

interface Found {
  readonly by: number;
  readonly guides: readonly Guide[];
}

/**
 * @param moving where the thing would be, canvas pixels
 * @param others what stands in the same box
 * @param reach canvas pixels: `SNAP_PX` divided by the zoom
 */
export function snap(moving: Rect, others: readonly Rect[], reach: number): Snap {
  const x = nearest(moving, others, 'x', reach);
  const y = nearest(moving, others, 'y', reach);
  return { by: { x: x?.by ?? 0, y: y?.by ?? 0 }, guides: [...(x?.guides ?? []), ...(y?.guides ?? [])] };
}

function nearest(moving: Rect, others: readonly Rect[], axis: 'x' | 'y', reach: number): Found | null {
  const side = sideOf(moving, axis);
  const sides = others.map((other) => sideOf(other, axis));
  let best: Found | null = null;
  // Lines first: where a gap is as near as a line, the line is what one meant.
  for (const found of [...lines(side, sides, axis), ...gaps(side, sides, axis)])
    if (Math.abs(found.by) <= reach && (!best || Math.abs(found.by) < Math.abs(best.by))) best = found;
  return best;
}

const middle = ({ start, end }: Span): number => (start + end) / 2;

function* lines(moving: Side, others: readonly Side[], axis: 'x' | 'y'): Generator<Found> {
  const { start, end } = moving.along;
  for (const { along, across } of others) {
    const from = Math.min(across.start, moving.across.start);
    const to = Math.max(across.end, moving.across.end);
    const pairs = [
      [start, along.start],
      [end, along.end],
      [middle(moving.along), middle(along)],
      [start, along.end],
      [end, along.start],
    ] as const;
    for (const [mine, theirs] of pairs) yield { by: theirs - mine, guides: [{ axis, at: theirs, from, to }] };
  }
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Only what stands in one row (or column) with it counts; a gap is seen between neighbours. */
function* gaps(moving: Side, others: readonly Side[], axis: 'x' | 'y'): Generator<Found> {
  const row = others
    .filter(({ across }) => meets(across, moving.across))
    .sort((a, b) => a.along.start - b.along.start);
  const size = moving.along.end - moving.along.start;
  const level = middle(moving.across);
  const crossAxis = axis === 'x' ? 'y' : 'x';
  const shown = (spans: readonly Span[]): readonly Guide[] =>
    spans.map(({ start, end }) => ({ axis: crossAxis, at: level, from: start, to: end }));
  for (const [index, one] of row.entries()) {
    const next = row[index + 1];
    if (!next || next.along.start <= one.along.end) continue;
    const gap = next.along.start - one.along.end;
    const between: Span = { start: one.along.end, end: next.along.start };
    // As far behind the pair as the pair is apart, as far before it, and in the middle between the two.
    yield {
      by: next.along.end + gap - moving.along.start,
      guides: shown([between, { start: next.along.end, end: next.along.end + gap }]),
    };
    yield {
      by: one.along.start - gap - moving.along.end,
      guides: shown([{ start: one.along.start - gap, end: one.along.start }, between]),
    };
    const half = (gap - size) / 2;
    if (half > 0)
      yield {
        by: one.along.end + half - moving.along.start,
        guides: shown([
          { start: one.along.end, end: one.along.end + half },
          { start: next.along.start - half, end: next.along.start },
        ]),
      };
  }
}
