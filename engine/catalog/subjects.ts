/** The things of a run as integers: resources in the order of their ids, then targets that a script names in vain. */
import type { ResourceId } from '../model/resource';
import type { Scenario } from './descriptors';
import { sorted } from './lookup';

export interface Subjects {
  readonly ids: readonly ResourceId[];
  /** -1 for an id that is nowhere. */
  readonly of: (id: ResourceId | undefined) => number;
}

export function subjectsOf(document: Scenario): Subjects {
  const ids = sorted(document).map((resource) => resource.id);
  const index = new Map(ids.map((id, subject) => [id, subject]));
  for (const { target } of document.script) {
    if (index.has(target)) continue;
    index.set(target, ids.length);
    ids.push(target);
  }
  return { ids, of: (id) => (id === undefined ? -1 : (index.get(id) ?? -1)) };
}
