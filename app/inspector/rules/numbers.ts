/** The numbers of an ACL's entries are their order: the lowest is asked first. */
import type { ResourceOf } from '../../../engine';

type Entry = ResourceOf<'network-acl'>['entries'][number];

/** AWS's own advice: leave room between two numbers. https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html */
export const NUMBER_STEP = 100;
const TIGHT_STEP = 10;
const HIGHEST_NUMBER = 32_766;

/** One direction in the order in which it is asked, each with its place in the list. */
export const numbersAsc = (entries: readonly Entry[], egress: boolean) =>
  entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => entry.egress === egress)
    .sort((a, b) => a.entry.ruleNumber - b.entry.ruleNumber);

/** An entry changes its number with its neighbour's. @returns null where there is no neighbour. */
export function moveEntry(entries: readonly Entry[], index: number, by: -1 | 1): readonly Entry[] | null {
  const moving = entries[index];
  if (!moving) return null;
  const order = numbersAsc(entries, moving.egress);
  const neighbour = order[order.findIndex((one) => one.index === index) + by];
  if (!neighbour) return null;
  return entries
    .with(index, { ...moving, ruleNumber: neighbour.entry.ruleNumber })
    .with(neighbour.index, { ...neighbour.entry, ruleNumber: moving.ruleNumber });
}

/** 100, 200, 300 …, or 10, 20, 30 … where they are too many. @returns null where nothing would change. */
export function renumber(entries: readonly Entry[], egress: boolean): readonly Entry[] | null {
  const order = numbersAsc(entries, egress);
  const step = order.length * NUMBER_STEP <= HIGHEST_NUMBER ? NUMBER_STEP : TIGHT_STEP;
  if (order.every(({ entry }, place) => entry.ruleNumber === (place + 1) * step)) return null;
  let next = entries;
  for (const [place, { entry, index }] of order.entries())
    next = next.with(index, { ...entry, ruleNumber: (place + 1) * step });
  return next;
}
