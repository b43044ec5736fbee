/** What C may connect a thing with: what the engine would associate, else a path to ask for. */
import {
  descriptorOf,
  get,
  sorted,
  type Connection,
  type ResourceId,
  type Resource,
  type Scenario,
} from '../../../engine';
import { connectText as text } from '../../strings/en/connect';
import { titleOf } from '../projection/chips';
import type { Option } from './connect-store';

export function optionsFor(
  document: Scenario,
  from: ResourceId,
  connections: readonly Connection[],
): readonly Option[] {
  const options = new Map<ResourceId, Option>(
    connections.map(({ with: to, label }) => [to, { to, label, how: 'associate' }]),
  );
  const resource = get(document, from);
  if (resource && isEnd(resource))
    for (const other of sorted(document))
      if (
        other.id !== from &&
        isEnd(other) &&
        !options.has(other.id) &&
        !isPartOf(other, resource) &&
        !isPartOf(resource, other)
      )
        options.set(other.id, {
          to: other.id,
          label: text.path(titleOf(document, from), titleOf(document, other.id)),
          how: 'path',
        });
  return [...options.values()];
}

/** A path is asked from machine to machine: an interface of one is reached through it, unless it is on its own. */
const isEnd = (resource: Resource): boolean => {
  if (resource.kind === 'network-interface') return resource.attachment === undefined;
  const roles = descriptorOf(resource.kind)?.roles ?? [];
  return resource.kind === 'internet' || roles.includes('machine') || roles.includes('endpoint');
};

const isPartOf = (part: Resource, whole: Resource): boolean =>
  part.kind === 'network-interface' && part.managedBy === whole.id;

/** The next whose name begins with what was typed, from the one after `at`, round the end. */
export function optionNamed(
  document: Scenario,
  options: readonly Option[],
  at: number,
  typed: string,
): number | null {
  const wanted = typed.toLowerCase();
  const start = wanted.length > 1 ? at : at + 1;
  for (let offset = 0; offset < options.length; offset += 1) {
    const index = (start + offset + options.length) % options.length;
    const option = options[index];
    if (option && titleOf(document, option.to).toLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
