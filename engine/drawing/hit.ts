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
  // The last one is drawn on top.
  for (const child of [...(drawing.children.get(key) ?? [])].reverse()) {
    const drawn = drawing.things.get(child);
    if (!drawn || except.has(child)) continue;
    // What is docked may stand out over the edge of its box.
    collect(drawing, child, point, except, found);
    if (contains(drawn, point)) found.push(child);
  }
}

const contains = (drawn: Drawn, { x, y }: Point): boolean =>
  x >= drawn.left && x < drawn.left + drawn.width && y >= drawn.top && y < drawn.top + drawn.height;

const isBox = (drawing: Drawing, key: PlaceKey): boolean => drawing.things.get(key)?.how === 'box';
