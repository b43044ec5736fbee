/** Looks for the smallest set of edits after which a path works. */
import type { PathQuery } from '../../model/path';
import type { Remedy } from '../../network/remedy';
import type { FoundBlocker } from '../../network/walk';
import { afterEdit, keyOf, replay, works, type Situation } from './situation';
import { weigh, type Asked } from './weigh';

export interface Found {
  readonly situation: Situation;
  readonly minimal: 'smallest' | 'irreducible';
}

/** Sets of up to so many edits are tried one by one. */
const MOST_EXHAUSTIVE = 3;
/** A path with more blockers than this is no path that somebody meant. */
const DEEPEST = 12;
/** Situations looked at before the search gives up proving that no smaller set does. */
const MOST_TRIES = 1500;

/** What no edit opens: a blocker that was left when there was nothing more to be done. */
export interface Stuck {
  readonly stuck: FoundBlocker | null;
}

export function findRepair(start: Situation, query: PathQuery, asked: Asked): Found | Stuck {
  const end: DeadEnd = { blocker: null };
  const greedy = descend(start, query, asked, { left: 200 }, new Set(), end);
  const reduced = greedy && reduce(start, greedy, query);
  const most = Math.min(MOST_EXHAUSTIVE, (reduced?.edits.length ?? MOST_EXHAUSTIVE + 1) - 1);
  const budget = { left: MOST_TRIES };
  for (let size = 1; size <= most; size += 1) {
    const found = exhaust(start, size, { query, asked, budget, seen: new Set() });
    if (found)
      return { situation: found, minimal: budget.left > 0 || size === 1 ? 'smallest' : 'irreducible' };
  }
  if (!reduced) return { stuck: end.blocker };
  const proven = reduced.edits.length <= MOST_EXHAUSTIVE + 1 && budget.left > 0;
  return {
    situation: reduced,
    minimal: proven && reduced.edits.length <= MOST_EXHAUSTIVE ? 'smallest' : 'irreducible',
  };
}

interface Budget {
  left: number;
}

interface DeadEnd {
  blocker: FoundBlocker | null;
}

/** Opens the first blocker in the best way, then what is found behind it; goes back where that leads nowhere. */
function descend(
  situation: Situation,
  query: PathQuery,
  asked: Asked,
  budget: Budget,
  dead: Set<string>,
  end: DeadEnd,
): Situation | null {
  if (works(situation)) return situation;
  if (situation.edits.length >= DEEPEST) return null;
  let wentOn = false;
  for (const remedy of inOrder(situation, asked)) {
    if (budget.left <= 0) return null;
    const key = setKey(situation, remedy);
    if (dead.has(key)) continue;
    dead.add(key);
    budget.left -= 1;
    const next = afterEdit(situation, query, remedy);
    wentOn ||= next !== null;
    const found = next && descend(next, query, asked, budget, dead, end);
    if (found) return found;
  }
  if (!wentOn) end.blocker ??= situation.path.blockers.find(({ remedy }) => !remedy) ?? null;
  return null;
}

/** Leaves out, one by one, the edits that later ones made unnecessary, until every one is needed. */
function reduce(start: Situation, found: Situation, query: PathQuery): Situation {
  for (let index = found.edits.length - 1; index >= 0 && found.edits.length > 1; index -= 1) {
    const remedies = found.edits.map(({ remedy }) => remedy).filter((_, place) => place !== index);
    const without = replay(start, query, remedies);
    if (without && works(without)) return reduce(start, without, query);
  }
  return found;
}

interface Exhaustion {
  readonly query: PathQuery;
  readonly asked: Asked;
  readonly budget: Budget;
  /** Sets of edits that were looked at: their order does not matter. */
  readonly seen: Set<string>;
}

/** The cheapest set of exactly `left` more edits that makes the path work; all of them are tried. */
function exhaust(situation: Situation, left: number, search: Exhaustion): Situation | null {
  if (left === 0 || leastEdits(situation) > left) return null;
  let best: Situation | null = null;
  let bestCost = Infinity;
  for (const remedy of inOrder(situation, search.asked)) {
    if (search.budget.left <= 0) return best;
    const key = setKey(situation, remedy);
    if (search.seen.has(key)) continue;
    search.seen.add(key);
    search.budget.left -= 1;
    const next = afterEdit(situation, search.query, remedy);
    if (!next) continue;
    const found = works(next) ? next : exhaust(next, left - 1, search);
    const cost = found ? costOf(found, search.asked) : Infinity;
    if (cost < bestCost) [best, bestCost] = [found, cost];
  }
  return best;
}

const costOf = ({ edits }: Situation, asked: Asked): number =>
  edits.reduce((sum, { remedy }) => sum + weigh(remedy, asked).cost, 0);

/** Remedies of the first blocker first, and of one blocker the one that opens least. */
function inOrder({ path, edits }: Situation, asked: Asked): readonly Remedy[] {
  const made = new Set(edits.map(({ remedy }) => keyOf(remedy)));
  const ordered = path.blockers.flatMap(({ remedy, alternative }) =>
    [remedy, alternative]
      .flatMap((one) => one ?? [])
      .sort((a, b) => weigh(a, asked).cost - weigh(b, asked).cost),
  );
  const unique = new Map(ordered.map((remedy) => [keyOf(remedy), remedy]));
  return [...unique].filter(([key]) => !made.has(key)).map(([, remedy]) => remedy);
}

/**
 * Where no remedy leads the packet another way, every blocker has to be opened, and one edit opens no more than one
 * direction of one filter: so many edits are needed at least.
 */
function leastEdits({ path }: Situation): number {
  const places = new Set<string>();
  for (const { remedy, alternative } of path.blockers) {
    if (!remedy) return 0;
    for (const one of [remedy, alternative]) if (one && !isFilter(one)) return 0;
    places.add(placeOf(remedy));
  }
  return places.size;
}

const isFilter = ({ type }: Remedy): boolean =>
  type === 'allow-in-group' || type === 'allow-in-acl' || type === 'add-service';

function placeOf(remedy: Remedy): string {
  switch (remedy.type) {
    case 'allow-in-group':
      return `${remedy.groupId} ${remedy.side}`;
    case 'allow-in-acl':
      return `${remedy.aclId} ${remedy.side}`;
    case 'add-service':
      return remedy.hostId;
    default:
      return keyOf(remedy);
  }
}

const setKey = ({ edits }: Situation, remedy: Remedy): string =>
  [...edits.map((edit) => keyOf(edit.remedy)), keyOf(remedy)].sort().join('\n');
