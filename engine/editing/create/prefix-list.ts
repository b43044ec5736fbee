/** A prefix list of one's own: it lies in its region, and is empty until blocks are put in. */
import type { ResourceId } from '../../model/resource';
import { allOf } from '../../catalog/lookup';
import { ensureRegion } from '../make/make-network';
import { accept, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

export function planPrefixList({ document, name }: Situation, target: Target): Plan {
  const place = target.type === 'resource' ? target.resource : undefined;
  const region: ResourceId | undefined =
    place?.kind === 'region' ? place.id : place?.kind === 'vpc' ? place.region : undefined;
  if (target.type !== 'canvas' && region === undefined)
    return unrelated('A prefix list lies in its region.', SOURCES.prefixLists);
  return accept('Add a prefix list', (draft) =>
    draft.add({
      id: draft.nextId('prefix-list'),
      kind: 'prefix-list',
      region: region ?? ensureRegion(draft),
      prefixListName:
        name ?? nextListName(new Set(allOf(document, 'prefix-list').map((list) => list.prefixListName))),
      entries: [],
    }),
  );
}

function nextListName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`list-${number}`)) number += 1;
  return `list-${number}`;
}
