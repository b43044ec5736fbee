/** Siblings in a box: given places are kept and pushed apart where they collide, the rest fills the first free place. */
import type { Size } from './sizes';

export interface Rect extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Item extends Size {
  readonly key: string;
  /** Where the layout puts it; absent: anywhere free. */
  readonly wanted?: { readonly x: number; readonly y: number };
}

export interface Packing {
  readonly originX: number;
  readonly originY: number;
  /** Rows are broken beyond this width, measured from the origin. */
  readonly rowWidth: number;
  readonly gapX: number;
  readonly gapY: number;
  /** What is pushed moves right only, or away from the obstacle's corner: a stack stays a stack, a row a row. */
  readonly push: 'right' | 'away';
  /** Wanted places may lie before the origin: only on the bare canvas. */
  readonly unbounded?: boolean;
}

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Places every item; no two overlap and none begins before the origin. Deterministic: wanted ones from the top left,
 * then the others in the order given.
 */
export function pack(items: readonly Item[], packing: Packing): Map<string, Rect> {
  const placed = new Map<string, Rect>();
  const rects: Rect[] = [];
  const put = (key: string, rect: Rect): void => {
    placed.set(key, rect);
    rects.push(rect);
  };

  const wanted = items.filter((item) => item.wanted).map((item) => clampToOrigin(item, packing));
  wanted.sort((a, b) =>
    packing.push === 'right'
      ? a.rect.x - b.rect.x || a.rect.y - b.rect.y
      : a.rect.y - b.rect.y || a.rect.x - b.rect.x,
  );
  for (const { key, rect } of wanted) put(key, pushAside(rect, rects, packing));

  let { originX: x, originY: y } = packing;
  let rowHeight = 0;
  const right = packing.originX + packing.rowWidth;
  for (const item of items) {
    if (item.wanted) continue;
    for (;;) {
      if (x > packing.originX && x + item.width > right) {
        x = packing.originX;
        y += rowHeight > 0 ? rowHeight + packing.gapY : 1;
        rowHeight = 0;
      }
      const rect = { x, y, width: item.width, height: item.height };
      const obstacle = rects.find((other) => overlaps(rect, other));
      if (!obstacle) {
        put(item.key, rect);
        x += item.width + packing.gapX;
        rowHeight = Math.max(rowHeight, item.height);
        break;
      }
      x = obstacle.x + obstacle.width + packing.gapX;
      // A row full of earlier things ends where the first of them ends.
      const rest = obstacle.y + obstacle.height - y;
      if (rowHeight === 0 && x + item.width > right) {
        x = packing.originX;
        y += rest + packing.gapY;
      }
    }
  }
  return placed;
}

function clampToOrigin(item: Item, packing: Packing): { readonly key: string; readonly rect: Rect } {
  const { x, y } = item.wanted ?? { x: packing.originX, y: packing.originY };
  const { width, height } = item;
  if (packing.unbounded) return { key: item.key, rect: { x, y, width, height } };
  return {
    key: item.key,
    rect: { x: Math.max(x, packing.originX), y: Math.max(y, packing.originY), width, height },
  };
}

/** Moves right or down past everything in the way. Ends because each obstacle is passed once, for good. */
function pushAside(rect: Rect, others: readonly Rect[], packing: Packing): Rect {
  let current = rect;
  for (;;) {
    const obstacle = others.find((other) => overlaps(current, other));
    if (!obstacle) return current;
    const toX = obstacle.x + obstacle.width + packing.gapX;
    const toY = obstacle.y + obstacle.height + packing.gapY;
    const goRight = packing.push === 'right' || current.x - obstacle.x > current.y - obstacle.y;
    current = goRight ? { ...current, x: toX } : { ...current, y: toY };
  }
}
