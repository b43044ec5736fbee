/**
 * Decides which load balancers and target groups the input says enough of. A verdict through one whose listeners or
 * targets are missing would be a guess: such a one becomes another resource, which is named and answered unknown.
 */
import { healthOf, isHeldTarget, targetsOf, type ForeignListener } from './balancer-facts';
import { groupsByBalancer, listenersByBalancer, withHiddenGroups } from './balancer-listeners';
import { addNodes, nodesBySuffix } from './balancer-nodes';
import type { Collected } from './collected';
import type { ImportReport } from './report';
import { has, text, texts } from './values';

/** @returns the listeners of each load balancer that stays, by ARN. */
export function settleBalancers(
  collected: Collected,
  report: ImportReport,
): ReadonlyMap<string, readonly ForeignListener[]> {
  const { lists } = collected;
  settleGroups(collected, report);
  const kept = new Map<string, readonly ForeignListener[]>();
  if (lists.LoadBalancers.size === 0) return kept;
  const byBalancer = listenersByBalancer(collected, report);
  const attached = groupsByBalancer(lists);
  const nodes = nodesBySuffix(lists);
  for (const [arn, balancer] of lists.LoadBalancers) {
    const type = text(balancer.value, 'Type')?.toLowerCase();
    const setAside = (resourceType: string, fault?: string): void => {
      lists.LoadBalancers.delete(arn);
      lists.OtherResources.set(arn, { ...balancer, resourceType });
      if (fault !== undefined) report.warn(arn, `${fault} A path through it is answered unknown.`);
    };
    const label = type === 'network' ? 'Network Load Balancer' : 'Application Load Balancer';
    if (type === 'gateway') setAside('Gateway Load Balancer');
    else if (type !== 'application' && type !== 'network')
      setAside('Load balancer', 'The input does not say of which type a load balancer is.');
    else if (!lists.Vpcs.has(text(balancer.value, 'VpcId') ?? ''))
      setAside(label, 'A load balancer is in a VPC that is not in the input.');
    else if (!byBalancer.has(arn) && !has(balancer.value, 'Listeners'))
      setAside(
        label,
        'The listeners of a load balancer are not in the input (give elbv2 describe-listeners too).',
      );
    else {
      const listeners = withHiddenGroups(byBalancer.get(arn) ?? [], attached.get(arn) ?? []);
      if (listeners === undefined)
        setAside(
          label,
          'A target group of a load balancer is in no rule of the input (give elbv2 describe-rules too).',
        );
      else if (
        listeners.some(({ targetGroupArns }) =>
          targetGroupArns.some((group) => !lists.TargetGroups.has(group)),
        )
      )
        setAside(
          label,
          'The target groups of a load balancer, or their targets, are not in the input (give elbv2 describe-target-groups and describe-target-health too).',
        );
      else if (!addNodes(lists, balancer, nodes, report))
        setAside(
          label,
          'The nodes of a load balancer are not in the input (give ec2 describe-network-interfaces too).',
        );
      else kept.set(arn, listeners);
    }
  }
  return kept;
}

/** Functions and load balancers as targets are not followed anyway: their groups need no targets. */
function settleGroups(collected: Collected, report: ImportReport): void {
  const { lists } = collected;
  for (const [arn, group] of lists.TargetGroups) {
    const { value } = group;
    const type = text(value, 'TargetType')?.toLowerCase() ?? 'instance';
    const targets = targetsOf(group);
    const held = targets.filter(({ id }) => isHeldTarget(collected, group, id));
    const elsewhere = type === 'lambda' || type === 'alb';
    const setAside = (fault?: string): void => {
      lists.TargetGroups.delete(arn);
      lists.OtherResources.set(arn, { ...group, resourceType: 'Target group' });
      if (fault !== undefined) report.warn(arn, `${fault} A path through it is answered unknown.`);
    };
    if (text(value, 'Protocol')?.toLowerCase() === 'geneve') setAside();
    else if (!elsewhere && !lists.Vpcs.has(text(value, 'VpcId') ?? ''))
      setAside('A target group is in a VPC that is not in the input.');
    else if (elsewhere && !lists.Vpcs.has(text(value, 'VpcId') ?? '')) {
      // A group of a function names no VPC: it stands where its load balancer does.
      const [balancer] = texts(value, 'LoadBalancerArns');
      const vpcId = text(lists.LoadBalancers.get(balancer ?? '')?.value ?? {}, 'VpcId');
      if (vpcId === undefined || !lists.Vpcs.has(vpcId))
        setAside('A target group names no VPC of the input.');
      else lists.TargetGroups.set(arn, { ...group, value: { ...value, VpcId: vpcId } });
    } else if (!elsewhere && !has(value, 'TargetHealthDescriptions'))
      setAside('The targets of a target group are not in the input (give elbv2 describe-target-health too).');
    else if (!elsewhere && targets.length > 0 && held.length === 0)
      setAside('The targets of a target group are not in the input.');
    else if (!elsewhere && held.length < targets.length)
      report.warn(arn, 'A target is not in the input, or has an IPv6 address: it was left out of its group.');
    if (healthOf(group).length > targets.length)
      report.info(arn, 'A target that is being deregistered was left out of its group.');
  }
}
