/** Dropping gateways, endpoints and balancers that are there: along the border of their VPC, into a further subnet, onto a table. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { getKind, labelOf, routeTableOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { nodesOf } from '../../catalog/nodes-table';
import { subnetRefusal } from '../balancer-subnets';
import type { Draft } from '../draft';
import { routeToEndpoint } from '../make/make-endpoint';
import { makeNode } from '../make/make-node';
import { nextAddress } from '../next-address';
import { peeringRefusal } from '../peering';
import { accept, refuse, unrelated, type Plan, type Refused, type Situation } from '../plan';
import { ensurePrefixList } from '../service-prefix-list';
import { SOURCES } from '../sources';
import { subnetFullRefusal } from '../subnet-full';
import type { Target } from '../target';
import { planForward, planRegisterWithBalancer } from './target-group';

type Balancer = ResourceOf<'load-balancer'>;
type Endpoint = ResourceOf<'vpc-endpoint'>;
type Subnet = ResourceOf<'subnet'>;

const placeOf = (target: Target) => (target.type === 'resource' ? target.resource : undefined);

/** Along its own border; another VPC is told that it can't have it. */
function alongBorder(
  { document }: Situation,
  thing: { readonly id: ResourceId; readonly vpcId: ResourceId },
  target: Target,
  a: string,
  source: string,
): Plan {
  const place = placeOf(target);
  const label = labelOf(document, thing.id);
  if (place?.kind !== 'vpc') return unrelated(`${label} stays on the border of its VPC.`, source);
  if (place.id === thing.vpcId) return accept(`Move ${label}`, () => thing.id);
  return refuse(
    'PLACE-015',
    `${label} belongs to ${labelOf(document, thing.vpcId)} for life. Make ${a} in ${labelOf(document, place.id)}.`,
    source,
  );
}

export const planMoveEgressOnly = (
  situation: Situation,
  gateway: ResourceOf<'egress-only-internet-gateway'>,
  target: Target,
): Plan => alongBorder(situation, gateway, target, 'a new gateway', SOURCES.egressOnlyGateway);

export function planMoveBalancer(situation: Situation, balancer: Balancer, target: Target): Plan {
  const place = placeOf(target);
  switch (place?.kind) {
    case 'subnet':
      return intoSubnet(situation, balancer, place);
    case 'instance':
      return planRegisterWithBalancer(situation, balancer, place);
    case 'target-group':
      return planForward(situation, balancer, place);
    default:
      return alongBorder(situation, balancer, target, 'a new load balancer', SOURCES.loadBalancers);
  }
}

export function planMoveEndpoint(situation: Situation, endpoint: Endpoint, target: Target): Plan {
  const { document } = situation;
  const place = placeOf(target);
  if (endpoint.vpcEndpointType !== 'Gateway' && place?.kind === 'subnet')
    return intoSubnet(situation, endpoint, place);
  const table =
    place?.kind === 'route-table'
      ? place
      : place?.kind === 'subnet'
        ? routeTableOf(document, place)
        : undefined;
  if (endpoint.vpcEndpointType === 'Gateway' && table) return intoTable(situation, endpoint, table);
  return alongBorder(situation, endpoint, target, 'a new endpoint', SOURCES.gatewayEndpoint);
}

/** A gateway endpoint serves what has a route to it: one for the prefix list of its service. */
function intoTable({ document }: Situation, endpoint: Endpoint, table: ResourceOf<'route-table'>): Plan {
  const [label, to] = [labelOf(document, endpoint.id), labelOf(document, table.id)];
  if (table.vpcId !== endpoint.vpcId)
    return refuse(
      'InvalidRouteTableId.NotFound',
      `${to} belongs to ${labelOf(document, table.vpcId)}; ${label} serves tables of ${labelOf(document, endpoint.vpcId)}.`,
      SOURCES.gatewayEndpoint,
    );
  if (table.routes.some((route) => route.gatewayId === endpoint.id))
    return accept(`Leave the route to ${label} in ${to}`, () => endpoint.id);
  return accept(`Give ${to} a route to ${label}`, (draft) => {
    const region = getKind(draft.document, endpoint.vpcId, 'vpc')?.region ?? '';
    routeToEndpoint(draft, table.id, ensurePrefixList(draft, region, endpoint.serviceName), endpoint.id);
    return endpoint.id;
  });
}

/** A further zone; in one that has a node, the node may be made anew in the other subnet. */
function intoSubnet(situation: Situation, owner: Balancer | Endpoint, subnet: Subnet): Plan {
  const { document } = situation;
  const [label, to] = [labelOf(document, owner.id), labelOf(document, subnet.id)];
  const source = owner.kind === 'load-balancer' ? SOURCES.loadBalancers : SOURCES.interfaceEndpoint;
  if (subnet.vpcId !== owner.vpcId)
    return refuse(
      'InvalidSubnet',
      `${label} belongs to ${labelOf(document, owner.vpcId)}, ${to} to ${labelOf(document, subnet.vpcId)}. Its nodes stand in subnets of its own VPC.`,
      source,
    );
  const nodes = nodesOf(document, owner.id);
  if (nodes.some((node) => node.subnetId === subnet.id))
    return accept(`Leave the node of ${label} in ${to}`, () => owner.id);
  const refused =
    subnetFullRefusal(situation, subnet.id) ??
    (owner.kind === 'load-balancer' ? subnetRefusal(document, subnet, owner.type) : null);
  if (refused) return refused;
  const same = nodes.find(
    (node) => getKind(document, node.subnetId, 'subnet')?.availabilityZone === subnet.availabilityZone,
  );
  if (same)
    return refuse(
      owner.kind === 'load-balancer' ? 'InvalidConfigurationRequest' : 'DuplicateSubnetsInSameZone',
      owner.kind === 'load-balancer'
        ? `A load balancer cannot be attached to multiple subnets in the same Availability Zone: ${label} has a node in ${labelOf(document, same.subnetId)}. Stand there instead?`
        : `Found another VPC endpoint subnet in the availability zone of ${to}: ${labelOf(document, same.subnetId)}. Stand there instead?`,
      source,
      {
        label: `Move the node of ${label} from ${labelOf(document, same.subnetId)} to ${to}`,
        build: (draft) => {
          moveNode(draft, same, subnet.id);
          return owner.id;
        },
      },
    );
  return accept(`Give ${label} a node in ${to}`, (draft) => {
    makeNode(draft, owner.id, subnet.id);
    return owner.id;
  });
}

/** The node is made anew: another address in another subnet. */
function moveNode(draft: Draft, node: ResourceOf<'network-interface'>, subnetId: ResourceId): void {
  draft.update(node.id, {
    subnetId,
    privateIpAddress: nextAddress(draft.document, subnetId) ?? null,
    secondaryPrivateIpAddresses: null,
    ipv6Addresses: null,
  });
}

/** A node goes where its balancer goes. `null` for an interface of the user's own. */
export function managedRefusal(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
  offer?: Refused['offer'],
): Refused | null {
  const owner =
    getKind(document, eni.managedBy, 'load-balancer') ?? getKind(document, eni.managedBy, 'vpc-endpoint');
  if (!owner) return null;
  const kind = owner.kind === 'load-balancer' ? 'load balancer' : 'endpoint';
  return refuse(
    'OperationNotPermitted',
    `${labelOf(document, eni.id)} is a node of ${labelOf(document, owner.id)} and managed by AWS. Change the ${kind} instead.`,
    SOURCES.managedInterfaces,
    offer,
  );
}

/** Only nodes of a Network Load Balancer take an Elastic IP, one for each zone. */
export function addressOfNodeRefusal(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
): Refused | null {
  const balancer = getKind(document, eni.managedBy, 'load-balancer');
  return balancer?.type === 'network' && balancer.scheme === 'internet-facing'
    ? null
    : managedRefusal(document, eni);
}

/** Dropped on a further VPC, a peering is made anew with that one instead of the one that was asked. */
export function planMovePeering(
  { document }: Situation,
  peering: ResourceOf<'vpc-peering-connection'>,
  target: Target,
): Plan {
  const place = placeOf(target);
  const label = labelOf(document, peering.id);
  const requester = getKind(document, peering.vpcId, 'vpc');
  if (place?.kind !== 'vpc')
    return unrelated('A peering connection joins two VPCs: drop it on one of them.', SOURCES.peering);
  if (place.id === peering.vpcId || place.id === peering.peerVpcId)
    return accept(`Leave ${label} where it is`, () => peering.id);
  if (!requester)
    return accept(`Peer ${labelOf(document, place.id)} by ${label}`, (draft) => {
      draft.update(peering.id, { vpcId: place.id });
      return peering.id;
    });
  return (
    peeringRefusal(document, requester, place, peering.id) ??
    accept(`Peer ${labelOf(document, requester.id)} with ${labelOf(document, place.id)} instead`, (draft) => {
      draft.update(peering.id, { peerVpcId: place.id });
      return peering.id;
    })
  );
}
