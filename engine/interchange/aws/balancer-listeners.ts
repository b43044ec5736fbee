/** Listeners of load balancers with the target groups that their default actions and their rules forward to. */
import { forwardsOf, listenerOfRule, listenerProtocolOf, type ForeignListener } from './balancer-facts';
import type { Collected } from './collected';
import type { ImportReport } from './report';
import { has, integerIn, objects, text, texts } from './values';

/** By the load balancer's ARN. */
export function listenersByBalancer(
  { lists }: Collected,
  report: ImportReport,
): ReadonlyMap<string, readonly ForeignListener[]> {
  const rules = new Map<string, string[]>();
  for (const { id, value } of lists.Rules.values()) {
    const listener = listenerOfRule(id);
    if (listener === undefined) continue;
    const known = rules.get(listener) ?? [];
    rules.set(listener, known);
    known.push(...forwardsOf(value, 'Actions'));
    if (objects(value, 'Conditions').some((condition) => text(condition, 'Field') === 'source-ip'))
      report.info(
        listener,
        'A rule looks at the source address; it is taken as one that any client may match.',
      );
  }
  const byBalancer = new Map<string, ForeignListener[]>();
  for (const { id, value } of lists.Listeners.values()) {
    const balancer = text(value, 'LoadBalancerArn');
    if (balancer === undefined) continue;
    const known = byBalancer.get(balancer) ?? [];
    byBalancer.set(balancer, known);
    const protocol = listenerProtocolOf(value);
    const port = integerIn(value, 'Port', 1, 65535);
    if (protocol === undefined || port === undefined) {
      // A Gateway Load Balancer's listener has neither.
      if (has(value, 'Protocol') || has(value, 'Port'))
        report.warn(id, 'A listener without a known protocol and port was left out; verdicts may differ.');
      continue;
    }
    const arns = new Set([...forwardsOf(value, 'DefaultActions'), ...(rules.get(id) ?? [])]);
    if (arns.size === 0)
      report.info(id, 'A listener answers itself (a redirect or a fixed response): it has no targets.');
    known.push({ protocol, port, targetGroupArns: [...arns] });
  }
  return byBalancer;
}

export function groupsByBalancer(lists: Collected['lists']): ReadonlyMap<string, readonly string[]> {
  const attached = new Map<string, string[]>();
  for (const list of [lists.TargetGroups, lists.OtherResources])
    for (const { id, value } of list.values())
      for (const balancer of texts(value, 'LoadBalancerArns')) {
        const known = attached.get(balancer);
        if (known) known.push(id);
        else attached.set(balancer, [id]);
      }
  return attached;
}

/** A group that no rule of the input names belongs to a rule that is not there: to the only listener, or nobody knows. */
export function withHiddenGroups(
  listeners: readonly ForeignListener[],
  attached: readonly string[],
): readonly ForeignListener[] | undefined {
  const named = new Set(listeners.flatMap(({ targetGroupArns }) => targetGroupArns));
  const hidden = attached.filter((arn) => !named.has(arn));
  const [only] = listeners;
  if (hidden.length === 0) return listeners;
  if (!only || listeners.length > 1) return undefined;
  return [{ ...only, targetGroupArns: [...only.targetGroupArns, ...hidden] }];
}
