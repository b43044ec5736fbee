/** Dropping what is there already somewhere else. */
import type { Resource, ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import { drawnIn, parseLaneKey, type PlaceKey } from '../../drawing/place';
import type { ResourceId } from '../../model/resource';
import { subnetFullRefusal } from '../subnet-full';
import { groupsOfOwner, ownerOf, setOwnGroups, type NodeOwner } from '../make/make-node';
import { nextAddress } from '../next-address';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';
import { planMoveSubnet, planMoveVpc } from './boxes';
import { associateAddress, interfaceFor } from './elastic-ip';
import { planJoinGroup, planMoveInstance } from './instance';
import { gatewayTakenRefusal } from './internet-gateway';
import { planMoveInterface } from './network-interface';
import {
  addressOfNodeRefusal,
  planMoveBalancer,
  planMoveEgressOnly,
  planMoveEndpoint,
  planMovePeering,
} from './service';
import { planMoveTargetGroup } from './target-group';
import { planMoveVolume } from './volume';

export function planPlace(situation: Situation, resource: Resource, target: Target): Plan {
  const { document } = situation;
  const move = (): Plan => accept(`Move ${labelOf(document, resource.id)}`, () => resource.id);
  switch (resource.kind) {
    case 'region':
    case 'internet':
      return target.type === 'canvas'
        ? move()
        : unrelated(`${labelOf(document, resource.id)} stands on the canvas.`, SOURCES.zones);
    case 'zone':
      return unrelated('A zone is drawn as lanes: move those.', SOURCES.zones);
    case 'vpc':
      return planMoveVpc(situation, resource, target);
    case 'subnet':
      return planMoveSubnet(situation, resource, target);
    case 'instance':
      return planMoveInstance(situation, resource, target);
    case 'network-interface':
      return planMoveInterface(situation, resource, target);
    case 'volume':
      return planMoveVolume(situation, resource, target);
    case 'nat-gateway':
      return planMoveNat(situation, resource, target);
    case 'internet-gateway':
      return planMoveGateway(situation, resource, target);
    case 'elastic-ip':
      return planMoveAddress(situation, resource, target);
    case 'placement-group':
      return target.type === 'resource' && target.resource.kind === 'instance'
        ? planJoinGroup(situation, target.resource, resource)
        : unrelated(
            'A placement group is dropped on an instance that shall join it.',
            SOURCES.placementGroups,
          );
    case 'security-group':
      return planMoveGroup(situation, resource, target);
    case 'egress-only-internet-gateway':
      return planMoveEgressOnly(situation, resource, target);
    case 'vpc-endpoint':
      return planMoveEndpoint(situation, resource, target);
    case 'load-balancer':
      return planMoveBalancer(situation, resource, target);
    case 'target-group':
      return planMoveTargetGroup(situation, resource, target);
    case 'vpc-peering-connection':
      return planMovePeering(situation, resource, target);
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
    case 'other-resource':
      return target.type === 'resource' && target.resource.id === drawnIn(document, resource.id).parent
        ? move()
        : unrelated(`${labelOf(document, resource.id)} stays where it is.`, SOURCES.errors);
    case 'route-table':
    case 'network-acl':
      return planMoveTable(situation, resource, target);
  }
}

/** A lane keeps its VPC and zone; only its place changes. */
export function planMoveLane({ document }: Situation, key: PlaceKey, target: Target): Plan {
  const lane = parseLaneKey(key);
  const zone = getKind(document, lane?.zoneId, 'zone');
  if (!zone || target.type !== 'resource' || target.resource.id !== lane?.vpcId)
    return unrelated('A lane stays in its VPC.', SOURCES.zones);
  return accept(`Move lane ${zone.zoneName}`, () => key);
}

function planMoveNat(situation: Situation, nat: ResourceOf<'nat-gateway'>, target: Target): Plan {
  const { document } = situation;
  const label = labelOf(document, nat.id);
  if (target.type !== 'resource' || target.resource.kind !== 'subnet')
    return unrelated('A NAT gateway stands in a subnet.', SOURCES.natGateway);
  const subnet = target.resource;
  if (subnet.id === nat.subnetId) return accept(`Move ${label}`, () => nat.id);
  if (getKind(document, nat.subnetId, 'subnet')?.vpcId !== subnet.vpcId)
    return refuse(
      'PLACE-011',
      `${label} serves the VPC it stands in. Make a new NAT gateway in ${labelOf(document, subnet.id)}.`,
      SOURCES.natGateway,
    );
  const full = subnetFullRefusal(situation, subnet.id);
  if (full) return full;
  const address = nextAddress(document, subnet.id) ?? '';
  return accept(
    `Redraw ${label} in ${labelOf(document, subnet.id)} with address ${address} and the same Elastic IP`,
    (draft) => {
      draft.update(nat.id, { subnetId: subnet.id, privateIpAddress: address });
      return nat.id;
    },
  );
}

export function planMoveGateway(
  { document }: Situation,
  gateway: ResourceOf<'internet-gateway'>,
  target: Target,
): Plan {
  const label = labelOf(document, gateway.id);
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'vpc') {
    if (place.id === gateway.vpcId) return accept(`Move ${label}`, () => gateway.id);
    if (place.region !== gateway.region)
      return refuse('InvalidVpcID.NotFound', `${label} belongs to another region.`, SOURCES.internetGateway);
    const taken = gatewayTakenRefusal(document, place);
    if (taken) return taken;
    return accept(`Attach ${label} to ${labelOf(document, place.id)}`, (draft) => {
      draft.attach(gateway.id, 'vpcId', place.id);
      return gateway.id;
    });
  }
  if (target.type !== 'canvas' && place?.kind !== 'region')
    return unrelated('An internet gateway is attached to a VPC.', SOURCES.internetGateway);
  if (gateway.vpcId === undefined) return accept(`Move ${label}`, () => gateway.id);
  return accept(`Detach ${label} from ${labelOf(document, gateway.vpcId)}`, (draft) => {
    draft.attach(gateway.id, 'vpcId', null);
    return gateway.id;
  });
}

export function planMoveAddress(
  { document }: Situation,
  address: ResourceOf<'elastic-ip'>,
  target: Target,
): Plan {
  const label = labelOf(document, address.id);
  const nat = allOf(document, 'nat-gateway').find((gateway) => gateway.allocationId === address.id);
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'nat-gateway')
    return place.id === nat?.id
      ? accept(`Leave ${label} where it is`, () => address.id)
      : refuse(
          'PLACE-012',
          `A NAT gateway keeps the Elastic IP it was created with. Make a new NAT gateway for ${address.publicIp}.`,
          SOURCES.natGateway,
        );
  const eni = place && interfaceFor(document, place);
  const outside = target.type === 'canvas' || place?.kind === 'region';
  if (!eni && !outside)
    return unrelated(
      'An Elastic IP is associated with an instance or a network interface, or waits in its region.',
      SOURCES.elasticIp,
    );
  if (nat)
    return refuse(
      'AuthFailure',
      `${address.publicIp} is the address of ${labelOf(document, nat.id)} and can't be taken from it. Delete the NAT gateway first.`,
      SOURCES.natGateway,
    );
  const managed = eni && addressOfNodeRefusal(document, eni);
  if (managed) return managed;
  if (eni)
    return accept(`Associate ${address.publicIp} with ${labelOf(document, place.id)}`, (draft) => {
      associateAddress(draft, address.id, eni.id);
      return address.id;
    });
  if (address.networkInterfaceId === undefined) return accept(`Move ${label}`, () => address.id);
  return accept(`Disassociate ${address.publicIp}`, (draft) => {
    draft.update(address.id, { networkInterfaceId: null, privateIpAddress: null });
    return address.id;
  });
}

function planMoveGroup({ document }: Situation, group: ResourceOf<'security-group'>, target: Target): Plan {
  const place = target.type === 'resource' ? target.resource : undefined;
  const owner = place && ownerOf(document, place);
  if (owner) return planOwnGroup(document, group, owner);
  const eni = place && interfaceFor(document, place);
  if (!eni)
    return unrelated(
      'A security group is put on an instance or a network interface.',
      SOURCES.securityGroups,
    );
  if (getKind(document, eni.subnetId, 'subnet')?.vpcId !== group.vpcId)
    return refuse(
      'InvalidGroup.NotFound',
      `${group.groupName} belongs to ${labelOf(document, group.vpcId)}; ${labelOf(document, place.id)} is in another VPC. Use a group of that VPC.`,
      SOURCES.securityGroups,
    );
  if (eni.groupSet.includes(group.id))
    return accept(`Leave ${group.groupName} on ${labelOf(document, place.id)}`, () => group.id);
  return accept(`Put ${group.groupName} on ${labelOf(document, place.id)}`, (draft) => {
    const now = getKind(draft.document, eni.id, 'network-interface') ?? eni;
    draft.update(eni.id, { groupSet: [...now.groupSet, group.id] });
    return group.id;
  });
}

function planOwnGroup(document: Scenario, group: ResourceOf<'security-group'>, owner: NodeOwner): Plan {
  const to = labelOf(document, owner.id);
  if (owner.vpcId !== group.vpcId)
    return refuse(
      'InvalidSecurityGroup',
      `${group.groupName} belongs to ${labelOf(document, group.vpcId)}; ${to} is in another VPC. Use a group of that VPC.`,
      SOURCES.securityGroups,
    );
  const groups = groupsOfOwner(owner);
  if (groups.includes(group.id)) return accept(`Leave ${group.groupName} on ${to}`, () => group.id);
  return accept(`Put ${group.groupName} on ${to}`, (draft) => {
    setOwnGroups(draft, owner, [...groups, group.id]);
    return group.id;
  });
}

function planMoveTable(
  { document }: Situation,
  table: ResourceOf<'route-table'> | ResourceOf<'network-acl'>,
  target: Target,
): Plan {
  const isRoutes = table.kind === 'route-table';
  const source = isRoutes ? SOURCES.routeTables : SOURCES.networkAcls;
  const subnet =
    target.type === 'resource' && target.resource.kind === 'subnet' ? target.resource : undefined;
  if (!subnet)
    return unrelated(`A ${isRoutes ? 'route table' : 'network ACL'} is associated with subnets.`, source);
  const [label, to] = [labelOf(document, table.id), labelOf(document, subnet.id)];
  if (subnet.vpcId !== table.vpcId)
    return refuse(
      isRoutes ? 'InvalidParameterValue' : 'InvalidNetworkAclID.NotFound',
      `${label} and ${to} belong to different networks (VPCs). Use one of ${labelOf(document, subnet.vpcId)}.`,
      source,
    );
  return accept(`Associate ${label} with ${to}`, (draft): ResourceId => {
    draft.attach(subnet.id, isRoutes ? 'routeTableId' : 'networkAclId', table.id);
    return table.id;
  });
}
