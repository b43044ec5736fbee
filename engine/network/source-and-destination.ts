/** The two ends of a packet: which interface and address the source takes, and what the destination is addressed by. */
import type { Ipv4 } from '../model/ip/ipv4';
import type { Endpoint } from './endpoints';
import { exitOf } from './interface-steps';
import type { Interface } from './network';
import type { Range } from './packet';
import type { Walk } from './walk';

/** Ports that clients on the internet start from: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const INTERNET_PORTS: Range = [1024, 65535];

export interface Source {
  readonly end: Endpoint;
  readonly interface: Interface | null;
  readonly address: Ipv4;
  readonly clientPorts: Range;
}

/** @returns the interface, the address and the ports that a packet to this destination sets out from. */
export function settleSource(from: Endpoint, to: Endpoint): Source {
  switch (from.type) {
    case 'host': {
      const wanted = addressOf(to);
      const first = from.host.interfaces[0];
      const chosen = first && wanted !== null ? exitOf(from.host, wanted, first) : first;
      return {
        end: from,
        interface: chosen ?? null,
        address: chosen?.addresses[0] ?? 0,
        clientPorts: from.host.clientPorts,
      };
    }
    case 'interface':
      return {
        end: from,
        interface: from.interface,
        address: from.address ?? from.interface.addresses[0] ?? 0,
        clientPorts: from.interface.host?.clientPorts ?? INTERNET_PORTS,
      };
    case 'internet':
    case 'address':
      return { end: from, interface: null, address: from.address ?? 0, clientPorts: INTERNET_PORTS };
    case 'nat':
      return { end: from, interface: null, address: from.nat.address, clientPorts: INTERNET_PORTS };
    case 'ipv6':
      return { end: from, interface: null, address: 0, clientPorts: INTERNET_PORTS };
  }
}

/** Inside the network the private address; from the internet the public one, if there is any. */
export function destinationFor(walk: Walk, source: Source, to: Endpoint): Ipv4 | null {
  if (source.interface) return addressOf(to);
  switch (to.type) {
    case 'host':
      return publicAddressOf(to.host.interfaces);
    case 'interface':
      return to.address === null
        ? publicAddressOf([to.interface])
        : (to.interface.subnet.vpc.publicByPrivate.get(to.address) ?? null);
    case 'nat':
      return to.nat.publicAddress;
    case 'address': {
      // A private address that is named from outside: the public one of its only owner.
      const owners = walk.network.privateOwners.get(to.address) ?? [];
      const [owner] = owners;
      if (owners.length !== 1 || !owner) return to.address;
      return owner.subnet.vpc.publicByPrivate.get(to.address) ?? to.address;
    }
    case 'internet':
      return to.address;
    case 'ipv6':
      return null;
  }
}

const addressOf = (to: Endpoint): Ipv4 | null => {
  switch (to.type) {
    case 'host':
      return to.host.interfaces[0]?.addresses[0] ?? null;
    case 'interface':
      return to.address ?? to.interface.addresses[0] ?? null;
    case 'nat':
      return to.nat.address;
    case 'address':
    case 'internet':
      return to.address;
    case 'ipv6':
      return null;
  }
};

function publicAddressOf(interfaces: readonly Interface[]): Ipv4 | null {
  for (const { addresses, subnet } of interfaces)
    for (const address of addresses) {
      const found = subnet.vpc.publicByPrivate.get(address);
      if (found !== undefined) return found;
    }
  return null;
}

/** The interface that an end stands for: of an instance its primary one. */
export const interfaceOf = (end: Endpoint): Interface | null => {
  if (end.type === 'host') return end.host.interfaces[0] ?? null;
  return end.type === 'interface' ? end.interface : null;
};
