/** What is in a set of packets: is this one, which one for example, and all of them as a list of boxes. */
import {
  ADDRESS,
  EMPTY,
  FULL,
  PORT,
  PROTOCOL,
  SOURCE_PORT,
  before,
  childOf,
  lastOf,
  type Diagram,
  type Level,
  type PacketPoint,
  type Value,
} from './diagram';

/** First and last, both included. */
export type Interval<T extends Value = Value> = readonly [T, T];

/** All combinations of one value from each list. A list of `null`: every value. */
export interface Box {
  readonly addresses: readonly Interval[] | null;
  readonly protocols: readonly Interval<number>[] | null;
  /** Destination ports; types of ICMP. */
  readonly ports: readonly Interval<number>[] | null;
  /** Source ports; codes of ICMP. */
  readonly sourcePorts: readonly Interval<number>[] | null;
}

export function contains(set: Diagram, packet: PacketPoint): boolean {
  let at = set;
  while (at !== EMPTY && at !== FULL) at = childOf(at, valueAt(packet, at.level as Level));
  return at === FULL;
}

const valueAt = (packet: PacketPoint, level: Level): Value => {
  switch (level) {
    case ADDRESS:
      return packet.address;
    case PROTOCOL:
      return packet.protocol;
    case PORT:
      return packet.port;
    case SOURCE_PORT:
      return packet.sourcePort;
  }
};

/** tcp, udp and ICMP are what people ask about first. */
const TYPICAL_PROTOCOLS = [6, 17, 1, 58];

/**
 * One packet of the set: the lowest address, tcp if that is possible, the lowest ports. `null` for the empty set.
 * @param like any address of the family that is meant where the set holds every address; else an IPv4 one.
 */
export function witnessOf(set: Diagram, like: Value = 0): PacketPoint | null {
  if (set === EMPTY) return null;
  let at = set;
  let address: Value = zeroLike(like);
  const values: number[] = [0, 6, 0, 0];
  while (at !== FULL) {
    const level = at.level as Level;
    const node = at;
    const typical =
      level === PROTOCOL ? TYPICAL_PROTOCOLS.find((one) => childOf(node, one) !== EMPTY) : undefined;
    if (typical !== undefined) {
      values[PROTOCOL] = typical;
      at = childOf(node, typical);
      continue;
    }
    const index = node.children.findIndex((child) => child !== EMPTY);
    const value = index === 0 ? 0 : (node.cuts[index - 1] ?? 0);
    if (level === ADDRESS) address = index === 0 ? zeroLike(node.cuts[0] ?? 0) : value;
    else values[level] = Number(value);
    at = node.children[index] ?? EMPTY;
  }
  const [, protocol = 6, port = 0, sourcePort = 0] = values;
  return { address, protocol, port, sourcePort };
}

const zeroLike = (value: Value): Value => (typeof value === 'bigint' ? 0n : 0);

/** The whole set: boxes that do not overlap, in the order of the diagram. */
export function boxesOf(set: Diagram): readonly Box[] {
  const boxes: Box[] = [];
  collect(set, NO_LIMITS, boxes);
  return boxes;
}

const NO_LIMITS: Box = { addresses: null, protocols: null, ports: null, sourcePorts: null };

function collect(set: Diagram, limits: Box, boxes: Box[]): void {
  if (set === EMPTY) return;
  if (set === FULL) {
    boxes.push(limits);
    return;
  }
  const level = set.level as Level;
  for (const [child, intervals] of branchesOf(set)) collect(child, limited(limits, level, intervals), boxes);
}

/** The children that are not empty, each once, with the values that lead to it. */
export function branchesOf(set: Diagram): ReadonlyMap<Diagram, readonly Interval[]> {
  const branches = new Map<Diagram, Interval[]>();
  const like = set.cuts[0] ?? 0;
  const level = set.level as Level;
  set.children.forEach((child, index) => {
    if (child === EMPTY) return;
    const from = index === 0 ? zeroLike(like) : (set.cuts[index - 1] ?? 0);
    const cut = set.cuts[index];
    const to = cut === undefined ? lastOf(level, like) : before(cut);
    const known = branches.get(child);
    if (known) known.push([from, to]);
    else branches.set(child, [[from, to]]);
  });
  return branches;
}

function limited(limits: Box, level: Level, intervals: readonly Interval[]): Box {
  switch (level) {
    case ADDRESS:
      return { ...limits, addresses: intervals };
    case PROTOCOL:
      return { ...limits, protocols: numbers(intervals) };
    case PORT:
      return { ...limits, ports: numbers(intervals) };
    case SOURCE_PORT:
      return { ...limits, sourcePorts: numbers(intervals) };
  }
}

const numbers = (intervals: readonly Interval[]): readonly Interval<number>[] =>
  intervals.map(([from, to]) => [Number(from), Number(to)]);
