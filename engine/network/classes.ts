/**
 * "The internet" means every public address and a missing port every port. The rules on the way cut both into
 * classes whose members fare alike; one packet of each class is enough.
 */
import { NOT_PUBLIC, type Range } from './packet';
import { ANY } from './parts';
import type { Network } from './network';
import type { Touched } from './walk';

/** Where a new class begins. */
export interface Cuts {
  readonly addresses: ReadonlySet<number>;
  readonly ports: ReadonlySet<number>;
}

/** The bounds of every rule, entry and route the packets have met. */
export function cutsOf(touched: Touched, protocol: number): Cuts {
  const addresses = new Set<number>();
  const ports = new Set<number>();
  const block = ({ first, last }: { readonly first: number; readonly last: number }): void => {
    addresses.add(first);
    addresses.add(last + 1);
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
      if (rule(part) && part.peer.type === 'block') block(part.peer.block);
  for (const acl of touched.acls)
    for (const entry of [...acl.inbound, ...acl.outbound]) if (rule(entry)) block(entry.block);
  for (const table of touched.tables) for (const route of table.routes) if (route.block) block(route.block);
  return { addresses, ports };
}

/** Every public address; the blocks of VPCs are private, whatever they are. */
export function publicRanges(network: Network): readonly Range[] {
  const taken: Range[] = NOT_PUBLIC.map(({ first, last }) => [first, last]);
  for (const vpc of network.vpcs.values())
    for (const { first, last } of vpc.blocks) taken.push([first, last]);
  taken.sort((a, b) => a[0] - b[0]);
  const ranges: Range[] = [];
  let next = 0;
  for (const [first, last] of taken) {
    if (first > next) ranges.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= 0xffffffff) ranges.push([next, 0xffffffff]);
  return ranges;
}

/** Splits ranges at the cuts. */
export function cellsOf(ranges: readonly Range[], cuts: ReadonlySet<number>): readonly Range[] {
  const at = [...cuts].sort((a, b) => a - b);
  const cells: Range[] = [];
  let next = 0;
  for (const [first, last] of ranges) {
    let from = first;
    while (next < at.length && (at[next] ?? 0) <= first) next += 1;
    for (let i = next; i < at.length; i += 1) {
      const cut = at[i] ?? 0;
      if (cut > last) break;
      cells.push([from, cut - 1]);
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
export function memberOf(
  [first, last]: Range,
  wanted: readonly number[],
  isOwn: (value: number) => boolean,
): number | null {
  const known = wanted.find((value) => value >= first && value <= last && !isOwn(value));
  if (known !== undefined) return known;
  for (let value = first; value <= last; value += 1) if (!isOwn(value)) return value;
  return null;
}
