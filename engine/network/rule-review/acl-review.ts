/** The entries of a network ACL after each other: which decide something, which come too late or change nothing. */
import type { AclEntryPart } from '../parts';
import { EMPTY, type Diagram, type Diagrams } from '../symbolic/diagram';
import { aclRules, familyOfValue, type Family } from '../symbolic/ruleset';

/** Places in the list of entries; `*` is the final deny. */
export type Decider = number | '*';

export type AclMark =
  | {
      readonly type: 'needed';
      /** Earlier entries that decide a part of it the other way. */
      readonly except: readonly number[];
      /** A deny: the later entries that would allow what it denies. */
      readonly before: readonly number[];
    }
  /** Earlier entries decide all it could match; `agree`: all of them as it would. */
  | { readonly type: 'shadowed'; readonly by: readonly number[]; readonly agree: boolean }
  /** It decides something, but what follows would decide the same. */
  | { readonly type: 'redundant'; readonly by: readonly Decider[] };

/**
 * One direction of one ACL: the first entry that matches decides. Exact for both families.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
 * @param entries ascending by number
 * @returns one mark for each entry, in their order
 */
export function reviewAclEntries(store: Diagrams, entries: readonly AclEntryPart[]): readonly AclMark[] {
  const marks = new Map<AclEntryPart, AclMark>();
  for (const family of [4, 6] as const) reviewFamily(store, entries, family, marks);
  return entries.map((entry) => {
    const mark = marks.get(entry);
    if (!mark) throw new Error(`entry ${entry.number} is of neither family`);
    return mark;
  });
}

function reviewFamily(
  store: Diagrams,
  entries: readonly AclEntryPart[],
  family: Family,
  marks: Map<AclEntryPart, AclMark>,
): void {
  const reviewed = aclRules(store, entries, family).entries;
  const says = reviewed.map((entry) => entry.says);
  const adds = reviewed.map((entry) => entry.adds);
  // What would pass if the list began behind an entry.
  const passesBehind: Diagram[] = new Array<Diagram>(entries.length).fill(EMPTY);
  let passes: Diagram = EMPTY;
  for (let place = entries.length - 1; place >= 0; place -= 1) {
    passesBehind[place] = passes;
    const own = says[place] ?? EMPTY;
    passes = entries[place]?.allows ? store.union(passes, own) : store.subtract(passes, own);
  }

  const meets = (a: Diagram, b: Diagram): boolean => store.intersect(a, b) !== EMPTY;
  const places = entries.map((_, place) => place);
  for (const [place, entry] of entries.entries()) {
    if (familyOfValue(entry.block.first) !== family) continue;
    const own = says[place] ?? EMPTY;
    const decided = adds[place] ?? EMPTY;
    const behind = passesBehind[place] ?? EMPTY;
    const earlier = places.filter((other) => other < place && meets(adds[other] ?? EMPTY, own));
    const isLikewise = (other: number): boolean => entries[other]?.allows === entry.allows;
    if (decided === EMPTY) {
      marks.set(entry, { type: 'shadowed', by: earlier, agree: earlier.every(isLikewise) });
      continue;
    }
    const changed = entry.allows ? store.subtract(decided, behind) : store.intersect(decided, behind);
    if (changed === EMPTY) {
      marks.set(entry, { type: 'redundant', by: decidersOf(store, decided, says, place + 1) });
      continue;
    }
    const before = entry.allows
      ? []
      : decidersOf(store, changed, says, place + 1).filter((other) => other !== '*');
    marks.set(entry, {
      type: 'needed',
      except: earlier.filter((other) => !isLikewise(other)),
      before: before.filter((other) => entries[other]?.allows),
    });
  }
}

/** Who decides about a set, from a place of the list on. */
function decidersOf(
  store: Diagrams,
  set: Diagram,
  says: readonly Diagram[],
  from: number,
): readonly Decider[] {
  const deciders: Decider[] = [];
  let rest = set;
  for (let place = from; place < says.length && rest !== EMPTY; place += 1) {
    const left = store.subtract(rest, says[place] ?? EMPTY);
    if (left !== rest) deciders.push(place);
    rest = left;
  }
  return rest === EMPTY ? deciders : [...deciders, '*'];
}
