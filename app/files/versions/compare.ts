/** How two states of a document differ, and the changes that lead from one to the other. */
import type { Resource, ResourceId, Scenario, ScenarioChange } from '../../../engine';

/** From the older to the newer state. */
export interface Differences {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Things that only stand elsewhere. */
  readonly moved: number;
  readonly renamed: boolean;
  /** What else there is besides things, and is another. */
  readonly besides: readonly Besides[];
}

/** `settings` are seed, start, slides, notes and accounts. */
export type Besides = 'script' | 'checks' | 'settings';

export function compareDocuments(older: Scenario, newer: Scenario): Differences {
  const ids = Object.keys(newer.resources);
  const both = ids.filter((id) => Object.hasOwn(older.resources, id));
  const changed = new Set(
    both.filter(
      (id) =>
        !isSame(older.resources[id], newer.resources[id]) || !isSame(older.observed[id], newer.observed[id]),
    ),
  );
  const keys = new Set([...Object.keys(older.layout), ...Object.keys(newer.layout)]);
  const moved = [...keys].filter(
    (key) =>
      !isSame(older.layout[key], newer.layout[key]) &&
      !changed.has(key) &&
      // A place that went or came with its thing is no move.
      Object.hasOwn(older.resources, key) === Object.hasOwn(newer.resources, key),
  );
  return {
    added: ids.length - both.length,
    removed: Object.keys(older.resources).length - both.length,
    changed: changed.size,
    moved: moved.length,
    renamed: older.title !== newer.title,
    besides: BESIDES.filter((part) => PARTS[part].some((key) => !isSame(older[key], newer[key]))),
  };
}

const SETTINGS = ['seed', 'startsAt', 'accounts', 'slides', 'notes'] as const;
const DESCRIBED = ['title', ...SETTINGS] as const;
const BESIDES = ['script', 'checks', 'settings'] as const;
const PARTS = { script: ['script'], checks: ['checks'], settings: SETTINGS } as const;

/** @returns changes that make `to` of `from`, as one undo step; none if they are the same. */
export function changesBetween(from: Scenario, to: Scenario): readonly ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  // Removing takes place and observation with it: what comes again under the id has to bring its own.
  const fresh = new Set<ResourceId>();
  for (const [id, resource] of Object.entries(from.resources)) {
    const next = own(to.resources, id);
    if (next?.kind === resource.kind) continue;
    changes.push({ type: 'remove', id });
    fresh.add(id);
  }
  for (const [id, resource] of Object.entries(to.resources)) {
    const before = fresh.has(id) ? undefined : own(from.resources, id);
    const observed = own(to.observed, id);
    if (before) {
      const set = propertiesBetween(before, resource);
      if (Object.keys(set).length > 0) changes.push({ type: 'update', id, set });
      if (!isSame(own(from.observed, id), observed))
        changes.push({ type: 'observe', id, observed: observed ?? null });
    } else changes.push(observed ? { type: 'add', resource, observed } : { type: 'add', resource });
  }
  for (const key of new Set([...Object.keys(from.layout), ...Object.keys(to.layout)])) {
    const before = fresh.has(key) ? undefined : own(from.layout, key);
    const place = own(to.layout, key);
    if (!isSame(before, place)) changes.push({ type: 'move', id: key, to: place ?? null });
  }
  const set = Object.fromEntries(
    DESCRIBED.filter((key) => !isSame(from[key], to[key])).map((key) => [key, to[key]]),
  );
  if (Object.keys(set).length > 0) changes.push({ type: 'describe', set });
  for (const action of from.script)
    if (!to.script.some((other) => isSame(other, action)))
      changes.push({ type: 'remove-action', id: action.id });
  for (const action of to.script)
    if (!from.script.some((other) => isSame(other, action))) changes.push({ type: 'add-action', action });
  if (!isSame(from.checks, to.checks)) changes.push({ type: 'set-checks', checks: to.checks });
  return changes;
}

function propertiesBetween(before: Resource, after: Resource): Record<string, unknown> {
  const old = before as unknown as Readonly<Record<string, unknown>>;
  const next = after as unknown as Readonly<Record<string, unknown>>;
  const set: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(next)]))
    if (!isSame(old[key], next[key])) set[key] = next[key] ?? null;
  return set;
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Equal as JSON values, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = Object.entries(a).filter(([, value]) => value !== undefined);
  const other = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    one.length === other.size && one.every(([key, value]) => other.has(key) && isSame(value, other.get(key)))
  );
}
