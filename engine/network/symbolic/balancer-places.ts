/** Branches at a node of a load balancer: on to a target, and the answer back to the client. */
import type { Address } from '../../model/ip/address';
import { isIpv6 } from '../../model/ip/address';
import type { GroupTarget, Interface, Listener, LoadBalancer, TargetGroup } from '../network';
import { goOn, STOPPED, type Branch, type Fork, type Step } from './branch';
import { EMPTY, PORT, PROTOCOL, type Diagram } from './diagram';
import { unknown, type Ground } from './ground';
import { TRANSLATED_PORTS, notModelled, throughGroups } from './passages';

/** Every target that a listener may choose, each in a branch of its own. */
export function balance(ground: Ground, branch: Branch, node: Interface, id: string): readonly Step[] {
  const balancer = ground.network.loadBalancers.get(id);
  if (balancer?.state !== 'active' || branch.destination === 'outside') return STOPPED;
  const { destination } = branch;
  return balancer.listeners.flatMap((listener) =>
    ground.headers.filtered(branch, listenerTraffic(ground, listener), destination).flatMap((next) => {
      const targets = choicesOf(ground, balancer, listener, node);
      const fork: Fork = { targets: targets.length };
      return targets.flatMap((choice, index) =>
        toTarget(ground, { ...next, choices: [...next.choices, { fork, index }] }, node, balancer, choice),
      );
    }),
  );
}

function listenerTraffic({ store }: Ground, { protocols, port }: Listener): Diagram {
  return store.anyOf(PROTOCOL, protocols, store.interval(PORT, port, port));
}

interface Choice {
  readonly group: TargetGroup;
  readonly target: GroupTarget;
}

/** Targets in zones of the load balancer, and in the node's own zone where cross-zone balancing is off. */
function choicesOf(
  ground: Ground,
  balancer: LoadBalancer,
  listener: Listener,
  node: Interface,
): readonly Choice[] {
  const zones = balancer.nodes.map(({ subnet }) => subnet.zoneId);
  return listener.groups.flatMap((group) => {
    const crossZone = group.crossZone ?? balancer.crossZone;
    return group.targets
      .filter(({ address, interface: found }) => {
        if (address === null || isIpv6(address) !== (ground.family === 6)) return false;
        const zone = found?.subnet.zoneId;
        if (zone === undefined) return true;
        return zones.includes(zone) && (crossZone || zone === node.subnet.zoneId);
      })
      .map((target) => ({ group, target }));
  });
}

function toTarget(
  ground: Ground,
  branch: Branch,
  node: Interface,
  balancer: LoadBalancer,
  { group, target }: Choice,
): readonly Step[] {
  const { address, port } = target;
  if (group.targetType === 'lambda' || group.targetType === 'alb' || address === null || port === null)
    return unknown(branch, notModelled(group.id, `Targets of ${group.label} are not modelled yet.`));
  const preserved = balancer.type === 'network' && preserves(group);
  const own = node.addresses.find((one) => isIpv6(one) === (ground.family === 6));
  if (own === undefined) return STOPPED;
  // A connection of a client to itself: the answer would come from a stranger.
  if (preserved && branch.source === address) return STOPPED;
  const identity = !preserved ? 'kept' : node.groups.length > 0 ? node : 'lost';
  const sent: Branch = {
    ...branch,
    source: preserved ? branch.source : own,
    sourcePorts: preserved ? branch.sourcePorts : TRANSLATED_PORTS,
    destination: address,
    destinationPorts: [[port, port]],
    identity,
    sessions: [...branch.sessions, sessionOf(branch, node, own, address, preserved)],
  };
  return throughGroups(ground, sent, node, 'outbound').flatMap((next) =>
    goOn(next, { type: 'leave-subnet', by: node }),
  );
}

const sessionOf = (
  branch: Branch,
  node: Interface,
  own: Address,
  target: Address,
  preserved: boolean,
): Branch['sessions'][number] => ({
  holder: node,
  address: preserved ? branch.source : own,
  client: branch.source,
  clientPorts: branch.sourcePorts,
  balanced: {
    target,
    destination: branch.destination,
    destinationPorts: branch.destinationPorts,
    preserved,
  },
});

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html */
const preserves = ({ preserveClientIp, targetType, protocols }: TargetGroup): boolean =>
  preserveClientIp ?? (targetType === 'instance' || protocols.includes(17));

/** The answer of a target: the client sees the load balancer's address. */
export function backThroughBalancer(branch: Branch, node: Interface): readonly Step[] {
  const session = branch.sessions.find(
    ({ holder, address, balanced }) =>
      holder === node && balanced?.target === branch.source && address === branch.destination,
  );
  if (!session?.balanced || branch.alive === EMPTY) return STOPPED;
  return goOn(
    {
      ...branch,
      source: session.balanced.destination,
      sourcePorts: session.balanced.destinationPorts,
      destination: session.client,
      destinationPorts: session.clientPorts,
    },
    { type: 'leave-subnet', by: node },
  );
}

/** The node that takes the answer of a target back, whatever the target's route table says. */
export const nodeOf = ({ leg, sessions, source, destination }: Branch): Interface | null => {
  if (leg === 'forward') return null;
  const session = sessions.find(
    ({ balanced, address }) => balanced?.preserved && balanced.target === source && address === destination,
  );
  return session?.holder.type === 'interface' ? session.holder : null;
};
