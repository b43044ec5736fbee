/** Lanes of a VPC and the rows that run across them: the same tier of every zone begins at the same height. */
import type { LayoutBox } from '../../model/resource';
import type { Drawn } from '../fit';
import type { Rect } from '../pack';
import type { PlaceKey } from '../place';
import { BOXES, type Size } from '../sizes';
import type { Furnished, Room } from './room';
import { rowsWithin } from './rows';
import type { Tier } from './tiers';

/** Places by key; a size only where a box is to be larger than what it holds. */
export type Plan = Map<PlaceKey, LayoutBox>;

export interface Inside {
  readonly lanes: readonly PlaceKey[];
  readonly tiers: readonly Tier[];
  readonly rooms: ReadonlyMap<PlaceKey, Room>;
  /** Subnets and volumes that stay, by lane. */
  readonly fixed: ReadonlyMap<PlaceKey, readonly Drawn[]>;
  /** Volumes without a machine, by lane. */
  readonly loose: ReadonlyMap<PlaceKey, readonly Drawn[]>;
}

/** @param across how many tiers of one rank may stand side by side */
export function layOutLanes(
  { lanes, tiers, fixed, loose }: Inside,
  rooms: ReadonlyMap<PlaceKey, Furnished>,
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
  const fixedIn = (lane: PlaceKey): readonly Drawn[] => fixed.get(lane) ?? [];
  const bottoms = new Map(lanes.map((lane) => [lane, header - gapY]));
  const obstacleAt = (lane: PlaceKey, y: number, height: number): Rect | undefined =>
    fixedIn(lane)
      .map((thing) => ({ ...thing, height: rooms.get(thing.key)?.height ?? thing.height }))
      .find((thing) => y < thing.y + thing.height + gapY && thing.y < y + height + gapY);
  const isLower = (key: PlaceKey, height: number): boolean => {
    const room = rooms.get(key);
    return room?.fills === true && room.height < height;
  };
  let y: number = header;
  for (const { slots, columns, lines } of rows)
    for (let line = 0; line < lines; line++) {
      const inLine = slots.filter((slot) => slot.line === line);
      const height = Math.max(...inLine.map(({ key }) => rooms.get(key)?.height ?? 0));
      // What stays where it is keeps its row beside it.
      const here = inLine.filter(({ key, lane }) => !fixedIn(lane).some((thing) => thing.key === key));
      for (const { key, lane } of inLine)
        y = Math.max(y, fixedIn(lane).find((thing) => thing.key === key)?.y ?? y);
      for (let moved = true; moved;) {
        moved = false;
        for (const { lane } of here) {
          const obstacle = obstacleAt(lane, y, height);
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
          ...(columns > 1 && rooms.get(key)?.fills ? { width: share } : {}),
          ...(isLower(key, height) ? { height } : {}),
        });
        bottoms.set(lane, y + height);
      }
      y += height + gapY;
    }
  for (const lane of lanes) {
    for (const thing of fixedIn(lane))
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
