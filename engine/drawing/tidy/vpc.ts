/**
 * The inside of a VPC: zones as lanes, tiers as rows that begin at the same height in every lane. Of all ways to break
 * cards and tiers into columns the one is taken that shows the VPC largest on a screen.
 */
import type { Scenario } from '../../catalog/descriptors';
import type { Drawing, Drawn } from '../fit';
import { parseLaneKey, type PlaceKey } from '../place';
import { BOXES, type Size } from '../sizes';
import { mostColumns, type Cards } from './block';
import { layOutLanes, type Inside, type Plan } from './lanes';
import { furnish, roomOf, type Room } from './room';
import { rowsWithin, spreadOf } from './rows';
import { standingIn, type Scope } from './scope';
import { tiersOf } from './tiers';

/** Tiers side by side must show the VPC this much larger: rows are what people expect. */
const SIDE_BY_SIDE_FACTOR = 1.3;
const MOST_SIDE_BY_SIDE = 4;

/** @param within the size that the VPC must not exceed, where that can be had */
export function planVpc(
  document: Scenario,
  drawing: Drawing,
  vpc: Drawn,
  scope: Scope,
  within: Size | null,
): Plan {
  const inside = insideOf(document, drawing, vpc, scope);
  const widest = Math.max(1, ...[...inside.rooms.values()].map(({ cards }) => reasonableColumns(cards)));
  const ranks = new Map<number, number>();
  for (const { rank } of inside.tiers) ranks.set(rank, (ranks.get(rank) ?? 0) + 1);
  const beside = Math.min(MOST_SIDE_BY_SIDE, Math.max(1, ...ranks.values()));
  let best: Plan = new Map();
  let least = Infinity;
  for (let columns = 1; columns <= widest; columns++) {
    const rooms = new Map([...inside.rooms].map(([key, room]) => [key, furnish(room, columns)]));
    for (let across = 1; across <= beside; across++) {
      const { plan, size } = layOutLanes(inside, rooms, across);
      const tooLarge = within !== null && (size.width > within.width || size.height > within.height);
      const score = spreadOf(size) * (across > 1 ? SIDE_BY_SIDE_FACTOR : 1) + (tooLarge ? 1e9 : 0);
      if (score >= least) continue;
      least = score;
      for (const [key, { places }] of rooms) {
        const { padding, header } = BOXES.subnet;
        for (const [card, { x, y }] of places) plan.set(card, { x: x + padding, y: y + header });
        if (!inside.rooms.get(key)?.moves) plan.delete(key);
      }
      best = plan;
    }
  }
  return best;
}

/** Beyond this a box is a strip. */
const reasonableColumns = (cards: Cards): number => {
  const most = mostColumns(cards);
  let columns = 1;
  while (columns * columns < most * 3) columns += 1;
  return Math.min(most, columns);
};

function insideOf(document: Scenario, drawing: Drawing, vpc: Drawn, scope: Scope): Inside {
  const lanes = standingIn(drawing, vpc.key)
    .filter(({ kind, collapsed }) => kind === 'lane' && !collapsed)
    .map(({ key }) => key);
  const rooms = new Map<PlaceKey, Room>();
  const fixed = new Map<PlaceKey, readonly Drawn[]>();
  const loose = new Map<PlaceKey, readonly Drawn[]>();
  const laneOf = new Map<PlaceKey, PlaceKey>();
  for (const lane of lanes) {
    const all = standingIn(drawing, lane);
    fixed.set(
      lane,
      all.filter(({ key }) => !scope.moves(key)),
    );
    loose.set(
      lane,
      all.filter(({ key, kind }) => kind !== 'subnet' && scope.moves(key)),
    );
    for (const subnet of all.filter(({ kind }) => kind === 'subnet')) {
      laneOf.set(subnet.key, lane);
      rooms.set(subnet.key, roomOf(document, drawing, subnet, scope));
    }
  }
  return { lanes, tiers: tiersOf(document, laneOf), rooms, fixed, loose };
}

/** Lanes side by side in the order of their zones' names. */
export function planLanes(document: Scenario, drawing: Drawing, vpc: Drawn, scope: Scope): Plan {
  const { header, padding, gapX, gapY } = BOXES.vpc;
  const zoneName = (key: PlaceKey): string => {
    const zone = document.resources[parseLaneKey(key)?.zoneId ?? ''];
    return zone?.kind === 'zone' ? zone.zoneName : '';
  };
  const all = standingIn(drawing, vpc.key);
  const lanes = all.filter(({ key }) => scope.moves(key));
  lanes.sort((a, b) => (zoneName(a.key) < zoneName(b.key) ? -1 : zoneName(a.key) > zoneName(b.key) ? 1 : 0));
  const fixed = all.filter(({ key }) => !scope.moves(key));
  // Lanes grow to one height: each takes the room of the tallest.
  const height = Math.max(0, ...all.map((lane) => lane.height));
  const tall = lanes.map(({ key, width }) => ({ key, width, height }));
  const places = rowsWithin(tall, { x: padding, y: header, gapX, gapY }, fixed, Infinity);
  return new Map([...places].map(([key, { x, y }]) => [key, { x, y }]));
}
