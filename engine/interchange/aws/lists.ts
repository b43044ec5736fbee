/**
 * The lists that `aws … describe-*` prints: what their elements are known by, and whether the document can hold them.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html
 */
import { has, text, type Foreign } from './values';

export const HELD_LISTS = [
  'Vpcs',
  'Subnets',
  'RouteTables',
  'InternetGateways',
  'NatGateways',
  'NetworkAcls',
  'SecurityGroups',
  'SecurityGroupRules',
  'NetworkInterfaces',
  'Instances',
  'Addresses',
  'Volumes',
  'PlacementGroups',
  'AvailabilityZones',
  'SpotInstanceRequests',
] as const;
export type HeldList = (typeof HELD_LISTS)[number];

export interface ListShape {
  /** What tells elements apart; the first that is there. */
  readonly ids: readonly string[];
  /** Elements of a bare array are of this list if they have one of each group of keys. */
  readonly signature: readonly (readonly string[])[];
}

/** In the order in which a bare array is recognised: the most telling first. */
export const HELD_SHAPES: Readonly<Record<HeldList, ListShape>> = {
  SecurityGroupRules: { ids: ['SecurityGroupRuleId'], signature: [['SecurityGroupRuleId']] },
  SpotInstanceRequests: {
    ids: ['SpotInstanceRequestId'],
    signature: [
      ['SpotInstanceRequestId'],
      ['InstanceInterruptionBehavior', 'LaunchSpecification', 'SpotPrice'],
    ],
  },
  Instances: { ids: ['InstanceId'], signature: [['InstanceId'], ['InstanceType', 'ImageId', 'State']] },
  NatGateways: { ids: ['NatGatewayId'], signature: [['NatGatewayId']] },
  Addresses: { ids: ['AllocationId', 'PublicIp'], signature: [['PublicIp'], ['AllocationId', 'Domain']] },
  NetworkInterfaces: {
    ids: ['NetworkInterfaceId'],
    signature: [['NetworkInterfaceId'], ['MacAddress', 'SourceDestCheck', 'PrivateIpAddress', 'Groups']],
  },
  SecurityGroups: {
    ids: ['GroupId'],
    signature: [['GroupId'], ['IpPermissions', 'IpPermissionsEgress', 'Description']],
  },
  PlacementGroups: { ids: ['GroupId', 'GroupName'], signature: [['GroupName'], ['Strategy']] },
  RouteTables: { ids: ['RouteTableId'], signature: [['RouteTableId'], ['Routes', 'Associations']] },
  NetworkAcls: { ids: ['NetworkAclId'], signature: [['NetworkAclId'], ['Entries', 'Associations']] },
  InternetGateways: { ids: ['InternetGatewayId'], signature: [['InternetGatewayId']] },
  Volumes: { ids: ['VolumeId'], signature: [['VolumeId'], ['Size', 'VolumeType']] },
  Subnets: { ids: ['SubnetId'], signature: [['SubnetId'], ['CidrBlock', 'AvailabilityZone']] },
  Vpcs: { ids: ['VpcId'], signature: [['VpcId'], ['CidrBlock', 'CidrBlockAssociationSet']] },
  AvailabilityZones: { ids: ['ZoneName'], signature: [['ZoneName'], ['RegionName', 'ZoneId']] },
};

export interface OtherList {
  readonly name: string;
  readonly one: string;
  readonly many: string;
  /** What it means for a verdict. */
  readonly effect: 'path' | 'filter' | 'none';
  /** The id that marks an element in a bare array. */
  readonly id?: string;
}

const other = (
  name: string,
  one: string,
  effect: OtherList['effect'],
  id?: string,
  many = `${one}s`,
): OtherList => (id === undefined ? { name, one, many, effect } : { name, one, many, effect, id });

/** Known to AWS, not to the document: counted in the report. `path`: one through it is answered `unknown`. */
const OTHER_LISTS: readonly OtherList[] = [
  other('VpcEndpoints', 'VPC endpoint', 'path', 'VpcEndpointId'),
  other('VpcPeeringConnections', 'VPC peering connection', 'path', 'VpcPeeringConnectionId'),
  other('TransitGatewayAttachments', 'transit gateway attachment', 'path', 'TransitGatewayAttachmentId'),
  other('TransitGatewayVpcAttachments', 'transit gateway VPC attachment', 'path'),
  other('TransitGatewayPeeringAttachments', 'transit gateway peering attachment', 'path'),
  other('TransitGatewayRouteTables', 'transit gateway route table', 'path', 'TransitGatewayRouteTableId'),
  other('TransitGatewayPropagations', 'transit gateway propagation', 'path'),
  other('TransitGatewayRouteTablePropagations', 'transit gateway propagation', 'path'),
  other('TransitGatewayStaticRoutes', 'transit gateway static route', 'path'),
  other('TransitGatewayPrefixListReferences', 'transit gateway prefix list reference', 'path'),
  other('TransitGateways', 'transit gateway', 'path', 'TransitGatewayId'),
  other('Routes', 'transit gateway route', 'path'),
  other('Associations', 'transit gateway association', 'path'),
  other('VpnGateways', 'VPN gateway', 'path', 'VpnGatewayId'),
  other('VpnConnections', 'VPN connection', 'path', 'VpnConnectionId'),
  other('CustomerGateways', 'customer gateway', 'path', 'CustomerGatewayId'),
  other('EgressOnlyInternetGateways', 'egress-only internet gateway', 'path', 'EgressOnlyInternetGatewayId'),
  other('CarrierGateways', 'carrier gateway', 'path', 'CarrierGatewayId'),
  other('LocalGateways', 'local gateway', 'path', 'LocalGatewayId'),
  other('LoadBalancers', 'load balancer', 'path', 'LoadBalancerArn'),
  other('LoadBalancerDescriptions', 'classic load balancer', 'path'),
  other('TargetGroups', 'target group', 'path', 'TargetGroupArn'),
  other('TargetHealthDescriptions', 'target health description', 'path'),
  other('Listeners', 'load balancer listener', 'path', 'ListenerArn'),
  other('Rules', 'load balancer rule', 'path', 'RuleArn'),
  other(
    'LoadBalancerAttributes',
    'set of load balancer attributes',
    'path',
    undefined,
    'load balancer attributes',
  ),
  other('LoadBalancerListeners', 'load balancer listener', 'path'),
  other('LoadBalancerTargetHealth', 'target health description', 'path'),
  other('Attributes', 'load balancer attribute', 'path'),
  other('Firewalls', 'network firewall', 'path'),
  other('PrefixLists', 'prefix list', 'filter', 'PrefixListId'),
  other('Entries', 'prefix list entry', 'filter', undefined, 'prefix list entries'),
  other('SecurityGroupVpcAssociations', 'security group VPC association', 'filter'),
  other('VpcBlockPublicAccessExclusions', 'Block Public Access exclusion', 'filter'),
  other('VpcBlockPublicAccessOptions', 'Block Public Access setting', 'filter'),
  other('DhcpOptions', 'DHCP option set', 'none', 'DhcpOptionsId'),
  other('ServiceConfigurations', 'endpoint service', 'none'),
  other('ServiceDetails', 'endpoint service description', 'none'),
  other('ServiceNames', 'endpoint service name', 'none'),
  other('Snapshots', 'snapshot', 'none', 'SnapshotId'),
  other('Images', 'image', 'none', 'ImageId'),
  other('KeyPairs', 'key pair', 'none', 'KeyPairId'),
  other('FlowLogs', 'flow log', 'none', 'FlowLogId'),
  other('LaunchTemplates', 'launch template', 'none', 'LaunchTemplateId'),
  other('LaunchTemplateVersions', 'launch template version', 'none'),
  other('AutoScalingGroups', 'Auto Scaling group', 'none', 'AutoScalingGroupName'),
  other('DBInstances', 'RDS instance', 'none', 'DBInstanceIdentifier'),
  other('DomainStatusList', 'Elasticsearch domain', 'none'),
  other('Tags', 'separate tag', 'none'),
  other('Regions', 'Region', 'none'),
  other('InstanceTypes', 'instance type', 'none'),
  other('InstanceStatuses', 'instance status', 'none', undefined, 'instance statuses'),
  other('CapacityReservations', 'capacity reservation', 'none', 'CapacityReservationId'),
  other('Hosts', 'Dedicated Host', 'none', 'HostId'),
];

/** `security_groups`, `securityGroups` and `SecurityGroups` are one list. */
export const normalKey = (key: string): string => key.replace(/[_-]/g, '').toLowerCase();

export const HELD_BY_KEY: ReadonlyMap<string, HeldList> = new Map(
  HELD_LISTS.map((name) => [normalKey(name), name]),
);
export const OTHER_BY_KEY: ReadonlyMap<string, OtherList> = new Map(
  OTHER_LISTS.map((list) => [normalKey(list.name), list]),
);

/** Which list an element of a bare array belongs to. */
export function listOfElement(element: Foreign): HeldList | 'Reservations' | OtherList | undefined {
  if (has(element, 'Instances') && has(element, 'ReservationId')) return 'Reservations';
  for (const [name, shape] of Object.entries(HELD_SHAPES) as [HeldList, ListShape][])
    if (
      shape.ids.some((id) => text(element, id) !== undefined) &&
      shape.signature.every((keys) => keys.some((key) => has(element, key)))
    )
      return name;
  return OTHER_LISTS.find(({ id }) => id !== undefined && text(element, id) !== undefined);
}
