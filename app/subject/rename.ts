import type { Resource } from '../../engine';
import { commit, documentStore } from '../state/document-store';
import { outline as text } from '../strings';
import { nameOf } from './sentence';

/** Sets the `Name` tag; an empty one takes it away. One undo step. */
export function rename(resource: Resource, value: string): void {
  const { document: scenario } = documentStore.getState();
  const before = nameOf(scenario, resource);
  const next = value.trim();
  if (next === before || (next === '' && resource.name === undefined)) return;
  commit({
    label: text.renamed(before, next || resource.id),
    changes: [{ type: 'update', id: resource.id, set: { name: next || null } }],
  });
}
