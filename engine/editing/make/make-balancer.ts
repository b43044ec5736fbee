/** Composes a load balancer with its nodes, a listener and a target group. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { getKind } from '../../catalog/lookup';
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

/**
 * The name AWS gives a load balancer; the number is the one of its id, so that the same edit gives the same name.
 * Sources: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
 */
export function dnsNameOf(
  document: Scenario,
  balancer: Pick<ResourceOf<'load-balancer'>, 'id' | 'name' | 'vpcId' | 'type' | 'scheme'>,
): string {
  const region = getKind(document, getKind(document, balancer.vpcId, 'vpc')?.region, 'region')?.regionName;
  const word = (balancer.name ?? balancer.id)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 32);
  const number = balancer.id.replaceAll(/\D+/g, '').padStart(10, '0');
  const host = `${balancer.scheme === 'internal' ? 'internal-' : ''}${word}-${number}`;
  return balancer.type === 'application'
    ? `${host}.${region ?? 'us-east-1'}.elb.amazonaws.com`
    : `${host}.elb.${region ?? 'us-east-1'}.amazonaws.com`;
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
  const named = {
    id: draft.nextId('load-balancer'),
    name: name ?? nextName(draft.document, 'balancer'),
    vpcId,
    type: 'application',
    scheme,
  } as const;
  const id = draft.add({
    ...named,
    kind: 'load-balancer',
    dnsName: dnsNameOf(draft.document, named),
    securityGroups: defaultGroups(draft.document, vpcId),
    listeners: [{ ...USUAL, targetGroupIds: [targetGroup] }],
  });
  for (const subnet of subnets) makeNode(draft, id, subnet.id);
  return id;
}
