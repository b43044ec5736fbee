/** Composes a load balancer with its nodes, a listener and a target group. */
import type { ResourceOf } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import type { ChosenSubnets } from '../balancer-subnets';
import type { Draft } from '../draft';
import { nextName } from '../next-name';
import { defaultGroups, makeNode } from './make-node';

/** What it listens for and where it sends it, until somebody says otherwise: the first step of AWS's tutorial. */
const USUAL = { protocol: 'HTTP', port: 80 } as const;

export function makeTargetGroup(
  draft: Draft,
  vpcId: ResourceId,
  instances: readonly ResourceId[],
  name?: string,
  like: Pick<ResourceOf<'target-group'>, 'protocol' | 'port'> = USUAL,
): ResourceId {
  return draft.add({
    id: draft.nextId('target-group'),
    kind: 'target-group',
    name: name ?? nextName(draft.document, 'targets'),
    vpcId,
    targetType: 'instance',
    ...like,
    targets: instances.map((instanceId) => ({ instanceId })),
  });
}

/** An Application Load Balancer. Its group is the default one of the VPC, as with AWS where none is named. */
export function makeBalancer(
  draft: Draft,
  vpcId: ResourceId,
  { subnets, scheme }: ChosenSubnets,
  instances: readonly ResourceId[],
  name?: string,
): ResourceId {
  const targetGroup = makeTargetGroup(draft, vpcId, instances);
  const id = draft.add({
    id: draft.nextId('load-balancer'),
    kind: 'load-balancer',
    name: name ?? nextName(draft.document, 'balancer'),
    vpcId,
    type: 'application',
    scheme,
    securityGroups: defaultGroups(draft.document, vpcId),
    listeners: [{ ...USUAL, targetGroupIds: [targetGroup] }],
  });
  for (const subnet of subnets) makeNode(draft, id, subnet.id);
  return id;
}
