/** How a load balancer comes to a target group, and a target group to its targets. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { labelOf } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';
import { refuse, type Refused } from './plan';
import { SOURCES } from './sources';

type TargetGroup = ResourceOf<'target-group'>;
type Instance = ResourceOf<'instance'>;

/** AWS's refusal of a target of another VPC. */
export const targetRefusal = (document: Scenario, instance: Instance, group: TargetGroup | null): Refused =>
  refuse(
    'InvalidTarget',
    group
      ? `The following targets are not in the target group VPC ${labelOf(document, group.vpcId)}: ${labelOf(document, instance.id)}.`
      : `${labelOf(document, instance.id)} has no primary interface, so it stands in no VPC.`,
    SOURCES.targets,
  );

/** The group goes to the first listener that has none, else it joins those of the first. */
export function withGroup(
  balancer: ResourceOf<'load-balancer'>,
  groupId: ResourceId,
): ResourceOf<'load-balancer'>['listeners'] {
  const empty = balancer.listeners.findIndex((listener) => listener.targetGroupIds.length === 0);
  const index = Math.max(empty, 0);
  return balancer.listeners.map((listener, position) =>
    position === index ? { ...listener, targetGroupIds: [...listener.targetGroupIds, groupId] } : listener,
  );
}
