/**
 * Sets of packets as interval decision diagrams: a diagram asks for the address, then the protocol, then the port or
 * ICMP type, then the source port or ICMP code, and each answer leads on to a smaller diagram or to "in" or "out".
 * Equal sets are the same object, so comparing two is `===`, and what was computed once is looked up.
 */

/** An IPv4 address, protocol or port is a number, an IPv6 address a bigint. One set speaks of one family only. */
export type Value = number | bigint;

/** What a diagram asks for, in this order. A question that does not matter is left out. */
export const ADDRESS = 0;
export const PROTOCOL = 1;
/** Destination port of tcp and udp; type of ICMP. */
export const PORT = 2;
/** Source port of tcp and udp; code of ICMP. */
export const SOURCE_PORT = 3;
export type Level = typeof ADDRESS | typeof PROTOCOL | typeof PORT | typeof SOURCE_PORT;

const TERMINAL = 4;

export interface Diagram {
  /** Unique in its store; 0 is the empty set, 1 the full one. */
  readonly id: number;
  readonly level: Level | typeof TERMINAL;
  /** Ascending; `children[i]` holds from `cuts[i - 1]` up to, and without, `cuts[i]`. */
  readonly cuts: readonly Value[];
  readonly children: readonly Diagram[];
}

export const EMPTY: Diagram = { id: 0, level: TERMINAL, cuts: [], children: [] };
export const FULL: Diagram = { id: 1, level: TERMINAL, cuts: [], children: [] };

export interface PacketPoint {
  readonly address: Value;
  readonly protocol: number;
  readonly port: number;
  readonly sourcePort: number;
}

const LAST4 = 0xffffffff;
const LAST6 = (1n << 128n) - 1n;

/** The highest value of a level. */
export const lastOf = (level: Level, like: Value): Value => {
  switch (level) {
    case ADDRESS:
      return typeof like === 'bigint' ? LAST6 : LAST4;
    case PROTOCOL:
      return 255;
    case PORT:
    case SOURCE_PORT:
      return 65535;
  }
};

export const after = (value: Value): Value => (typeof value === 'bigint' ? value + 1n : value + 1);
export const before = (value: Value): Value => (typeof value === 'bigint' ? value - 1n : value - 1);

type Operation = 'union' | 'intersect' | 'subtract';

/** Ids stay below this, so that a pair of them is one exact number. */
const MOST_NODES = 2 ** 26;

/** All diagrams that are compared with each other come from one store. */
export class Diagrams {
  private readonly nodes = new Map<number, Diagram[]>();
  private count = 2;
  private readonly memos: Readonly<Record<Operation, Map<number, Diagram>>> = {
    union: new Map(),
    intersect: new Map(),
    subtract: new Map(),
  };

  /** How many different diagrams the store holds. */
  get size(): number {
    return this.count;
  }

  /** Those whose value at `level` is from `from` to `to`, both included, and that are in `child` besides. */
  interval(level: Level, from: Value, to: Value, child: Diagram = FULL): Diagram {
    if (from > to || child === EMPTY) return EMPTY;
    const cuts: Value[] = [];
    const children: Diagram[] = [];
    if (from > 0) {
      cuts.push(from);
      children.push(EMPTY);
    }
    children.push(child);
    if (to < lastOf(level, to)) {
      cuts.push(after(to));
      children.push(EMPTY);
    }
    return this.node(level, cuts, children);
  }

  /** Those whose value at `level` is one of these (of one family) and that are in `child` besides. */
  anyOf(level: Level, values: readonly Value[], child: Diagram = FULL): Diagram {
    const ascending = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    const cuts: Value[] = [];
    const children: Diagram[] = [EMPTY];
    for (const value of ascending) {
      const open = cuts.at(-1);
      if (open === undefined || open < value) {
        cuts.push(value, after(value));
        children.push(child, EMPTY);
      } else if (open === value) cuts[cuts.length - 1] = after(value);
    }
    const end = cuts.at(-1);
    if (end !== undefined && before(end) === lastOf(level, end)) {
      cuts.pop();
      children.pop();
    }
    if (cuts[0] !== undefined && Number(cuts[0]) === 0) {
      cuts.shift();
      children.shift();
    }
    return this.node(level, cuts, children);
  }

  /**
   * The diagram that asks for `level` and leads on to `children`, which ask for later levels only.
   * Neighbours that are equal become one; a question that makes no difference is not asked.
   */
  node(level: Level, cuts: readonly Value[], children: readonly Diagram[]): Diagram {
    const keptCuts: Value[] = [];
    let last = childAt(children, 0);
    const kept: Diagram[] = [last];
    for (let i = 0; i < cuts.length; i += 1) {
      const child = childAt(children, i + 1);
      if (child === last) continue;
      keptCuts.push(cutAt(cuts, i));
      kept.push(child);
      last = child;
    }
    return keptCuts.length === 0 ? last : this.intern(level, keptCuts, kept);
  }

  union(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === EMPTY || a === FULL) return a;
    if (a === EMPTY || b === FULL) return b;
    return a.id < b.id ? this.combine('union', a, b) : this.combine('union', b, a);
  }

  intersect(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === FULL || a === EMPTY) return a;
    if (a === FULL || b === EMPTY) return b;
    return a.id < b.id ? this.combine('intersect', a, b) : this.combine('intersect', b, a);
  }

  subtract(a: Diagram, b: Diagram): Diagram {
    if (a === b || a === EMPTY || b === FULL) return EMPTY;
    return b === EMPTY ? a : this.combine('subtract', a, b);
  }

  complement(set: Diagram): Diagram {
    return this.subtract(FULL, set);
  }

  /** Of many sets; pairs of pairs, so that no large set is copied once for every small one. */
  unionOf(sets: readonly Diagram[]): Diagram {
    let round = sets;
    while (round.length > 1) {
      const next: Diagram[] = [];
      for (let i = 0; i < round.length; i += 2)
        next.push(this.union(childAt(round, i), round[i + 1] ?? EMPTY));
      round = next;
    }
    return round[0] ?? EMPTY;
  }

  /** Is every packet of `part` in `whole`? */
  covers(whole: Diagram, part: Diagram): boolean {
    return this.subtract(part, whole) === EMPTY;
  }

  /** The set that is left to ask for where the value at `level` is known. */
  at(set: Diagram, level: Level, value: Value): Diagram {
    if (set.level > level) return set;
    if (set.level === level) return childOf(set, value);
    return this.node(
      set.level as Level,
      set.cuts,
      set.children.map((child) => this.at(child, level, value)),
    );
  }

  /** Those for whom some value at `level` is in the set. */
  forget(set: Diagram, level: Level): Diagram {
    if (set.level > level) return set;
    if (set.level === level) return this.unionOf(set.children);
    return this.node(
      set.level as Level,
      set.cuts,
      set.children.map((child) => this.forget(child, level)),
    );
  }

  private combine(operation: Operation, a: Diagram, b: Diagram): Diagram {
    const memo = this.memos[operation];
    const key = a.id * MOST_NODES + b.id;
    const known = memo.get(key);
    if (known) return known;
    const level = a.level < b.level ? a.level : b.level;
    const cuts: Value[] = [];
    const children: Diagram[] = [];
    const [leftCuts, left] = a.level === level ? [a.cuts, a.children] : [NO_CUTS, [a]];
    const [rightCuts, right] = b.level === level ? [b.cuts, b.children] : [NO_CUTS, [b]];
    let [i, j] = [0, 0];
    let last: Diagram | null = null;
    let at: Value = 0;
    for (;;) {
      const child: Diagram = this[operation](childAt(left, i), childAt(right, j));
      if (child !== last) {
        if (last !== null) cuts.push(at);
        children.push(child);
        last = child;
      }
      const leftCut = leftCuts[i];
      const rightCut = rightCuts[j];
      if (leftCut === undefined) {
        if (rightCut === undefined) break;
        at = rightCut;
        j += 1;
      } else if (rightCut === undefined || leftCut < rightCut) {
        at = leftCut;
        i += 1;
      } else {
        at = rightCut;
        j += 1;
        if (leftCut === rightCut) i += 1;
      }
    }
    const made: Diagram =
      cuts.length === 0 ? childAt(children, 0) : this.intern(level as Level, cuts, children);
    memo.set(key, made);
    return made;
  }

  private intern(level: Level, cuts: readonly Value[], children: readonly Diagram[]): Diagram {
    const hash = hashOf(level, cuts, children);
    const bucket = this.nodes.get(hash);
    if (bucket)
      for (const known of bucket)
        if (known.level === level && isSame(known.cuts, cuts) && isSame(known.children, children))
          return known;
    if (this.count >= MOST_NODES) throw new Error('a store of diagrams holds at most 2^26 of them');
    const made: Diagram = { id: this.count, level, cuts, children };
    this.count += 1;
    if (bucket) bucket.push(made);
    else this.nodes.set(hash, [made]);
    return made;
  }
}

const NO_CUTS: readonly Value[] = [];

/** The part of a diagram that decides about a value of its own level. */
export function childOf(set: Diagram, value: Value): Diagram {
  const { cuts } = set;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cutAt(cuts, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return childAt(set.children, low);
}

function childAt(children: readonly Diagram[], index: number): Diagram {
  const child = children[index];
  if (!child) throw new Error('a diagram has one child more than it has cuts');
  return child;
}

function cutAt(cuts: readonly Value[], index: number): Value {
  const cut = cuts[index];
  if (cut === undefined) throw new Error('a diagram has one cut less than it has children');
  return cut;
}

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
};

function hashOf(level: number, cuts: readonly Value[], children: readonly Diagram[]): number {
  let hash = level + 1;
  for (const cut of cuts)
    hash =
      (Math.imul(hash, 31) +
        (typeof cut === 'bigint' ? Number(BigInt.asUintN(32, cut ^ (cut >> 32n) ^ (cut >> 64n))) : cut)) |
      0;
  for (const child of children) hash = Math.imul(hash ^ child.id, 0x9e3779b1) ^ (hash >>> 15);
  return hash | 0;
}
