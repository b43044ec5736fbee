import type { LoadBalancerPart } from '../../network/parts';
import type { Scenario } from '../descriptors';
import { protocolsOf } from '../listener-protocol';
import { labelOf } from '../lookup';
import type { LoadBalancer } from './kind';

/** Cross-zone: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html */
export const describeLoadBalancer = (document: Scenario, balancer: LoadBalancer): LoadBalancerPart => ({
  id: balancer.id,
  label: labelOf(document, balancer.id),
  vpcId: balancer.vpcId,
  type: balancer.type,
  internetFacing: balancer.scheme === 'internet-facing',
  dnsName: balancer.dnsName?.toLowerCase() ?? null,
  crossZone: balancer.type === 'application' || (balancer.crossZone ?? false),
  listeners: balancer.listeners.map(({ protocol, port, targetGroupIds }) => ({
    protocol,
    protocols: protocolsOf(protocol),
    port,
    targetGroupIds,
  })),
  state: document.observed[balancer.id]?.state ?? 'active',
});
