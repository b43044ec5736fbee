/** Every packet that gets from one end to the other and whose answer comes back, as one set. */
import type { Endpoint } from '../endpoints';
import type { Endpoint as Service, Interface } from '../network';
import type { Range } from '../packet';
import type { Branch, Doubt, Fork, Place, Ports, Step, Where } from './branch';
import { EMPTY, FULL, PROTOCOL, SOURCE_PORT, type Diagram, type Diagrams } from './diagram';
import { destinationsOf, fitness, senderOf, type Sender } from './ends';
import type { Ground } from './ground';
import { exits } from './interface-places';
import { specialAt } from './special-addresses';
import { follow, type Arrival, type Course, type Doubtful } from './walker';

/**
 * Sets over the address of the end outside (where one end is the internet as a whole), the protocol, the destination
 * port or ICMP type, and the client's own port or ICMP code.
 */
export interface Flows {
  /** All packets that may set out. */
  readonly asked: Diagram;
  /** Those that arrive and whose answer comes home, whatever ports and targets are chosen on the way. */
  readonly set: Diagram;
  /** Those that get their answer for a part of the ports or targets that something on the way may choose. */
  readonly sometimes: Diagram;
  /**
   * Packets that work from some of the client's ports and not from others; the client's port is left out.
   * A client takes a port at random, so these work now and then.
   */
  readonly partialBecauseOfClientPorts: Diagram;
  /** What the document or the model does not tell. */
  readonly unknown: readonly Doubtful[];
}

/** What a question is about: which packets set out, and to which addresses. */
interface Question {
  readonly asked: Diagram;
  readonly sender: Sender | null;
  readonly destinations: readonly Where[];
  readonly unknown: readonly Doubtful[];
}

function questionOf(ground: Ground, from: Endpoint, to: Endpoint): Question {
  const { store, network, family } = ground;
  const sender = senderOf(from, to, family);
  if (!sender) return { asked: EMPTY, sender, destinations: [], unknown: [] };
  const ports = clientPortSet(ground, sender.clientPorts);
  const outside = sender.address === 'outside' || (to.type === 'internet' && to.address === null);
  const asked = outside ? store.intersect(ground.outside, ports) : ports;
  const none: Question = { asked, sender, destinations: [], unknown: [] };
  for (const fit of [fitness(from, 'send'), fitness(to, 'receive')]) {
    if (fit === 'unable') return none;
    if (fit !== 'able') return { ...none, unknown: [{ set: asked, doubts: [fit] }] };
  }
  const destinations = destinationsOf(network, sender, to, family);
  return destinations
    ? { ...none, destinations }
    : { ...none, unknown: [{ set: asked, doubts: [addressesUnknown(to)] }] };
}

/** Packets that arrive at one place, and what their header says there. */
export interface Arrived {
  readonly set: Diagram;
  readonly to: Arrival['to'];
  readonly source: Where;
  readonly destination: Where;
  readonly sourcePorts: Ports;
  readonly destinationPorts: Ports;
}

/** Every packet that arrives, whether or not its answer comes home, and where. */
export interface Arrivals {
  readonly arrivals: readonly Arrived[];
  readonly unknown: readonly Doubtful[];
}

/** @param from @param to ends of the family that the ground is made for */
export function forwardBetween(ground: Ground, from: Endpoint, to: Endpoint): Arrivals {
  const { asked, sender, destinations, unknown } = questionOf(ground, from, to);
  if (!sender) return { arrivals: [], unknown };
  const courses = destinations.map((destination) => depart(ground, asked, sender, from, destination));
  const arrived = courses.flatMap((course) => course.arrivals);
  return {
    arrivals: arrived
      .filter(({ branch }) => branch.doubts.length === 0)
      .map(({ branch, to: end }): Arrived => ({
        set: branch.alive,
        to: end,
        source: branch.source,
        destination: branch.destination,
        sourcePorts: branch.sourcePorts,
        destinationPorts: branch.destinationPorts,
      })),
    unknown: [
      ...unknown,
      ...courses.flatMap((course) => course.doubtful),
      ...arrived
        .filter(({ branch }) => branch.doubts.length > 0)
        .map(({ branch }) => ({ set: branch.alive, doubts: branch.doubts })),
    ],
  };
}

/** @param from @param to ends of the family that the ground is made for */
export function flowsBetween(ground: Ground, from: Endpoint, to: Endpoint): Flows {
  const { store } = ground;
  const { asked, sender, destinations, unknown: untold } = questionOf(ground, from, to);
  if (!sender || destinations.length === 0) return nothingOf(asked, untold);
  const ways = destinations.map((destination) => flowsTo(ground, asked, sender, { from, to }, destination));
  const unknown = ways.flatMap((way) => way.unknown);
  const certain = store.subtract(asked, store.unionOf(unknown.map((doubtful) => doubtful.set)));
  const all = ways.reduce((set, way) => store.intersect(set, way.always), FULL);
  const some = store.unionOf(ways.map((way) => way.sometimes));
  const set = store.intersect(all, certain);
  return {
    asked,
    set,
    sometimes: store.subtract(store.intersect(some, certain), set),
    partialBecauseOfClientPorts: partOfClientPorts(ground, asked, set),
    unknown,
  };
}

interface Way {
  readonly always: Diagram;
  readonly sometimes: Diagram;
  readonly unknown: readonly Doubtful[];
}

function depart(ground: Ground, asked: Diagram, sender: Sender, from: Endpoint, destination: Where): Course {
  const start: Branch = {
    leg: 'forward',
    alive: asked,
    source: sender.address,
    destination,
    sourcePorts: 'client',
    destinationPorts: 'asked',
    identity: 'kept',
    origin: sender.interface,
    sessions: [],
    tracked: [],
    doubts: [],
    leftBy: [],
    choices: [],
    narrowed: false,
    steps: 0,
  };
  return follow(ground, departures(ground, start, sender, from));
}

/** To one address. */
function flowsTo(
  ground: Ground,
  asked: Diagram,
  sender: Sender,
  { from, to }: { readonly from: Endpoint; readonly to: Endpoint },
  destination: Where,
): Way {
  const { store } = ground;
  const there = depart(ground, asked, sender, from, destination);
  const unknown = [...there.doubtful];
  const home: Branch[] = [];
  for (const arrival of there.arrivals.filter((one) => isMeant(one, to)))
    for (const branch of answered(ground, arrival, sender, destination, unknown)) {
      if (branch.doubts.length > 0) unknown.push({ set: branch.alive, doubts: branch.doubts });
      else home.push(branch);
    }
  const whole = home.filter(({ narrowed }) => !narrowed);
  return {
    always: always(store, whole, 0),
    sometimes: store.unionOf(home.map(({ alive }) => alive)),
    unknown,
  };
}

/** VPCs may have the same addresses: what another machine than the one asked about gets is no answer. */
function isMeant({ to: end }: Arrival, to: Endpoint): boolean {
  if (typeof end === 'string' || end.type !== 'interface') return true;
  if (to.type === 'host') return end.host === to.host;
  if (to.type !== 'interface' || to.interface.service?.type === 'load-balancer') return true;
  return end === to.interface;
}

const addressesUnknown = (to: Endpoint): Doubt => ({
  code: 'UNKNOWN_RESOURCE',
  resource: to.type === 'endpoint' ? to.endpoint.id : 'internet',
  message: 'The addresses behind the endpoint are not in this document.',
});

const nothingOf = (asked: Diagram, unknown: readonly Doubtful[]): Flows => ({
  asked,
  set: EMPTY,
  sometimes: EMPTY,
  partialBecauseOfClientPorts: EMPTY,
  unknown,
});

/** Packets that come home whichever target a load balancer on the way chooses. */
function always(store: Diagrams, branches: readonly Branch[], depth: number): Diagram {
  const ends: Diagram[] = [];
  const forks = new Map<Fork, Branch[][]>();
  for (const branch of branches) {
    const choice = branch.choices[depth];
    if (!choice) {
      ends.push(branch.alive);
      continue;
    }
    const ways = forks.get(choice.fork) ?? Array.from({ length: choice.fork.targets }, () => []);
    forks.set(choice.fork, ways);
    ways[choice.index]?.push(branch);
  }
  for (const ways of forks.values())
    ends.push(
      ways
        .map((way) => always(store, way, depth + 1))
        .reduce((one, other) => store.intersect(one, other), FULL),
    );
  return store.unionOf(ends);
}

const PROTOCOLS_WITH_PORTS = [6, 17];

/** What a client of these ports sends. */
export function clientPortSet({ store, clientPorts }: Ground, [first, last]: Range): Diagram {
  const key = `${first}-${last}`;
  const known = clientPorts.get(key);
  if (known) return known;
  const withPorts = store.anyOf(PROTOCOL, PROTOCOLS_WITH_PORTS);
  const own = store.intersect(withPorts, store.interval(SOURCE_PORT, first, last));
  const made = store.union(store.complement(withPorts), own);
  clientPorts.set(key, made);
  return made;
}

function departures(ground: Ground, start: Branch, sender: Sender, from: Endpoint): readonly Step[] {
  if (!sender.interface) return [{ branch: start, place: { type: 'enter-from-internet' } }];
  if (start.destination !== 'outside') {
    const special = specialAt(start.destination, sender.interface);
    if (special === 'nobody') return [];
    if (special !== null) return [{ branch: start, place: { type: 'delivered', to: special } }];
  }
  const place: Place = { type: 'leave', interface: sender.interface };
  return from.type === 'host' && start.destination === 'outside'
    ? exits(ground, start, from.host, sender.interface)
    : [{ branch: start, place }];
}

/** The branches whose answer comes home; doubts on the way back go to `unknown`. */
function answered(
  ground: Ground,
  { branch, to }: Arrival,
  sender: Sender,
  asked: Branch['destination'],
  unknown: Doubtful[],
): readonly Branch[] {
  if (to === 'self' || to === 'service') return [branch];
  const { store, headers } = ground;
  const silent: Branch = { ...branch, alive: store.subtract(branch.alive, headers.answered) };
  const reply: Branch = {
    ...branch,
    leg: 'return',
    alive: store.intersect(branch.alive, headers.answered),
    source: branch.destination,
    destination: branch.source,
    sourcePorts: branch.destinationPorts,
    destinationPorts: branch.sourcePorts,
    identity: 'kept',
    origin: typeof to !== 'string' && to.type === 'interface' ? to : null,
    steps: 0,
  };
  const back = follow(ground, replies(ground, reply, to));
  unknown.push(...back.doubtful);
  const home = back.arrivals.filter(
    (arrival) =>
      arrival.branch.source === asked &&
      (sender.interface
        ? arrival.to === sender.interface
        : arrival.to === 'internet' && arrival.branch.destination === sender.address),
  );
  return [silent, ...home.map((arrival) => arrival.branch)].filter(({ alive }) => alive !== EMPTY);
}

function replies(ground: Ground, reply: Branch, at: Interface | Service | 'internet'): readonly Step[] {
  if (at === 'internet') return [{ branch: reply, place: { type: 'enter-from-internet' } }];
  if (at.type !== 'interface')
    return [{ branch: reply, place: { type: 'enter-from-endpoint', endpoint: at } }];
  return at.host && !at.host.policyRouting
    ? exits(ground, reply, at.host, at)
    : [{ branch: reply, place: { type: 'leave', interface: at } }];
}

function partOfClientPorts({ store }: Ground, asked: Diagram, set: Diagram): Diagram {
  const withPorts = store.anyOf(PROTOCOL, PROTOCOLS_WITH_PORTS);
  const lost = store.forget(store.intersect(store.subtract(asked, set), withPorts), SOURCE_PORT);
  return store.intersect(store.forget(store.intersect(set, withPorts), SOURCE_PORT), lost);
}
