/** What a box does besides packing its children: the world above it, lanes of one height, the shelf along its bottom. */
import { overlaps, type Rect } from './pack';
import type { PlaceKey } from './place';
import { SHELF_CHIP, SHELF_GAP, WORLD_CARD, WORLD_GAP, type Size } from './sizes';

/** The world stands above the middle of all boxes unless the layout says otherwise. */
export function raiseWorld(world: readonly PlaceKey[], placed: Map<PlaceKey, Rect>): void {
  const boxes = [...placed.values()];
  const first = boxes[0];
  const top = boxes.reduce((least, rect) => Math.min(least, rect.y), first?.y ?? 0);
  const left = boxes.reduce((least, rect) => Math.min(least, rect.x), first?.x ?? 0);
  const right = boxes.reduce((most, rect) => Math.max(most, rect.x + rect.width), left);
  const rect = { x: 0, y: top - WORLD_CARD.height - WORLD_GAP, ...WORLD_CARD };
  if (first) rect.x = (left + right) / 2 - WORLD_CARD.width / 2;
  for (const key of world) {
    while ([...placed.values()].some((other) => overlaps(rect, other))) rect.x += WORLD_GAP;
    placed.set(key, { ...rect });
  }
}

/** Lanes of one row are equally tall. */
export function alignLanes(placed: Map<PlaceKey, Rect>, isLane: (key: PlaceKey) => boolean): void {
  const tallest = new Map<number, number>();
  for (const [key, rect] of placed)
    if (isLane(key)) tallest.set(rect.y, Math.max(tallest.get(rect.y) ?? 0, rect.height));
  const rects = [...placed.values()];
  for (const [key, rect] of placed) {
    const height = tallest.get(rect.y);
    if (!isLane(key) || height === undefined) continue;
    const blocked = rects.some(
      (other) =>
        other.y >= rect.y + rect.height &&
        other.y < rect.y + height &&
        other.x < rect.x + rect.width &&
        rect.x < other.x + other.width,
    );
    if (!blocked) placed.set(key, { ...rect, height });
  }
}

/** Chips that belong to nothing stand in rows along the bottom edge. @returns the height of the box with them. */
export function layShelf(
  shelf: readonly PlaceKey[],
  rects: Map<PlaceKey, Rect>,
  box: Size & { readonly bottom: number },
  padding: number,
): number {
  const step = SHELF_CHIP.width + SHELF_GAP;
  const columns = Math.max(1, Math.floor((box.width - 2 * padding + SHELF_GAP) / step));
  const rows = Math.ceil(shelf.length / columns);
  const shelfHeight = rows * (SHELF_CHIP.height + SHELF_GAP) - SHELF_GAP;
  const height = Math.max(box.height, box.bottom + SHELF_GAP * 2 + shelfHeight + padding);
  const top = height - padding - shelfHeight;
  shelf.forEach((key, index) => {
    rects.set(key, {
      x: padding + (index % columns) * step,
      y: top + Math.floor(index / columns) * (SHELF_CHIP.height + SHELF_GAP),
      ...SHELF_CHIP,
    });
  });
  return height;
}
