/** IPv6 blocks and addresses that are free: a /56 for a VPC, a /64 for a subnet, an address for an interface. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind } from '../catalog/lookup';
import {
  blockOf6,
  cidrOverlaps,
  isIpv6,
  makeAddress,
  makeCidr,
  parseAddress,
  parseCidr,
  parseIpv6,
  type Ipv6,
} from '../model/ip/address';
import type { ResourceId } from '../model/resource';

export interface Block6 {
  readonly first: Ipv6;
  readonly last: Ipv6;
  readonly prefix: number;
}

/** `null` if the text is no IPv6 block. */
export function parseBlock6(text: string | undefined): Block6 | null {
  const block = parseCidr(text ?? '');
  return block && isIpv6(block.first) && isIpv6(block.last)
    ? { first: block.first, last: block.last, prefix: block.prefix }
    : null;
}

/** AWS chooses the block of a VPC; here it is one of those kept for documentation: 2001:db8:1::/56, 2001:db8:2::/56 … */
export function nextVpcIpv6(document: Scenario): string {
  const taken = allOf(document, 'vpc').flatMap((vpc) => parseBlock6(vpc.ipv6CidrBlock) ?? []);
  for (let number = 1; ; number += 1) {
    const block = blockOf6(parseIpv6(`2001:db8:${number.toString(16)}::`) ?? 0n, 56);
    if (!taken.some((other) => cidrOverlaps(other, block))) return makeCidr(block);
  }
}

/** The lowest free /64 of the VPC's block; `undefined` where it has none. */
export function nextSubnetIpv6(document: Scenario, vpcId: ResourceId): string | undefined {
  const outer = parseBlock6(getKind(document, vpcId, 'vpc')?.ipv6CidrBlock);
  if (!outer) return undefined;
  const taken = ipv6BlocksOf(document, vpcId).map(({ block }) => block);
  const size = 1n << 64n;
  for (let first = outer.first; first <= outer.last; first += size) {
    const block = blockOf6(first, 64);
    if (!taken.some((other) => cidrOverlaps(other, block))) return makeCidr(block);
  }
  return undefined;
}

export const ipv6BlocksOf = (
  document: Scenario,
  vpcId: ResourceId,
): readonly { readonly subnet: ResourceOf<'subnet'>; readonly block: Block6 }[] =>
  allOf(document, 'subnet').flatMap((subnet) => {
    const block = subnet.vpcId === vpcId ? parseBlock6(subnet.ipv6CidrBlock) : null;
    return block ? [{ subnet, block }] : [];
  });

/** Who has which IPv6 address of a subnet. */
export function ipv6AddressesIn(document: Scenario, subnetId: ResourceId): ReadonlyMap<Ipv6, ResourceId> {
  const held = new Map<Ipv6, ResourceId>();
  for (const eni of allOf(document, 'network-interface')) {
    if (eni.subnetId !== subnetId) continue;
    for (const text of eni.ipv6Addresses ?? []) {
      const address = parseAddress(text);
      if (address !== null && isIpv6(address)) held.set(address, eni.id);
    }
  }
  return held;
}

/** AWS keeps the first four addresses and the last. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const isReserved6 = (block: Block6, address: Ipv6): boolean =>
  address < block.first + 4n || address === block.last;

/** @param besides addresses of the same request. */
export function nextIpv6Address(
  document: Scenario,
  subnetId: ResourceId,
  besides: ReadonlySet<Ipv6> = new Set(),
): string | undefined {
  const block = parseBlock6(getKind(document, subnetId, 'subnet')?.ipv6CidrBlock);
  if (!block) return undefined;
  const held = ipv6AddressesIn(document, subnetId);
  for (let address = block.first + 4n; address < block.last; address += 1n)
    if (!held.has(address) && !besides.has(address)) return makeAddress(address);
  return undefined;
}
