/** What became of the data written so far: lost, out of reach, or there. */
import type { ResourceId, RunEvent } from '../../engine';

export type StoredIn = 'memory' | 'instanceStore' | 'data';

export interface Holding {
  readonly where: string;
  readonly holds: readonly string[];
  /** Was there and is gone. */
  readonly lost: readonly string[];
  /** It is there, and nobody can read it: its zone is out of order. */
  readonly outOfReach: boolean;
  /** Gone as soon as its machine stops. */
  readonly perishable: boolean;
}

/** @returns what a place held at some time up to `moment` (ms) and no longer holds, by place, in the order it was lost. */
export function lossesUntil(
  events: readonly RunEvent[],
  moment: number,
): (id: ResourceId, place: StoredIn) => readonly string[] {
  const lost = new Map<string, Set<string>>();
  for (const { at, changes } of events) {
    if (at > moment) break;
    for (const { subject, field, before, after } of changes) {
      if (field !== 'memory' && field !== 'instanceStore' && field !== 'data') continue;
      const key = `${subject} ${field}`;
      const gone = lost.get(key) ?? new Set<string>();
      const there = labels(after);
      for (const label of labels(before)) if (!there.includes(label)) gone.add(label);
      for (const label of there) gone.delete(label);
      lost.set(key, gone);
    }
  }
  return (id, place) => [...(lost.get(`${id} ${place}`) ?? [])];
}

const labels = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** What one wants to know first stands first: lost, out of reach, in danger, kept, empty. */
export const byUrgency = (a: Holding, b: Holding): number => urgency(a) - urgency(b);

function urgency({ lost, holds, outOfReach, perishable }: Holding): number {
  if (lost.length > 0) return 0;
  if (holds.length === 0) return 4;
  return outOfReach ? 1 : perishable ? 2 : 3;
}

type Item = readonly [label: string, where: string];

export interface Sum {
  readonly lost: readonly Item[];
  readonly outOfReach: readonly Item[];
  /** Gone with the next stop or failure of its machine. */
  readonly inDanger: readonly Item[];
  readonly safe: number;
  readonly all: number;
}

export function sumUp(holdings: readonly Holding[]): Sum {
  const lost: Item[] = [];
  const outOfReach: Item[] = [];
  const inDanger: Item[] = [];
  const safe: Item[] = [];
  for (const holding of holdings) {
    const { where } = holding;
    for (const label of holding.lost) lost.push([label, where]);
    const held = holding.outOfReach ? outOfReach : holding.perishable ? inDanger : safe;
    for (const label of holding.holds) held.push([label, where]);
  }
  const all = lost.length + outOfReach.length + inDanger.length + safe.length;
  return { lost, outOfReach, inDanger, safe: safe.length, all };
}
