/**
 * From what a filter lets through to the packets it lets through: a filter sees the header as it is now, a diagram
 * speaks of the packets as they set out.
 */
import type { Range } from '../packet';
import { joinRanges } from '../packet';
import { withAlive, type Branch, type Ports, type Where } from './branch';
import { branchesOf } from './boxes';
import {
  ADDRESS,
  EMPTY,
  FULL,
  PORT,
  PROTOCOL,
  SOURCE_PORT,
  childOf,
  type Diagram,
  type Diagrams,
  type Value,
} from './diagram';
import type { Family } from './ruleset';

const WITH_PORTS = [6, 17];
const ICMP = 1;
const ICMPV6 = 58;

/** The packets of a set of the header as it is now, and those of which some translated ports are in it. */
export interface Preimage {
  readonly whole: Diagram;
  readonly parts: readonly { readonly set: Diagram; readonly ports: readonly Range[] }[];
}

export class HeaderSets {
  private readonly known = new Map<string, Preimage>();
  private readonly withPorts: Diagram;
  private readonly icmp: Diagram;

  constructor(
    private readonly store: Diagrams,
    private readonly family: Family,
  ) {
    this.withPorts = store.anyOf(PROTOCOL, WITH_PORTS);
    this.icmp = store.interval(PROTOCOL, this.icmpProtocol, this.icmpProtocol);
  }

  private get icmpProtocol(): number {
    return this.family === 4 ? ICMP : ICMPV6;
  }

  /** Packets of which an answer is expected: everything but ICMP messages that are no echo request. */
  get answered(): Diagram {
    const echo = this.family === 4 ? 8 : 128;
    const request = this.store.interval(
      PROTOCOL,
      this.icmpProtocol,
      this.icmpProtocol,
      this.store.interval(PORT, echo, echo),
    );
    return this.store.union(this.store.complement(this.icmp), request);
  }

  /** The packets whose address at this place of the header is in the set, which asks for the address only. */
  addressed(alive: Diagram, where: Where, set: Diagram): Diagram {
    if (where === 'outside') return this.store.intersect(alive, set);
    return this.store.at(set, ADDRESS, where) === FULL ? alive : EMPTY;
  }

  /**
   * A filter looks at the peer's address, the protocol and the destination port.
   * @param passing what it lets through
   * @returns the branches that go on; none where nothing passes
   */
  filtered(branch: Branch, passing: Diagram, peer: Where): readonly Branch[] {
    const ofPeer = peer === 'outside' ? passing : this.store.at(passing, ADDRESS, peer);
    const { whole, parts } = this.preimage(ofPeer, branch);
    const branches: Branch[] = [];
    const alive = this.store.intersect(branch.alive, whole);
    if (alive === branch.alive) return [branch];
    if (alive !== EMPTY) branches.push(withAlive(branch, alive));
    for (const part of parts) {
      const left = this.store.intersect(branch.alive, part.set);
      if (left !== EMPTY)
        branches.push({ ...branch, alive: left, destinationPorts: part.ports, narrowed: true });
    }
    return branches;
  }

  /** Packets whose answer is in the set, which is of the answer's own header; and those that get none. */
  replies(set: Diagram): Diagram {
    const { whole } = this.preimage(set, { leg: 'return', destinationPorts: 'client' });
    return this.store.union(whole, this.store.complement(this.answered));
  }

  private preimage(
    set: Diagram,
    { leg, destinationPorts }: Pick<Branch, 'leg' | 'destinationPorts'>,
  ): Preimage {
    if (set === FULL || set === EMPTY || (leg === 'forward' && destinationPorts === 'asked'))
      return { whole: set, parts: [] };
    const key = `${set.id} ${leg} ${typeof destinationPorts === 'string' ? destinationPorts : destinationPorts.join()}`;
    const known = this.known.get(key);
    if (known) return known;
    const made = this.makePreimage(set, leg, destinationPorts);
    this.known.set(key, made);
    return made;
  }

  private makePreimage(set: Diagram, leg: Branch['leg'], ports: Ports): Preimage {
    const { store } = this;
    const others = store.subtract(set, store.union(this.withPorts, this.icmp));
    // An echo reply in the place of the request; its code stays.
    const replyType = this.family === 4 ? 0 : 129;
    const icmp =
      leg === 'forward'
        ? store.intersect(set, this.icmp)
        : store.intersect(this.icmp, store.at(store.intersect(set, this.icmp), PORT, replyType));
    const rest = store.union(others, icmp);
    const portSet = store.intersect(set, this.withPorts);
    if (ports === 'asked') return { whole: store.union(rest, portSet), parts: [] };
    if (ports === 'client') {
      const renamed = this.mapPorts(portSet, (node) => store.node(SOURCE_PORT, node.cuts, node.children));
      return { whole: store.union(rest, renamed), parts: [] };
    }
    const all = rangesText(ports);
    const fits = new Map<string, readonly Range[]>();
    const passing = (node: Diagram): string => {
      const inside = passingPorts(node, ports);
      const text = rangesText(inside);
      if (text !== all && inside.length > 0) fits.set(text, inside);
      return text;
    };
    const whole = this.mapPorts(portSet, (node) => (passing(node) === all ? FULL : EMPTY));
    const parts = [...fits].map(([text, inside]) => ({
      set: this.mapPorts(portSet, (node) => (passing(node) === text ? FULL : EMPTY), EMPTY),
      ports: inside,
    }));
    return { whole: store.union(rest, whole), parts };
  }

  /** Puts something else in the place of every question for the port. */
  private mapPorts(set: Diagram, change: (node: Diagram) => Diagram, full: Diagram = FULL): Diagram {
    if (set === EMPTY) return EMPTY;
    if (set === FULL) return full;
    if (set.level === PORT) return change(set);
    return this.store.node(
      set.level === ADDRESS ? ADDRESS : PROTOCOL,
      set.cuts,
      set.children.map((child) => this.mapPorts(child, change, full)),
    );
  }
}

/** The ports of these that a diagram over ports holds. */
function passingPorts(node: Diagram, ports: readonly Range[]): readonly Range[] {
  const inside: Range[] = [];
  for (const [child, intervals] of branchesOf(node)) {
    if (child !== FULL) throw new Error('a filter asks for one port of tcp and udp only');
    for (const [first, last] of intervals)
      for (const [from, to] of ports) {
        const low = Math.max(from, Number(first));
        const high = Math.min(to, Number(last));
        if (low <= high) inside.push([low, high]);
      }
  }
  return joinRanges(inside);
}

const rangesText = (ranges: readonly Range[]): string => joinRanges(ranges).join(' ');

export const isIn = (set: Diagram, value: Value): boolean => childOf(set, value) === FULL;
