/** The two ends of a question as addresses: which interface sends, from which address and ports, and to what. */
import { cidrHas, isIpv6, nextAddress, type Address } from '../../model/ip/address';
import type { Endpoint } from '../endpoints';
import type { Host, Interface, Network } from '../network';
import type { Range } from '../packet';
import { servingNodes } from './balancer-targets';
import type { Doubt, Where } from './branch';
import { notModelled } from './passages';
import { familyOfValue, type Family } from './ruleset';

/** Ports that clients on the internet start from: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
export const ANY_CLIENT_PORTS: Range = [1024, 65535];

export interface Sender {
  /** `null`: somebody on the internet. */
  readonly interface: Interface | null;
  readonly address: Where;
  readonly clientPorts: Range;
}

/** @returns `null` for an end that sends nothing of its own, or has no address of the family. */
export function senderOf(from: Endpoint, to: Endpoint, family: Family): Sender | null {
  switch (from.type) {
    case 'host': {
      const wanted = privateAddressOf(to, family);
      const { interfaces, clientPorts } = from.host;
      const able = interfaces.filter((one) => firstOf(one, family) !== undefined);
      const onLink = interfaces.find(
        ({ subnet: { blocks } }) =>
          wanted !== null && wanted !== 'outside' && blocks.some((block) => cidrHas(block, wanted)),
      );
      const exit = onLink ?? (wanted === null ? able[0] : interfaces[0]);
      const chosen = exit && able.includes(exit) ? exit : able[0];
      const address = chosen && firstOf(chosen, family);
      return chosen && address !== undefined ? { interface: chosen, address, clientPorts } : null;
    }
    case 'interface': {
      const address = from.address ?? firstOf(from.interface, family);
      const clientPorts = from.interface.host?.clientPorts ?? ANY_CLIENT_PORTS;
      return address === undefined ? null : { interface: from.interface, address, clientPorts };
    }
    case 'internet':
      return { interface: null, address: from.address ?? 'outside', clientPorts: ANY_CLIENT_PORTS };
    default:
      return null;
  }
}

const firstOf = ({ addresses }: Interface, family: Family): Address | undefined =>
  addresses.find((address) => familyOfValue(address) === family);

/**
 * Inside the network the private address; from the internet the public one. Several where any of them may be taken:
 * the nodes of a load balancer or endpoint. None if the end has no address there, `null` if it is not known.
 */
export function destinationsOf(
  network: Network,
  from: Sender,
  to: Endpoint,
  family: Family,
): readonly Where[] | null {
  switch (to.type) {
    case 'balancer': {
      const inside = (from.interface !== null && !to.publicly) || family === 6;
      return servingNodes(to.balancer).flatMap(
        (node) => (inside ? firstOf(node, family) : publicAddressOf([node], family)) ?? [],
      );
    }
    case 'endpoint': {
      const { endpoint } = to;
      if (!from.interface) return [];
      if (endpoint.nodes.length > 0)
        return family === 6 ? null : endpoint.nodes.flatMap((node) => firstOf(node, family) ?? []);
      const route = endpoint.vpc.tables
        .flatMap(({ routes }) => routes)
        .find(({ target, block }) => block && target.type === 'endpoint' && target.endpoint === endpoint);
      return family === 4 && route?.block ? [nextAddress(route.block.first)] : null;
    }
    default: {
      const one = destinationOf(network, from, to, family);
      return one === null ? [] : [one];
    }
  }
}

function destinationOf(network: Network, from: Sender, to: Endpoint, family: Family): Where | null {
  if (from.interface || family === 6) return privateAddressOf(to, family);
  switch (to.type) {
    case 'host':
      return publicAddressOf(to.host.interfaces, family);
    case 'interface':
      return to.address === null
        ? publicAddressOf([to.interface], family)
        : publicFor(to.interface, to.address);
    case 'nat':
      return to.nat.publicAddress;
    case 'address': {
      // A private address that is named from outside: the public one of its only owner.
      const [owner, ...others] = network.privateOwners.get(to.address) ?? [];
      if (!owner || others.length > 0) return to.address;
      return owner.subnet.vpc.publicByPrivate.get(to.address) ?? to.address;
    }
    default:
      return privateAddressOf(to, family);
  }
}

function privateAddressOf(to: Endpoint, family: Family): Where | null {
  switch (to.type) {
    case 'host':
      for (const one of to.host.interfaces) {
        const address = firstOf(one, family);
        if (address !== undefined) return address;
      }
      return null;
    case 'interface':
      return to.address ?? firstOf(to.interface, family) ?? null;
    case 'nat':
      return family === 4 ? to.nat.address : null;
    case 'balancer': {
      const [first] = to.balancer.nodes;
      return (first && firstOf(first, family)) ?? null;
    }
    case 'endpoint': {
      const [first] = to.endpoint.nodes;
      return (first && firstOf(first, family)) ?? null;
    }
    case 'address':
      return to.address;
    case 'internet':
      return to.address ?? 'outside';
  }
}

function publicAddressOf(interfaces: readonly Interface[], family: Family): Where | null {
  for (const one of interfaces)
    for (const address of one.addresses) {
      if (familyOfValue(address) !== family) continue;
      const found = publicFor(one, address);
      if (found !== null) return found;
    }
  return null;
}

/** IPv6 addresses are public as they are. */
const publicFor = ({ subnet }: Interface, address: Address): Address | null =>
  isIpv6(address) ? address : (subnet.vpc.publicByPrivate.get(address) ?? null);

/** Can the end send or receive anything? `able`, `unable`, or the reason why that is not known. */
export function fitness(end: Endpoint, role: 'send' | 'receive'): 'able' | 'unable' | Doubt {
  if (end.type !== 'host' && end.type !== 'interface') return 'able';
  const host: Host | null = end.type === 'host' ? end.host : end.interface.host;
  const found = end.type === 'host' ? end.host.interfaces[0] : end.interface;
  if (!found || found.addresses.length === 0) return 'unable';
  if (host) return host.state === 'running' ? 'able' : 'unable';
  switch (found.service?.type) {
    case 'lambda':
      return role === 'send' ? 'able' : 'unable';
    case 'endpoint':
    case 'load-balancer':
      return role === 'receive' ? 'able' : 'unable';
    case 'other':
      return notModelled(
        found.id,
        `${found.label} belongs to ${found.service.text}, which is not modelled yet.`,
      );
    case undefined:
      return 'unable';
  }
}
