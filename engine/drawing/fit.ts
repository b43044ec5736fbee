/**
 * Where everything is drawn: sizes from the inside out, so that every box at every level holds what stands in it.
 * A pure function of resources and layout. React Flow's `expandParent` stops at the parent; this does not.
 */
import type { Scenario } from '../catalog/descriptors';
import { get, sorted } from '../catalog/lookup';
import { alignLanes, layShelf, raiseWorld } from './beside-flow';
import { dockedOn, instanceCardSize } from './card';
import { chipsOf, type Chips } from './chips';
import { collapsedBoxes, hide } from './collapsed';
import type { Drawing, Drawn, Standing } from './drawn';
import { pack, type Item, type Packing, type Rect } from './pack';
import { drawnIn, lanesOf, parseLaneKey, ROOT, type PlaceKey } from './place';
import {
  BORDER_ICON,
  BORDER_STEP,
  BOXES,
  COLLAPSED_BOX,
  GATEWAY_CARD,
  INSTANCE_CARD,
  NAT_CARD,
  PORT,
  SHELF_CHIP,
  VOLUME_CARD,
  WORLD_CARD,
  type BoxKind,
  type Size,
} from './sizes';

export type { Drawing, Drawn } from './drawn';
export { ROOT } from './place';

interface Sheet {
  readonly document: Scenario;
  readonly nodes: ReadonlyMap<PlaceKey, Standing>;
  readonly children: ReadonlyMap<PlaceKey, readonly PlaceKey[]>;
  readonly collapsed: ReadonlySet<PlaceKey>;
  readonly chips: Chips;
  readonly rects: Map<PlaceKey, Rect>;
}

/** Fits every box around what stands in it. */
export function fit(document: Scenario): Drawing {
  const sheet = collect(document);
  measure(sheet, ROOT, 'canvas');
  const things = new Map<PlaceKey, Drawn>();
  const bounds = settle(sheet, ROOT, 0, 0, things);
  const hidden = hide(sheet.nodes, sheet.children, sheet.collapsed);
  return { things, children: sheet.children, hidden, chips: sheet.chips, bounds };
}

function collect(document: Scenario): Sheet {
  const nodes = new Map<PlaceKey, Standing>();
  const children = new Map<PlaceKey, PlaceKey[]>();
  const lanes = lanesOf(document);
  const chips = chipsOf(document);
  const shelved = new Set([...chips.shelved.values()].flat());
  const add = (node: Standing): void => {
    nodes.set(node.key, node);
    const key = node.parent ?? ROOT;
    const siblings = children.get(key);
    if (siblings) siblings.push(node.key);
    else children.set(key, [node.key]);
  };
  for (const key of lanes) add({ key, kind: 'lane', how: 'box', parent: parseLaneKey(key)?.vpcId ?? null });
  for (const resource of sorted(document)) {
    if (resource.kind === 'zone') continue;
    const place = drawnIn(document, resource.id, lanes);
    if (place.how === 'chip' && !shelved.has(resource.id)) continue;
    add({ key: resource.id, kind: resource.kind, ...place });
  }
  return { document, nodes, children, collapsed: collapsedBoxes(document, nodes), chips, rects: new Map() };
}

/** Places the children of a box and tells how large it must be. */
function measure(sheet: Sheet, key: PlaceKey, box: BoxKind): Size {
  const { document, nodes, rects } = sheet;
  const metrics = BOXES[box];
  const standing: Item[] = [];
  const border: PlaceKey[] = [];
  const shelf: PlaceKey[] = [];
  const world: PlaceKey[] = [];
  for (const child of sheet.children.get(key) ?? []) {
    const node = nodes.get(child);
    if (!node) continue;
    if (node.how === 'border') border.push(child);
    else if (node.how === 'chip') shelf.push(child);
    else if (node.how === 'world' && !Object.hasOwn(document.layout, child)) world.push(child);
    else standing.push(itemOf(sheet, node));
  }

  standing.sort((a, b) => rank(nodes.get(a.key)) - rank(nodes.get(b.key)));
  const placed = pack(standing, packingOf(box, standing));
  raiseWorld(world, placed);
  if (box === 'vpc')
    alignLanes(placed, (child) => nodes.get(child)?.kind === 'lane' && !sheet.collapsed.has(child));
  let right = 0;
  let bottom = metrics.header;
  for (const [child, rect] of placed) {
    rects.set(child, rect);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  const wanted = Object.hasOwn(document.layout, key) ? document.layout[key] : undefined;
  const width = Math.max(
    metrics.min.width,
    right + metrics.padding,
    wanted?.width ?? 0,
    borderWidth(border.length),
  );
  if (box === 'lane') stretchSubnets(sheet, placed, width - metrics.padding);

  let height = Math.max(metrics.min.height, bottom + metrics.padding, wanted?.height ?? 0);
  if (shelf.length > 0) height = layShelf(shelf, rects, { width, height, bottom }, metrics.padding);
  layBorder(sheet, border, width);
  return { width, height };
}

/** Machines first, then gateways, then what is smaller; boxes before what stands beside them. */
const rank = (node: Standing | undefined): number =>
  node?.how === 'box' || node?.kind === 'instance' ? 0 : node?.kind === 'nat-gateway' ? 1 : 2;

function itemOf(sheet: Sheet, node: Standing): Item {
  const { document } = sheet;
  const wanted = Object.hasOwn(document.layout, node.key) ? document.layout[node.key] : undefined;
  const size = sizeOf(sheet, node);
  return wanted
    ? { key: node.key, ...size, wanted: { x: wanted.x, y: wanted.y } }
    : { key: node.key, ...size };
}

function sizeOf(sheet: Sheet, node: Standing): Size {
  switch (node.kind) {
    case 'region':
    case 'vpc':
    case 'lane':
    case 'subnet':
      return sheet.collapsed.has(node.key) ? COLLAPSED_BOX : measure(sheet, node.key, node.kind);
    case 'instance': {
      const resource = get(sheet.document, node.key);
      if (resource?.kind !== 'instance') return INSTANCE_CARD;
      for (const [key, rect] of dockedOn(sheet.document, resource)) sheet.rects.set(key, rect);
      return instanceCardSize(sheet.document, resource);
    }
    case 'nat-gateway':
      return NAT_CARD;
    case 'network-interface':
      return PORT;
    case 'volume':
      return VOLUME_CARD;
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
    case 'load-balancer':
      return GATEWAY_CARD;
    case 'internet':
      return WORLD_CARD;
    case 'zone':
    case 'elastic-ip':
    case 'placement-group':
    case 'security-group':
    case 'network-acl':
    case 'route-table':
    case 'target-group':
    case 'vpc-peering-connection':
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
    case 'other-resource':
      return SHELF_CHIP;
  }
}

function packingOf(box: BoxKind, items: readonly Item[]): Packing {
  const { header, padding, gapX, gapY } = BOXES[box];
  const origin = { originX: padding, originY: header, gapX, gapY };
  const widest = items.reduce((most, item) => Math.max(most, item.width), 0);
  const columns = (count: number): number => count * (widest + gapX);
  const square = Math.ceil(Math.sqrt(items.length));
  switch (box) {
    case 'canvas':
      return { ...origin, rowWidth: columns(Math.max(2, square)), push: 'away', unbounded: true };
    case 'region':
      return { ...origin, rowWidth: columns(Math.max(2, square)), push: 'away' };
    case 'vpc':
      return { ...origin, rowWidth: Infinity, push: 'right' };
    case 'lane':
      return { ...origin, rowWidth: items.length <= 6 ? 0 : columns(square), push: 'away' };
    case 'subnet':
      return { ...origin, rowWidth: columns(Math.max(2, square)), push: 'away' };
  }
}

/** A subnet with nothing beside it fills its lane from edge to edge. */
function stretchSubnets(sheet: Sheet, placed: ReadonlyMap<PlaceKey, Rect>, right: number): void {
  const rects = [...placed.values()];
  for (const [key, rect] of placed) {
    if (sheet.nodes.get(key)?.kind !== 'subnet') continue;
    const beside = rects.some(
      (other) => other.x > rect.x && other.y < rect.y + rect.height && rect.y < other.y + other.height,
    );
    if (!beside) sheet.rects.set(key, { ...rect, width: Math.max(rect.width, right - rect.x) });
  }
}

/** Up to eight with room for their names, more of them closer together. */
const borderWidth = (count: number): number =>
  BORDER_ICON.width + Math.max(Math.min(count, 8) * BORDER_STEP, count * BORDER_ICON.width);

/**
 * Gateways, endpoints and balancers sit on the top border, half above it: those that were put somewhere there, the
 * others from the middle to the right, then to the left. None covers another.
 */
function layBorder(sheet: Sheet, border: readonly PlaceKey[], width: number): void {
  const right = width - BORDER_ICON.width;
  const wantedOf = (key: PlaceKey): number | undefined =>
    Object.hasOwn(sheet.document.layout, key) ? sheet.document.layout[key]?.x : undefined;
  const taken: number[] = [];
  const put = (key: PlaceKey, wanted: number, end = right): void => {
    const x = freeNear(Math.min(Math.max(wanted, 0), end), taken, BORDER_STEP, end);
    taken.push(x);
    sheet.rects.set(key, { x, y: -BORDER_ICON.height / 2, ...BORDER_ICON });
  };
  const placed = border.filter((key) => wantedOf(key) !== undefined);
  for (const key of placed.sort((a, b) => (wantedOf(a) ?? 0) - (wantedOf(b) ?? 0)))
    put(key, wantedOf(key) ?? 0);
  const middle = width / 2 - BORDER_ICON.width / 2;
  // The internet gateway stands in the middle; a name ends before the corner.
  const others = border.filter((key) => wantedOf(key) === undefined);
  others.sort((a, b) => Number(isInternetGateway(sheet, b)) - Number(isInternetGateway(sheet, a)));
  for (const key of others) put(key, middle, Math.max(middle, width - BORDER_STEP));
}

const isInternetGateway = (sheet: Sheet, key: PlaceKey): boolean =>
  sheet.nodes.get(key)?.kind === 'internet-gateway';

/** The place nearest to the right that keeps its distance, else to the left; the box is wide enough for one. */
function freeNear(wanted: number, taken: readonly number[], apart: number, right: number): number {
  const isFree = (x: number): boolean => taken.every((other) => Math.abs(other - x) >= apart);
  for (const step of [apart, -apart]) {
    let x = wanted;
    while (x >= 0 && x <= right && !isFree(x)) {
      const at = x;
      const blocking = taken.filter((other) => Math.abs(other - at) < apart);
      x = step > 0 ? Math.max(...blocking) + apart : Math.min(...blocking) - apart;
    }
    if (x >= 0 && x <= right) return x;
  }
  // Where names find no room, the icons do.
  return apart > BORDER_ICON.width ? freeNear(wanted, taken, BORDER_ICON.width, right) : wanted;
}

/** Absolute corners, from the outside in. @returns the bounds of what stands on the canvas. */
function settle(sheet: Sheet, key: PlaceKey, left: number, top: number, things: Map<PlaceKey, Drawn>): Rect {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const child of sheet.children.get(key) ?? []) {
    const rect = sheet.rects.get(child);
    const node = sheet.nodes.get(child);
    if (!rect || !node) continue;
    // Written out: spreading two objects for every thing is what a frame has no time for.
    const drawn: Drawn = {
      key: child,
      kind: node.kind,
      how: node.how,
      parent: node.parent,
      x: rect.x,
      y: rect.y,
      width: rect.width,
      height: rect.height,
      left: left + rect.x,
      top: top + rect.y,
      collapsed: sheet.collapsed.has(child),
    };
    things.set(child, drawn);
    if (drawn.left < x1) x1 = drawn.left;
    if (drawn.top < y1) y1 = drawn.top;
    if (drawn.left + rect.width > x2) x2 = drawn.left + rect.width;
    if (drawn.top + rect.height > y2) y2 = drawn.top + rect.height;
    if (!drawn.collapsed) settle(sheet, child, drawn.left, drawn.top, things);
  }
  return x1 > x2 ? { x: 0, y: 0, width: 0, height: 0 } : { x: x1, y: y1, width: x2 - x1, height: y2 - y1 };
}
