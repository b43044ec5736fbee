import { describe, expect, it } from 'vitest';
import { allOf } from '../../catalog/lookup';
import { byAwsId, ENI, importValuesOf, INSTANCE, said, SMALL, SUBNET, VPC } from '../../testing/aws-input';

const withInstance = (change: object, more: object = {}) =>
  importValuesOf({
    ...SMALL,
    Reservations: [{ ReservationId: 'r-0a', Instances: [{ ...INSTANCE, ...change }] }],
    ...more,
  });
const theInstance = (change: object, more: object = {}) =>
  byAwsId(withInstance(change, more).document, 'instance', 'i-0a');

describe('instances', () => {
  it.each(['pending', 'running', 'stopping', 'stopped', 'shutting-down'])(
    'keep the state %s as observed',
    (Name) => {
      expect(withInstance({ State: { Name } }).document.observed['i-1']).toEqual({
        awsId: 'i-0a',
        state: Name,
      });
    },
  );

  it('are left out when terminated', () => {
    const imported = importValuesOf({
      Vpcs: [VPC],
      Reservations: [
        { ReservationId: 'r', Instances: [{ InstanceId: 'i-0t', State: { Name: 'terminated' } }] },
      ],
    });
    expect(allOf(imported.document, 'instance')).toEqual([]);
    expect(said(imported)).toContain('i-0t: A terminated instance was left out.');
  });

  it('keep type, image, platform and tenancy; Linux is what is not Windows', () => {
    expect(
      theInstance({ ImageId: 'ami-0a', Platform: 'Windows', Placement: { Tenancy: 'dedicated' } }),
    ).toEqual({
      id: 'i-1',
      kind: 'instance',
      instanceType: 'm5.large',
      imageId: 'ami-0a',
      platform: 'windows',
      tenancy: 'dedicated',
    });
    expect(theInstance({ Platform: 'windows' }).platform).toBe('windows');
    expect(theInstance({})).toEqual({ id: 'i-1', kind: 'instance', instanceType: 'm5.large' });
  });

  it('are Spot with what their request says, or with the defaults and a line', () => {
    const spot = { InstanceLifecycle: 'spot', SpotInstanceRequestId: 'sir-0a' };
    const request = {
      SpotInstanceRequestId: 'sir-0a',
      Type: 'persistent',
      InstanceInterruptionBehavior: 'stop',
      SpotPrice: '0.1',
    };
    expect(theInstance(spot, { SpotInstanceRequests: [request] }).instanceMarketOptions).toEqual({
      marketType: 'spot',
      spotInstanceType: 'persistent',
      instanceInterruptionBehavior: 'stop',
    });
    expect(theInstance(spot).instanceMarketOptions).toMatchObject({
      spotInstanceType: 'one-time',
      instanceInterruptionBehavior: 'terminate',
    });
    expect(said(withInstance(spot))).toContain('The request of a Spot instance is not in the input');
    expect(theInstance({ InstanceLifecycle: '' })).not.toHaveProperty('instanceMarketOptions');
  });

  it('join their placement group by its name, also one that is not listed', () => {
    const Placement = { ...INSTANCE.Placement, GroupName: 'ring', PartitionNumber: 3 };
    const listed = {
      PlacementGroups: [{ GroupId: 'pg-0a', GroupName: 'ring', Strategy: 'partition', PartitionCount: 5 }],
    };
    expect(theInstance({ Placement }, listed)).toMatchObject({ placementGroup: 'pg-1', partitionNumber: 3 });
    const unlisted = withInstance({ Placement });
    expect(allOf(unlisted.document, 'placement-group')).toMatchObject([
      { groupName: 'ring', strategy: 'partition' },
    ]);
    expect(said(unlisted)).toContain('ring: The placement group is not in the input');
  });

  it('lose their user data, and the report says so', () => {
    const imported = withInstance({ UserData: 'c2VjcmV0' });
    expect(said(imported)).toContain('User data of an instance was dropped');
    expect(JSON.stringify(imported)).not.toContain('c2VjcmV0');
  });

  it('stand where their own interfaces say when no interfaces were given', () => {
    const { Attachment: _, ...eni } = ENI;
    const nested = {
      ...eni,
      Association: { PublicIp: '203.0.113.10', IpOwnerId: 'amazon' },
      Attachment: { DeviceIndex: 0, Status: 'attached', DeleteOnTermination: true },
    };
    const { document } = withInstance({ NetworkInterfaces: [nested] }, { NetworkInterfaces: undefined });
    expect(byAwsId(document, 'network-interface', 'eni-0a')).toMatchObject({
      attachment: { instanceId: 'i-1', deviceIndex: 0 },
    });
    expect(document.observed['eni-1']?.publicIps).toEqual({ '10.0.0.10': '203.0.113.10' });
  });

  it('get an interface of their subnet and address when they name none', () => {
    const imported = withInstance({ PrivateIpAddress: '10.0.0.44' }, { NetworkInterfaces: undefined });
    const [eni] = allOf(imported.document, 'network-interface');
    expect(eni).toMatchObject({
      privateIpAddress: '10.0.0.44',
      attachment: { instanceId: 'i-1', deviceIndex: 0 },
    });
    expect(imported.document.observed['eni-1']?.awsId).toBeUndefined();
    expect(said(imported)).toContain('i-0a: The input names no interface');
    expect(said(imported)).toContain('does not say which security groups');
    expect(allOf(imported.document, 'security-group')).toMatchObject([
      { securityGroupIngress: [{ prefixListId: 'rules-not-in-the-input' }] },
    ]);
  });
});

describe('network interfaces', () => {
  const theEni = (change: object) =>
    byAwsId(
      importValuesOf({ ...SMALL, NetworkInterfaces: [{ ...ENI, ...change }] }).document,
      'network-interface',
      'eni-0a',
    );

  it('keep secondary and IPv6 addresses, TagSet and the check', () => {
    expect(
      theEni({
        PrivateIpAddresses: [
          { Primary: true, PrivateIpAddress: '10.0.0.10' },
          { Primary: false, PrivateIpAddress: '10.0.0.12' },
        ],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }],
        SourceDestCheck: false,
        TagSet: [{ Key: 'Name', Value: 'router' }],
      }),
    ).toMatchObject({
      name: 'router',
      secondaryPrivateIpAddresses: ['10.0.0.12'],
      ipv6Addresses: ['2001:db8::5'],
      sourceDestCheck: false,
    });
  });

  it('keep the type of a service interface and stay unattached', () => {
    const service = theEni({
      InterfaceType: 'network_load_balancer',
      Attachment: { InstanceOwnerId: 'amazon-elb', DeviceIndex: 1, Status: 'attached' },
    });
    expect(service.interfaceType).toBe('network_load_balancer');
    expect(service).not.toHaveProperty('attachment');
    expect(theEni({ InterfaceType: 'interface' })).not.toHaveProperty('interfaceType');
  });

  it('get a free device index where two network cards use one', () => {
    const second = { ...ENI, NetworkInterfaceId: 'eni-0b', PrivateIpAddress: '10.0.0.11' };
    const imported = importValuesOf({ ...SMALL, NetworkInterfaces: [ENI, second] });
    expect(byAwsId(imported.document, 'network-interface', 'eni-0b').attachment?.deviceIndex).toBe(1);
    expect(said(imported)).toContain('one was renumbered');
  });

  it('are reported outside their subnet and with an address that another has', () => {
    const imported = importValuesOf({
      ...SMALL,
      NetworkInterfaces: [
        ENI,
        { ...ENI, NetworkInterfaceId: 'eni-0b', Attachment: undefined },
        { ...ENI, NetworkInterfaceId: 'eni-0c', Attachment: undefined, PrivateIpAddress: '10.9.0.1' },
      ],
    });
    expect(said(imported)).toContain('eni-0b: Two interfaces of a VPC have the same private address.');
    expect(said(imported)).toContain('eni-0c: The address of an interface is outside');
  });
});

describe('volumes', () => {
  const mapping = {
    DeviceName: '/dev/xvda',
    Ebs: { VolumeId: 'vol-0a', Status: 'attached', DeleteOnTermination: true },
  };
  const instance = { RootDeviceName: '/dev/xvda', BlockDeviceMappings: [mapping] };

  it('take size, speed and attachment from describe-volumes', () => {
    const { document } = withInstance(instance, {
      Volumes: [
        {
          VolumeId: 'vol-0a',
          Size: 100,
          VolumeType: 'gp3',
          Iops: 4000,
          Throughput: 250,
          Encrypted: true,
          AvailabilityZone: 'us-east-1a',
          State: 'in-use',
          Attachments: [
            { InstanceId: 'i-0a', Device: '/dev/xvda', State: 'attached', DeleteOnTermination: true },
          ],
        },
      ],
    });
    expect(byAwsId(document, 'volume', 'vol-0a')).toEqual({
      id: 'vol-1',
      kind: 'volume',
      availabilityZone: 'az-1',
      size: 100,
      volumeType: 'gp3',
      iops: 4000,
      throughput: 250,
      encrypted: true,
      attachment: { instanceId: 'i-1', device: '/dev/xvda', root: true, deleteOnTermination: true },
    });
  });

  it('are drawn with 8 GiB where only the instance names them', () => {
    const imported = withInstance(instance);
    expect(byAwsId(imported.document, 'volume', 'vol-0a')).toMatchObject({
      size: 8,
      attachment: { root: true },
    });
    expect(said(imported)).toContain('vol-0a: The size of this volume is not in the input');
  });

  it('leave IOPS out where they follow from the size, and what is being deleted', () => {
    const volume = {
      VolumeId: 'vol-0a',
      Size: 10,
      VolumeType: 'gp2',
      Iops: 100,
      AvailabilityZone: 'us-east-1a',
      State: 'available',
    };
    const { document } = importValuesOf({
      Vpcs: [VPC],
      Subnets: [SUBNET],
      Volumes: [volume, { ...volume, VolumeId: 'vol-0b', State: 'deleting' }],
    });
    expect(allOf(document, 'volume')).toEqual([
      {
        id: 'vol-1',
        kind: 'volume',
        availabilityZone: 'az-1',
        size: 10,
        volumeType: 'gp2',
        encrypted: false,
      },
    ]);
  });
});
