/** Compares two runs played to their ends: where they part, and what is otherwise in the end. */
import type { FutureDifference } from '../model/future-difference';
import type { LiveField, LiveFields, LiveState, RunEvent } from '../model/live';
import type { Run } from './run';

/** What people tell two futures apart by: states, addresses, data. */
const COMPARED = [
  'state',
  'guest',
  'systemStatus',
  'instanceStatus',
  'publicIp',
  'privateIp',
  'attachedTo',
  'instanceStore',
  'data',
  'memory',
  'scheduledEvent',
] as const satisfies readonly LiveField[];

const TOLD_EVENTS = 5;
const TOLD_ENDS = 100;

export function compareFutures(here: Run, other: Run): FutureDifference {
  const [ours, theirs] = [here.outline(), other.outline()];
  const until = Math.min(ours.toldUntil ?? Infinity, theirs.toldUntil ?? Infinity);
  const parting = firstParting(ours.events, theirs.events, until);
  const end = endDifferences(here.momentAt(ours.until).live, other.momentAt(theirs.until).live);
  return { ...parting, end: end.slice(0, TOLD_ENDS), endCount: end.length };
}

const keyOf = ({ type, subject, message }: RunEvent): string => `${type} ${subject} ${message}`;

/** Events of one time are compared as a set: their order says nothing about what happened. */
export function firstParting(
  here: readonly RunEvent[],
  other: readonly RunEvent[],
  untilMs: number,
): Pick<FutureDifference, 'firstAt' | 'here' | 'other'> {
  let [mine, theirs] = [0, 0];
  for (;;) {
    const at = Math.min(here[mine]?.at ?? Infinity, other[theirs]?.at ?? Infinity);
    if (at === Infinity || at > untilMs) return { firstAt: null, here: [], other: [] };
    const [mineEnd, theirsEnd] = [endOf(here, mine, at), endOf(other, theirs, at)];
    const onlyHere = without(here.slice(mine, mineEnd), other.slice(theirs, theirsEnd));
    const onlyOther = without(other.slice(theirs, theirsEnd), here.slice(mine, mineEnd));
    if (onlyHere.length + onlyOther.length > 0)
      return { firstAt: at, here: onlyHere.slice(0, TOLD_EVENTS), other: onlyOther.slice(0, TOLD_EVENTS) };
    [mine, theirs] = [mineEnd, theirsEnd];
  }
}

function endOf(events: readonly RunEvent[], from: number, at: number): number {
  let end = from;
  while (events[end]?.at === at) end += 1;
  return end;
}

function without(events: readonly RunEvent[], taken: readonly RunEvent[]): readonly RunEvent[] {
  const left = new Map<string, number>();
  for (const event of taken) left.set(keyOf(event), (left.get(keyOf(event)) ?? 0) + 1);
  return events.filter((event) => {
    const count = left.get(keyOf(event)) ?? 0;
    left.set(keyOf(event), count - 1);
    return count <= 0;
  });
}

function endDifferences(here: LiveState, other: LiveState): FutureDifference['end'] {
  const subjects = [...new Set([...Object.keys(here), ...Object.keys(other)])].sort();
  return subjects.flatMap((subject) =>
    COMPARED.flatMap((field) => {
      const [ours, theirs] = [here[subject]?.[field], other[subject]?.[field]];
      return textOf(ours) === textOf(theirs) ? [] : [{ subject, field, here: ours, other: theirs }];
    }),
  );
}

/** Absent and `null` say the same here. */
const textOf = (value: LiveFields[LiveField] | undefined): string => JSON.stringify(value ?? null);
