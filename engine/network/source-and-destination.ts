/** The two ends of a packet: which interface and address the source takes, and what the destination is addressed by. */
import { isIpv6, nextAddress, type Address } from '../model/ip/address';
import type { Endpoint } from './endpoints';
import { exitOf } from './interface-steps';
import { servingNodes } from './balancer-targets';
import { choose } from './choices';
import type { Endpoint as VpcEndpoint, Interface } from './network';
import type { Range } from './packet';
import type { Walk } from './walk';

/** Ports that clients on the internet start from: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const INTERNET_PORTS: Range = [1024, 65535];

export type Family = 4 | 6;

export const familyOf = (address: Address): Family => (isIpv6(address) ? 6 : 4);

export interface Source {
  readonly end: Endpoint;
  readonly interface: Interface | null;
  readonly address: Address;
  readonly clientPorts: Range;
}

/** The family both ends speak: that of an address that was named, else IPv4 where both have it, else IPv6. */
export function familyBetween(from: Endpoint, to: Endpoint): Family {
  for (const end of [to, from]) {
    const named = namedAddress(end);
    if (named !== null) return familyOf(named);
  }
  const both = (family: Family): boolean => [from, to].every((end) => speaks(end, family));
  return both(4) || !both(6) ? 4 : 6;
}

function namedAddress(end: Endpoint): Address | null {
  switch (end.type) {
    case 'address':
    case 'interface':
    case 'internet':
      return end.address;
    case 'host':
    case 'nat':
    case 'balancer':
    case 'endpoint':
      return null;
  }
}

function speaks(end: Endpoint, family: Family): boolean {
  switch (end.type) {
    case 'host':
      return end.host.interfaces.some((own) => addressOn(own, family) !== null);
    case 'interface':
      return addressOn(end.interface, family) !== null;
    case 'nat':
      return family === 4;
    case 'balancer':
      return end.balancer.nodes.some((own) => addressOn(own, family) !== null) || family === 4;
    case 'endpoint':
      return family === 4;
    case 'address':
    case 'internet':
      return true;
  }
}

const addressOn = (own: Interface, family: Family): Address | null =>
  own.addresses.find((address) => familyOf(address) === family) ?? null;

/** @returns the interface, the address and the ports that a packet to this destination sets out from. */
export function settleSource(from: Endpoint, to: Endpoint, family: Family): Source {
  switch (from.type) {
    case 'host': {
      const wanted = addressOf(to, family);
      const { interfaces, clientPorts } = from.host;
      const first = interfaces.find((own) => addressOn(own, family) !== null) ?? interfaces[0];
      const exit = first && wanted !== null ? exitOf(from.host, wanted, first) : first;
      const chosen = exit && addressOn(exit, family) !== null ? exit : first;
      return {
        end: from,
        interface: chosen ?? null,
        address: (chosen && addressOn(chosen, family)) ?? 0,
        clientPorts,
      };
    }
    case 'interface':
      return {
        end: from,
        interface: from.interface,
        address: from.address ?? addressOn(from.interface, family) ?? 0,
        clientPorts: from.interface.host?.clientPorts ?? INTERNET_PORTS,
      };
    case 'internet':
    case 'address':
      return { end: from, interface: null, address: from.address ?? 0, clientPorts: INTERNET_PORTS };
    case 'nat':
      return { end: from, interface: null, address: from.nat.address, clientPorts: INTERNET_PORTS };
    case 'balancer':
    case 'endpoint':
      return { end: from, interface: null, address: 0, clientPorts: INTERNET_PORTS };
  }
}

/** Inside the network the private address; from the internet the public one, if there is any. */
export function destinationFor(walk: Walk, source: Source, to: Endpoint, family: Family): Address | null {
  if (to.type === 'balancer') return nodeAddress(walk, source, to, family);
  if (to.type === 'endpoint' && source.interface && to.endpoint.nodes.length > 1)
    return endpointNodeAddress(walk, to.endpoint, family);
  if (source.interface || family === 6) return addressOf(to, family);
  switch (to.type) {
    case 'host':
      return publicAddressOf(to.host.interfaces);
    case 'interface':
      return to.address === null
        ? publicAddressOf([to.interface])
        : (to.interface.subnet.vpc.publicByPrivate.get(to.address) ?? null);
    case 'nat':
      return to.nat.publicAddress;
    case 'endpoint':
      return null;
    case 'address': {
      // A private address that is named from outside: the public one of its only owner.
      const owners = walk.network.privateOwners.get(to.address) ?? [];
      const [owner] = owners;
      if (owners.length !== 1 || !owner) return to.address;
      return owner.subnet.vpc.publicByPrivate.get(to.address) ?? to.address;
    }
    case 'internet':
      return to.address;
  }
}

function addressOf(to: Endpoint, family: Family): Address | null {
  switch (to.type) {
    case 'host':
      for (const own of to.host.interfaces) {
        const address = addressOn(own, family);
        if (address !== null) return address;
      }
      return null;
    case 'interface':
      return to.address ?? addressOn(to.interface, family);
    case 'nat':
      return family === 4 ? to.nat.address : null;
    case 'balancer':
      return to.balancer.nodes[0] ? addressOn(to.balancer.nodes[0], family) : null;
    case 'endpoint':
      return endpointAddress(to.endpoint, family);
    case 'address':
    case 'internet':
      return to.address;
  }
}

/** Of every node that serves one, by turns: public from outside, private from inside. */
function nodeAddress(
  walk: Walk,
  source: Source,
  { balancer, publicly }: Extract<Endpoint, { type: 'balancer' }>,
  family: Family,
): Address | null {
  const addresses = servingNodes(balancer).flatMap((node) => {
    const address =
      (source.interface && !publicly) || family === 6 ? addressOn(node, family) : publicAddressOf([node]);
    return address === null ? [] : [{ node, address }];
  });
  const [first, ...rest] = addresses;
  if (!first) return null;
  return choose(walk.scope.choices, [first, ...rest], ({ node }) => `node ${node.label}`).address;
}

/** Names of an endpoint stand for all of its nodes. */
function endpointNodeAddress(walk: Walk, endpoint: VpcEndpoint, family: Family): Address | null {
  const [first, ...rest] = endpoint.nodes.filter((node) => addressOn(node, family) !== null);
  if (!first) return null;
  return addressOn(
    choose(walk.scope.choices, [first, ...rest], (node) => `node ${node.label}`),
    family,
  );
}

/** An interface endpoint by the address of its first node, a gateway endpoint by one of the service's own. */
function endpointAddress(endpoint: VpcEndpoint, family: Family): Address | null {
  if (family === 6) return null;
  const [node] = endpoint.nodes;
  if (node) return addressOn(node, family);
  for (const table of endpoint.vpc.tables)
    for (const { target, block } of table.routes)
      if (block && target.type === 'endpoint' && target.endpoint === endpoint)
        return nextAddress(block.first);
  return null;
}

function publicAddressOf(interfaces: readonly Interface[]): Address | null {
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
