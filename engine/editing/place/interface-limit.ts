/** How many interfaces an instance can hold. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { interfacesOf, labelOf } from '../../catalog/lookup';
import { instanceTypeFacts } from '../../facts/instance-types';
import { refuse, type Refused } from '../plan';
import { SOURCES } from '../sources';

/** EC2's refusal if one more interface is more than the type takes; `null` if it fits or the type is unknown. */
export function interfaceLimitRefusal(document: Scenario, instance: ResourceOf<'instance'>): Refused | null {
  const limit = instanceTypeFacts(instance.instanceType)?.maxEnis;
  const attached = interfacesOf(document, instance.id).length;
  if (limit === undefined || attached < limit) return null;
  return refuse(
    'AttachmentLimitExceeded',
    `Interface count ${attached + 1} exceeds the limit for ${instance.instanceType}: ${labelOf(document, instance.id)} takes ${limit}. Detach one, or choose a larger type.`,
    SOURCES.interfaceLimits,
  );
}
