/**
 * The inside of a VPC: zones as lanes, tiers as rows that begin at the same height in every lane. Of all ways to break
 * cards and tiers into columns the one is taken that shows the VPC largest on a screen.
 */
import type { Scenario } from '../../catalog/descriptors';
import type { LayoutBox } from '../../model/resource';
import type { Drawing, Drawn } from '../fit';
import type { Rect } from '../pack';
import { parseLaneKey, type PlaceKey } from '../place';
import { BOXES, type Size } from '../sizes';
import { blockOf, cardsOf, mostColumns, type Cards } from './block';
import { rowsWithin, spreadOf } from './rows';
import { standingIn, type Scope } from './scope';
import { tiersOf, type Tier } from './tiers';

/** Places by key; a size only where a box is to be larger than what it holds. */
export type Plan = Map<PlaceKey, LayoutBox>;

interface Room {
  readonly cards: Cards;
  readonly fixed: readonly Rect[];
  readonly drawn: Drawn;
  readonly moves: boolean;
  readonly wanted: Partial<Size>;
}

interface Inside {
  readonly lanes: readonly PlaceKey[];
  readonly tiers: readonly Tier[];
  readonly rooms: ReadonlyMap<PlaceKey, Room>;
  /** Subnets and volumes that stay, by lane. */
  readonly fixed: ReadonlyMap<PlaceKey, readonly Drawn[]>;
  /** Volumes without a machine, by lane. */
  readonly loose: ReadonlyMap<PlaceKey, readonly Drawn[]>;
}

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
      if (scope.moves(subnet.key)) laneOf.set(subnet.key, lane);
      rooms.set(subnet.key, roomOf(document, drawing, subnet, scope));
    }
  }
  return { lanes, tiers: tiersOf(document, laneOf), rooms, fixed, loose };
}

export function roomOf(document: Scenario, drawing: Drawing, box: Drawn, scope: Scope): Room {
  const inside = standingIn(drawing, box.key);
  const moving = inside.filter(({ key }) => scope.moves(key)).map(({ key }) => key);
  const moves = scope.moves(box.key);
  return {
    cards: cardsOf(document, drawing, moving),
    fixed: inside.filter(({ key }) => !scope.moves(key)),
    drawn: box,
    moves,
    wanted: scope.sizeOf(box.key),
  };
}

interface Furnished extends Size {
  readonly places: ReadonlyMap<PlaceKey, { readonly x: number; readonly y: number }>;
}

/** Cards in a subnet, and how large that makes it. A subnet that stays where it is keeps its width. */
export function furnish({ cards, fixed, drawn, moves, wanted }: Room, columns: number): Furnished {
  const { header, padding, gapX, gapY, min } = BOXES.subnet;
  if (drawn.collapsed) return { width: drawn.width, height: drawn.height, places: new Map() };
  const all = [...cards.machines, ...cards.services];
  const widest = Math.max(0, ...all.map(({ width }) => width));
  const room = drawn.width - 2 * padding;
  const across = moves ? columns : Math.max(1, Math.floor((room + gapX) / (widest + gapX)));
  const block = blockOf(cards, across);
  let { width, height } = block;
  let places = block.places;
  if (fixed.length > 0) {
    const wide = moves ? Math.max(across * (widest + gapX) - gapX, widest) : Math.max(room, widest);
    const origin = { x: padding, y: header, gapX, gapY };
    const boxes = all.map((cell, index) => ({ key: String(index), width: cell.width, height: cell.height }));
    const found = rowsWithin(boxes, origin, fixed, wide);
    const around = new Map<PlaceKey, { readonly x: number; readonly y: number }>();
    all.forEach((cell, index) => {
      const at = found.get(String(index));
      for (const part of cell.parts)
        around.set(part.key, { x: (at?.x ?? 0) - padding + part.x, y: (at?.y ?? 0) - header + part.y });
    });
    places = around;
    const rects = [...found.values(), ...fixed];
    width = Math.max(...rects.map((rect) => rect.x + rect.width)) - padding;
    height = Math.max(...rects.map((rect) => rect.y + rect.height)) - header;
  }
  return {
    width: Math.max(min.width, width + 2 * padding, wanted.width ?? 0),
    height: Math.max(min.height, header + height + padding, wanted.height ?? 0),
    places,
  };
}

/** @param across how many tiers of one rank may stand side by side */
function layOutLanes(
  { lanes, tiers, fixed, loose }: Inside,
  rooms: ReadonlyMap<PlaceKey, Size>,
  across: number,
): { readonly plan: Plan; readonly size: Size } {
  const plan: Plan = new Map();
  const { header, padding, gapX, gapY, min } = BOXES.lane;
  const rows = grouped(tiers, across).map(slotsOf);
  // First the widths, as subnets share what their lane is wide.
  const inner = new Map<PlaceKey, number>();
  for (const lane of lanes) {
    let width = min.width - 2 * padding;
    for (const { slots, columns } of rows) {
      const widths = slots.filter((slot) => slot.lane === lane).map(({ key }) => rooms.get(key)?.width ?? 0);
      if (widths.length > 0) width = Math.max(width, columns * (Math.max(...widths) + gapX) - gapX);
    }
    for (const thing of fixed.get(lane) ?? [])
      width = Math.max(width, thing.x + (rooms.get(thing.key)?.width ?? thing.width) - padding);
    inner.set(lane, width);
  }
  const bottoms = new Map(lanes.map((lane) => [lane, header - gapY]));
  const isFree = (lane: PlaceKey, y: number, height: number): Rect | undefined =>
    (fixed.get(lane) ?? [])
      .map((thing) => ({ ...thing, height: rooms.get(thing.key)?.height ?? thing.height }))
      .find((thing) => y < thing.y + thing.height + gapY && thing.y < y + height + gapY);
  let y: number = header;
  for (const { slots, columns, lines } of rows)
    for (let line = 0; line < lines; line++) {
      const here = slots.filter((slot) => slot.line === line);
      const height = Math.max(...here.map(({ key }) => rooms.get(key)?.height ?? 0));
      for (let moved = true; moved;) {
        moved = false;
        for (const { lane } of here) {
          const obstacle = isFree(lane, y, height);
          if (!obstacle) continue;
          y = obstacle.y + obstacle.height + gapY;
          moved = true;
        }
      }
      for (const { key, lane, column } of here) {
        const share = Math.floor(((inner.get(lane) ?? 0) + gapX) / columns) - gapX;
        plan.set(key, {
          x: padding + column * (share + gapX),
          y,
          ...(columns > 1 ? { width: share } : {}),
          ...(rooms.get(key)?.height === height ? {} : { height }),
        });
        bottoms.set(lane, y + height);
      }
      y += height + gapY;
    }
  for (const lane of lanes) {
    for (const thing of fixed.get(lane) ?? [])
      bottoms.set(
        lane,
        Math.max(bottoms.get(lane) ?? 0, thing.y + (rooms.get(thing.key)?.height ?? thing.height)),
      );
    const origin = { x: padding, y: (bottoms.get(lane) ?? 0) + gapY, gapX, gapY };
    const volumes = rowsWithin(loose.get(lane) ?? [], origin, [], inner.get(lane) ?? 0);
    for (const [key, { x, y: top, height }] of volumes) {
      plan.set(key, { x, y: top });
      bottoms.set(lane, Math.max(bottoms.get(lane) ?? 0, top + height));
    }
  }
  const width = lanes.reduce((sum, lane) => sum + (inner.get(lane) ?? 0) + 2 * padding + BOXES.vpc.gapX, 0);
  const height = Math.max(min.height, ...[...bottoms.values()].map((bottom) => bottom + padding));
  const edges = BOXES.vpc.padding;
  return { plan, size: { width: width + 2 * edges, height: height + BOXES.vpc.header + edges } };
}

/** Runs of tiers of one rank. */
function grouped(tiers: readonly Tier[], across: number): readonly (readonly Tier[])[] {
  const groups: Tier[][] = [];
  for (const tier of tiers) {
    const last = groups.at(-1);
    if (last && last.length < across && last[0]?.rank === tier.rank) last.push(tier);
    else groups.push([tier]);
  }
  return groups;
}

interface Slot {
  readonly key: PlaceKey;
  readonly lane: PlaceKey;
  readonly column: number;
  readonly line: number;
}

/** Where in a row of tiers each subnet stands: the same tier in the same columns of every lane. */
function slotsOf(tiers: readonly Tier[]): {
  readonly slots: readonly Slot[];
  readonly columns: number;
  readonly lines: number;
} {
  const slots: Slot[] = [];
  let [columns, lines] = [0, 1];
  for (const { cells } of tiers) {
    const most = Math.max(...[...cells.values()].map((keys) => keys.length));
    // Up to three of a tier stand in a column; more make a grid.
    const wide = most <= 3 ? 1 : Math.ceil(Math.sqrt(most));
    for (const [lane, keys] of cells)
      keys.forEach((key, index) =>
        slots.push({ key, lane, column: columns + (index % wide), line: Math.floor(index / wide) }),
      );
    columns += wide;
    lines = Math.max(lines, Math.ceil(most / wide));
  }
  return { slots, columns, lines };
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
