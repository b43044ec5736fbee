/**
 * What everything may send to everything, and the internet among them: groups of interfaces that fare alike, and for
 * each ordered pair of groups a set. Equal sets are one; a set is put into words when it is first looked at.
 */
import type { ReachGroup, ReachMatrix, ReachSet, Unknown } from '../model/traffic';
import { allPairs } from '../network/symbolic/all-pairs';
import type { Doubt } from '../network/symbolic/branch';
import { EMPTY, type Diagram } from '../network/symbolic/diagram';
import { exposureOf, type ExposureSets } from '../network/symbolic/exposure';
import { clientPortSet } from '../network/symbolic/flows';
import type { Ground } from '../network/symbolic/ground';
import { trafficOf } from '../network/symbolic/traffic';
import type { Family } from './grounds';
import { groupOf, internetGroup } from './reach-groups';

export interface Reach {
  readonly family: Family;
  /** The internet is the last one; none at all where nothing has an address of the family. */
  readonly groups: readonly ReachGroup[];
  /** Rows of the matrix one after the other: numbers of sets. 0 is nothing. */
  readonly cells: Uint32Array;
  /** How many sets there are. */
  readonly setCount: number;
  readonly describe: (set: number) => ReachSet;
}

/** A set in the light of what may be asked, which decides what goes without saying. */
interface Entry {
  readonly set: Diagram;
  readonly sometimes: Diagram;
  readonly asked: Diagram;
  readonly outside: 'from' | 'to';
  readonly unknown: readonly Unknown[];
}

const NOTHING: Entry = { set: EMPTY, sometimes: EMPTY, asked: EMPTY, outside: 'to', unknown: [] };

export function reachIn(ground: Ground): Reach {
  const { family } = ground;
  const { groups: classes, pairs, doubtsOf, unknownPairs, sometimes: partly, setOf } = allPairs(ground);
  if (classes.length === 0) return { family, groups: [], cells: new Uint32Array(0), ...described([NOTHING]) };
  const size = classes.length + 1;
  const internet = classes.length;
  const cells = new Uint32Array(size * size);
  const entries: Entry[] = [NOTHING];
  const numbers = new Map<string, number>();
  const put = (from: number, to: number, entry: Entry): void => {
    const { set, sometimes, asked, outside, unknown } = entry;
    if (set === EMPTY && sometimes === EMPTY && unknown.length === 0) return;
    const key = `${set.id} ${sometimes.id} ${asked.id} ${outside} ${unknown.map(({ code, resource, message }) => `${code} ${resource} ${message}`).join('|')}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = entries.length;
      entries.push(entry);
      numbers.set(key, number);
    }
    cells[from * size + to] = number;
  };
  classes.forEach(({ representative }, from) => {
    const asked = clientPortSet(ground, representative.host?.clientPorts ?? [1024, 65535]);
    // Most pairs share few sets: the number of one that was met in this row is looked up by its place alone.
    const inRow = new Map<number, number>();
    for (let at = pairs.starts[from] ?? 0; at < (pairs.starts[from + 1] ?? 0); at += 1) {
      const to = pairs.targets[at] ?? 0;
      const setId = pairs.setIds[at] ?? 0;
      const known = inRow.get(setId);
      if (known === undefined) {
        put(from, to, {
          set: pairs.sets[setId] ?? EMPTY,
          sometimes: EMPTY,
          asked,
          outside: 'to',
          unknown: [],
        });
        inRow.set(setId, cells[from * size + to] ?? 0);
      } else cells[from * size + to] = known;
    }
  });
  for (const pair of new Set([...unknownPairs, ...partly.keys()])) {
    const [from, to] = [Math.floor(pair / classes.length), pair % classes.length];
    put(from, to, {
      set: setOf(from, to),
      sometimes: partly.get(pair) ?? EMPTY,
      asked: clientPortSet(ground, classes[from]?.representative.host?.clientPorts ?? [1024, 65535]),
      outside: 'to',
      unknown: distinct(doubtsOf(from, to)),
    });
  }
  for (const { group, inbound, outbound } of exposureOf(ground)) {
    put(internet, group.id, entryOf(inbound, 'from'));
    put(group.id, internet, entryOf(outbound, 'to'));
  }
  return {
    family,
    groups: [...classes.map((group) => groupOf(group, ground.network)), internetGroup(internet)],
    cells,
    ...described(entries),
  };
}

const entryOf = ({ set, sometimes, asked, unknown }: ExposureSets, outside: 'from' | 'to'): Entry => ({
  set,
  sometimes,
  asked,
  outside,
  unknown: distinct(unknown.flatMap((one) => (one.set === EMPTY ? [] : one.doubts))),
});

/** Each reason once. */
export const distinct = (doubts: readonly Doubt[]): readonly Unknown[] => [
  ...new Map(
    doubts.map(({ code, resource, message }) => [
      `${code} ${resource} ${message}`,
      { code, resource, message },
    ]),
  ).values(),
];

function described(entries: readonly Entry[]): Pick<Reach, 'setCount' | 'describe'> {
  const known = new Map<number, ReachSet>();
  return {
    setCount: entries.length,
    describe: (number) => {
      const before = known.get(number);
      if (before) return before;
      const made = describe(entries[number] ?? NOTHING);
      known.set(number, made);
      return made;
    },
  };
}

function describe({ set, sometimes, asked, outside, unknown }: Entry): ReachSet {
  const boxes = trafficOf(set, { asked, outside });
  const partly = trafficOf(sometimes, { asked, outside });
  const rest = { boxes, ...(partly.length > 0 ? { sometimes: partly } : {}), unknown };
  if (set !== EMPTY)
    return {
      ...rest,
      text: boxes.map(({ text }) => text).join('; '),
      extent: set === asked ? 'all' : 'some',
    };
  if (partly.length > 0)
    return { ...rest, text: partly.map(({ text }) => `sometimes ${text}`).join('; '), extent: 'some' };
  return unknown.length > 0
    ? { ...rest, text: 'not known', extent: 'unknown' }
    : { ...rest, text: 'nothing', extent: 'none' };
}

/** As plain data, every set in words. */
export const matrixOf = (
  { family, groups, cells, setCount, describe: wordsOf }: Reach,
  askedOf: ReachMatrix['askedOf'],
): ReachMatrix => ({
  family,
  groups,
  cells,
  sets: Array.from({ length: setCount }, (_, number) => wordsOf(number)),
  askedOf,
});
