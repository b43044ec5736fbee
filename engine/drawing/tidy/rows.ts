/** Boxes of different sizes in rows, small ones stacked beside large ones, so that the whole looks like a screen. */
import type { Size } from '../sizes';
import { overlaps, type Rect } from '../pack';
import type { PlaceKey } from '../place';

/** Width by height of the canvas on a usual screen. */
export const SCREEN_RATIO = 1.6;

/** How small a drawing becomes on a screen: the lower, the larger it is shown. */
export const spreadOf = ({ width, height }: Size): number => Math.max(width / SCREEN_RATIO, height);

export interface Boxed extends Size {
  readonly key: PlaceKey;
}

export interface RowGaps {
  readonly x: number;
  readonly y: number;
  readonly gapX: number;
  readonly gapY: number;
}

type Places = ReadonlyMap<PlaceKey, Rect>;

/** More widths than this are not tried. */
const MOST_WIDTHS = 240;

/**
 * Boxes in the order given, row by row; the row width that shows the whole largest is taken.
 * @param fixed what stands there already and is not covered
 * @param apart how many things that belong together a placing tears apart
 */
export function inRows(
  boxes: readonly Boxed[],
  gaps: RowGaps,
  fixed: readonly Rect[] = [],
  apart: (places: Places) => number = () => 0,
): Places {
  let best: Places = new Map();
  let least = Infinity;
  for (const width of widthsOf(boxes, gaps)) {
    const places = rowsWithin(boxes, gaps, fixed, width);
    const score = spreadOf(extentOf([...places.values(), ...fixed])) * (1 + 0.04 * apart(places));
    if (score >= least) continue;
    least = score;
    best = places;
  }
  return best;
}

/** Every width that some run of boxes takes: only those break rows differently. */
function widthsOf(boxes: readonly Boxed[], { gapX }: RowGaps): readonly number[] {
  const widest = Math.max(0, ...boxes.map((box) => box.width));
  const widths = new Set<number>([widest]);
  for (let from = 0; from < boxes.length && widths.size < MOST_WIDTHS; from++) {
    let width = -gapX;
    for (const box of boxes.slice(from)) {
      width += box.width + gapX;
      if (width > widest) widths.add(width);
    }
  }
  return [...widths].sort((a, b) => a - b);
}

/** Row by row within a width; what is small is stacked below what came before it, and nothing covers what is fixed. */
export function rowsWithin(
  boxes: readonly Boxed[],
  gaps: RowGaps,
  fixed: readonly Rect[],
  width: number,
): Places {
  const places = new Map<PlaceKey, Rect>();
  const right = gaps.x + width;
  let { x, y } = gaps;
  let rowHeight = 0;
  /** The column begun last: what is small enough is stacked in it. */
  let column: { readonly x: number; width: number; bottom: number } | null = null;
  for (const box of boxes) {
    const stacked: Rect | null = column && {
      x: column.x,
      y: column.bottom + gaps.gapY,
      width: box.width,
      height: box.height,
    };
    const fits = (rect: Rect): boolean => fixed.every((other) => !overlaps(grown(rect, gaps), other));
    if (
      column &&
      stacked &&
      stacked.y + box.height <= y + rowHeight &&
      column.x + Math.max(column.width, box.width) <= right &&
      fits(stacked)
    ) {
      places.set(box.key, stacked);
      column.bottom = stacked.y + box.height;
      column.width = Math.max(column.width, box.width);
      x = column.x + column.width + gaps.gapX;
      continue;
    }
    for (;;) {
      if (x > gaps.x && x + box.width > right) {
        x = gaps.x;
        y += rowHeight > 0 ? rowHeight + gaps.gapY : gaps.gapY;
        rowHeight = 0;
      }
      const rect = { x, y, width: box.width, height: box.height };
      const obstacle = fixed.find((other) => overlaps(grown(rect, gaps), other));
      if (!obstacle) {
        places.set(box.key, rect);
        column = { x, width: box.width, bottom: y + box.height };
        x += box.width + gaps.gapX;
        rowHeight = Math.max(rowHeight, box.height);
        break;
      }
      x = obstacle.x + obstacle.width + gaps.gapX;
      column = null;
      // Nothing stands in this row and what is fixed fills it: the next row begins below that.
      if (rowHeight === 0 && x + box.width > right) {
        x = gaps.x;
        y = Math.max(y + 1, obstacle.y + obstacle.height + gaps.gapY);
      }
    }
  }
  return places;
}

const grown = (rect: Rect, { gapX, gapY }: RowGaps): Rect => ({
  x: rect.x - gapX + 1,
  y: rect.y - gapY + 1,
  width: rect.width + 2 * gapX - 2,
  height: rect.height + 2 * gapY - 2,
});

export function extentOf(rects: readonly Rect[]): Size {
  let [right, bottom, left, top] = [-Infinity, -Infinity, Infinity, Infinity];
  for (const rect of rects) {
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
  }
  return rects.length === 0 ? { width: 0, height: 0 } : { width: right - left, height: bottom - top };
}
