/** Things of one box in line, or with equal gaps between them. Distances only: what moves and is kept is the page's. */
import type { PlaceKey, Point } from '../../../engine';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export const AXES = ['horizontal', 'vertical'] as const;
export type Axis = (typeof AXES)[number];

/** Corner and size in the box it stands in; canvas pixels. */
export interface Standing {
  readonly key: PlaceKey;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far each has to move; what stays is not in it. */
export type Moves = ReadonlyMap<PlaceKey, Point>;

/** Between two things that are distributed there is at least this much. */
const LEAST_GAP = 12;

/** All to the outermost edge of the group, or to the middle of its extent. */
export function alignMoves(things: readonly Standing[], alignment: Alignment): Moves {
  const left = Math.min(...things.map(({ x }) => x));
  const right = Math.max(...things.map(({ x, width }) => x + width));
  const top = Math.min(...things.map(({ y }) => y));
  const bottom = Math.max(...things.map(({ y, height }) => y + height));
  const target = ({ x, y, width, height }: Standing): Point => {
    switch (alignment) {
      case 'left':
        return { x: left, y };
      case 'centre':
        return { x: (left + right - width) / 2, y };
      case 'right':
        return { x: right - width, y };
      case 'top':
        return { x, y: top };
      case 'middle':
        return { x, y: (top + bottom - height) / 2 };
      case 'bottom':
        return { x, y: bottom - height };
    }
  };
  return movesTo(things.map((thing) => [thing, target(thing)]));
}

/** Equal gaps; the first stays, and the last where there is room. Fewer than three stay as they are. */
export function distributeMoves(things: readonly Standing[], axis: Axis): Moves {
  const [at, size] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const inOrder = [...things].sort(
    (a, b) => a[at] + a[size] / 2 - (b[at] + b[size] / 2) || (a.key < b.key ? -1 : 1),
  );
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || inOrder.length < 3) return new Map();
  const taken = inOrder.reduce((sum, thing) => sum + thing[size], 0);
  const gap = Math.max(LEAST_GAP, (last[at] + last[size] - first[at] - taken) / (inOrder.length - 1));
  let next = first[at];
  return movesTo(
    inOrder.map((thing) => {
      const to = { x: thing.x, y: thing.y, [at]: next };
      next += thing[size] + gap;
      return [thing, to];
    }),
  );
}

function movesTo(targets: readonly (readonly [Standing, Point])[]): Moves {
  const moves = new Map<PlaceKey, Point>();
  for (const [{ key, x, y }, to] of targets) {
    const by = { x: Math.round(to.x) - x, y: Math.round(to.y) - y };
    if (by.x !== 0 || by.y !== 0) moves.set(key, by);
  }
  return moves;
}
