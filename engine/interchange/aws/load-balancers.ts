/**
 * Load balancers and target groups that the input says enough of.
 * Sources: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html, API_TargetGroup.html,
 * API_TargetHealthDescription.html, API_LoadBalancerAttribute.html
 */
import type { ResourceOf } from '../../catalog/descriptors';
import {
  attributeOf,
  healthOf,
  isHeldTarget,
  listenerProtocolOf,
  stateOf,
  targetsOf,
  type ForeignListener,
} from './balancer-facts';
import type { Element } from './collected';
import { accountOfArn } from './place';
import { commonOf, composed, present, put, type Translation } from './translation';
import { choice, integerIn, object, text, texts } from './values';

type Target = ResourceOf<'target-group'>['targets'][number];
type Listener = ResourceOf<'load-balancer'>['listeners'][number];

const MAX_GROUPS = 16;
const MAX_LISTENERS = 50;
const MAX_GROUPS_OF_LISTENER = 100;
const MAX_TARGETS = 1000;
const CROSS_ZONE = 'load_balancing.cross_zone.enabled';

/** ELB's objects name their account in their ARN only. */
const withOwner = (element: Element): Element => {
  const owner = accountOfArn(element.id);
  return owner === undefined ? element : { ...element, owner };
};

export function addLoadBalancer(
  to: Translation,
  element: Element,
  listenersOf: ReadonlyMap<string, readonly ForeignListener[]>,
): void {
  const { value, id: arn } = element;
  const common = commonOf(to, 'load-balancer', withOwner(element));
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  const type = choice(value, 'Type', ['application', 'network']);
  if (!common || vpcId === undefined || type === undefined) return;
  const listeners = listenersOf.get(arn) ?? [];
  if (listeners.length > MAX_LISTENERS)
    to.report.warn(arn, `A load balancer has more than ${MAX_LISTENERS} listeners; the rest was left out.`);
  const groups = texts(value, 'SecurityGroups').flatMap((group) => to.ids.of('security-group', group) ?? []);
  const crossZone = attributeOf(element, CROSS_ZONE);
  if (type === 'network' && crossZone === undefined)
    to.report.info(
      arn,
      'The attributes of a Network Load Balancer are not in the input (elbv2 describe-load-balancer-attributes gives them); cross-zone load balancing was taken as off, its default.',
    );
  const name = common.name ?? text(value, 'LoadBalancerName')?.slice(0, 256);
  const state = text(object(value, 'State'), 'Code')?.toLowerCase().slice(0, 64);
  put(
    to,
    element,
    composed(present({ ...common, name }), {
      kind: 'load-balancer',
      vpcId,
      type,
      scheme: choice(value, 'Scheme', ['internet-facing', 'internal']) ?? 'internal',
      securityGroups: groups.length > 0 ? groups.slice(0, MAX_GROUPS) : undefined,
      listeners: listeners.slice(0, MAX_LISTENERS).map(({ protocol, port, targetGroupArns }): Listener => ({
        protocol,
        port,
        targetGroupIds: targetGroupArns
          .flatMap((group) => to.ids.of('target-group', group) ?? [])
          .slice(0, MAX_GROUPS_OF_LISTENER),
      })),
      crossZone: type === 'network' ? crossZone : undefined,
      dnsName: text(value, 'DNSName')?.slice(0, 255),
    }),
    state === undefined ? {} : { state },
  );
}

export function addTargetGroup(to: Translation, element: Element): void {
  const { value, id: arn } = element;
  const common = commonOf(to, 'target-group', withOwner(element));
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  if (!common || vpcId === undefined) return;
  const targets = targetsOf(element).filter(({ id }) => isHeldTarget(to.input, element, id));
  if (targets.length > MAX_TARGETS)
    to.report.warn(arn, `A target group has more than ${MAX_TARGETS} targets; the rest was left out.`);
  const targetType = choice(value, 'TargetType', ['instance', 'ip', 'lambda', 'alb']) ?? 'instance';
  const followed = targetType === 'instance' || targetType === 'ip';
  const name = common.name ?? text(value, 'TargetGroupName')?.slice(0, 256);
  const state = summaryOf(healthOf(element).map(stateOf));
  put(
    to,
    element,
    composed(present({ ...common, name }), {
      kind: 'target-group',
      vpcId,
      targetType,
      protocol: listenerProtocolOf(value),
      port: integerIn(value, 'Port', 1, 65535),
      targets: followed
        ? targets.slice(0, MAX_TARGETS).map(({ id, port }): Target =>
            present({
              instanceId: targetType === 'instance' ? to.ids.of('instance', id) : undefined,
              ipAddress: targetType === 'ip' ? id : undefined,
              port,
            }),
          )
        : [],
      preserveClientIp: attributeOf(element, 'preserve_client_ip.enabled'),
      // `use_load_balancer_configuration`, the default, is neither.
      crossZone: attributeOf(element, CROSS_ZONE),
    }),
    state === undefined ? {} : { state },
  );
}

/** `2 healthy, 1 unhealthy`, or the one state that all have. */
function summaryOf(states: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts].map(([state, count]) => (states.length === count ? state : `${count} ${state}`));
  return parts.length === 0 ? undefined : parts.join(', ').slice(0, 64);
}
