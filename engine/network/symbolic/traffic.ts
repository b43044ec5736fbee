/** A set of packets as boxes with words. */
import type { PortRange, TrafficBox } from '../../model/traffic';
import { ECHO, ICMP, ICMPV6, TCP, UDP } from '../packet';
import { blocksText, listText, protocolText, rangeText } from '../words';
import { boxesOf, branchesOf, type Interval } from './boxes';
import { ADDRESS, EMPTY, FULL, PROTOCOL, SOURCE_PORT, after, before, childOf, type Diagram } from './diagram';

const NAMED: readonly number[] = [TCP, UDP, ICMP, ICMPV6];
/** Of types and codes of ICMP too. */
const LAST_PROTOCOL = 255;

export interface TrafficWords {
  /** All that may be asked: client ports and outside addresses in it go without saying. */
  readonly asked: Diagram;
  /** `from` or `to` the addresses outside. */
  readonly outside: 'from' | 'to';
}

/** @returns the boxes of a set, in the order addresses, protocols, ports; none for the empty set. */
export function trafficOf(set: Diagram, { asked, outside }: TrafficWords): readonly TrafficBox[] {
  if (set === EMPTY) return [];
  const goesUnsaid = clientPortsIn(asked);
  if (set.level !== ADDRESS) return boxesBelow(set, goesUnsaid, null, outside);
  const everywhere = asked.level === ADDRESS ? [...branchesOf(asked).values()].flat() : [];
  return [...branchesOf(set)].flatMap(([child, intervals]) => {
    const missing = everywhere.length > 0 ? lackingOf(everywhere, intervals) : null;
    const where: Where | null =
      missing?.length === 0 ? null : { blocks: blocksOf(intervals), but: missing ? blocksOf(missing) : null };
    return boxesBelow(child, goesUnsaid, where, outside);
  });
}

/** Addresses outside, as blocks. */
interface Where {
  readonly blocks: readonly string[];
  /** Every public address but these; `null` where that is no way to say it. */
  readonly but: readonly string[] | null;
}

const blocksOf = (intervals: readonly Interval[]): readonly string[] =>
  intervals.flatMap(([from, to]) => blocksText(from, to));

/** What is in `all` and not in `part`. */
function lackingOf(all: readonly Interval[], part: readonly Interval[]): readonly Interval[] {
  const ascending = (a: Interval, b: Interval): number => (a[0] < b[0] ? -1 : 1);
  const taken = part.toSorted(ascending);
  return all.toSorted(ascending).flatMap(([from, to]): Interval[] => {
    const left: Interval[] = [];
    let next = from;
    for (const [first, last] of taken) {
      if (last < next || first > to) continue;
      if (first > next) left.push([next, before(first)]);
      next = after(last);
    }
    return next <= to ? [...left, [next, to]] : left;
  });
}

/** In as few blocks as it takes. */
function whereText({ blocks, but }: Where, outside: 'from' | 'to'): string {
  return but !== null && but.length < blocks.length
    ? ` ${outside} every public address but ${listText(but, 12)}`
    : ` ${outside} ${listText(blocks, 12)}`;
}

const textOf = (intervals: readonly Interval[]): string =>
  [...intervals]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([from, to]) => `${from}-${to}`)
    .join();

/** The client's ports in what is asked, which are not worth a word where all of them work. */
function clientPortsIn(asked: Diagram): string {
  const inner = asked.level === ADDRESS ? (asked.children.find((child) => child !== EMPTY) ?? EMPTY) : asked;
  const ports = inner.level === PROTOCOL ? childOf(inner, TCP) : FULL;
  return ports.level === SOURCE_PORT ? textOf([...branchesOf(ports).values()].flat()) : '';
}

function boxesBelow(
  set: Diagram,
  goesUnsaid: string,
  where: Where | null,
  outside: 'from' | 'to',
): readonly TrafficBox[] {
  const blocks = where?.blocks;
  const tail = where ? whereText(where, outside) : '';
  const isWhole = (below: Diagram): boolean =>
    below === FULL ||
    (below.level === SOURCE_PORT && textOf([...branchesOf(below).values()].flat()) === goesUnsaid);
  const kinds = protocolsOf(set);
  const isEverything =
    kinds.every(({ below }) => isWhole(below)) &&
    kinds.reduce((sum, { protocols }) => sum + protocols.length, 0) > LAST_PROTOCOL;
  if (isEverything)
    return [{ ...(blocks ? { addresses: blocks } : {}), protocols: ['all'], text: `everything${tail}` }];
  return kinds.flatMap(({ protocols, names, below }) =>
    boxesOf(below).flatMap((found): TrafficBox[] => {
      const isUnsaid = found.sourcePorts !== null && textOf(found.sourcePorts) === goesUnsaid;
      const kind = protocols.every(isIcmp) ? 'icmp' : 'ports';
      const known = isUnsaid ? { ...found, sourcePorts: null } : found;
      const box =
        kind === 'icmp'
          ? { ports: withinOctet(known.ports), sourcePorts: withinOctet(known.sourcePorts) }
          : known;
      // Numbers that are no type or code say nothing.
      if (box.ports?.length === 0 || box.sourcePorts?.length === 0) return [];
      return [
        {
          ...(blocks ? { addresses: blocks } : {}),
          protocols: names,
          ...(box.ports ? { [kind === 'icmp' ? 'icmpTypes' : 'ports']: box.ports } : {}),
          ...(box.sourcePorts ? { [kind === 'icmp' ? 'icmpCodes' : 'sourcePorts']: box.sourcePorts } : {}),
          text: `${wordsOf(protocols, names, box)}${tail}`,
        },
      ];
    }),
  );
}

/** Types and codes of ICMP end at 255; `null` where all of them are in. */
function withinOctet(ranges: readonly PortRange[] | null): readonly PortRange[] | null {
  if (ranges === null) return null;
  const left = ranges.flatMap(([from, to]): PortRange[] =>
    from > LAST_PROTOCOL ? [] : [[from, Math.min(to, LAST_PROTOCOL)]],
  );
  return left.length === 1 && left[0]?.[0] === 0 && left[0][1] === LAST_PROTOCOL ? null : left;
}

const isIcmp = (protocol: number): boolean => protocol === ICMP || protocol === ICMPV6;

interface Protocols {
  readonly protocols: readonly number[];
  readonly names: readonly string[];
  readonly below: Diagram;
}

/** Protocols that fare alike together; the named ones by name, the others as ranges. */
function protocolsOf(set: Diagram): readonly Protocols[] {
  if (set === FULL) return [{ protocols: [], names: ['all'], below: FULL }];
  if (set.level !== PROTOCOL)
    return NAMED.slice(0, 2).map((protocol) => ({
      protocols: [protocol],
      names: [protocolText(protocol)],
      below: set,
    }));
  const rest = new Map<Diagram, number[]>();
  const named = NAMED.flatMap((protocol): Protocols[] => {
    const below = childOf(set, protocol);
    return below === EMPTY ? [] : [{ protocols: [protocol], names: [protocolText(protocol)], below }];
  });
  for (let protocol = 0; protocol <= LAST_PROTOCOL; protocol += 1) {
    const below = childOf(set, protocol);
    if (below === EMPTY || NAMED.includes(protocol)) continue;
    const known = rest.get(below);
    if (known) known.push(protocol);
    else rest.set(below, [protocol]);
  }
  const others = [...rest].map(([below, protocols]) => ({
    protocols,
    names: rangesOf(protocols).map(rangeText),
    below,
  }));
  return [...named, ...others];
}

function rangesOf(values: readonly number[]): readonly PortRange[] {
  const ranges: [number, number][] = [];
  for (const value of values) {
    const last = ranges.at(-1);
    if (last && value === last[1] + 1) last[1] = value;
    else ranges.push([value, value]);
  }
  return ranges;
}

function wordsOf(
  protocols: readonly number[],
  names: readonly string[],
  box: { readonly ports: readonly PortRange[] | null; readonly sourcePorts: readonly PortRange[] | null },
): string {
  const { ports, sourcePorts } = box;
  const [protocol] = protocols;
  if (protocol === undefined) return 'everything';
  if (protocols.length > 200 && !ports && !sourcePorts) return 'every other protocol';
  if (isIcmp(protocol)) return icmpWords(protocol, ports, sourcePorts);
  const name = NAMED.includes(protocol) ? names.join(', ') : `protocol ${listText(names)}`;
  const which = ports
    ? ` ${listText(ports.map(rangeText), 12)}`
    : NAMED.includes(protocol)
      ? ' on every port'
      : '';
  return `${name}${which}${sourcePorts ? `, client ports ${listText(sourcePorts.map(rangeText), 12)}` : ''}`;
}

function icmpWords(
  protocol: number,
  types: readonly PortRange[] | null,
  codes: readonly PortRange[] | null,
): string {
  const name = protocolText(protocol);
  if (!types) return codes ? `${name} codes ${listText(codes.map(rangeText))}` : `all ${name}`;
  const isPing =
    types.length === 1 && types[0]?.[0] === types[0]?.[1] && types[0]?.[0] === ECHO[protocol]?.request;
  if (isPing) return 'ping';
  const code = codes ? ` code ${listText(codes.map(rangeText))}` : '';
  return `${name} type ${listText(types.map(rangeText))}${code}`;
}

/** Every text of a set, as one line. */
export const trafficText = (boxes: readonly TrafficBox[]): string =>
  boxes.length === 0 ? 'nothing' : boxes.map(({ text }) => text).join('; ');
