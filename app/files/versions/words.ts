/** A version in words: when it was kept, and what differs since. */
import { versions as text } from '../../strings/en/versions';
import type { Differences } from './compare';

const DAY_MS = 86_400_000;

/** The time of day, with the day where it is not today: as a sentence continues. */
export function whenOf(at: number, now: number): string {
  const time = new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' });
  const day = (ms: number) => new Date(ms).toDateString();
  if (day(at) === day(now)) return text.today(time);
  if (day(at) === day(now - DAY_MS)) return text.yesterday(time);
  return dateOf(at);
}

/** Day and time, true on every other day as well. */
export const dateOf = (at: number): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** `since then 3 added, 1 removed` */
export function sinceOf(differences: Differences): string {
  const { added, removed, changed, moved, renamed, besides } = differences;
  const parts = [
    ...(added > 0 ? [text.added(added)] : []),
    ...(removed > 0 ? [text.removed(removed)] : []),
    ...(changed > 0 ? [text.changed(changed)] : []),
    ...(moved > 0 ? [text.moved(moved)] : []),
    ...(renamed ? [text.renamed] : []),
    ...besides.map((part) => text.besides[part]),
  ];
  return parts.length === 0 ? text.sameAsNow : text.since(parts.join(', '));
}
