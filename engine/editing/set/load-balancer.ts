/** Properties of a load balancer, with what follows from them: names, protocols, the groups of its nodes. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import type { Listener } from '../../catalog/load-balancer/kind';
import { getKind, labelOf } from '../../catalog/lookup';
import type { ListenerProtocol } from '../../catalog/listener-protocol';
import type { Field } from '../../model/kind';
import { nodesOf } from '../../catalog/nodes-table';
import { zonesRefusal } from '../balancer-subnets';
import { dnsNameOf } from '../make/make-balancer';
import { defaultGroups, descriptionOfNode, interfaceTypeOf } from '../make/make-node';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { plain } from './plain';
import { planOwnGroups } from './own-groups';

type Balancer = ResourceOf<'load-balancer'>;

/** Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html */
export const PROTOCOLS_OF: Readonly<Record<Balancer['type'], readonly ListenerProtocol[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
};

export function planBalancerProperty(
  situation: Situation,
  balancer: Balancer,
  field: Field,
  value: unknown,
): Plan {
  switch (field.key) {
    case 'type':
      return planType(situation, balancer, value as Balancer['type']);
    case 'scheme': {
      const scheme = value as Balancer['scheme'];
      const dnsName = dnsNameOf(situation.document, { ...balancer, scheme });
      return plain(situation, balancer, field, { scheme, dnsName });
    }
    case 'securityGroups':
      return planOwnGroups(situation, balancer, field, value);
    case 'listeners': {
      const refused = listenersRefusal(situation.document, balancer, value as readonly Listener[]);
      if (refused) return refused;
      break;
    }
    default:
      break;
  }
  return plain(situation, balancer, field, { [field.key]: value });
}

/** What a protocol of one type is in the other. */
function protocolFor(type: Balancer['type'], from: ListenerProtocol): ListenerProtocol {
  const secure = from === 'HTTPS' || from === 'TLS';
  if (type === 'application') return secure ? 'HTTPS' : 'HTTP';
  return secure ? 'TLS' : 'TCP';
}

/** AWS sets the type at creation only; the drawing may change it, and the protocols follow. */
function planType({ document }: Situation, balancer: Balancer, type: Balancer['type']): Plan {
  const label = labelOf(document, balancer.id);
  if (type === balancer.type) return accept(`Leave ${label} as it is`, () => balancer.id);
  const subnets = nodesOf(document, balancer.id).flatMap(
    (node) => getKind(document, node.subnetId, 'subnet') ?? [],
  );
  const refused = type === 'application' ? zonesRefusal(document, balancer.vpcId, subnets) : null;
  if (refused) return refused;
  const protocol = (from: ListenerProtocol): ListenerProtocol => protocolFor(type, from);
  const needsGroup = type === 'application' && (balancer.securityGroups ?? []).length === 0;
  const securityGroups = needsGroup ? defaultGroups(document, balancer.vpcId) : undefined;
  return accept(
    `Make ${label} ${type === 'application' ? 'an Application' : 'a Network'} Load Balancer`,
    (draft) => {
      draft.update(balancer.id, {
        type,
        dnsName: dnsNameOf(document, { ...balancer, type }),
        listeners: balancer.listeners.map((listener) => ({
          ...listener,
          protocol: protocol(listener.protocol),
        })),
        ...(securityGroups ? { securityGroups } : {}),
      });
      for (const id of new Set(balancer.listeners.flatMap((listener) => listener.targetGroupIds))) {
        const group = getKind(draft.document, id, 'target-group');
        if (group?.protocol !== undefined) draft.update(id, { protocol: protocol(group.protocol) });
      }
      const now: Balancer = { ...balancer, type };
      for (const node of nodesOf(document, balancer.id))
        draft.update(node.id, {
          interfaceType: interfaceTypeOf(now),
          description: descriptionOfNode(document, now),
          sourceDestCheck: type === 'application',
          ...(securityGroups ? { groupSet: securityGroups } : {}),
        });
      return balancer.id;
    },
  );
}

function listenersRefusal(
  document: Scenario,
  balancer: Balancer,
  listeners: readonly Listener[],
): Refused | null {
  const allowed = PROTOCOLS_OF[balancer.type];
  const ports = new Set<number>();
  for (const { protocol, port, targetGroupIds } of listeners) {
    if (!allowed.includes(protocol))
      return refuse(
        'ValidationError',
        `Protocol '${protocol}' must be one of '${allowed.join(', ')}' for ${balancer.type === 'application' ? 'an Application' : 'a Network'} Load Balancer.`,
        SOURCES.listeners,
        {
          label: `Listen for ${protocolFor(balancer.type, protocol)} ${port}`,
          build: (draft) => {
            draft.update(balancer.id, {
              listeners: listeners.map((listener) => ({
                ...listener,
                protocol: allowed.includes(listener.protocol)
                  ? listener.protocol
                  : protocolFor(balancer.type, listener.protocol),
              })),
            });
            return balancer.id;
          },
        },
      );
    if (ports.has(port))
      return refuse(
        'DuplicateListener',
        `A listener already exists on this port for this load balancer: ${port}. Give each listener a port of its own.`,
        SOURCES.listeners,
      );
    ports.add(port);
    const stranger = targetGroupIds
      .map((id) => getKind(document, id, 'target-group'))
      .find((group) => group && group.vpcId !== balancer.vpcId);
    if (stranger)
      return refuse(
        'InvalidConfigurationRequest',
        `${labelOf(document, stranger.id)} belongs to ${labelOf(document, stranger.vpcId)}. A load balancer forwards to target groups of its own VPC.`,
        SOURCES.listeners,
      );
  }
  return null;
}
