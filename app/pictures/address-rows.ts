/** The tables of a printed sheet: what stands where, with which addresses. */
import {
  allOf,
  get,
  networkAclOf,
  primaryInterface,
  routeTableOf,
  type LiveState,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../engine';
import { titleOf } from '../canvas/projection/chips';

export type Row = readonly string[];

const name = (document: Scenario, id: ResourceId | undefined): string =>
  id === undefined ? '' : titleOf(document, id);

/** Every VPC with its subnets below it: name, id, kind, IPv4, IPv6, zone, route table, network ACL. */
export function networkRows(document: Scenario): readonly Row[] {
  const subnets = allOf(document, 'subnet');
  return allOf(document, 'vpc').flatMap((vpc): Row[] => [
    [
      name(document, vpc.id),
      vpc.id,
      'VPC',
      [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])].join(', '),
      vpc.ipv6CidrBlock ?? '',
      '',
      '',
      '',
    ],
    ...subnets
      .filter(({ vpcId }) => vpcId === vpc.id)
      .map((subnet) => [
        name(document, subnet.id),
        subnet.id,
        'Subnet',
        subnet.cidrBlock ?? '',
        subnet.ipv6CidrBlock ?? '',
        name(document, subnet.availabilityZone),
        name(document, routeTableOf(document, subnet)?.id),
        name(document, networkAclOf(document, subnet)?.id),
      ]),
  ]);
}

/** Every interface: whose it is, its id, subnet, private and public IPv4, IPv6, groups. By subnet, then address. */
export function interfaceRows(document: Scenario, live: LiveState): readonly Row[] {
  return [...allOf(document, 'network-interface')]
    .sort((a, b) => compare(keyOf(document, a), keyOf(document, b)))
    .map((eni) => [
      ownerOf(document, eni),
      eni.id,
      name(document, eni.subnetId),
      [eni.privateIpAddress, ...(eni.secondaryPrivateIpAddresses ?? [])].filter(Boolean).join(', '),
      publicAddressOf(document, live, eni),
      (eni.ipv6Addresses ?? []).join(', '),
      eni.groupSet.map((group) => name(document, group)).join(', '),
    ]);
}

function ownerOf(document: Scenario, eni: ResourceOf<'network-interface'>): string {
  const owner = get(document, eni.attachment?.instanceId ?? eni.managedBy);
  return owner ? name(document, owner.id) : name(document, eni.id);
}

function publicAddressOf(document: Scenario, live: LiveState, eni: ResourceOf<'network-interface'>): string {
  const elastic = allOf(document, 'elastic-ip').find(
    ({ networkInterfaceId }) => networkInterfaceId === eni.id,
  );
  if (elastic) return elastic.publicIp;
  const instance = eni.attachment?.instanceId;
  if (instance === undefined || primaryInterface(document, instance)?.id !== eni.id) return '';
  return live[instance]?.publicIp ?? '';
}

/** Addresses as numbers would be: `10.0.0.9` before `10.0.0.10`. */
const keyOf = (document: Scenario, eni: ResourceOf<'network-interface'>): string =>
  [
    name(document, eni.subnetId),
    ...(eni.privateIpAddress ?? '').split('.').map((part) => part.padStart(3, '0')),
    eni.id,
  ].join('.');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
