/**
 * "The internet" means every public address and a missing port every port. The rules on the way cut both into
 * classes whose members fare alike; one packet of each class is enough.
 */
import { isSameFamily, nextAddress, previousAddress, type Address, type Cidr } from '../model/ip/address';
import type { Network } from './network';
import { GLOBAL_UNICAST, NOT_PUBLIC } from './packet';
import { ANY, type GroupRulePart } from './parts';
import type { Touched } from './walk';

/** Where a new class begins. */
export interface Cuts {
  readonly addresses: ReadonlySet<Address>;
  readonly ports: ReadonlySet<number>;
}

/** The bounds of every rule, entry, route and service the packets have met. */
export function cutsOf(touched: Touched, protocol: number): Cuts {
  const addresses = new Set<Address>();
  const ports = new Set<number>();
  const block = ({ first, last }: Cidr): void => {
    addresses.add(first);
    addresses.add(nextAddress(last));
  };
  const rule = (part: { readonly protocol: number; readonly from: number; readonly to: number }): boolean => {
    if (part.protocol !== ANY && part.protocol !== protocol) return false;
    if (part.protocol !== ANY) {
      ports.add(Math.max(0, part.from));
      ports.add(part.to + 1);
    }
    return true;
  };
  for (const group of touched.groups)
    for (const part of [...group.inbound, ...group.outbound])
      if (rule(part)) for (const known of blocksOf(part)) block(known);
  for (const acl of touched.acls)
    for (const entry of [...acl.inbound, ...acl.outbound]) if (rule(entry)) block(entry.block);
  for (const table of touched.tables) for (const route of table.routes) if (route.block) block(route.block);
  for (const host of touched.hosts)
    for (const service of host.services ?? [])
      if (service.protocol === protocol) {
        ports.add(service.port);
        ports.add(service.port + 1);
      }
  for (const port of touched.ports) {
    ports.add(port);
    ports.add(port + 1);
  }
  return { addresses, ports };
}

const blocksOf = ({ peer }: GroupRulePart): readonly Cidr[] =>
  peer.type === 'block' ? [peer.block] : peer.type === 'prefix-list' ? (peer.blocks ?? []) : [];

/** First and last, both included. */
export type AddressRange = readonly [Address, Address];

/** Every public address of a family; the blocks of VPCs are not somebody else's, whatever they are. */
export function publicRanges(network: Network, family: 4 | 6): readonly AddressRange[] {
  const [lowest, highest]: AddressRange =
    family === 4 ? [0, 0xffffffff] : [GLOBAL_UNICAST.first, GLOBAL_UNICAST.last];
  const taken: AddressRange[] = family === 4 ? NOT_PUBLIC.map(({ first, last }) => [first, last]) : [];
  for (const vpc of network.vpcs.values())
    for (const { first, last } of vpc.blocks) if (isSameFamily(first, lowest)) taken.push([first, last]);
  taken.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const ranges: AddressRange[] = [];
  let next = lowest;
  for (const [first, last] of taken) {
    if (first > next) ranges.push([next, previousAddress(first)]);
    if (last >= next) next = nextAddress(last);
  }
  if (next <= highest) ranges.push([next, highest]);
  return ranges;
}

/** Splits ranges at the cuts. */
export function cellsOf<T extends Address>(
  ranges: readonly (readonly [T, T])[],
  cuts: ReadonlySet<Address>,
): readonly (readonly [T, T])[] {
  const [some] = ranges;
  if (!some) return [];
  const at = [...cuts].filter((cut): cut is T => isSameFamily(cut, some[0])).sort((a, b) => (a < b ? -1 : 1));
  const cells: (readonly [T, T])[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    let from = first;
    while (next < at.length && (at[next] ?? first) <= first) next += 1;
    for (let i = next; i < at.length; i += 1) {
      const cut = at[i];
      if (cut === undefined || cut > last) break;
      cells.push([from, previousAddress(cut) as T]);
      from = cut;
    }
    cells.push([from, last]);
  }
  return cells;
}

/**
 * A member of a class that people recognise: the first of the wanted ones in it, else its first. Addresses of the
 * network itself are not somebody else's; `null` where a class has no others.
 */
export function memberOf<T extends Address>(
  [first, last]: readonly [T, T],
  wanted: readonly T[],
  isOwn: (value: T) => boolean,
): T | null {
  const known = wanted.find(
    (value) => isSameFamily(value, first) && value >= first && value <= last && !isOwn(value),
  );
  if (known !== undefined) return known;
  for (let value = first; value <= last; value = nextAddress(value) as T) if (!isOwn(value)) return value;
  return null;
}
