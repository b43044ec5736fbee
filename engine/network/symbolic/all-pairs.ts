/** What every interface may send to every other: by classes, and for most pairs without following a packet. */
import type { Endpoint } from '../endpoints';
import type { Host, Interface } from '../network';
import type { Doubt } from './branch';
import { classesOf, type InterfaceClass } from './classes-of-interfaces';
import { EMPTY, FULL, childOf, ADDRESS, type Diagram } from './diagram';
import { DirectWays, type Way } from './direct-ways';
import { fitness } from './ends';
import { clientPortSet, flowsBetween } from './flows';
import type { Ground } from './ground';
import { endpointTraffic, heardBy } from './service-sets';

export interface AllPairs {
  /** Interfaces that nothing tells apart. */
  readonly groups: readonly InterfaceClass[];
  /**
   * What arrives from an interface of one class at another interface of the other, and is answered: a set over
   * protocol, port and client port (ICMP type, code). Of pairs inside a class, two different members.
   */
  setOf(from: number, to: number): Diagram;
  /** Pairs whose answer depends on what is not in the document or not modelled. */
  isUnknown(from: number, to: number): boolean;
  /** Why; none where the answer is known. */
  doubtsOf(from: number, to: number): readonly Doubt[];
  /** The pairs that are not wholly known, as `from * groups.length + to`, ascending. */
  readonly unknownPairs: readonly number[];
  /** By the same numbers: what works by some of the nodes, targets or ports that something on the way may choose. */
  readonly sometimes: ReadonlyMap<number, Diagram>;
  /** Every pair with a set that is not empty, in ascending order of source, then destination. */
  readonly pairs: PairList;
}

/** Row `a` stands from `starts[a]` up to `starts[a + 1]`. */
export interface PairList {
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
  /** Of `sets`. */
  readonly setIds: Uint32Array;
  readonly sets: readonly Diagram[];
}

/** Everything about a class that decides about its pairs. */
interface Side {
  readonly group: InterfaceClass;
  /** Of one with several interfaces. */
  readonly host: Host | null;
  /** What the filters let out and in, by peer. */
  readonly out: readonly Diagram[];
  readonly in: readonly Diagram[];
  /** As `in`, for peers whose groups are not seen. */
  readonly inUnseen: readonly Diagram[];
  readonly aclOut: readonly Diagram[];
  readonly aclIn: readonly Diagram[];
  readonly replyOut: readonly Diagram[];
  readonly replyIn: readonly Diagram[];
  readonly ways: readonly Way[];
  /** Its own client ports. */
  readonly sent: Diagram;
  /** What it takes in. */
  readonly taken: Diagram;
  readonly sends: boolean;
  readonly receives: boolean;
  /** The general walk must tell. */
  readonly walks: boolean;
  /** Whether it can send or receive is not known. */
  readonly isDoubtful: boolean;
}

export function allPairs(ground: Ground): AllPairs {
  const groups = classesOf(ground);
  const sides = sidesOf(ground, groups);
  const { store } = ground;
  const starts = new Uint32Array(groups.length + 1);
  const targets: number[] = [];
  const setIds: number[] = [];
  const sets: Diagram[] = [];
  const numbers = new Map<Diagram, number>();
  const unknown = new Map<number, readonly Doubt[]>();
  const sometimes = new Map<number, Diagram>();
  const silent = store.complement(ground.headers.answered);
  for (const from of sides) {
    starts[from.group.id] = targets.length;
    if (!from.sends) continue;
    for (const to of sides) {
      if (!to.receives) continue;
      const found = pairSet(ground, from, to, silent);
      const place = from.group.id * groups.length + to.group.id;
      if (found.doubts.length > 0) unknown.set(place, found.doubts);
      if (found.sometimes !== EMPTY) sometimes.set(place, found.sometimes);
      if (found.set === EMPTY) continue;
      let id = numbers.get(found.set);
      if (id === undefined) {
        id = sets.length;
        sets.push(found.set);
        numbers.set(found.set, id);
      }
      targets.push(to.group.id);
      setIds.push(id);
    }
  }
  starts[groups.length] = targets.length;
  const pairs: PairList = {
    starts,
    targets: Uint32Array.from(targets),
    setIds: Uint32Array.from(setIds),
    sets,
  };
  return {
    groups,
    pairs,
    setOf: (from, to) => lookUp(pairs, from, to),
    isUnknown: (from, to) => unknown.has(from * groups.length + to),
    doubtsOf: (from, to) => unknown.get(from * groups.length + to) ?? [],
    unknownPairs: [...unknown.keys()],
    sometimes,
  };
}

interface Found {
  readonly set: Diagram;
  readonly sometimes: Diagram;
  readonly doubts: readonly Doubt[];
}

const NOTHING: Found = { set: EMPTY, sometimes: EMPTY, doubts: [] };

function pairSet(ground: Ground, from: Side, to: Side, silent: Diagram): Found {
  const [a, b] = [from.group.id, to.group.id];
  if (a === b && from.group.interfaces.length < 2) return NOTHING;
  // A machine's packet to another of its own interfaces never leaves it.
  if (from.host !== null && from.host === to.host && a !== b) return walked(ground, from, to);
  const way = from.ways[b];
  // What sends or receives in a way that is not known says so, whether or not a way leads there.
  if (from.isDoubtful || to.isDoubtful) return walked(ground, from, to);
  if (way === 'none') return NOTHING;
  if (from.walks || to.walks || way === 'walk' || way === undefined) return walked(ground, from, to);
  const back = to.ways[a];
  if (back === 'walk' || back === undefined) return walked(ground, from, to);
  const { store } = ground;
  const out = from.out[b] ?? EMPTY;
  if (out === EMPTY) return NOTHING;
  const into = (way === 'far-peering' ? to.inUnseen : to.in)[a] ?? EMPTY;
  if (into === EMPTY) return NOTHING;
  let set = store.intersect(out, into);
  set = store.intersect(set, from.sent);
  set = store.intersect(set, to.taken);
  if (set === EMPTY) return NOTHING;
  if (way !== 'neighbour') {
    set = store.intersect(set, from.aclOut[b] ?? EMPTY);
    set = store.intersect(set, to.aclIn[a] ?? EMPTY);
  }
  // Messages that nobody answers need no way back.
  if (back === 'none') set = store.intersect(set, silent);
  else if (back !== 'neighbour') {
    set = store.intersect(set, to.replyOut[a] ?? EMPTY);
    set = store.intersect(set, from.replyIn[b] ?? EMPTY);
  }
  return set === EMPTY ? NOTHING : { set, sometimes: EMPTY, doubts: [] };
}

function walked(ground: Ground, from: Side, to: Side): Found {
  const source = from.group.representative;
  const target = to.group === from.group ? (to.group.interfaces[1] ?? null) : to.group.representative;
  if (!target) return NOTHING;
  const flows = flowsBetween(ground, endOf(source), endOf(target));
  return {
    set: flows.set,
    sometimes: flows.sometimes,
    doubts: flows.unknown.flatMap((one) => (one.set === EMPTY ? [] : one.doubts)),
  };
}

const endOf = (one: Interface): Endpoint => ({ type: 'interface', interface: one, address: null });

function lookUp({ starts, targets, setIds, sets }: PairList, from: number, to: number): Diagram {
  let low = starts[from] ?? 0;
  let high = starts[from + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const target = targets[middle] ?? 0;
    if (target === to) return sets[setIds[middle] ?? 0] ?? EMPTY;
    if (target < to) low = middle + 1;
    else high = middle;
  }
  return EMPTY;
}

/** Rows of equal filters are one row. */
function sidesOf(ground: Ground, groups: readonly InterfaceClass[]): readonly Side[] {
  const { filters, headers } = ground;
  const ways = new DirectWays(ground, groups);
  const rows = new Map<Diagram, readonly Diagram[]>();
  const rowOf = (set: Diagram): readonly Diagram[] => {
    const known = rows.get(set);
    if (known) return known;
    const row =
      set.level === ADDRESS ? groups.map(({ address }) => childOf(set, address)) : groups.map(() => set);
    rows.set(set, row);
    return row;
  };
  const nothing = rowOf(EMPTY);
  return groups.map((group): Side => {
    const one = group.representative;
    const { subnet } = one;
    const { acl } = subnet;
    const out = filters.groupsOf(one, 'outbound', 'kept');
    const into = filters.groupsOf(one, 'inbound', 'kept');
    const unseen = filters.groupsOf(one, 'inbound', 'lost');
    const [sending, receiving] = [fitness(endOf(one), 'send'), fitness(endOf(one), 'receive')];
    const uncertain = [out, into, unseen].some((set) => set.unknown !== EMPTY);
    const isNode = one.service !== null && one.service.type !== 'lambda';
    return {
      group,
      host: one.host && one.host.interfaces.length > 1 ? one.host : null,
      out: rowOf(out.allowed),
      in: rowOf(into.allowed),
      inUnseen: rowOf(unseen.allowed),
      aclOut: acl ? rowOf(filters.acl(acl, 'outbound')) : nothing,
      aclIn: acl ? rowOf(filters.acl(acl, 'inbound')) : nothing,
      replyOut: acl ? rowOf(headers.replies(filters.acl(acl, 'outbound'))) : nothing,
      replyIn: acl ? rowOf(headers.replies(filters.acl(acl, 'inbound'))) : nothing,
      ways: ways.from(subnet),
      sent: clientPortSet(ground, one.host?.clientPorts ?? [1024, 65535]),
      taken: takenBy(ground, one),
      sends: sending !== 'unable',
      receives: receiving !== 'unable',
      isDoubtful: typeof sending !== 'string' || typeof receiving !== 'string',
      walks:
        uncertain ||
        (isNode && one.service?.type !== 'endpoint') ||
        (one.host?.interfaces.length ?? 1) > 1 ||
        typeof sending !== 'string' ||
        typeof receiving !== 'string',
    };
  });
}

function takenBy(ground: Ground, { host, service }: Interface): Diagram {
  if (service?.type === 'endpoint') return endpointTraffic(ground, service.id);
  return host?.services ? heardBy(ground, host.services) : FULL;
}
