/** One packet and its answer: validates both ends, walks forward, walks back. */
import { makeIpv4, type Ipv4 } from '../model/ip/ipv4';
import type { Hop, PathNote } from '../model/path';
import type { Endpoint } from './endpoints';
import { worldId } from './gateway-steps';
import { exitOf } from './interface-steps';
import { journey, type Arrival } from './journey';
import type { Host, Interface, Nat, Network, Subnet } from './network';
import { ICMP, hasPorts, makePacket, replyTo, type Header, type Range } from './packet';
import { lookUp } from './routing';
import { SOURCES } from './sources';
import { special } from './special';
import {
  createWalk,
  doubt,
  note,
  pass,
  stop,
  type FoundBlocker,
  type Next,
  type Scope,
  type Touched,
  type Uncertainty,
  type Walk,
} from './walk';

export interface Traffic {
  readonly protocol: number;
  /** `null` for protocols without ports. */
  readonly port: number | null;
  /** `null`: whatever the client takes. */
  readonly sourcePort: number | null;
  readonly icmpType: number;
  readonly icmpCode: number;
}

export interface Outcome {
  readonly works: 'all' | 'part' | 'none' | 'unknown';
  readonly blockers: readonly FoundBlocker[];
  readonly uncertainties: readonly Uncertainty[];
  readonly forward: readonly Hop[];
  readonly back: readonly Hop[];
  readonly notes: readonly PathNote[];
  readonly touched: Touched;
  /** Where only a part of the client's ports gets its answers. */
  readonly clientPorts: { readonly asked: readonly Range[]; readonly answered: readonly Range[] } | null;
}

/** Ports that clients on the internet start from: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const INTERNET_PORTS: Range = [1024, 65535];

/** @param from @param to ends whose addresses are settled: an internet end has one. */
export function probe(
  network: Network,
  from: Endpoint,
  to: Endpoint,
  traffic: Traffic,
  scope: Scope,
): Outcome {
  const source = settleSource(from, to);
  const walk = createWalk(network, scope, 'forward', headerOf(source, traffic), source.interface, null);
  const start = depart(walk, source, to);
  const asked = walk.header.destination;
  const arrival = journey(walk, start);
  const target = interfaceOf(to);
  if (arrival.type === 'stopped') showRest(walk, to, target);
  const back =
    arrival.type === 'delivered' ? answer(network, scope, walk, { ...source, asked }, arrival) : null;
  const blockers = [...walk.blockers, ...(back?.walk.blockers ?? [])];
  const uncertainties = [...walk.uncertainties, ...(back?.walk.uncertainties ?? [])];
  const works = blockers.some(({ partial }) => !partial)
    ? 'none'
    : uncertainties.length > 0
      ? 'unknown'
      : blockers.length > 0
        ? 'part'
        : 'all';
  return {
    works,
    blockers,
    uncertainties,
    forward: walk.hops,
    back: back?.walk.hops ?? [],
    notes: walk.notes,
    touched: walk.touched,
    clientPorts: works === 'part' ? (back?.clientPorts ?? null) : null,
  };
}

interface Source {
  readonly end: Endpoint;
  readonly interface: Interface | null;
  readonly address: Ipv4;
  readonly clientPorts: Range;
}

function settleSource(from: Endpoint, to: Endpoint): Source {
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

function headerOf(source: Source, traffic: Traffic): Header {
  const { protocol, port, sourcePort, icmpType, icmpCode } = traffic;
  const ports = hasPorts(protocol) && port !== null;
  return {
    source: source.address,
    destination: 0,
    protocol,
    sourcePorts: ports ? [sourcePort === null ? source.clientPorts : [sourcePort, sourcePort]] : null,
    destinationPorts: ports ? [[port, port]] : null,
    icmpType,
    icmpCode,
  };
}

/** S0 to S2: are both ends able to, what is the packet addressed to, and is that anything special? */
function depart(walk: Walk, source: Source, to: Endpoint): Next {
  const { end } = source;
  if (end.type === 'ipv6' || to.type === 'ipv6') return noIpv6(walk, end, to);
  if (end.type === 'nat')
    return stop(
      walk,
      {
        resource: end.nat.id,
        kind: 'nat-gateway',
        message: `${end.nat.label} forwards connections of others; it opens none of its own.`,
        source: SOURCES.natBasics,
      },
      { code: 'NO_PATH', resource: end.nat.id },
    );
  const address = destinationFor(walk, source, to);
  if (address !== null) setHeader(walk, { ...walk.header, destination: address });
  const refusedSource = unfit(walk, end, 'send');
  if (refusedSource) return refusedSource;
  const from = source.interface;
  const host = from?.host;
  if (from && host)
    pass(walk, {
      resource: host.id,
      kind: 'instance',
      message: `${host.label} sends ${address === null ? 'a packet' : `to ${makeIpv4(address)}`}.`,
      source: SOURCES.instance,
    });
  else
    pass(walk, {
      resource: worldId(walk.network),
      kind: 'internet',
      message:
        address === null
          ? 'A packet sets out on the internet.'
          : `A packet sets out on the internet to ${makeIpv4(address)}.`,
      source: SOURCES.internetGateway,
    });
  const refusedTarget = unfit(walk, to, 'receive');
  if (refusedTarget) return refusedTarget;
  if (address === null) return noAddress(walk, to);
  if (!from) return { type: 'enter-from-internet' };
  return disconnected(walk, from, to) ?? special(walk, from) ?? { type: 'leave', interface: from };
}

function setHeader(walk: Walk, header: Header): void {
  walk.header = header;
  walk.packet = makePacket(header);
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

/** Inside the network the private address; from the internet the public one, if there is any. */
function destinationFor(walk: Walk, source: Source, to: Endpoint): Ipv4 | null {
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

function publicAddressOf(interfaces: readonly Interface[]): Ipv4 | null {
  for (const { addresses, subnet } of interfaces)
    for (const address of addresses) {
      const found = subnet.vpc.publicByPrivate.get(address);
      if (found !== undefined) return found;
    }
  return null;
}

const interfaceOf = (end: Endpoint): Interface | null => {
  if (end.type === 'host') return end.host.interfaces[0] ?? null;
  return end.type === 'interface' ? end.interface : null;
};

/** S0: a thing that can't send or receive at all. */
function unfit(walk: Walk, end: Endpoint, verb: 'send' | 'receive'): Next | null {
  if (end.type !== 'host' && end.type !== 'interface') return null;
  const found = interfaceOf(end);
  const host: Host | null = end.type === 'host' ? end.host : (found?.host ?? null);
  const instance = host && { resource: host.id, kind: 'instance', source: SOURCES.instance };
  if (instance && (host.state === 'terminated' || host.state === 'not-launched'))
    return stop(
      walk,
      {
        ...instance,
        message: `${host.label} ${host.state === 'terminated' ? 'is terminated' : 'was not launched'}, so there is nothing to ${verb === 'send' ? 'send from' : 'receive'}.`,
      },
      { code: 'UNASSOCIATED_COMPONENT', resource: host.id },
    );
  if (instance && (!found || found.addresses.length === 0))
    return stop(
      walk,
      {
        ...instance,
        message: `${host.label} has no network interface with an IPv4 address.`,
        source: SOURCES.interface,
      },
      { code: 'UNASSOCIATED_COMPONENT', resource: host.id },
    );
  if (instance && host.state !== 'running')
    return stop(
      walk,
      { ...instance, message: `${host.label} is ${host.state}, so it can't ${verb} anything.` },
      { code: 'BAD_STATE', resource: host.id },
    );
  if (!found || host) return null;
  const hop = { resource: found.id, kind: 'interface', source: SOURCES.interface };
  if (found.addresses.length === 0)
    return stop(
      walk,
      { ...hop, message: `${found.label} has no IPv4 address.` },
      { code: 'UNASSOCIATED_COMPONENT', resource: found.id },
    );
  if (found.service !== null)
    return doubt(
      walk,
      { ...hop, message: `${found.label} belongs to ${found.service}, which is not modelled yet.` },
      'UNSUPPORTED_COMPONENT',
    );
  return stop(
    walk,
    { ...hop, message: `${found.label} is not attached to an instance, so it can't ${verb} anything.` },
    { code: 'BAD_STATE_ATTACHMENT', resource: found.id },
  );
}

function noIpv6(walk: Walk, from: Endpoint, to: Endpoint): Next {
  const text = from.type === 'ipv6' ? from.text : to.type === 'ipv6' ? to.text : '';
  return doubt(
    walk,
    {
      resource: worldId(walk.network),
      kind: 'internet',
      message: `${text} is an IPv6 address; IPv6 is not modelled yet.`,
      source: SOURCES.codes,
    },
    'UNSUPPORTED_COMPONENT',
  );
}

/** From the internet only public addresses can be named. */
function noAddress(walk: Walk, to: Endpoint): Next {
  const found: Interface | Nat | null = to.type === 'nat' ? to.nat : interfaceOf(to);
  const vpc = found?.subnet.vpc;
  const gateway = vpc && vpc.gateway !== 'unknown' ? vpc.gateway : null;
  const resource = gateway?.id ?? vpc?.id ?? worldId(walk.network);
  const label = !found ? 'It' : found.type === 'nat' ? found.label : (found.host?.label ?? found.label);
  const privateAddress = found?.type === 'interface' ? found.addresses[0] : undefined;
  return stop(
    walk,
    {
      resource,
      kind: 'internet-gateway',
      message: `${label} has no public IPv4 address, so nothing on the internet can address it.`,
      source: SOURCES.publicAddresses,
    },
    {
      code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      resource,
      ...(found?.type === 'interface' && privateAddress !== undefined
        ? {
            remedy: {
              type: 'elastic-ip',
              interfaceId: found.id,
              privateAddress: makeIpv4(privateAddress),
            } as const,
          }
        : {}),
    },
  );
}

/** Two VPCs have nothing in common until something joins them: https://docs.aws.amazon.com/vpc/latest/userguide/extend-intro.html */
function disconnected(walk: Walk, from: Interface, to: Endpoint): Next | null {
  const target = to.type === 'nat' ? to.nat : interfaceOf(to);
  if (!target || target.subnet.vpc === from.subnet.vpc) return null;
  if (mayJoin(from.subnet, walk.header.destination, new Set())) return null;
  const own = from.subnet.vpc;
  const other = target.subnet.vpc;
  return stop(
    walk,
    {
      resource: own.id,
      kind: 'vpc',
      message: `Nothing joins ${own.label} and ${other.label}: two VPCs reach each other by peering, a transit gateway or public addresses.`,
      source: SOURCES.peering,
    },
    { code: 'DISCONNECTED_VPCS', resource: own.id },
  );
}

/** Can a route out of this subnet lead into another VPC, itself or behind a NAT gateway or router it leads to? */
function mayJoin(subnet: Subnet, destination: Ipv4, seen: Set<Subnet>): boolean {
  const { table } = subnet;
  if (!table) return true;
  if (seen.has(subnet)) return false;
  seen.add(subnet);
  const found = lookUp(table, destination, false);
  if (found.type !== 'route') return found.type === 'unknown';
  const { target } = found.route;
  switch (target.type) {
    case 'other':
    case 'missing':
      return true;
    // A peering connection or the like that is not available: that it is a blackhole says more.
    case 'blackhole':
      return target.was === 'other';
    case 'nat':
      return mayJoin(target.nat.subnet, destination, seen);
    case 'interface':
      return mayJoin(target.interface.subnet, destination, seen);
    case 'local':
    case 'gateway':
      return false;
  }
}

/** After a stop the things that lie ahead are still named, as not reached. */
function showRest(walk: Walk, to: Endpoint, target: Interface | null): void {
  const ahead = (resource: string, kind: string, label: string): void => {
    if (walk.hops.some((hop) => hop.resource === resource && hop.kind === kind)) return;
    walk.hops.push({
      resource,
      kind,
      packetIn: walk.packet,
      verdict: 'not-reached',
      message: `${label} is not reached.`,
      source: SOURCES.analyzer,
    });
  };
  if (to.type === 'internet') ahead(worldId(walk.network), 'internet', 'The internet');
  if (!target) return;
  const { acl, block } = target.subnet;
  const { source } = walk.header;
  const inside = block !== null && source >= block.first && source <= block.last;
  if (acl && !inside) ahead(acl.id, 'network-acl', acl.label);
  const group = target.groups[0];
  if (group) ahead(group.id, 'security-group', group.label);
  ahead(target.id, 'interface', target.label);
  if (target.host) ahead(target.host.id, 'instance', target.host.label);
}

/** S10: the answer sets out where the packet arrived and must come back to where it began. */
function answer(
  network: Network,
  scope: Scope,
  forward: Walk,
  source: Source & { readonly asked: Ipv4 },
  arrival: Extract<Arrival, { type: 'delivered' }>,
): { readonly walk: Walk; readonly clientPorts: Outcome['clientPorts'] } {
  const { to } = arrival;
  const header = replyTo(forward.header);
  const from = typeof to === 'string' ? null : to;
  const walk = createWalk(network, scope, 'return', header, from, forward);
  const none = { walk, clientPorts: null };
  // An ICMP message that is no echo request gets no answer.
  if (to === 'self' || to === 'service' || (header.protocol === ICMP && forward.header.icmpType !== 8))
    return none;
  let start: Next = { type: 'enter-from-internet' };
  if (from) {
    const { host } = from;
    if (host)
      pass(walk, {
        resource: host.id,
        kind: 'instance',
        message: `${host.label} answers ${makeIpv4(header.destination)}.`,
        source: SOURCES.instance,
      });
    const exit = host && !host.policyRouting ? exitOf(host, header.destination, from) : from;
    start = { type: 'leave', interface: exit };
  } else
    pass(walk, {
      resource: worldId(network),
      kind: 'internet',
      message: `The answer sets out to ${makeIpv4(header.destination)}.`,
      source: SOURCES.internetGateway,
    });
  const end = journey(walk, start);
  if (end.type === 'stopped') return none;
  if (!isHome(walk, source, end)) {
    const resource = typeof end.to === 'string' ? worldId(network) : end.to.id;
    stop(
      walk,
      {
        resource,
        kind: typeof end.to === 'string' ? 'internet' : 'interface',
        message: `The answer reaches somebody else: it was meant for ${makeIpv4(source.address)}.`,
        source: SOURCES.analyzer,
      },
      { code: 'X_REPLY_MISDELIVERED', resource },
    );
    return none;
  }
  if (walk.header.source !== source.asked) {
    const resource = typeof end.to === 'string' ? worldId(network) : end.to.id;
    stop(
      walk,
      {
        resource,
        kind: typeof end.to === 'string' ? 'internet' : 'interface',
        message: `The answer comes from ${makeIpv4(walk.header.source)}, but ${makeIpv4(source.asked)} was asked: it belongs to no connection.`,
        source: SOURCES.analyzer,
      },
      { code: 'X_REPLY_MISDELIVERED', resource },
    );
    return none;
  }
  const same =
    forward.appliances.size === walk.appliances.size &&
    [...forward.appliances].every((appliance) => walk.appliances.has(appliance));
  if (!same)
    note(
      walk,
      'X_ASYMMETRIC_APPLIANCE',
      'The answer takes another way than the request: a router sees one direction only, which a stateful one would drop.',
    );
  const asked = forward.header.sourcePorts;
  const answered = walk.header.destinationPorts;
  const translated = forward.sessions.length > 0;
  return { walk, clientPorts: asked && answered && !translated ? { asked, answered } : null };
}

function isHome(walk: Walk, source: Source, end: Extract<Arrival, { type: 'delivered' }>): boolean {
  if (walk.header.destination !== source.address && source.interface === null) return false;
  return source.interface === null ? end.to === 'internet' : end.to === source.interface;
}
