/** Gateways, addresses and route tables in AWS's words. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind } from '../../catalog/lookup';
import { awsIdOf, madeId } from './aws-ids';
import { ACCOUNT, regionNameOf, tagsOf, vpcOfSubnet } from './aws-places';

export const gatewaysOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'internet-gateway').map(({ id, name, vpcId }) => ({
    Attachments: vpcId === undefined ? [] : [{ State: 'available', VpcId: awsIdOf(vpcId) }],
    InternetGatewayId: awsIdOf(id),
    OwnerId: ACCOUNT,
    Tags: tagsOf(name),
  }));

/** The interface a NAT gateway stands on; the document does not hold it. */
export const natInterfaceId = (nat: ResourceOf<'nat-gateway'>): string => madeId('eni', nat.id);

export const natsOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'nat-gateway').map((nat) => ({
    CreateTime: '2026-01-01T00:00:00+00:00',
    NatGatewayAddresses: [
      {
        AllocationId: nat.allocationId === undefined ? undefined : awsIdOf(nat.allocationId),
        NetworkInterfaceId: natInterfaceId(nat),
        PrivateIp: nat.privateIpAddress,
        PublicIp: getKind(document, nat.allocationId, 'elastic-ip')?.publicIp,
        AssociationId: nat.allocationId === undefined ? undefined : madeId('eipassoc', nat.id),
        IsPrimary: true,
        Status: 'succeeded',
      },
    ],
    NatGatewayId: awsIdOf(nat.id),
    State: 'available',
    SubnetId: awsIdOf(nat.subnetId),
    VpcId: awsIdOf(vpcOfSubnet(document, nat.subnetId)),
    Tags: tagsOf(nat.name),
    ConnectivityType: nat.connectivityType,
  }));

export function addressesOf(document: Scenario): readonly unknown[] {
  const nats = new Map(allOf(document, 'nat-gateway').map((nat) => [nat.allocationId, nat]));
  return allOf(document, 'elastic-ip').map(({ id, name, publicIp, networkInterfaceId, privateIpAddress }) => {
    const nat = nats.get(id);
    const eni = getKind(document, networkInterfaceId, 'network-interface');
    const at = nat
      ? { NetworkInterfaceId: natInterfaceId(nat), PrivateIpAddress: nat.privateIpAddress }
      : eni && {
          InstanceId: eni.attachment && awsIdOf(eni.attachment.instanceId),
          NetworkInterfaceId: awsIdOf(eni.id),
          PrivateIpAddress: privateIpAddress ?? eni.privateIpAddress,
        };
    return {
      ...at,
      ...(at ? { AssociationId: madeId('eipassoc', id), NetworkInterfaceOwnerId: ACCOUNT } : {}),
      AllocationId: awsIdOf(id),
      Domain: 'vpc',
      Tags: tagsOf(name),
      PublicIpv4Pool: 'amazon',
      NetworkBorderGroup: regionNameOf(document),
      PublicIp: publicIp,
    };
  });
}

export const tablesOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'route-table').map(({ id, name, vpcId, main = false, routes }) => {
    const subnets = allOf(document, 'subnet').filter(({ routeTableId }) => routeTableId === id);
    const associated = { RouteTableId: awsIdOf(id), AssociationState: { State: 'associated' } };
    return {
      Associations: [
        ...(main ? [{ Main: true, RouteTableAssociationId: madeId('rtbassoc', id), ...associated }] : []),
        ...subnets.map((subnet) => ({
          Main: false,
          RouteTableAssociationId: madeId('rtbassoc', subnet.id),
          SubnetId: awsIdOf(subnet.id),
          ...associated,
        })),
      ],
      PropagatingVgws: [],
      RouteTableId: awsIdOf(id),
      Routes: [
        {
          DestinationCidrBlock: getKind(document, vpcId, 'vpc')?.cidrBlock,
          GatewayId: 'local',
          Origin: 'CreateRouteTable',
          State: 'active',
        },
        ...routes.map(routeOf),
      ],
      Tags: tagsOf(name),
      VpcId: awsIdOf(vpcId),
      OwnerId: ACCOUNT,
    };
  });

function routeOf(route: ResourceOf<'route-table'>['routes'][number]): unknown {
  const { destinationCidrBlock, gatewayId, natGatewayId } = route;
  if (destinationCidrBlock === undefined || (gatewayId ?? natGatewayId) === undefined)
    throw new RangeError('Only routes from an IPv4 block to a gateway or NAT gateway are written.');
  return {
    DestinationCidrBlock: destinationCidrBlock,
    ...(gatewayId === undefined ? {} : { GatewayId: awsIdOf(gatewayId) }),
    ...(natGatewayId === undefined ? {} : { NatGatewayId: awsIdOf(natGatewayId) }),
    Origin: 'CreateRoute',
    State: 'active',
  };
}
