/** The next free private address of a subnet, and which addresses are nobody's to take. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind } from '../catalog/lookup';
import { makeIpv4, parseCidr4, type Cidr4, type Ipv4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';

/**
 * The first four addresses of a subnet and the last one are AWS's.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const isReserved = (block: Cidr4, address: Ipv4): boolean =>
  address < block.first + 4 || address === block.last;

/** Addresses of interfaces and NAT gateways in a subnet, with who holds each. */
export function addressesIn(document: Scenario, subnetId: ResourceId): ReadonlyMap<string, ResourceId> {
  const held = new Map<string, ResourceId>();
  for (const eni of allOf(document, 'network-interface')) {
    if (eni.subnetId !== subnetId) continue;
    for (const address of privateAddresses(eni)) held.set(address, eni.id);
  }
  for (const nat of allOf(document, 'nat-gateway'))
    if (nat.subnetId === subnetId) held.set(nat.privateIpAddress, nat.id);
  return held;
}

export const privateAddresses = (eni: ResourceOf<'network-interface'>): readonly string[] => [
  ...(eni.privateIpAddress === undefined ? [] : [eni.privateIpAddress]),
  ...(eni.secondaryPrivateIpAddresses ?? []),
];

/** @returns the lowest free address; `undefined` when the subnet is full or has no IPv4 block. */
export function nextAddress(document: Scenario, subnetId: ResourceId): string | undefined {
  const block = parseCidr4(getKind(document, subnetId, 'subnet')?.cidrBlock ?? '');
  if (!block) return undefined;
  const held = addressesIn(document, subnetId);
  for (let address = block.first + 4; address < block.last; address += 1) {
    const text = makeIpv4(address);
    if (!held.has(text)) return text;
  }
  return undefined;
}
