/** Who has an address: of an interface its own ones, and those of the blocks delegated to it. */
import { cidrHas, type Address } from '../model/ip/address';
import type { Interface, Nat, Subnet, Vpc } from './network';

export const owns = (at: Interface, address: Address): boolean =>
  at.addresses.includes(address) || at.prefixes.some((block) => cidrHas(block, address));

export const ownerOf = (vpc: Vpc, address: Address): Interface | Nat | undefined =>
  vpc.owners.get(address) ?? vpc.delegated.find(({ block }) => cidrHas(block, address))?.owner;

/** Is the address one of the subnet's? */
export const isInSubnet = (subnet: Subnet, address: Address): boolean =>
  subnet.blocks.some((block) => cidrHas(block, address));

export const isInVpc = (vpc: Vpc, address: Address): boolean =>
  vpc.blocks.some((block) => cidrHas(block, address));
