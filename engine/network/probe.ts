/** One packet and its answer: walks forward, walks back, and says whether it works. */
import type { Address } from '../model/ip/address';
import type { Hop, PathNote } from '../model/path';
import { MOST_WAYS, createChoices, nextScript, type Choice } from './choices';
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
import {
  createWalk,
  untouched,
  type FoundBlocker,
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
  /** An address the sender puts into its packets; `null`: its own. */
  readonly sourceAddress: Address | null;
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
  /** Where only some nodes or targets of a load balancer work: those that do, in words. */
  readonly workingWays: readonly string[] | null;
}

/** What is asked of every packet; each walk adds its own picks. */
export type Asked = Omit<Scope, 'choices'>;

/**
 * One packet, by every way that a load balancer may choose.
 * @param from @param to ends whose addresses are settled: an internet end has one.
 */
export function probe(
  network: Network,
  from: Endpoint,
  to: Endpoint,
  traffic: Traffic,
  asked: Asked,
): Outcome {
  const ways: Way[] = [];
  let script: readonly number[] | null = [];
  while (script !== null && ways.length < MOST_WAYS) {
    const choices = createChoices(script);
    const outcome = probeOnce(network, from, to, traffic, { ...asked, choices });
    ways.push({ outcome, made: choices.made });
    script = nextScript(choices.made);
  }
  return join(ways);
}

interface Way {
  readonly outcome: Outcome;
  readonly made: readonly Choice[];
}

const ORDER: readonly Outcome['works'][] = ['all', 'part', 'unknown', 'none'];

/** Works as a whole where every way does; where only some do, says which. */
function join(ways: readonly Way[]): Outcome {
  const [only] = ways;
  if (only && ways.length === 1) return only.outcome;
  const outcomes = ways.map(({ outcome }) => outcome);
  const kinds = new Set(outcomes.map(({ works }) => works));
  const works = kinds.has('unknown') ? 'unknown' : kinds.size === 1 ? ([...kinds][0] ?? 'none') : 'part';
  const shown = [...outcomes].sort((a, b) => ORDER.indexOf(a.works) - ORDER.indexOf(b.works))[0];
  if (!shown) throw new Error('a packet has at least one way');
  const touched = untouched();
  for (const outcome of outcomes) addTouched(touched, outcome.touched);
  const working = ways
    .filter(({ outcome }) => outcome.works === 'all')
    .map(({ made }) =>
      made
        .map(({ label }) => label)
        .filter((label) => label !== '')
        .join(' and '),
    );
  return {
    ...shown,
    works,
    blockers: outcomes.flatMap(({ blockers }) => blockers),
    uncertainties: outcomes.flatMap(({ uncertainties }) => uncertainties),
    notes: outcomes.flatMap(({ notes }) => notes),
    touched,
    workingWays: works === 'part' ? working : null,
  };
}

export function addTouched(to: Touched, from: Touched): void {
  for (const group of from.groups) to.groups.add(group);
  for (const acl of from.acls) to.acls.add(acl);
  for (const table of from.tables) to.tables.add(table);
  for (const host of from.hosts) to.hosts.add(host);
  for (const port of from.ports) to.ports.add(port);
  for (const address of from.addresses) to.addresses.add(address);
}

function probeOnce(network: Network, from: Endpoint, to: Endpoint, traffic: Traffic, scope: Scope): Outcome {
  const family = familyBetween(from, to);
  const settled = settleSource(from, to, family);
  const source = traffic.sourceAddress === null ? settled : { ...settled, address: traffic.sourceAddress };
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
    workingWays: null,
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
