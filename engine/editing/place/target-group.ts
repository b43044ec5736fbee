/** Registering targets: an instance dropped on a target group, or the group on it. */
import type { Resource, ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, labelOf, primaryInterface, subnetOfInstance } from '../../catalog/lookup';
import { targetRefusal, withGroup } from '../forwarding';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

type TargetGroup = ResourceOf<'target-group'>;
type Instance = ResourceOf<'instance'>;

export function planRegister({ document }: Situation, group: TargetGroup, instance: Instance): Plan {
  const [label, to] = [labelOf(document, instance.id), labelOf(document, group.id)];
  const subnet = subnetOfInstance(document, instance.id);
  if (!subnet) return targetRefusal(document, instance, null);
  if (group.targetType === 'lambda' || group.targetType === 'alb')
    return refuse(
      'InvalidTarget',
      `${to} takes ${group.targetType === 'lambda' ? 'a Lambda function' : 'an Application Load Balancer'}, not instances. Make another target group.`,
      SOURCES.targets,
    );
  if (subnet.vpcId !== group.vpcId) return targetRefusal(document, instance, group);
  const ipAddress = primaryInterface(document, instance.id)?.privateIpAddress;
  const target =
    group.targetType === 'instance'
      ? { instanceId: instance.id }
      : ipAddress === undefined
        ? null
        : { ipAddress };
  if (!target)
    return refuse('InvalidTarget', `${label} has no IPv4 address for ${to} to send to.`, SOURCES.targets);
  const there = group.targets.some(
    (other) =>
      other.port === undefined &&
      ('instanceId' in target
        ? other.instanceId === target.instanceId
        : other.ipAddress === target.ipAddress),
  );
  if (there) return accept(`Leave ${label} in ${to}`, () => group.id);
  return accept(`Register ${label} with ${to}`, (draft) => {
    const now = getKind(draft.document, group.id, 'target-group') ?? group;
    draft.update(group.id, { targets: [...now.targets, target] });
    return group.id;
  });
}

/** An instance dropped on a load balancer goes to the group that its first listener sends to. */
export function planRegisterWithBalancer(
  situation: Situation,
  balancer: ResourceOf<'load-balancer'>,
  instance: Instance,
): Plan {
  const { document } = situation;
  const group = balancer.listeners
    .flatMap((listener) => listener.targetGroupIds)
    .map((id) => getKind(document, id, 'target-group'))
    .find((candidate) => candidate !== undefined);
  if (group) return planRegister(situation, group, instance);
  return refuse(
    'TargetGroupNotFound',
    `${labelOf(document, balancer.id)} forwards to no target group. Drop a target group on it first.`,
    SOURCES.listeners,
  );
}

export function planMoveTargetGroup(situation: Situation, group: TargetGroup, target: Target): Plan {
  const { document } = situation;
  const place: Resource | undefined = target.type === 'resource' ? target.resource : undefined;
  const label = labelOf(document, group.id);
  if (place?.kind === 'instance') return planRegister(situation, group, place);
  if (place?.kind === 'vpc' && place.id === group.vpcId)
    return accept(`Leave ${label} where it is`, () => group.id);
  if (place?.kind !== 'load-balancer')
    return unrelated(
      'A target group is dropped on an instance that shall be a target, or on the load balancer that sends to it.',
      SOURCES.targets,
    );
  return planForward(situation, place, group);
}

export function planForward(
  { document }: Situation,
  balancer: ResourceOf<'load-balancer'>,
  group: TargetGroup,
): Plan {
  const [label, to] = [labelOf(document, group.id), labelOf(document, balancer.id)];
  if (balancer.vpcId !== group.vpcId)
    return refuse(
      'InvalidConfigurationRequest',
      `${label} belongs to ${labelOf(document, group.vpcId)}, ${to} to ${labelOf(document, balancer.vpcId)}. A load balancer forwards to target groups of its own VPC.`,
      SOURCES.listeners,
    );
  if (balancer.listeners.some((listener) => listener.targetGroupIds.includes(group.id)))
    return accept(`Leave ${label} with ${to}`, () => group.id);
  const taken = allOf(document, 'load-balancer').find(
    (other) =>
      other.id !== balancer.id &&
      other.listeners.some((listener) => listener.targetGroupIds.includes(group.id)),
  );
  if (taken)
    return refuse(
      'TargetGroupAssociationLimit',
      `${label} is used by ${labelOf(document, taken.id)}. Target groups cannot be associated with more than one load balancer: make another.`,
      SOURCES.listeners,
    );
  if (balancer.listeners.length === 0)
    return accept(`Let ${to} listen and send to ${label}`, (draft) => {
      const network = balancer.type === 'network';
      const { protocol = network ? 'TCP' : 'HTTP', port = 80 } = group;
      draft.update(balancer.id, { listeners: [{ protocol, port, targetGroupIds: [group.id] }] });
      return balancer.id;
    });
  return accept(`Let ${to} send to ${label}`, (draft) => {
    draft.update(balancer.id, { listeners: withGroup(balancer, group.id) });
    return balancer.id;
  });
}
