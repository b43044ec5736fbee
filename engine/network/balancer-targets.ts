/** Which targets of a load balancer a packet at one of its nodes may be handed to, or why to none. */
import type { GroupTarget, Interface, Listener, LoadBalancer, TargetGroup } from './network';
import { UDP } from './packet';
import { listText, protocolText } from './words';

export interface Candidate {
  readonly group: TargetGroup;
  readonly target: GroupTarget;
  readonly port: number;
  /** The target sees the client's address instead of the node's. */
  readonly preserves: boolean;
}

export type Targets =
  | { readonly type: 'some'; readonly candidates: readonly [Candidate, ...Candidate[]] }
  | { readonly type: 'none'; readonly code: string; readonly message: string }
  /** A group whose targets are not interfaces. */
  | { readonly type: 'elsewhere'; readonly group: TargetGroup };

export const listenerFor = (balancer: LoadBalancer, protocol: number, port: number): Listener | undefined =>
  balancer.listeners.find((listener) => listener.port === port && listener.protocols.includes(protocol));

/** Client addresses: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation */
const preserves = (balancer: LoadBalancer, group: TargetGroup): boolean =>
  balancer.type === 'network' &&
  (group.preserveClientIp ?? (group.targetType === 'instance' || group.protocols.includes(UDP)));

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html */
export function targetsOf(
  balancer: LoadBalancer,
  node: Interface,
  listener: Listener,
  protocol: number,
): Targets {
  const [elsewhere] = listener.groups.filter(
    ({ targetType }) => targetType === 'lambda' || targetType === 'alb',
  );
  if (elsewhere) return { type: 'elsewhere', group: elsewhere };
  const taking = listener.groups.filter(
    ({ protocols }) => protocols.length === 0 || protocols.includes(protocol),
  );
  if (
    listener.groups.some(({ targets }) => targets.length > 0) &&
    taking.every(({ targets }) => targets.length === 0)
  )
    return none(
      'ELBV2_LISTENER_REQUIRES_TG_ACCEPT',
      `No target group of listener ${listener.port} of ${balancer.label} takes ${protocolText(protocol)}.`,
    );
  const all = taking.flatMap((group) =>
    group.targets.flatMap((target): Candidate[] =>
      target.port === null
        ? []
        : [{ group, target, port: target.port, preserves: preserves(balancer, group) }],
    ),
  );
  if (all.length === 0)
    return none(
      'ELBV2_LISTENER_HAS_NO_TG',
      `Listener ${listener.port} of ${balancer.label} has no targets to hand the packet to.`,
    );
  const zones = new Set(balancer.nodes.map(({ subnet }) => subnet.zoneId));
  const enabled = all.filter(({ target }) => !target.interface || zones.has(target.interface.subnet.zoneId));
  if (enabled.length === 0)
    return none(
      'ELB_INSTALLED_AZ_RESTRICTION',
      `${balancer.label} sends to targets in its own zones only; ${listText(all.map(({ target }) => target.label))} is in another one.`,
    );
  const near = enabled.filter(
    ({ group, target }) =>
      (group.crossZone ?? balancer.crossZone) ||
      !target.interface ||
      target.interface.subnet.zoneId === node.subnet.zoneId,
  );
  if (near.length === 0)
    return none(
      'ELB_NOT_CROSSZONE',
      `Cross-zone load balancing of ${balancer.label} is off, and it has no target in the zone of this node.`,
    );
  // A target that does not run fails its health checks; if none runs, all are tried.
  const running = near.filter(
    ({ target }) => !target.interface?.host || target.interface.host.state === 'running',
  );
  const [first, ...rest] = running.length > 0 ? running : near;
  return first ? { type: 'some', candidates: [first, ...rest] } : none('ELBV2_LISTENER_HAS_NO_TG', '');
}

const none = (code: string, message: string): Targets => ({ type: 'none', code, message });

/** The nodes its name resolves to: of a balancer whose nodes serve their own zone only, those that have a target. */
export function servingNodes(balancer: LoadBalancer): readonly Interface[] {
  const serving = balancer.nodes.filter((node) =>
    balancer.listeners.some((listener) =>
      listener.protocols.some((protocol) => targetsOf(balancer, node, listener, protocol).type !== 'none'),
    ),
  );
  return serving.length > 0 ? serving : balancer.nodes;
}
