/** The targets of a target group. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, labelOf, subnetOfInstance } from '../../catalog/lookup';
import type { Target } from '../../catalog/target-group/kind';
import { refuse, type Refused } from '../plan';
import { SOURCES } from '../sources';

/** A target that says nothing yet is the next instance of the VPC: so the form adds a row. */
export function withNextTargets(
  document: Scenario,
  group: ResourceOf<'target-group'>,
  value: unknown,
): readonly Target[] {
  const targets = value as readonly Target[];
  const taken = new Set(targets.map(({ instanceId }) => instanceId));
  return targets.map((target) => {
    if (target.instanceId !== undefined || target.ipAddress !== undefined || group.targetType !== 'instance')
      return target;
    const next = allOf(document, 'instance').find(
      ({ id }) => !taken.has(id) && subnetOfInstance(document, id)?.vpcId === group.vpcId,
    );
    if (!next) return target;
    taken.add(next.id);
    return { ...target, instanceId: next.id };
  });
}

export function targetsRefusal(
  document: Scenario,
  group: ResourceOf<'target-group'>,
  value: unknown,
): Refused | null {
  for (const target of value as readonly Target[]) {
    if ((target.instanceId === undefined) === (target.ipAddress === undefined))
      return refuse('ValidationError', 'A target is either an instance or an address.', SOURCES.targets);
    const vpcId = subnetOfInstance(document, target.instanceId ?? '')?.vpcId;
    if (target.instanceId !== undefined && vpcId !== group.vpcId)
      return refuse(
        'InvalidTarget',
        `The following targets are not in the target group VPC ${labelOf(document, group.vpcId)}: ${labelOf(document, target.instanceId)}.`,
        SOURCES.targets,
      );
    const byAddress = target.ipAddress !== undefined;
    if (byAddress !== (group.targetType === 'ip'))
      return refuse(
        'InvalidTarget',
        `${labelOf(document, group.id)} takes ${group.targetType === 'ip' ? 'addresses' : 'instances'}.`,
        SOURCES.targets,
      );
  }
  return null;
}
