/**
 * Changes are data. Undo, the worker and proposals all use this one union, one `applyChanges`, one inverse.
 * Every change keeps the document well formed on its own; the editing domain composes them into gestures.
 */
import type { Check, Observed, ScenarioDocument, ScriptAction } from './document';
import type { LayoutBox, ResourceBase, ResourceId } from './resource';
import { fail, ok, type Result } from './result';

export type Change<R extends ResourceBase = ResourceBase> =
  | { readonly type: 'add'; readonly resource: R; readonly observed?: Observed }
  | { readonly type: 'remove'; readonly id: ResourceId }
  /** Properties to set; `null` takes a property away. */
  | { readonly type: 'update'; readonly id: ResourceId; readonly set: Readonly<Record<string, unknown>> }
  /** A relation to another thing (in a subnet, attached to an instance, member of a group); `null` ends it. */
  | { readonly type: 'attach'; readonly id: ResourceId; readonly relation: string; readonly to: unknown }
  /** Where it is drawn; `null` forgets the place. */
  | { readonly type: 'move'; readonly id: string; readonly to: LayoutBox | null }
  | { readonly type: 'observe'; readonly id: ResourceId; readonly observed: Observed | null }
  | {
      readonly type: 'describe';
      readonly set: Partial<
        Pick<ScenarioDocument, 'title' | 'seed' | 'startsAt' | 'accounts' | 'slides' | 'notes'>
      >;
    }
  | { readonly type: 'add-action'; readonly action: ScriptAction }
  | { readonly type: 'remove-action'; readonly id: string }
  | { readonly type: 'set-checks'; readonly checks: readonly Check[] };

/** One gesture: one label, one undo step. */
export interface ChangeSet<R extends ResourceBase = ResourceBase> {
  readonly label: string;
  readonly changes: readonly Change<R>[];
}

export interface Applied<R extends ResourceBase> {
  readonly document: ScenarioDocument<R>;
  /** Applying these to `document` gives the one before. */
  readonly inverse: readonly Change<R>[];
}

/**
 * Applies changes in order. All or nothing.
 * @returns the new document and the changes that undo it; fails with `conflict` (an id taken twice) or `not-found`.
 */
export function applyChanges<R extends ResourceBase>(
  document: ScenarioDocument<R>,
  changes: readonly Change<R>[],
): Result<Applied<R>> {
  let current = document;
  const undo: (readonly Change<R>[])[] = [];
  const fresh: Fresh = new WeakSet();
  for (const change of changes) {
    const applied = applyChange(current, change, fresh);
    if (!applied.ok) return applied;
    current = applied.value.document;
    undo.push(applied.value.inverse);
  }
  // Later changes are undone first; within one change the order is kept.
  return ok({ document: current, inverse: undo.reverse().flat() });
}

/**
 * Records that this call made itself. Each is copied once and then written in place: a thousand changes to a thousand
 * resources are a thousand writes, not a million copies.
 */
type Fresh = WeakSet<object>;

function applyChange<R extends ResourceBase>(
  document: ScenarioDocument<R>,
  change: Change<R>,
  fresh: Fresh,
): Result<Applied<R>> {
  switch (change.type) {
    case 'add': {
      const { resource, observed } = change;
      if (Object.hasOwn(document.resources, resource.id))
        return fail('conflict', `There is already a resource ${resource.id}.`, resource.id);
      const undo: Change<R>[] = [{ type: 'remove', id: resource.id }];
      // Something may be known of the id already: a lane's place, a place set before the thing.
      const place = own(document.layout, resource.id);
      const seen = own(document.observed, resource.id);
      if (place) undo.push({ type: 'move', id: resource.id, to: place });
      if (seen) undo.push({ type: 'observe', id: resource.id, observed: seen });
      return ok({
        document: {
          ...document,
          resources: put(document.resources, resource.id, resource, fresh),
          observed: observed ? put(document.observed, resource.id, observed, fresh) : document.observed,
        },
        inverse: undo,
      });
    }
    case 'remove': {
      const resource = own(document.resources, change.id);
      if (!resource) return missing(change.id);
      const observed = own(document.observed, change.id);
      const place = own(document.layout, change.id);
      const undo: Change<R>[] = [observed ? { type: 'add', resource, observed } : { type: 'add', resource }];
      if (place) undo.push({ type: 'move', id: change.id, to: place });
      return ok({
        document: {
          ...document,
          resources: without(document.resources, change.id, fresh),
          observed: observed ? without(document.observed, change.id, fresh) : document.observed,
          layout: place ? without(document.layout, change.id, fresh) : document.layout,
        },
        inverse: undo,
      });
    }
    case 'update':
      return setProperties(document, change.id, change.set, fresh, (set) => ({
        type: 'update',
        id: change.id,
        set,
      }));
    case 'attach':
      return setProperties(document, change.id, { [change.relation]: change.to }, fresh, (set) => ({
        type: 'attach',
        id: change.id,
        relation: change.relation,
        to: set[change.relation],
      }));
    case 'move': {
      const before = own(document.layout, change.id) ?? null;
      return ok({
        document: {
          ...document,
          layout: change.to
            ? put(document.layout, change.id, change.to, fresh)
            : without(document.layout, change.id, fresh),
        },
        inverse: [{ type: 'move', id: change.id, to: before }],
      });
    }
    case 'observe': {
      const before = own(document.observed, change.id) ?? null;
      return ok({
        document: {
          ...document,
          observed: change.observed
            ? put(document.observed, change.id, change.observed, fresh)
            : without(document.observed, change.id, fresh),
        },
        inverse: [{ type: 'observe', id: change.id, observed: before }],
      });
    }
    case 'describe': {
      const before: Record<string, unknown> = {};
      for (const key of Object.keys(change.set)) before[key] = document[key as keyof typeof document];
      return ok({
        document: { ...document, ...change.set },
        inverse: [{ type: 'describe', set: before }],
      });
    }
    case 'add-action': {
      if (document.script.some((action) => action.id === change.action.id))
        return fail('conflict', `There is already an action ${change.action.id}.`, change.action.id);
      const script = [...document.script, change.action].sort(byTimeThenId);
      return ok({
        document: { ...document, script },
        inverse: [{ type: 'remove-action', id: change.action.id }],
      });
    }
    case 'remove-action': {
      const action = document.script.find((candidate) => candidate.id === change.id);
      if (!action) return fail('not-found', `There is no action ${change.id}.`, change.id);
      return ok({
        document: { ...document, script: document.script.filter((candidate) => candidate !== action) },
        inverse: [{ type: 'add-action', action }],
      });
    }
    case 'set-checks':
      return ok({
        document: { ...document, checks: change.checks },
        inverse: [{ type: 'set-checks', checks: document.checks }],
      });
  }
}

function setProperties<R extends ResourceBase>(
  document: ScenarioDocument<R>,
  id: ResourceId,
  set: Readonly<Record<string, unknown>>,
  fresh: Fresh,
  undo: (set: Record<string, unknown>) => Change<R>,
): Result<Applied<R>> {
  const resource = own(document.resources, id);
  if (!resource) return missing(id);
  const next = { ...resource } as unknown as Record<string, unknown>;
  const before: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(set)) {
    if (key === 'id' || key === 'kind')
      return fail('not-allowed', `The ${key} of a resource cannot change.`, id);
    before[key] = Object.hasOwn(next, key) ? next[key] : null;
    if (value === null || value === undefined) delete next[key];
    else next[key] = value;
  }
  return ok({
    document: { ...document, resources: put(document.resources, id, next as unknown as R, fresh) },
    inverse: [undo(before)],
  });
}

const byTimeThenId = (a: ScriptAction, b: ScriptAction): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const missing = (id: ResourceId) => fail('not-found', `There is no resource ${id}.`, id);

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function put<T>(record: Readonly<Record<string, T>>, key: string, value: T, fresh: Fresh): Record<string, T> {
  const target = mine(record, fresh);
  target[key] = value;
  return target;
}

function without<T>(record: Readonly<Record<string, T>>, key: string, fresh: Fresh): Record<string, T> {
  const target = mine(record, fresh);
  delete target[key];
  return target;
}

function mine<T>(record: Readonly<Record<string, T>>, fresh: Fresh): Record<string, T> {
  if (fresh.has(record)) return record;
  const copy = { ...record };
  fresh.add(copy);
  return copy;
}
