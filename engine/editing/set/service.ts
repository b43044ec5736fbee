/** Properties of balancers, endpoints, target groups and peerings, with what follows from them. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import type { Listener } from '../../catalog/load-balancer/kind';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import type { ListenerProtocol } from '../../catalog/listener-protocol';
import { parseCidr } from '../../model/ip/address';
import type { Field } from '../../model/kind';
import type { ResourceId } from '../../model/resource';
import { nodesOf } from '../../catalog/nodes-table';
import { zonesRefusal } from '../balancer-subnets';
import { dnsNameOf } from '../make/make-balancer';
import {
  defaultGroups,
  descriptionOfNode,
  interfaceTypeOf,
  setOwnGroups,
  type NodeOwner,
} from '../make/make-node';
import { peeringRefusal } from '../peering';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { ensurePrefixList, gatewayServiceOf } from '../service-prefix-list';
import { SOURCES } from '../sources';
import { plain } from './plain';

type Balancer = ResourceOf<'load-balancer'>;
type Endpoint = ResourceOf<'vpc-endpoint'>;

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

/** AWS sets the type at creation only; the drawing may change it, and the protocols follow. */
function planType({ document }: Situation, balancer: Balancer, type: Balancer['type']): Plan {
  const label = labelOf(document, balancer.id);
  if (type === balancer.type) return accept(`Leave ${label} as it is`, () => balancer.id);
  const subnets = nodesOf(document, balancer.id).flatMap(
    (node) => getKind(document, node.subnetId, 'subnet') ?? [],
  );
  const refused = type === 'application' ? zonesRefusal(document, balancer.vpcId, subnets) : null;
  if (refused) return refused;
  const protocol = (from: ListenerProtocol): ListenerProtocol => {
    const secure = from === 'HTTPS' || from === 'TLS';
    return type === 'application' ? (secure ? 'HTTPS' : 'HTTP') : secure ? 'TLS' : 'TCP';
  };
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

/** The groups are those of every node. An Application Load Balancer and an interface endpoint have one at least. */
function planOwnGroups(situation: Situation, owner: NodeOwner, field: Field, value: unknown): Plan {
  const { document } = situation;
  const label = labelOf(document, owner.id);
  const groups = Array.isArray(value) ? (value as readonly ResourceId[]) : [];
  const stranger = groups
    .map((id) => getKind(document, id, 'security-group'))
    .find((group) => group && group.vpcId !== owner.vpcId);
  if (stranger)
    return refuse(
      'InvalidSecurityGroup',
      `${stranger.groupName} belongs to ${labelOf(document, stranger.vpcId)}, ${label} to ${labelOf(document, owner.vpcId)}.`,
      SOURCES.securityGroups,
    );
  if (groups.length === 0 && !(owner.kind === 'load-balancer' && owner.type === 'network'))
    return refuse(
      'InvalidSecurityGroup',
      `${label} needs at least one security group.`,
      owner.kind === 'load-balancer' ? SOURCES.loadBalancers : SOURCES.interfaceEndpoint,
    );
  return accept(`Change ${field.label.toLowerCase()} of ${label}`, (draft) => {
    setOwnGroups(draft, owner, groups);
    return owner.id;
  });
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

export function planEndpointProperty(
  situation: Situation,
  endpoint: Endpoint,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  const label = labelOf(document, endpoint.id);
  switch (field.key) {
    case 'securityGroupIds':
      if (endpoint.vpcEndpointType === 'Interface') return planOwnGroups(situation, endpoint, field, value);
      break;
    case 'serviceName':
      if (endpoint.vpcEndpointType === 'Gateway')
        return planGatewayService(situation, endpoint, String(value));
      break;
    case 'privateDnsEnabled': {
      const vpc = getKind(document, endpoint.vpcId, 'vpc');
      if (value === true && vpc && !(vpc.enableDnsSupport && vpc.enableDnsHostnames))
        return refuse(
          'InvalidParameter',
          `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${labelOf(document, vpc.id)}. Turn both on there?`,
          SOURCES.interfaceEndpoint,
          {
            label: `Turn on DNS names in ${labelOf(document, vpc.id)} and private DNS names of ${label}`,
            build: (draft) => {
              draft.update(vpc.id, { enableDnsSupport: true, enableDnsHostnames: true });
              draft.update(endpoint.id, { privateDnsEnabled: true });
              return endpoint.id;
            },
          },
        );
      break;
    }
    case 'policyDocument':
      if (typeof value === 'string' && !isPolicy(value))
        return refuse(
          'InvalidPolicyDocument',
          'The policy is not a JSON object with a Statement. Leave it out for full access.',
          SOURCES.gatewayEndpoint,
        );
      break;
    default:
      break;
  }
  return plain(situation, endpoint, field, { [field.key]: value });
}

function isPolicy(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'Statement' in parsed;
  } catch {
    return false;
  }
}

/** The routes go along to the prefix list of the other service. */
function planGatewayService({ document }: Situation, endpoint: Endpoint, serviceName: string): Plan {
  const label = labelOf(document, endpoint.id);
  const vpc = getKind(document, endpoint.vpcId, 'vpc');
  const region = getKind(document, vpc?.region, 'region')?.regionName ?? 'us-east-1';
  if (!gatewayServiceOf(serviceName))
    return refuse(
      'InvalidServiceName',
      `The Vpc Endpoint Service '${serviceName}' does not exist as a gateway endpoint. There are com.amazonaws.${region}.s3 and com.amazonaws.${region}.dynamodb.`,
      SOURCES.gatewayEndpoint,
    );
  return accept(`Let ${label} lead to ${serviceName}`, (draft) => {
    draft.update(endpoint.id, { serviceName });
    const destinationPrefixListId = ensurePrefixList(draft, vpc?.region ?? '', serviceName);
    for (const table of allOf(draft.document, 'route-table'))
      if (table.routes.some((route) => route.gatewayId === endpoint.id))
        draft.update(table.id, {
          routes: table.routes.map((route) =>
            route.gatewayId === endpoint.id ? { destinationPrefixListId, gatewayId: endpoint.id } : route,
          ),
        });
    return endpoint.id;
  });
}

export function targetsRefusal(
  document: Scenario,
  group: ResourceOf<'target-group'>,
  value: unknown,
): Refused | null {
  for (const target of value as ResourceOf<'target-group'>['targets']) {
    if ((target.instanceId === undefined) === (target.ipAddress === undefined))
      return refuse('ValidationError', 'A target is either an instance or an address.', SOURCES.targets);
    const primary = allOf(document, 'network-interface').find(
      (eni) => eni.attachment?.instanceId === target.instanceId && eni.attachment?.deviceIndex === 0,
    );
    const vpcId = getKind(document, primary?.subnetId, 'subnet')?.vpcId;
    if (target.instanceId !== undefined && vpcId !== group.vpcId)
      return refuse(
        'InvalidTarget',
        `The following targets are not in the target group VPC ${labelOf(document, group.vpcId)}: ${labelOf(document, target.instanceId)}.`,
        SOURCES.targets,
      );
    const byAddress = target.ipAddress !== undefined;
    if (byAddress !== (group.targetType === 'ip'))
      return refuse(
        'InvalidTarget',
        `${labelOf(document, group.id)} takes ${group.targetType === 'ip' ? 'addresses' : 'instances'}.`,
        SOURCES.targets,
      );
  }
  return null;
}

/** Either side of a peering: as if it had been made so. */
export function planPeeringSide(
  situation: Situation,
  peering: ResourceOf<'vpc-peering-connection'>,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  const vpc = getKind(document, typeof value === 'string' ? value : undefined, 'vpc');
  const other = getKind(document, field.key === 'vpcId' ? peering.peerVpcId : peering.vpcId, 'vpc');
  const refused = vpc && other && peeringRefusal(document, vpc, other, peering.id);
  return refused ?? plain(situation, peering, field, { [field.key]: value });
}

export function entriesOfListRefusal(value: unknown): Refused | null {
  const seen = new Set<string>();
  let family: boolean | undefined;
  for (const { cidr } of value as ResourceOf<'prefix-list'>['entries']) {
    if (!parseCidr(cidr))
      return refuse(
        'InvalidParameterValue',
        `"${cidr}" is not a block such as 10.0.0.0/16 or 2001:db8::/32.`,
        SOURCES.prefixLists,
      );
    if (seen.has(cidr))
      return refuse('InvalidParameterValue', `${cidr} is in the list already.`, SOURCES.prefixLists);
    seen.add(cidr);
    const ipv6 = cidr.includes(':');
    if (family !== undefined && family !== ipv6)
      return refuse(
        'InvalidParameterValue',
        'A prefix list holds blocks of one family: IPv4 or IPv6. Make another list for the other.',
        SOURCES.prefixLists,
      );
    family = ipv6;
  }
  return null;
}
