/** Which targets a node of a load balancer may hand a packet to. */
import type { GroupTarget, Interface, Listener, LoadBalancer, TargetGroup } from '../network';

const UDP = 17;

export interface Candidate {
  readonly target: GroupTarget;
  readonly port: number;
  /** The target sees the client's address instead of the node's. */
  readonly preserves: boolean;
}

/** `elsewhere`: the group, whose targets are not interfaces. */
export type Candidates = readonly Candidate[] | { readonly elsewhere: TargetGroup };

/**
 * Targets in the load balancer's zones, in the node's own where cross-zone balancing is off; those that do not run
 * only if none does.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
export function candidatesOf(
  balancer: LoadBalancer,
  node: Interface,
  listener: Listener,
  protocol: number,
): Candidates {
  const elsewhere = listener.groups.find(({ targetType }) => targetType === 'lambda' || targetType === 'alb');
  if (elsewhere) return { elsewhere };
  const zones = balancer.nodes.map(({ subnet }) => subnet.zoneId);
  const candidates = listener.groups
    .filter(({ protocols }) => protocols.length === 0 || protocols.includes(protocol))
    .flatMap((group) =>
      group.targets
        .filter(({ interface: found }) => {
          if (!found) return true;
          const { zoneId } = found.subnet;
          const everywhere = group.crossZone ?? balancer.crossZone;
          return zones.includes(zoneId) && (everywhere || zoneId === node.subnet.zoneId);
        })
        .flatMap((target): Candidate[] =>
          target.port === null ? [] : [{ target, port: target.port, preserves: preserves(balancer, group) }],
        ),
    );
  const running = candidates.filter(
    ({ target }) => (target.interface?.host?.state ?? 'running') === 'running',
  );
  return running.length > 0 ? running : candidates;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation */
const preserves = (balancer: LoadBalancer, group: TargetGroup): boolean =>
  balancer.type === 'network' &&
  (group.preserveClientIp ?? (group.targetType === 'instance' || group.protocols.includes(UDP)));

/** The nodes that its name stands for: those that have a target to hand packets to; all, if none has. */
export function servingNodes(balancer: LoadBalancer): readonly Interface[] {
  const serving = balancer.nodes.filter((node) =>
    balancer.listeners.some((listener) =>
      listener.protocols.some((protocol) => {
        const candidates = candidatesOf(balancer, node, listener, protocol);
        return 'elsewhere' in candidates || candidates.length > 0;
      }),
    ),
  );
  return serving.length > 0 ? serving : balancer.nodes;
}
