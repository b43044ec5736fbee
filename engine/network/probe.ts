/** One packet and its answer: walks forward, walks back, and says whether it works. */
import type { Hop, PathNote } from '../model/path';
import { depart } from './departure';
import type { Endpoint } from './endpoints';
import { worldId } from './internet';
import { journey } from './journey';
import type { Interface, Network } from './network';
import { ECHO, ICMP, ICMPV6, hasPorts, isEchoRequest, isIcmp, type Header } from './packet';
import { isInSubnet } from './owners';
import { answer, type ClientPorts } from './return-path';
import { familyBetween, interfaceOf, settleSource, type Family, type Source } from './source-and-destination';
import { SOURCES } from './sources';
import { createWalk, type FoundBlocker, type Scope, type Touched, type Uncertainty, type Walk } from './walk';

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
  readonly clientPorts: ClientPorts | null;
}

/** @param from @param to ends whose addresses are settled: an internet end has one. */
export function probe(
  network: Network,
  from: Endpoint,
  to: Endpoint,
  traffic: Traffic,
  scope: Scope,
): Outcome {
  const family = familyBetween(from, to);
  const source = settleSource(from, to, family);
  const header = headerOf(source, inFamily(traffic, family));
  const walk = createWalk(network, scope, 'forward', header, source.interface, null);
  const start = depart(walk, source, to, family);
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

/** Each family has an ICMP of its own: a ping is asked of both with one word. */
function inFamily(traffic: Traffic, family: Family): Traffic {
  const own = family === 6 ? ICMPV6 : ICMP;
  if (!isIcmp(traffic.protocol) || traffic.protocol === own) return traffic;
  const isPing = isEchoRequest(traffic);
  return { ...traffic, protocol: own, icmpType: isPing ? (ECHO[own]?.request ?? 0) : traffic.icmpType };
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
  const { acl } = target.subnet;
  const inside = isInSubnet(target.subnet, walk.header.source);
  if (acl && !inside) ahead(acl.id, 'network-acl', acl.label);
  const group = target.groups[0];
  if (group) ahead(group.id, 'security-group', group.label);
  ahead(target.id, 'interface', target.label);
  if (target.host) ahead(target.host.id, 'instance', target.host.label);
}
