/** Instances, their interfaces and volumes in AWS's words. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind, primaryInterface, volumesOf as disksOf } from '../../catalog/lookup';
import { designAddresses } from '../../catalog/public-address';
import type { ResourceId } from '../../model/resource';
import { awsIdOf, macOf, madeId } from './aws-ids';
import { ACCOUNT, regionNameOf, tagsOf, vpcOfSubnet, zoneOfSubnet } from './aws-places';
import { natInterfaceId } from './aws-routing';

type Interface = ResourceOf<'network-interface'>;

const STARTED = '2026-01-01T00:00:00+00:00';

interface Association {
  readonly IpOwnerId: string;
  readonly PublicDnsName: string;
  readonly PublicIp: string;
}

/** The public address of each interface: an Elastic IP, or one of Amazon's pool. */
function associationsOf(document: Scenario): ReadonlyMap<ResourceId, Association> {
  const found = new Map<ResourceId, Association>();
  const of = (publicIp: string, owner: string): Association => ({
    IpOwnerId: owner,
    PublicDnsName: `ec2-${publicIp.replaceAll('.', '-')}.compute-1.amazonaws.com`,
    PublicIp: publicIp,
  });
  for (const [id, pairs] of designAddresses(document))
    for (const publicIp of pairs.values()) found.set(id, of(publicIp, 'amazon'));
  for (const { networkInterfaceId, publicIp } of allOf(document, 'elastic-ip'))
    if (networkInterfaceId !== undefined) found.set(networkInterfaceId, of(publicIp, ACCOUNT));
  return found;
}

const dnsNameOf = (address: string): string => `ip-${address.replaceAll('.', '-')}.ec2.internal`;

const groupSetOf = (document: Scenario, eni: Interface): readonly unknown[] =>
  eni.groupSet.map((id) => ({
    GroupId: awsIdOf(id),
    GroupName: getKind(document, id, 'security-group')?.groupName,
  }));

function attachmentOf({ id, attachment }: Interface): unknown {
  if (!attachment) return undefined;
  return {
    AttachTime: STARTED,
    AttachmentId: madeId('eni-attach', id),
    DeleteOnTermination: attachment.deleteOnTermination,
    DeviceIndex: attachment.deviceIndex,
    NetworkCardIndex: 0,
    Status: 'attached',
  };
}

const addressesOf = (eni: Interface, association: Association | undefined): readonly unknown[] => [
  {
    ...(association ? { Association: association } : {}),
    Primary: true,
    PrivateDnsName: dnsNameOf(eni.privateIpAddress ?? ''),
    PrivateIpAddress: eni.privateIpAddress,
  },
];

export function reservationsOf(document: Scenario): readonly unknown[] {
  const associations = associationsOf(document);
  return allOf(document, 'instance').map((instance) => ({
    ReservationId: madeId('r', instance.id),
    OwnerId: ACCOUNT,
    Groups: [],
    Instances: [instanceOf(document, instance, associations)],
  }));
}

function instanceOf(
  document: Scenario,
  { id, name, instanceType }: ResourceOf<'instance'>,
  associations: ReadonlyMap<ResourceId, Association>,
): unknown {
  const eni = primaryInterface(document, id);
  if (!eni) throw new RangeError(`${id} has no primary interface.`);
  const association = associations.get(eni.id);
  const subnetId = awsIdOf(eni.subnetId);
  const vpcId = awsIdOf(vpcOfSubnet(document, eni.subnetId));
  const own = {
    SubnetId: subnetId,
    VpcId: vpcId,
    PrivateDnsName: dnsNameOf(eni.privateIpAddress ?? ''),
    PrivateIpAddress: eni.privateIpAddress,
  };
  const groups = groupSetOf(document, eni);
  return {
    Architecture: 'x86_64',
    BlockDeviceMappings: disksOf(document, id).map((disk) => ({
      DeviceName: disk.attachment?.device,
      Ebs: {
        AttachTime: STARTED,
        DeleteOnTermination: disk.attachment?.deleteOnTermination,
        Status: 'attached',
        VolumeId: awsIdOf(disk.id),
      },
    })),
    ClientToken: '',
    EbsOptimized: true,
    EnaSupport: true,
    Hypervisor: 'xen',
    NetworkInterfaces: [
      {
        ...own,
        ...(association ? { Association: association } : {}),
        Attachment: attachmentOf(eni),
        Description: '',
        Groups: groups,
        Ipv6Addresses: [],
        MacAddress: macOf(eni.id),
        NetworkInterfaceId: awsIdOf(eni.id),
        OwnerId: ACCOUNT,
        PrivateIpAddresses: addressesOf(eni, association),
        SourceDestCheck: eni.sourceDestCheck,
        Status: 'in-use',
        InterfaceType: 'interface',
      },
    ],
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    SecurityGroups: groups,
    SourceDestCheck: eni.sourceDestCheck,
    Tags: tagsOf(name),
    VirtualizationType: 'hvm',
    CpuOptions: { CoreCount: 1, ThreadsPerCore: 2 },
    CapacityReservationSpecification: { CapacityReservationPreference: 'open' },
    HibernationOptions: { Configured: false },
    MetadataOptions: {
      State: 'applied',
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 2,
      HttpEndpoint: 'enabled',
      HttpProtocolIpv6: 'disabled',
      InstanceMetadataTags: 'disabled',
    },
    EnclaveOptions: { Enabled: false },
    BootMode: 'uefi-preferred',
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
    UsageOperationUpdateTime: STARTED,
    PrivateDnsNameOptions: {
      HostnameType: 'ip-name',
      EnableResourceNameDnsARecord: false,
      EnableResourceNameDnsAAAARecord: false,
    },
    MaintenanceOptions: { AutoRecovery: 'default' },
    CurrentInstanceBootMode: 'uefi',
    InstanceId: awsIdOf(id),
    ImageId: 'ami-0123456789abcdef0',
    State: { Code: 16, Name: 'running' },
    ...own,
    PublicDnsName: association?.PublicDnsName ?? '',
    ...(association ? { PublicIpAddress: association.PublicIp } : {}),
    StateTransitionReason: '',
    KeyName: 'operations',
    AmiLaunchIndex: 0,
    ProductCodes: [],
    InstanceType: instanceType,
    LaunchTime: STARTED,
    Placement: {
      AvailabilityZone: zoneOfSubnet(document, eni.subnetId).zoneName,
      GroupName: '',
      Tenancy: 'default',
    },
    Monitoring: { State: 'disabled' },
  };
}

/** Those of the document, and the ones that NAT gateways stand on. */
export function interfacesOf(document: Scenario): readonly unknown[] {
  const associations = associationsOf(document);
  const own = allOf(document, 'network-interface').map((eni) => {
    const { attachment } = eni;
    const association = associations.get(eni.id);
    return {
      ...(association ? { Association: association } : {}),
      ...(attachment
        ? {
            Attachment: {
              ...(attachmentOf(eni) as object),
              InstanceId: awsIdOf(attachment.instanceId),
              InstanceOwnerId: ACCOUNT,
            },
          }
        : {}),
      ...commonOf(document, eni.subnetId, eni.privateIpAddress ?? ''),
      Description: eni.description ?? '',
      Groups: groupSetOf(document, eni),
      InterfaceType: 'interface',
      MacAddress: macOf(eni.id),
      NetworkInterfaceId: awsIdOf(eni.id),
      PrivateIpAddresses: addressesOf(eni, association),
      RequesterManaged: false,
      SourceDestCheck: eni.sourceDestCheck,
      Status: attachment ? 'in-use' : 'available',
    };
  });
  return [...own, ...allOf(document, 'nat-gateway').map((nat) => natInterfaceOf(document, nat))];
}

const commonOf = (document: Scenario, subnetId: ResourceId, address: string): object => ({
  AvailabilityZone: zoneOfSubnet(document, subnetId).zoneName,
  Ipv6Addresses: [],
  OwnerId: ACCOUNT,
  PrivateDnsName: dnsNameOf(address),
  PrivateIpAddress: address,
  SubnetId: awsIdOf(subnetId),
  TagSet: [],
  VpcId: awsIdOf(vpcOfSubnet(document, subnetId)),
});

function natInterfaceOf(document: Scenario, nat: ResourceOf<'nat-gateway'>): unknown {
  const elastic = getKind(document, nat.allocationId, 'elastic-ip');
  const association = elastic && {
    AllocationId: awsIdOf(elastic.id),
    AssociationId: madeId('eipassoc', nat.id),
    IpOwnerId: ACCOUNT,
    PublicIp: elastic.publicIp,
  };
  return {
    ...(association ? { Association: association } : {}),
    Attachment: {
      AttachmentId: madeId('ela-attach', nat.id),
      DeleteOnTermination: false,
      DeviceIndex: 1,
      InstanceOwnerId: 'amazon-aws',
      Status: 'attached',
    },
    ...commonOf(document, nat.subnetId, nat.privateIpAddress),
    Description: `Interface for NAT Gateway ${awsIdOf(nat.id)}`,
    Groups: [],
    InterfaceType: 'nat_gateway',
    MacAddress: macOf(nat.id),
    NetworkInterfaceId: natInterfaceId(nat),
    PrivateIpAddresses: [
      {
        ...(association ? { Association: association } : {}),
        Primary: true,
        PrivateIpAddress: nat.privateIpAddress,
      },
    ],
    RequesterManaged: true,
    SourceDestCheck: false,
    Status: 'in-use',
  };
}

export const volumesOf = (document: Scenario): readonly unknown[] =>
  allOf(document, 'volume').map((volume) => ({
    AvailabilityZone: getKind(document, volume.availabilityZone, 'zone')?.zoneName,
    Attachments: volume.attachment
      ? [
          {
            DeleteOnTermination: volume.attachment.deleteOnTermination,
            VolumeId: awsIdOf(volume.id),
            InstanceId: awsIdOf(volume.attachment.instanceId),
            Device: volume.attachment.device,
            State: 'attached',
            AttachTime: STARTED,
          },
        ]
      : [],
    Encrypted: volume.encrypted,
    KmsKeyId: volume.encrypted
      ? `arn:aws:kms:${regionNameOf(document)}:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`
      : undefined,
    Size: volume.size,
    SnapshotId: 'snap-0123456789abcdef0',
    VolumeType: volume.volumeType,
    Iops: volume.iops ?? 3000,
    Throughput: volume.throughput ?? 125,
    MultiAttachEnabled: false,
    VolumeId: awsIdOf(volume.id),
    State: volume.attachment ? 'in-use' : 'available',
    CreateTime: STARTED,
    Tags: tagsOf(volume.name),
  }));
