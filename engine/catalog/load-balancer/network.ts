import type { LoadBalancerPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { protocolsOf } from '../listener-protocol';
import { getKind, labelOf } from '../lookup';
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

/** A listener like one the balancer has, for another port. */
export function addListener(
  document: Scenario,
  id: string,
  like: number,
  port: number,
): ScenarioChangeSet | null {
  const balancer = getKind(document, id, 'load-balancer');
  const model = balancer?.listeners.find((listener) => listener.port === like);
  if (!balancer || !model || balancer.listeners.some((listener) => listener.port === port)) return null;
  const groups = model.targetGroupIds.map((group) => labelOf(document, group)).join(', ');
  return {
    label: `Let ${labelOf(document, id)} listen on ${model.protocol} ${port} and forward to ${groups}`,
    changes: [{ type: 'update', id, set: { listeners: [...balancer.listeners, { ...model, port }] } }],
  };
}

export const switchOnCrossZone = (document: Scenario, id: string): ScenarioChangeSet => ({
  label: `Switch on cross-zone load balancing of ${labelOf(document, id)}`,
  changes: [{ type: 'update', id, set: { crossZone: true } }],
});
