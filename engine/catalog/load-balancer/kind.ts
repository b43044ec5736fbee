import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';
import type { ListenerProtocol } from '../listener-protocol';

export interface Listener {
  readonly protocol: ListenerProtocol;
  readonly port: number;
  /** Target groups its rules forward to, the default one first. */
  readonly targetGroupIds: readonly ResourceId[];
}

/**
 * An Application or Network Load Balancer. Its nodes are network interfaces in its subnets whose `managedBy` names
 * it: their addresses, public addresses and subnets are those of the nodes.
 */
export interface LoadBalancer extends ResourceBase {
  readonly kind: 'load-balancer';
  readonly vpcId: ResourceId;
  readonly type: 'application' | 'network';
  readonly scheme: 'internet-facing' | 'internal';
  /** Of all nodes. A Network Load Balancer may have none, and is not filtered then. */
  readonly securityGroups?: readonly ResourceId[];
  readonly listeners: readonly Listener[];
  /** Absent: on for an Application, off for a Network Load Balancer. */
  readonly crossZone?: boolean;
  readonly dnsName?: string;
}

export const loadBalancer: KindDescriptor<LoadBalancer> = {
  kind: 'load-balancer',
  label: 'Load balancer',
  plural: 'Load balancers',
  idPrefix: 'elb',
  cloudFormationType: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  category: 'gateways',
  appearance: 'border',
  summary:
    'Application or Network Load Balancer: takes connections at its nodes and hands them to its targets.',
  roles: ['gateway'],
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
};
