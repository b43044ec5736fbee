/**
 * The lists that `aws … describe-*` prints: what their elements are known by, and whether the document can hold them.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html
 */
import { OTHER_RESOURCES_BY_KEY, otherResourceListOf, type OtherResourceList } from './other-resource-lists';
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
  'EgressOnlyInternetGateways',
  'VpcPeeringConnections',
  'VpcEndpoints',
  'PrefixLists',
  'LoadBalancers',
  'TargetGroups',
  'Listeners',
  'Rules',
  'OtherResources',
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
  EgressOnlyInternetGateways: {
    ids: ['EgressOnlyInternetGatewayId'],
    signature: [['EgressOnlyInternetGatewayId'], ['Attachments', 'Tags']],
  },
  VpcPeeringConnections: {
    ids: ['VpcPeeringConnectionId'],
    signature: [['VpcPeeringConnectionId'], ['RequesterVpcInfo', 'AccepterVpcInfo', 'Status']],
  },
  VpcEndpoints: { ids: ['VpcEndpointId'], signature: [['VpcEndpointId']] },
  PrefixLists: { ids: ['PrefixListId'], signature: [['PrefixListId'], ['PrefixListName', 'Cidrs']] },
  Rules: { ids: ['RuleArn'], signature: [['RuleArn']] },
  Listeners: { ids: ['ListenerArn'], signature: [['ListenerArn'], ['DefaultActions', 'Port', 'Protocol']] },
  TargetGroups: {
    ids: ['TargetGroupArn'],
    signature: [['TargetGroupArn'], ['TargetGroupName', 'TargetType']],
  },
  LoadBalancers: {
    ids: ['LoadBalancerArn'],
    signature: [['LoadBalancerArn'], ['Type', 'DNSName', 'LoadBalancerName']],
  },
  // Not a list of AWS: what other-resource-lists.ts names comes together here.
  OtherResources: { ids: [], signature: [] },
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
  other('TransitGatewayPropagations', 'transit gateway propagation', 'path'),
  other('TransitGatewayRouteTablePropagations', 'transit gateway propagation', 'path'),
  other('TransitGatewayStaticRoutes', 'transit gateway static route', 'path'),
  other('TransitGatewayPrefixListReferences', 'transit gateway prefix list reference', 'path'),
  other('Routes', 'transit gateway route', 'path'),
  other('Associations', 'transit gateway association', 'path'),
  other('SecurityGroupVpcAssociations', 'security group VPC association', 'filter'),
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

const HELD_BY_KEY: ReadonlyMap<string, HeldList> = new Map(
  HELD_LISTS.filter((name) => name !== 'OtherResources').map((name) => [normalKey(name), name]),
);
const OTHER_BY_KEY: ReadonlyMap<string, OtherList> = new Map(
  OTHER_LISTS.map((list) => [normalKey(list.name), list]),
);

export type AnyList = HeldList | 'Reservations' | OtherResourceList | OtherList;

/** The list of a key of an answer. */
export function listOfKey(key: string): AnyList | undefined {
  if (key === 'reservations') return 'Reservations';
  return HELD_BY_KEY.get(key) ?? OTHER_RESOURCES_BY_KEY.get(key) ?? OTHER_BY_KEY.get(key);
}

/** Which list an element of a bare array belongs to. */
export function listOfElement(element: Foreign): AnyList | undefined {
  if (has(element, 'Instances') && has(element, 'ReservationId')) return 'Reservations';
  for (const [name, shape] of Object.entries(HELD_SHAPES) as [HeldList, ListShape][])
    if (
      shape.ids.length > 0 &&
      shape.ids.some((id) => text(element, id) !== undefined) &&
      shape.signature.every((keys) => keys.some((key) => has(element, key)))
    )
      return name;
  // The routes of a transit gateway's table, beside the table's id.
  if (has(element, 'Routes')) return undefined;
  const hasText = (key: string): boolean => text(element, key) !== undefined;
  return otherResourceListOf(hasText) ?? OTHER_LISTS.find(({ id }) => id !== undefined && hasText(id));
}
