/**
 * Fresh places for everything, as somebody would draw it: zones as lanes, tiers as rows of equal height across the
 * lanes, public above private, instances in a grid, VPCs and regions in rows.
 */
import type { ResourceOf, Scenario, ScenarioChange } from '../catalog/descriptors';
import { allOf, getKind, routeTableOf } from '../catalog/lookup';
import { parseCidr4 } from '../model/ip/ipv4';
import type { LayoutBox } from '../model/resource';
import { fit, ROOT, type Drawing } from './fit';
import { parseLaneKey, type PlaceKey } from './place';
import { BOXES } from './sizes';

type Subnet = ResourceOf<'subnet'>;
type Layout = Readonly<Record<string, LayoutBox>>;

/** @returns `move` changes; applying them twice changes nothing. */
export function arrangeAll(document: Scenario): readonly ScenarioChange[] {
  let layout: Layout = Object.fromEntries(lanesWithoutSubnet(document).map((key) => [key, { x: 0, y: 0 }]));
  const draw = (): Drawing => fit({ ...document, layout });
  // From the inside out: each step is drawn with the places found so far.
  layout = { ...layout, ...cardPlaces(draw()) };
  layout = { ...layout, ...subnetPlaces(document, draw()) };
  layout = { ...layout, ...lanePlaces(draw()) };
  layout = { ...layout, ...rowsOf(draw(), 'vpc') };
  layout = { ...layout, ...rowsOf(draw(), 'region') };
  const changes: ScenarioChange[] = [];
  for (const key of Object.keys(document.layout).sort())
    if (!Object.hasOwn(layout, key)) changes.push({ type: 'move', id: key, to: null });
  for (const key of Object.keys(layout).sort()) {
    const to = layout[key];
    if (to && !same(to, document.layout[key])) changes.push({ type: 'move', id: key, to });
  }
  return changes;
}

const same = (a: LayoutBox, b: LayoutBox | undefined): boolean =>
  b !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** A lane that the user made and that holds nothing yet is kept. */
const lanesWithoutSubnet = (document: Scenario): readonly PlaceKey[] =>
  Object.keys(document.layout)
    .filter((key) => parseLaneKey(key) !== null)
    .sort();

/** Cards where the free flow put them: a grid that is about as wide as it is high. */
function cardPlaces(drawing: Drawing): Layout {
  const places: Record<string, LayoutBox> = {};
  for (const thing of drawing.things.values()) {
    const parent = thing.parent === null ? undefined : drawing.things.get(thing.parent);
    const stands =
      thing.how === 'card' || (thing.how === 'port' && parent !== undefined && parent.kind !== 'instance');
    if (stands && (parent?.kind === 'subnet' || parent?.kind === 'lane'))
      places[thing.key] = { x: thing.x, y: thing.y };
  }
  return places;
}

interface Cell {
  readonly lane: PlaceKey;
  readonly subnets: readonly Subnet[];
}

/** Tiers as rows: the same row of every lane begins at the same height and is as high as its tallest subnet. */
function subnetPlaces(document: Scenario, drawing: Drawing): Layout {
  const places: Record<string, LayoutBox> = {};
  const { header, padding, gapX, gapY } = BOXES.lane;
  for (const vpc of allOf(document, 'vpc')) {
    const lanes = (drawing.children.get(vpc.id) ?? []).filter((key) => parseLaneKey(key) !== null);
    let y = header;
    for (const cells of tiersOf(document, vpc.id, lanes)) {
      const columns = columnsFor(Math.max(...cells.map((cell) => cell.subnets.length)));
      const sizes = cells.flatMap((cell) => cell.subnets.map((subnet) => drawing.things.get(subnet.id)));
      const width = Math.max(...sizes.map((size) => size?.width ?? 0));
      const height = Math.max(...sizes.map((size) => size?.height ?? 0));
      let rows = 1;
      for (const { subnets } of cells) {
        subnets.forEach((subnet, index) => {
          const row = Math.floor(index / columns);
          rows = Math.max(rows, row + 1);
          const x = padding + (index % columns) * (width + gapX);
          places[subnet.id] = { x, y: y + row * (height + gapY), width: columns > 1 ? width : 0, height };
        });
      }
      y += rows * (height + gapY);
    }
    // A detached volume stands below the subnets of its lane.
    for (const lane of lanes) {
      let x = padding;
      for (const key of drawing.children.get(lane) ?? []) {
        const thing = drawing.things.get(key);
        if (!thing || thing.kind === 'subnet') continue;
        places[key] = { x, y };
        x += thing.width + gapX;
      }
    }
  }
  for (const [key, place] of Object.entries(places))
    if (place.width === 0) places[key] = { x: place.x, y: place.y, height: place.height ?? 0 };
  return places;
}

/** Up to three of a tier stand in a column; more make a grid. */
const columnsFor = (count: number): number => (count <= 3 ? 1 : Math.ceil(Math.sqrt(count)));

/** Rows of a VPC from the top: public tiers, then private ones, each in the order of its lowest address. */
function tiersOf(
  document: Scenario,
  vpcId: string,
  lanes: readonly PlaceKey[],
): readonly (readonly Cell[])[] {
  const rows = new Map<string, { rank: number; first: number; cells: Map<PlaceKey, Subnet[]> }>();
  for (const subnet of allOf(document, 'subnet')) {
    if (subnet.vpcId !== vpcId) continue;
    const rank = isPublic(document, subnet) ? 0 : 1;
    const key = `${rank} ${tierName(document, subnet)}`;
    const first = parseCidr4(subnet.cidrBlock ?? '')?.first ?? 2 ** 32;
    const row = rows.get(key) ?? { rank, first, cells: new Map<PlaceKey, Subnet[]>() };
    row.first = Math.min(row.first, first);
    const lane = `${vpcId}/${subnet.availabilityZone}`;
    row.cells.set(lane, [...(row.cells.get(lane) ?? []), subnet]);
    rows.set(key, row);
  }
  const address = (subnet: Subnet): number => parseCidr4(subnet.cidrBlock ?? '')?.first ?? 2 ** 32;
  return [...rows]
    .sort(([a, x], [b, y]) => x.rank - y.rank || x.first - y.first || (a < b ? -1 : 1))
    .map(([, row]) =>
      lanes
        .filter((lane) => row.cells.has(lane))
        .map((lane) => ({
          lane,
          subnets: [...(row.cells.get(lane) ?? [])].sort((a, b) => address(a) - address(b)),
        })),
    );
}

/** A name without what tells its zone: `web-a`, `web-us-east-1b` and `web 2` are one tier. Nameless: one tier. */
function tierName(document: Scenario, subnet: Subnet): string {
  const zoneName = getKind(document, subnet.availabilityZone, 'zone')?.zoneName ?? '';
  let name = (subnet.name ?? '').toLowerCase();
  if (zoneName) name = name.replaceAll(zoneName.toLowerCase(), '');
  return name
    .replace(/(^|[-_ .])(az|zone)?[-_ .]?([a-f]|\d{1,2}|\d[a-f])$/, '')
    .replace(/([a-z])\d$/, '$1')
    .replace(/[-_ .]+$/, '')
    .replace(/^subnet$/, '');
}

/**
 * A subnet is public if its route table has a route to an internet gateway.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 */
export function isPublic(document: Scenario, subnet: Subnet): boolean {
  const routes = routeTableOf(document, subnet)?.routes ?? [];
  return routes.some((route) => getKind(document, route.gatewayId, 'internet-gateway') !== undefined);
}

/** Lanes side by side; the last steps keep the zones in order. */
function lanePlaces(drawing: Drawing): Layout {
  const places: Record<string, LayoutBox> = {};
  const { header, padding, gapX } = BOXES.vpc;
  for (const thing of drawing.things.values()) {
    if (thing.kind !== 'vpc') continue;
    let x = padding;
    for (const key of drawing.children.get(thing.key) ?? []) {
      const lane = drawing.things.get(key);
      if (lane?.kind !== 'lane') continue;
      places[key] = { x, y: header };
      x += lane.width + gapX;
    }
  }
  return places;
}

/** VPCs of a region, or regions of the canvas, in rows that together are about as wide as a screen is. */
function rowsOf(drawing: Drawing, kind: 'vpc' | 'region'): Layout {
  const places: Record<string, LayoutBox> = {};
  const parents = kind === 'vpc' ? [...drawing.children.keys()] : [ROOT];
  for (const parent of parents) {
    const box = kind === 'vpc' ? BOXES.region : BOXES.canvas;
    const all = (drawing.children.get(parent) ?? []).flatMap((key) => drawing.things.get(key) ?? []);
    const boxes = all.filter((thing) => thing.kind === kind);
    if (boxes.length === 0) continue;
    const area = boxes.reduce((sum, { width, height }) => sum + (width + box.gapX) * (height + box.gapY), 0);
    const widest = Math.max(...boxes.map((thing) => thing.width));
    const rowWidth = Math.max(widest, Math.sqrt(area * SCREEN_RATIO));
    let [x, y, rowHeight] = [box.padding, box.header, 0];
    const loose = all.filter((thing) => kind === 'vpc' && thing.kind !== kind && thing.how === 'card');
    for (const thing of [...boxes, ...loose]) {
      if (x > box.padding && x + thing.width > box.padding + rowWidth) {
        x = box.padding;
        y += rowHeight + box.gapY;
        rowHeight = 0;
      }
      places[thing.key] = { x, y };
      x += thing.width + box.gapX;
      rowHeight = Math.max(rowHeight, thing.height);
    }
  }
  return places;
}

/** Width by height of the canvas on a usual screen. */
const SCREEN_RATIO = 1.6;
