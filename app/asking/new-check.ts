/** The checks that a path suggests, and the edits that add and drop them. */
import type { Check, PathQuery, ScenarioChangeSet } from '../../engine';
import { keepWords as words } from '../strings/en/checks';

export interface Suggestion {
  readonly check: Check;
  /** An older check that this one takes the place of: who may is one list. */
  readonly replaces?: string;
}

/** How people call an end. */
type Name = (end: string) => string;

/**
 * @param inDocument whether an end is in the document: what is outside has no VPC to stay in
 * @returns one check of each type that makes sense for the question
 */
export function suggestionsFor(
  query: PathQuery,
  checks: readonly Check[],
  name: Name,
  inDocument: (end: string) => boolean,
): readonly Suggestion[] {
  const { from, to, port } = query;
  const protocol = query.protocol ?? 'tcp';
  const asked = { from, to, protocol, ...(port !== undefined && { port }) };
  const traffic = trafficOf(protocol, port);
  const ignoring = query.ignoreServices ? { ignoring: ['services'] as const } : {};
  const id = freeId(checks);
  const titles = words.titles;
  const suggestions: Suggestion[] = [
    {
      check: {
        ...asked,
        id,
        type: 'can-reach',
        title: titles['can-reach'](name(from), name(to), traffic),
        ...ignoring,
      },
    },
    {
      check: {
        ...asked,
        id,
        type: 'cannot-reach',
        title: titles['cannot-reach'](name(from), name(to), traffic),
        ...ignoring,
      },
    },
    onlyThese(checks, { ...asked, id, ...ignoring }, name, traffic),
  ];
  const stays = [from, to].find(inDocument);
  if (stays !== undefined)
    suggestions.push({
      check: { id, type: 'stays-in-vpc', from: stays, title: titles['stays-in-vpc'](name(stays)) },
    });
  return suggestions;
}

/** Whoever may already reach the same may go on: the sender joins their list. */
function onlyThese(
  checks: readonly Check[],
  asked: Omit<Extract<Check, { type: 'can-reach' | 'cannot-reach' }>, 'type'>,
  name: Name,
  traffic: string,
): Suggestion {
  const known = checks.find(
    (check) =>
      check.type === 'only-these-reach' &&
      check.to === asked.to &&
      check.protocol === asked.protocol &&
      check.port === asked.port,
  );
  const others = known?.type === 'only-these-reach' ? known.from.filter((end) => end !== asked.from) : [];
  const from = [...others, asked.from];
  const check: Check = {
    ...asked,
    id: known?.id ?? asked.id,
    type: 'only-these-reach',
    from,
    title: words.titles['only-these-reach'](from.map(name).join(words.and), name(asked.to), traffic),
  };
  return known ? { check, replaces: known.id } : { check };
}

function trafficOf(protocol: string, port: number | undefined): string {
  if (port !== undefined) return `${protocol} ${port}`;
  if (protocol === 'tcp' || protocol === 'udp') return words.everyPort(protocol);
  return /^\d/.test(protocol) ? words.protocol(protocol) : protocol;
}

function freeId(checks: readonly Check[]): string {
  const taken = new Set(checks.map(({ id }) => id));
  let number = checks.length + 1;
  while (taken.has(`check-${number}`)) number += 1;
  return `check-${number}`;
}

/** @returns the check that says the same, whatever its title. */
export const sameAs = (checks: readonly Check[], { check }: Suggestion): Check | undefined =>
  checks.find((other) => sayOf(other) === sayOf(check));

const sayOf = (check: Check): string => {
  const to = 'to' in check ? [check.to, check.protocol, check.port ?? null] : [];
  return JSON.stringify([check.type, check.from, to, check.ignoring ?? []]);
};

/** One gesture, one undo step. */
export function dropCheck(checks: readonly Check[], { id, title = id }: Check): ScenarioChangeSet {
  return {
    label: words.drop(title),
    changes: [{ type: 'set-checks', checks: checks.filter((check) => check.id !== id) }],
  };
}

/** One gesture, one undo step. */
export function addCheck(checks: readonly Check[], { check, replaces }: Suggestion): ScenarioChangeSet {
  const next =
    replaces === undefined
      ? [...checks, check]
      : checks.map((other) => (other.id === replaces ? check : other));
  return { label: words.add(check.title ?? check.id), changes: [{ type: 'set-checks', checks: next }] };
}
