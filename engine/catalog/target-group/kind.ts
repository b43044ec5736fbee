import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';
import type { ListenerProtocol } from '../listener-protocol';

export interface Target {
  /** An instance. */
  readonly instanceId?: ResourceId;
  /** Or an IPv4 address. */
  readonly ipAddress?: string;
  /** Absent: the port of the group. */
  readonly port?: number;
}

export interface TargetGroup extends ResourceBase {
  readonly kind: 'target-group';
  readonly vpcId: ResourceId;
  readonly targetType: 'instance' | 'ip' | 'lambda' | 'alb';
  readonly protocol?: ListenerProtocol;
  readonly port?: number;
  readonly targets: readonly Target[];
  /** Of a Network Load Balancer. Absent: on for instances, and for addresses with udp; off for addresses with tcp or tls. */
  readonly preserveClientIp?: boolean;
  /** Absent: as the load balancer says. */
  readonly crossZone?: boolean;
}

export const targetGroup: KindDescriptor<TargetGroup> = {
  kind: 'target-group',
  label: 'Target group',
  plural: 'Target groups',
  idPrefix: 'tg',
  cloudFormationType: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  category: 'gateways',
  appearance: 'chip',
  summary: 'Where a load balancer sends what it takes: instances or addresses, and their port.',
  roles: ['group'],
  source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
};
