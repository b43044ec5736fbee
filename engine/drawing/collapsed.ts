/** Boxes drawn as chips: what they hide, what leads to them instead, and what they hold. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { get } from '../catalog/lookup';
import type { Drawing, Drawn, Hidden, Standing } from './drawn';
import { ROOT, type DrawnKind, type PlaceKey } from './place';

/** Only boxes can be collapsed, whatever a layout says of other things. */
export function collapsedBoxes(
  document: Scenario,
  nodes: ReadonlyMap<PlaceKey, Standing>,
): ReadonlySet<PlaceKey> {
  const found = new Set<PlaceKey>();
  for (const [key, place] of Object.entries(document.layout))
    if (place.collapsed && nodes.get(key)?.how === 'box') found.add(key);
  return found;
}

export function hide(
  nodes: ReadonlyMap<PlaceKey, Standing>,
  children: ReadonlyMap<PlaceKey, readonly PlaceKey[]>,
  collapsed: ReadonlySet<PlaceKey>,
): ReadonlyMap<PlaceKey, Hidden> {
  const hidden = new Map<PlaceKey, Hidden>();
  const visit = (parent: PlaceKey, behind: PlaceKey): void => {
    for (const key of children.get(parent) ?? []) {
      const node = nodes.get(key);
      if (node) hidden.set(key, { kind: node.kind, parent, behind });
      visit(key, behind);
    }
  };
  const isInside = (key: PlaceKey): boolean => {
    for (let node = nodes.get(key); node?.parent; node = nodes.get(node.parent))
      if (collapsed.has(node.parent)) return true;
    return false;
  };
  for (const key of collapsed) if (!isInside(key)) visit(key, key);
  return hidden;
}

/** The thing as drawn, or the collapsed box it stands in: where lines and marks of a hidden thing end. */
export const shownAs = (drawing: Drawing, key: PlaceKey | undefined): Drawn | undefined =>
  key === undefined
    ? undefined
    : (drawing.things.get(key) ?? drawing.things.get(drawing.hidden.get(key)?.behind ?? ''));

/** Every collapsed box that must be expanded before a thing is drawn, from the inside out. */
export function hidersOf(document: Scenario, drawing: Drawing, key: PlaceKey): readonly PlaceKey[] {
  const found: PlaceKey[] = [];
  for (let inner = drawing.hidden.get(key); inner; inner = drawing.hidden.get(inner.parent))
    if (document.layout[inner.parent]?.collapsed) found.push(inner.parent);
  return found;
}

/** Everything that stands in a box, on whatever level, hidden or not. */
export function contentsOf(drawing: Drawing, key: PlaceKey): readonly PlaceKey[] {
  const found: PlaceKey[] = [];
  const visit = (box: PlaceKey): void => {
    for (const child of drawing.children.get(box) ?? []) {
      found.push(child);
      visit(child);
    }
  };
  visit(key);
  return found;
}

/** What one asks first of a box: how much room, how many machines, which ways out. */
const COUNTED = [
  'vpc',
  'subnet',
  'instance',
  'nat-gateway',
  'load-balancer',
  'vpc-endpoint',
  'internet-gateway',
  'egress-only-internet-gateway',
] as const satisfies readonly DrawnKind[];

export type CountedKind = (typeof COUNTED)[number] | 'network-interface' | 'volume';

export interface Holding {
  readonly kind: CountedKind;
  readonly count: number;
}

// Every box of a drawing is asked at once.
const known = new WeakMap<Drawing, ReadonlyMap<PlaceKey, readonly Holding[]>>();

/**
 * What a box holds by kind, on whatever level, in a fixed order, kinds without any left out. Interfaces and volumes of
 * machines go with their machines; only those that stand alone count.
 */
export function holdingsOf(document: Scenario, drawing: Drawing, key: PlaceKey): readonly Holding[] {
  let all = known.get(drawing);
  if (!all) known.set(drawing, (all = countAll(document, drawing)));
  return all.get(key) ?? [];
}

const ORDER: readonly CountedKind[] = [...COUNTED, 'network-interface', 'volume'];

function countAll(document: Scenario, drawing: Drawing): ReadonlyMap<PlaceKey, readonly Holding[]> {
  const found = new Map<PlaceKey, readonly Holding[]>();
  const count = (key: PlaceKey): ReadonlyMap<CountedKind, number> => {
    const counts = new Map<CountedKind, number>();
    const add = (kind: CountedKind, more: number): void =>
      void counts.set(kind, (counts.get(kind) ?? 0) + more);
    for (const child of drawing.children.get(key) ?? []) {
      const kind = countedAs(get(document, child));
      if (kind) add(kind, 1);
      for (const [inner, more] of count(child)) add(inner, more);
    }
    const list = ORDER.flatMap((kind) => {
      const total = counts.get(kind);
      return total === undefined ? [] : [{ kind, count: total }];
    });
    if (list.length > 0) found.set(key, list);
    return counts;
  };
  count(ROOT);
  return found;
}

function countedAs(resource: Resource | undefined): CountedKind | undefined {
  if (resource?.kind === 'network-interface' || resource?.kind === 'volume')
    return resource.attachment ? undefined : resource.kind;
  return COUNTED.find((kind) => kind === resource?.kind);
}
