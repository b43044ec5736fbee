/** Rules on target groups: they have targets, of their VPC, and somebody sends to them. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, labelOf, subnetOfInstance } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';
import { isImported } from './group-access';
import { finding, mend, page, type Rule } from './rule';

const forwardedTo = (document: Scenario): ReadonlySet<ResourceId> =>
  new Set(
    allOf(document, 'load-balancer').flatMap((balancer) =>
      balancer.listeners.flatMap((listener) => listener.targetGroupIds),
    ),
  );

const strangersOf = (document: Scenario, group: ResourceOf<'target-group'>): readonly ResourceId[] =>
  group.targets.flatMap(({ instanceId }) => {
    const vpcId = subnetOfInstance(document, instanceId ?? '')?.vpcId;
    return instanceId !== undefined && vpcId !== undefined && vpcId !== group.vpcId ? [instanceId] : [];
  });

export const TARGET_GROUP_RULES: readonly Rule[] = [
  {
    id: 'TARGET-001',
    severity: 'warning',
    sentence: 'A target group that a listener forwards to has targets.',
    source: page.targetGroups,
    check: (document) => {
      const used = forwardedTo(document);
      return allOf(document, 'target-group').flatMap((group) =>
        group.targets.length > 0 || !used.has(group.id) || isImported(document, group.id)
          ? []
          : finding(
              [group.id],
              `${labelOf(document, group.id)} has no targets: its load balancer answers every request with 503, or not at all. Drop instances on it.`,
            ),
      );
    },
  },
  {
    id: 'TARGET-002',
    severity: 'info',
    sentence: 'A target group is forwarded to by a listener.',
    source: page.targetGroups,
    check: (document) => {
      const used = forwardedTo(document);
      return allOf(document, 'target-group').flatMap((group) =>
        used.has(group.id) || isImported(document, group.id)
          ? []
          : finding(
              [group.id],
              `No listener forwards to ${labelOf(document, group.id)}. Drop it on a load balancer.`,
            ),
      );
    },
  },
  {
    id: 'TARGET-003',
    severity: 'error',
    sentence: 'Targets stand in the VPC of their target group.',
    source: page.targetGroups,
    check: (document) =>
      allOf(document, 'target-group').flatMap((group) => {
        const strangers = strangersOf(document, group);
        if (strangers.length === 0) return [];
        const names = strangers.map((id) => labelOf(document, id)).join(', ');
        return finding(
          [group.id, ...strangers],
          `The following targets are not in the target group VPC ${labelOf(document, group.vpcId)}: ${names}.`,
          mend(`Take ${names} out of ${labelOf(document, group.id)}`, {
            type: 'update',
            id: group.id,
            set: { targets: group.targets.filter(({ instanceId }) => !strangers.includes(instanceId ?? '')) },
          }),
        );
      }),
  },
];
