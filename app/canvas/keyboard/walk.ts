/** Walking over the drawing by arrow keys: to the nearest thing in a direction, into a box and out of it. */
import type { Drawing, Drawn, PlaceKey, Point, Rect } from '../../../engine';

export const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What stands aside counts for more than what stands ahead: who presses right wants to stay in the row. */
const ASIDE = 3;

/** @returns the nearest in a direction; `null` if nothing stands there. The first of equals wins. */
export function nearestIn<T>(from: Rect, others: Iterable<readonly [T, Rect]>, direction: Point): T | null {
  let best: T | null = null;
  let least = Infinity;
  for (const [other, rect] of others) {
    const cost = costOf(from, rect, direction);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function costOf(from: Rect, to: Rect, { x, y }: Point): number {
  const dx = to.x + to.width / 2 - (from.x + from.width / 2);
  const dy = to.y + to.height / 2 - (from.y + from.height / 2);
  const ahead = dx * x + dy * y;
  if (ahead <= 0) return Infinity;
  const gapX = gap(from.x, from.width, to.x, to.width);
  const gapY = gap(from.y, from.height, to.y, to.height);
  const aside = x !== 0 ? gapY : gapX;
  // What overlaps ahead and lies further aside than ahead is in another direction.
  if (aside > 0 && (x !== 0 ? gapX : gapY) === 0) return Infinity;
  return ahead + ASIDE * aside + Math.abs(x !== 0 ? dy : dx) / 1_000;
}

/** Between two stretches; 0 where they overlap. */
const gap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.max(0, Math.max(a, b) - Math.min(a + aLength, b + bLength));

export const rectOf = ({ left, top, width, height }: Drawn): Rect => ({ x: left, y: top, width, height });

/** Beside a thing: first what stands in the same box, then whatever else is like it. */
export function neighbourOf(drawing: Drawing, key: PlaceKey, direction: Point): PlaceKey | null {
  const here = drawing.things.get(key);
  if (!here) return null;
  const around = (match: (drawn: Drawn) => boolean) =>
    [...drawing.things.values()]
      .filter((drawn) => drawn.key !== key && match(drawn))
      .map((drawn) => [drawn.key, rectOf(drawn)] as const);
  const beside = nearestIn(
    rectOf(here),
    around((drawn) => drawn.parent === here.parent),
    direction,
  );
  if (beside !== null) return beside;
  const isBox = holdsThings(drawing, key);
  const kin = new Set([...outwards(drawing, key)]);
  return nearestIn(
    rectOf(here),
    around(
      (drawn) =>
        !kin.has(drawn.key) &&
        !isWithin(drawing, drawn.key, key) &&
        holdsThings(drawing, drawn.key) === isBox,
    ),
    direction,
  );
}

/** The first thing in a box as one reads; `null` for what holds nothing. */
export function firstIn(drawing: Drawing, key: PlaceKey): PlaceKey | null {
  const [first] = childrenOf(drawing, key)
    .flatMap((child) => drawing.things.get(child) ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
  return first?.key ?? null;
}

/** The box a thing stands in; `null` on the bare canvas. */
export const outOf = (drawing: Drawing, key: PlaceKey): PlaceKey | null => {
  const parent = drawing.things.get(key)?.parent ?? null;
  return parent !== null && drawing.things.has(parent) ? parent : null;
};

const childrenOf = (drawing: Drawing, key: PlaceKey): readonly PlaceKey[] =>
  (drawing.children.get(key) ?? []).filter((child) => drawing.things.has(child));

const BOXES: readonly string[] = ['region', 'vpc', 'lane', 'subnet'];
const holdsThings = (drawing: Drawing, key: PlaceKey): boolean =>
  BOXES.includes(drawing.things.get(key)?.kind ?? '');

function* outwards(drawing: Drawing, key: PlaceKey): Generator<PlaceKey> {
  for (let parent = outOf(drawing, key); parent !== null; parent = outOf(drawing, parent)) yield parent;
}

const isWithin = (drawing: Drawing, key: PlaceKey, box: PlaceKey): boolean =>
  [...outwards(drawing, key)].includes(box);
