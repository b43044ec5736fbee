/** Which addresses of a subnet can be used, and which are. */
import { makeIpv4, parseCidr4 } from '../model/ip/ipv4';
import type { ResourceOf, Scenario } from './descriptors';
import { allOf, getKind } from './lookup';

/** The first four and the last address are AWS's own. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const RESERVED_ADDRESSES = 5;

/** How many addresses EC2 can hand out in a block: /24 has 251, /28 has 11. */
export function usableAddresses(cidrBlock: string): number {
  const cidr = parseCidr4(cidrBlock);
  return cidr ? Math.max(0, 2 ** (32 - cidr.prefix) - RESERVED_ADDRESSES) : 0;
}

/** Every private IPv4 address taken in a subnet, with whose it is. */
export function takenAddresses(document: Scenario, subnetId: string): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const eni of allOf(document, 'network-interface')) {
    if (eni.subnetId !== subnetId) continue;
    if (eni.privateIpAddress) taken.set(eni.privateIpAddress, eni.id);
    for (const address of eni.secondaryPrivateIpAddresses ?? []) taken.set(address, eni.id);
  }
  for (const nat of allOf(document, 'nat-gateway'))
    if (nat.subnetId === subnetId) taken.set(nat.privateIpAddress, nat.id);
  return taken;
}

/** @returns the lowest address of a subnet that is free; `null` where it is full or has no IPv4 block */
export function freeAddress(document: Scenario, subnetId: string): string | null {
  const block = parseCidr4(getKind(document, subnetId, 'subnet')?.cidrBlock ?? '');
  if (!block) return null;
  const taken = takenAddresses(document, subnetId);
  for (let address = block.first + 4; address < block.last; address += 1) {
    const text = makeIpv4(address);
    if (!taken.has(text)) return text;
  }
  return null;
}

/** The resolver of a VPC: the base of its primary block plus two. https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
export function resolverAddress(vpc: ResourceOf<'vpc'>): string | null {
  const cidr = parseCidr4(vpc.cidrBlock);
  return cidr ? makeIpv4(cidr.first + 2) : null;
}
