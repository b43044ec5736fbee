/** The order of VPCs: those that are peered stand beside each other, a hub between its spokes. */
import type { Scenario } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import type { Rect } from '../pack';
import type { PlaceKey } from '../place';

export type Pairs = readonly (readonly [PlaceKey, PlaceKey])[];

export const peersOf = (document: Scenario): Pairs =>
  allOf(document, 'vpc-peering-connection').flatMap(({ vpcId, peerVpcId }) =>
    vpcId !== undefined && peerVpcId !== undefined && vpcId !== peerVpcId
      ? [[vpcId, peerVpcId] as const]
      : [],
  );

/** Chains of what belongs together, each begun at the key with the most ties and grown at both ends; else as given. */
export function chained(keys: readonly PlaceKey[], pairs: Pairs): readonly PlaceKey[] {
  const here = new Set(keys);
  const tied = new Map<PlaceKey, PlaceKey[]>(keys.map((key) => [key, []]));
  for (const [a, b] of pairs) {
    if (!here.has(a) || !here.has(b)) continue;
    tied.get(a)?.push(b);
    tied.get(b)?.push(a);
  }
  const ties = (key: PlaceKey): readonly PlaceKey[] => tied.get(key) ?? [];
  const seen = new Set<PlaceKey>();
  const order: PlaceKey[] = [];
  for (const key of keys) {
    if (seen.has(key)) continue;
    const members = reached(key, ties);
    for (const member of members) seen.add(member);
    const hub = keys
      .filter((one) => members.has(one))
      .reduce((most, one) => (ties(one).length > ties(most).length ? one : most), key);
    order.push(...chainFrom(hub, ties, keys));
  }
  return order;
}

function reached(from: PlaceKey, ties: (key: PlaceKey) => readonly PlaceKey[]): ReadonlySet<PlaceKey> {
  const found = new Set([from]);
  for (const key of found) for (const other of ties(key)) found.add(other);
  return found;
}

function chainFrom(
  hub: PlaceKey,
  ties: (key: PlaceKey) => readonly PlaceKey[],
  keys: readonly PlaceKey[],
): readonly PlaceKey[] {
  const rank = new Map(keys.map((key, index) => [key, index]));
  let chain = [hub];
  const waiting = [hub];
  const placed = new Set([hub]);
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    for (const other of [...ties(key)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))) {
      if (placed.has(other)) continue;
      placed.add(other);
      waiting.push(other);
      const toEnd = chain.length - 1 - chain.indexOf(key);
      chain = toEnd <= chain.indexOf(key) ? [...chain, other] : [other, ...chain];
    }
  }
  return chain;
}

/** Pairs with neither a level nor an upright line of sight between them. */
export function tornApart(places: ReadonlyMap<PlaceKey, Rect>, pairs: Pairs): number {
  return pairs.filter(([a, b]) => {
    const [one, other] = [places.get(a), places.get(b)];
    if (!one || !other) return false;
    const level = one.y < other.y + other.height && other.y < one.y + one.height;
    const upright = one.x < other.x + other.width && other.x < one.x + one.width;
    return !level && !upright;
  }).length;
}
