/** Zones, VPCs and subnets in AWS's words. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind } from '../../catalog/lookup';
import { parseCidr4 } from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import { awsIdOf, madeId } from './aws-ids';

export const ACCOUNT = '111122223333';

export const regionNameOf = (document: Scenario): string => allOf(document, 'region')[0]?.regionName ?? '';

/** A list of one tag, the name; empty without one. */
export const tagsOf = (name: string | undefined): readonly unknown[] =>
  name === undefined ? [] : [{ Key: 'Name', Value: name }];

export const vpcOfSubnet = (document: Scenario, subnetId: ResourceId): ResourceId =>
  getKind(document, subnetId, 'subnet')?.vpcId ?? '';

export function zoneOfSubnet(document: Scenario, subnetId: ResourceId): ResourceOf<'zone'> {
  const zone = getKind(document, getKind(document, subnetId, 'subnet')?.availabilityZone, 'zone');
  if (!zone) throw new RangeError(`${subnetId} stands in no zone.`);
  return zone;
}

export const zonesOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'zone').map(({ zoneName, zoneId }) => ({
    State: 'available',
    OptInStatus: 'opt-in-not-required',
    Messages: [],
    RegionName: regionNameOf(document),
    ZoneName: zoneName,
    ZoneId: zoneId,
    GroupName: `${regionNameOf(document)}-zg-1`,
    NetworkBorderGroup: regionNameOf(document),
    ZoneType: 'availability-zone',
  }));

export const vpcsOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'vpc').map(({ id, name, cidrBlock, isDefault = false }) => ({
    OwnerId: ACCOUNT,
    InstanceTenancy: 'default',
    CidrBlockAssociationSet: [
      {
        AssociationId: madeId('vpc-cidr-assoc', id),
        CidrBlock: cidrBlock,
        CidrBlockState: { State: 'associated' },
      },
    ],
    IsDefault: isDefault,
    Tags: tagsOf(name),
    VpcId: awsIdOf(id),
    State: 'available',
    CidrBlock: cidrBlock,
    DhcpOptionsId: madeId('dopt', 'dopt-1'),
  }));

/** The answers of describe-vpc-attribute, one attribute each. */
export const vpcAttributesOf = (vpc: ResourceOf<'vpc'>): readonly unknown[] => [
  { VpcId: awsIdOf(vpc.id), EnableDnsSupport: { Value: vpc.enableDnsSupport } },
  { VpcId: awsIdOf(vpc.id), EnableDnsHostnames: { Value: vpc.enableDnsHostnames } },
];

export function subnetsOf(document: Scenario): readonly unknown[] {
  const hosts = new Map<ResourceId, number>();
  for (const { subnetId } of allOf(document, 'network-interface'))
    hosts.set(subnetId, (hosts.get(subnetId) ?? 0) + 1);
  for (const { subnetId } of allOf(document, 'nat-gateway'))
    hosts.set(subnetId, (hosts.get(subnetId) ?? 0) + 1);
  return allOf(document, 'subnet').map(({ id, name, vpcId, cidrBlock = '', mapPublicIpOnLaunch }) => {
    const zone = zoneOfSubnet(document, id);
    const size = 2 ** (32 - (parseCidr4(cidrBlock)?.prefix ?? 32));
    return {
      AvailabilityZoneId: zone.zoneId,
      MapCustomerOwnedIpOnLaunch: false,
      OwnerId: ACCOUNT,
      AssignIpv6AddressOnCreation: false,
      Ipv6CidrBlockAssociationSet: [],
      Tags: tagsOf(name),
      SubnetArn: `arn:aws:ec2:${regionNameOf(document)}:${ACCOUNT}:subnet/${awsIdOf(id)}`,
      EnableDns64: false,
      Ipv6Native: false,
      PrivateDnsNameOptionsOnLaunch: {
        HostnameType: 'ip-name',
        EnableResourceNameDnsARecord: false,
        EnableResourceNameDnsAAAARecord: false,
      },
      SubnetId: awsIdOf(id),
      State: 'available',
      VpcId: awsIdOf(vpcId),
      CidrBlock: cidrBlock,
      AvailableIpAddressCount: size - 5 - (hosts.get(id) ?? 0),
      AvailabilityZone: zone.zoneName,
      DefaultForAz: false,
      MapPublicIpOnLaunch: mapPublicIpOnLaunch,
    };
  });
}
