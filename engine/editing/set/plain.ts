import type { Resource } from '../../catalog/descriptors';
import { labelOf } from '../../catalog/lookup';
import type { Field } from '../../model/kind';
import { accept, type Plan, type Situation } from '../plan';

/** Properties set as they are, with nothing that follows from them. */
export function plain(
  { document }: Situation,
  resource: Resource,
  field: Field,
  set: Record<string, unknown>,
): Plan {
  return accept(`Change ${field.label.toLowerCase()} of ${labelOf(document, resource.id)}`, (draft) => {
    draft.update(resource.id, set);
    return resource.id;
  });
}
