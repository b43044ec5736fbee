/** Which drawn things lie under a point. */
import type { PlaceId } from '../model/proposal';
import { CANVAS } from '../model/proposal';
import { ROOT, type Drawing, type Drawn } from './fit';
import type { PlaceKey } from './place';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The innermost box under a point: subnet, lane, VPC, region; the canvas where there is none. */
export const placeAt = (drawing: Drawing, point: Point): PlaceId =>
  dropCandidates(drawing, point).find((key) => isBox(drawing, key)) ?? CANVAS;

/**
 * Everything under a point, innermost first and the canvas last: what a drop there could mean. The page takes the
 * first one that the engine calls legal.
 * @param except keys to look through: what is being dragged.
 */
export function dropCandidates(
  drawing: Drawing,
  point: Point,
  except: ReadonlySet<PlaceKey> = new Set(),
): readonly PlaceId[] {
  const found: PlaceId[] = [];
  collect(drawing, ROOT, point, except, found);
  found.push(CANVAS);
  return found;
}

/** The point as a corner relative to a place: what an intent's `at` wants. */
export function within(drawing: Drawing, place: PlaceId, point: Point): Point {
  const box = drawing.things.get(place);
  return box ? { x: point.x - box.left, y: point.y - box.top } : point;
}

function collect(
  drawing: Drawing,
  key: PlaceKey,
  point: Point,
  except: ReadonlySet<PlaceKey>,
  found: PlaceId[],
): void {
  const children = drawing.children.get(key) ?? [];
  const extents = extentsOf(drawing);
  // The last one is drawn on top.
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index] ?? '';
    const [drawn, extent] = [drawing.things.get(child), extents.get(child)];
    if (!drawn || !extent || !contains(extent, point) || except.has(child)) continue;
    collect(drawing, child, point, except, found);
    if (contains(drawn, point)) found.push(child);
  }
}

type Extent = Pick<Drawn, 'left' | 'top' | 'width' | 'height'>;

/** A hand in motion asks many times a second: what is far from the point is passed over whole. */
const known = new WeakMap<Drawing, ReadonlyMap<PlaceKey, Extent>>();

/** Each thing with all that stands in it: what is docked may stand out over the edge of its box. */
function extentsOf(drawing: Drawing): ReadonlyMap<PlaceKey, Extent> {
  const before = known.get(drawing);
  if (before) return before;
  const extents = new Map<PlaceKey, Extent>(drawing.things);
  // Parents come before their children, so from the end on each child is complete before its parent asks.
  for (const { key, parent } of [...drawing.things.values()].reverse()) {
    const [own, around] = [extents.get(key), parent === null ? undefined : extents.get(parent)];
    if (parent !== null && own && around) extents.set(parent, united(around, own));
  }
  known.set(drawing, extents);
  return extents;
}

/** The same object where nothing stands out. */
function united(a: Extent, b: Extent): Extent {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)];
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  const height = Math.max(a.top + a.height, b.top + b.height) - top;
  const same = left === a.left && top === a.top && width === a.width && height === a.height;
  return same ? a : { left, top, width, height };
}

const contains = ({ left, top, width, height }: Extent, { x, y }: Point): boolean =>
  x >= left && x < left + width && y >= top && y < top + height;

const isBox = (drawing: Drawing, key: PlaceKey): boolean => drawing.things.get(key)?.how === 'box';
