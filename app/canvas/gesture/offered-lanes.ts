/** Lanes that are not there yet: while a subnet is in hand, the zones its VPC does not use stand beside it as places. */
import {
  BOXES,
  dropCandidates,
  parseLaneKey,
  type Drawing,
  type PlaceKey,
  type Point,
  type Rect,
  type ResourceId,
  type Scenario,
} from '../../../engine';
import { titleOf } from '../projection/chips';
import type { Places } from './target';

export interface OfferedLane extends Rect {
  readonly key: PlaceKey;
  readonly title: string;
}

export interface Offer {
  readonly vpc: ResourceId;
  readonly lanes: readonly OfferedLane[];
}

/** Narrower than a lane with a subnet in it: they cover what is beside the VPC as long as the hand is full. */
const WIDTH = 168;

/** Lanes that are legal and not there yet, by VPC: known as long as the hand is full. */
export type Offerable = ReadonlyMap<ResourceId, readonly PlaceKey[]>;

export function offerableOf(drawing: Drawing, places: Places): Offerable {
  const lanes = new Map<ResourceId, PlaceKey[]>();
  for (const [key, { legal }] of Object.entries(places)) {
    const vpc = parseLaneKey(key)?.vpcId;
    if (!legal || vpc === undefined || drawing.things.has(key)) continue;
    lanes.set(vpc, [...(lanes.get(vpc) ?? []), key]);
  }
  return lanes;
}

/**
 * @param point canvas pixels.
 * @param before what was offered a moment ago: it stays while the hand is on it.
 * @returns the same object as long as the same is offered; null where no VPC has a zone left.
 */
export function offerAt(
  document: Scenario,
  drawing: Drawing,
  offerable: Offerable,
  point: Point,
  before: Offer | null,
): Offer | null {
  const vpc = vpcUnder(drawing, offerable, point, before);
  const lanes = vpc === undefined ? undefined : offerable.get(vpc);
  if (vpc === undefined || !lanes) return null;
  const unchanged = before?.vpc === vpc && before.lanes.every(({ key }, index) => key === lanes[index]);
  return unchanged && before.lanes.length === lanes.length
    ? before
    : { vpc, lanes: besideOf(document, drawing, vpc, lanes) };
}

/** The key of the offered lane under a point. */
export const offeredAt = (offer: Offer | null, { x, y }: Point): PlaceKey | undefined =>
  offer?.lanes.find(
    (lane) => lane.x <= x && x < lane.x + lane.width && lane.y <= y && y < lane.y + lane.height,
  )?.key;

/** The only one that has something to offer, else the one under the hand. */
function vpcUnder(
  drawing: Drawing,
  offerable: Offerable,
  point: Point,
  before: Offer | null,
): ResourceId | undefined {
  if (offerable.size < 2) return [...offerable.keys()][0];
  if (before && offerable.has(before.vpc) && offeredAt(before, point) !== undefined) return before.vpc;
  return dropCandidates(drawing, point).find((key) => offerable.has(key));
}

/** After the last lane, as high as the lanes are. */
function besideOf(
  document: Scenario,
  drawing: Drawing,
  vpc: ResourceId,
  keys: readonly PlaceKey[],
): readonly OfferedLane[] {
  const box = drawing.things.get(vpc);
  if (!box) return [];
  const { header, padding, gapX } = BOXES.vpc;
  const lanes = (drawing.children.get(vpc) ?? []).flatMap((key) => {
    const drawn = drawing.things.get(key);
    return drawn?.kind === 'lane' ? [drawn] : [];
  });
  const left = Math.max(box.left + padding, ...lanes.map((lane) => lane.left + lane.width + gapX));
  const top = Math.min(...lanes.map((lane) => lane.top), box.top + header);
  const bottom = Math.max(...lanes.map((lane) => lane.top + lane.height), top + BOXES.lane.min.height);
  return keys.map((key, index) => ({
    key,
    title: titleOf(document, parseLaneKey(key)?.zoneId ?? key),
    x: left + index * (WIDTH + gapX),
    y: top,
    width: WIDTH,
    height: bottom - top,
  }));
}
