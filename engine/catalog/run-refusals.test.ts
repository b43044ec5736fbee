import { describe, expect, it } from 'vitest';
import type { AccountQuotas } from '../model/document';
import { at, eventsOf, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import type { Resource } from './descriptors';
import type { Image } from './image/kind';
import type { Instance } from './instance/kind';
import type { NetworkInterface } from './network-interface/kind';
import type { Volume } from './volume/kind';

interface Case {
  readonly instance?: Partial<Instance>;
  readonly root?: Partial<Volume>;
  readonly eni?: Partial<NetworkInterface>;
  readonly also?: readonly Resource[];
  /** What the message names: the value given, and what to change. */
  readonly says: readonly string[];
}

const image = (set: Partial<Image> = {}): Resource => ({
  id: 'ami-1',
  kind: 'image',
  region: 'region-1',
  imageName: 'web',
  architecture: 'x86_64',
  operatingSystem: 'amazon-linux-2023',
  ...set,
});
const made = { imageId: 'ami-1' };
const host = (set: Partial<Extract<Resource, { kind: 'dedicated-host' }>> = {}): Resource => ({
  id: 'h-1',
  kind: 'dedicated-host',
  region: 'region-1',
  availabilityZone: 'az-1',
  instanceType: 'm5',
  ...set,
});
const group = (strategy: 'cluster' | 'spread'): Resource => ({
  id: 'pg-1',
  kind: 'placement-group',
  region: 'region-1',
  groupName: 'apart',
  strategy,
});
const otherRegion: Resource = { id: 'region-2', kind: 'region', regionName: 'eu-west-1' };
const snapshot = (set: Partial<Extract<Resource, { kind: 'snapshot' }>> = {}): Resource => ({
  id: 'snap-1',
  kind: 'snapshot',
  region: 'region-1',
  volumeSize: 20,
  encrypted: false,
  ...set,
});
const keyPair = (set: Partial<Extract<Resource, { kind: 'key-pair' }>> = {}): Resource => ({
  id: 'key-1',
  kind: 'key-pair',
  region: 'region-1',
  keyName: 'ops',
  keyType: 'ed25519',
  ...set,
});
const securityGroup = (id: string, vpcId: string): Resource => ({
  id,
  kind: 'security-group',
  vpcId,
  groupName: id,
  groupDescription: '',
  securityGroupIngress: [],
  securityGroupEgress: [],
});
const otherVpc: Resource = {
  id: 'vpc-2',
  kind: 'vpc',
  region: 'region-1',
  cidrBlock: '10.9.0.0/16',
  enableDnsSupport: true,
  enableDnsHostnames: true,
};
const disk = (device: string): Resource => ({
  id: 'vol-50',
  kind: 'volume',
  availabilityZone: 'az-1',
  size: 8,
  volumeType: 'gp3',
  encrypted: false,
  attachment: { instanceId: 'i-1', device, deleteOnTermination: true },
});
const secondInterface = (subnetId: string, deviceIndex: number): Resource => ({
  id: 'eni-50',
  kind: 'network-interface',
  subnetId,
  privateIpAddress: subnetId === 'subnet-1' ? '10.0.1.50' : '10.0.2.50',
  groupSet: [],
  sourceDestCheck: true,
  attachment: { instanceId: 'i-1', deviceIndex, deleteOnTermination: true },
});
const hibernates = { hibernationOptions: { configured: true } };
const onHost = { tenancy: 'host' } as const;
const spot = {
  instanceMarketOptions: {
    marketType: 'spot',
    spotInstanceType: 'one-time',
    instanceInterruptionBehavior: 'terminate',
  },
} as const;

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'InvalidAMIID.Malformed': [{ instance: { imageId: 'windows' }, says: ["'windows'", 'Choose an image'] }],
  'InvalidAMIID.NotFound': [
    { instance: { imageId: 'ami-7' }, says: ['[ami-7]', 'choose another'] },
    {
      instance: made,
      also: [otherRegion, image({ region: 'region-2' })],
      says: ['ami-1', 'eu-west-1', 'Copy it to us-east-1'],
    },
  ],
  AuthFailure: [
    {
      instance: made,
      also: [image({ owner: 'other-account', launchPermission: 'none' })],
      says: ['ami-1', 'share it'],
    },
  ],
  OptInRequired: [
    { instance: made, also: [image({ owner: 'aws-marketplace' })], says: ['ami-1', 'Subscribe'] },
  ],
  InvalidParameterValue: [
    {
      instance: { ...made, instanceType: 'm6g.large' },
      also: [image()],
      says: ['arm64', 'm6g.large', 'x86_64', 'matching architectures'],
    },
    {
      instance: { ...made, instanceType: 't2.micro' },
      also: [image({ bootMode: 'uefi' })],
      says: ['t2.micro', 'uefi', 'legacy-bios'],
    },
    {
      instance: { imageId: 'ami-windows-2022', instanceType: 'm6g.large' },
      says: ['ami-windows-2022', 'm6g.large'],
    },
    { eni: { privateIpAddress: '10.0.1.2' }, says: ['10.0.1.2', 'reserved', '10.0.1.0/24'] },
    { eni: { privateIpAddress: '10.0.9.9' }, says: ['10.0.9.9', '10.0.1.0/24'] },
    { also: [secondInterface('subnet-1', 0)], says: ['eni-50', 'unique device index'] },
  ],
  InvalidParameterCombination: [
    {
      instance: made,
      also: [image({ virtualizationType: 'paravirtual' })],
      says: ['paravirtual', 'm5.large', 'HVM image'],
    },
    { instance: { rootDeviceType: 'instance-store' }, says: ['m5.large', 'instance store'] },
    {
      instance: { ...made, rootDeviceType: 'instance-store', instanceType: 'd2.xlarge' },
      also: [image({ rootDeviceType: 'ebs' })],
      says: ['ami-1', 'EBS volume'],
    },
    { also: [secondInterface('subnet-2', 1)], says: ['eni-50', 'us-east-1b', 'us-east-1a'] },
    {
      instance: { keyName: 'ops', imageId: 'ami-windows-2022' },
      root: { size: 30 },
      also: [keyPair()],
      says: ["'ops'", 'RSA'],
    },
    { instance: { ...onHost, ...spot }, also: [host()], says: ['Spot', 'host'] },
    {
      instance: { ...onHost, placementGroup: 'pg-1' },
      also: [host(), group('cluster')],
      says: ['apart', 'Leave the group'],
    },
    {
      instance: { tenancy: 'dedicated', placementGroup: 'pg-1' },
      also: [group('spread')],
      says: ['apart', 'Dedicated'],
    },
    {
      instance: { enclaveOptions: { enabled: true }, instanceType: 't3.micro' },
      says: ['t3.micro', 'Enclaves'],
    },
    {
      instance: { enclaveOptions: { enabled: true }, ...hibernates, instanceType: 'm5.xlarge' },
      root: { encrypted: true, size: 40 },
      says: ['hibernation', 'Switch one'],
    },
  ],
  Unsupported: [{ instance: made, also: [image({ enaSupport: false })], says: ['m5.large', 'ami-1', 'ENA'] }],
  'InvalidKeyPair.NotFound': [
    { instance: { keyName: 'mine' }, also: [keyPair()], says: ["'mine'", 'us-east-1', 'import it'] },
  ],
  'InvalidUserData.Malformed': [
    { instance: { userData: `#!/bin/sh\n${'x'.repeat(16_400)}` }, says: ['16384', 'bucket'] },
    { instance: { userData: '#!/bin/sh\u0000' }, says: ['control character', 'base64'] },
  ],
  'InvalidInterface.IpAddressLimitExceeded': [
    {
      instance: { instanceType: 't3.micro' },
      eni: { secondaryPrivateIpAddresses: ['10.0.1.60', '10.0.1.61'] },
      says: ['eni-1', '3', 't3.micro', '2'],
    },
  ],
  'InvalidGroup.NotFound': [
    { eni: { groupSet: ['sg-9'] }, also: [securityGroup('sg-1', 'vpc-1')], says: ["'sg-9'", 'eni-1'] },
  ],
  InvalidParameter: [
    {
      eni: { groupSet: ['sg-2'] },
      also: [otherVpc, securityGroup('sg-2', 'vpc-2')],
      says: ['sg-2', 'different networks', 'groups of the VPC'],
    },
  ],
  InvalidBlockDeviceMapping: [
    { root: { snapshotId: 'snap-1' }, also: [snapshot()], says: ['8GB', 'snap-1', '>= 20GB'] },
    {
      instance: made,
      also: [snapshot(), image({ blockDeviceMappings: [{ deviceName: '/dev/xvda', snapshotId: 'snap-1' }] })],
      says: ['8GB', 'snap-1', '>= 20GB'],
    },
    {
      root: { snapshotId: 'snap-1', size: 20 },
      also: [snapshot({ encrypted: true })],
      says: ['snap-1', 'encrypt it'],
    },
    { instance: { imageId: 'ami-rhel-9' }, says: ['8GB', '>= 10GB'] },
    { also: [disk('/dev/xvda')], says: ["'/dev/xvda'", 'another name'] },
  ],
  BootForVolumeTypeUnsupported: [{ root: { volumeType: 'st1', size: 125 }, says: ["'st1'", 'gp3'] }],
  'InvalidSnapshot.NotFound': [
    {
      root: { snapshotId: 'snap-1', size: 20 },
      also: [otherRegion, snapshot({ region: 'region-2' })],
      says: ['snap-1', 'eu-west-1', 'Copy it'],
    },
  ],
  UnsupportedHibernationConfiguration: [
    { instance: hibernates, root: { size: 40 }, says: ['/dev/xvda', 'encrypted'] },
    { instance: hibernates, root: { encrypted: true, size: 4 }, says: ['4 GiB', '8 GiB', 'm5.large'] },
    {
      instance: { ...hibernates, instanceType: 'm5.metal' },
      root: { encrypted: true, size: 800 },
      says: ['m5.metal', 'another type'],
    },
  ],
  InvalidTenancy: [
    { instance: { hostId: 'h-1' }, also: [host()], says: ["'default'", "'host'"] },
    { instance: { ...onHost, instanceType: 't2.micro' }, also: [host()], says: ['t2.micro', 'another type'] },
  ],
  'InvalidHostId.NotFound': [{ instance: { ...onHost, hostId: 'h-9' }, says: ["'h-9'", 'us-east-1a'] }],
  IncompatibleHostRequirements: [
    { instance: onHost, says: ['us-east-1a', 'm5.large', 'Allocate one'] },
    { instance: onHost, also: [host({ autoPlacement: 'off' })], says: ['auto-placement', 'hostId'] },
    {
      instance: { ...onHost, hostId: 'h-1' },
      also: [host({ instanceType: 'c5' })],
      says: ['c5', 'm5.large', 'family m5'],
    },
    {
      instance: { ...onHost, hostId: 'h-1' },
      also: [host({ availabilityZone: 'az-2' })],
      says: ['us-east-1b', 'us-east-1a'],
    },
  ],
};

const build = ({ instance, root, eni, also = [] }: Case): readonly Resource[] => [
  ...place(),
  ...machine(1, { set: { ...instance } }).map((resource): Resource => {
    if (resource.kind === 'volume') return { ...resource, ...root };
    return resource.kind === 'network-interface' ? { ...resource, ...eni } : resource;
  }),
  ...also,
];

const rows = Object.entries(CASES).flatMap(([code, cases]) =>
  cases.map((one, index) => [code, index + 1, one] as const),
);

describe('a launch is refused', () => {
  it.each(rows)('with %s (%i), naming what was given and what to change', (code, _index, one) => {
    const run = play(timeline(build(one)));
    const { state, stateReason, stateMessage } = at(run, 5 * MINUTE, 'i-1');
    expect([state, stateReason]).toEqual(['not-launched', code]);
    for (const part of one.says) expect(stateMessage).toContain(part);
    expect(eventsOf(run, 'i-1').at(-1)?.message).toContain(code);
  });
});

const launches = (one: Omit<Case, 'says'>): unknown =>
  at(play(timeline(build({ ...one, says: [] }))), 5 * MINUTE, 'i-1').state;

describe('a launch is not refused', () => {
  it('for an AMI of which nothing but the id is known, nor for one that EC2 falls back with', () => {
    expect(launches({ instance: { imageId: 'ami-0123456789abcdef0', instanceType: 'm6g.large' } })).toBe(
      'running',
    );
    expect(
      launches({
        instance: { ...made, instanceType: 't2.micro' },
        also: [image({ bootMode: 'uefi-preferred' })],
      }),
    ).toBe('running');
  });

  it('without an image: it is Amazon Linux 2023 for the processor of the type', () => {
    expect(launches({ instance: { instanceType: 'm6g.large' } })).toBe('running');
    expect(launches({ instance: { instanceType: 'mac2.metal' } })).toBe('running');
  });

  it('for a key pair where none of the Region is drawn, nor for groups where none of the VPC is', () => {
    expect(launches({ instance: { keyName: 'ops' }, eni: { groupSet: ['sg-9'] } })).toBe('running');
  });

  it('with an image of somebody else that is shared or subscribed to, and follows its root device', () => {
    expect(
      launches({ instance: made, also: [image({ owner: 'other-account', launchPermission: 'explicit' })] }),
    ).toBe('running');
    expect(launches({ instance: made, also: [image({ owner: 'aws-marketplace', subscribed: true })] })).toBe(
      'running',
    );
    expect(
      launches({
        instance: { ...made, instanceType: 'd2.xlarge' },
        also: [image({ rootDeviceType: 'instance-store' })],
      }),
    ).toBe('running');
  });
});

const withQuotas = (quotas: AccountQuotas, resources: readonly Resource[], steps: readonly Step[] = []) =>
  play({ ...timeline(resources, steps), accounts: { '111111111111': { quotas } } });

describe('quotas', () => {
  const three = (set: Partial<Instance> = {}) => [1, 2, 3].flatMap((n) => machine(n, { set }));

  it('count vCPUs that are pending or running; what is stopped makes room, and may not start again', () => {
    const run = withQuotas(
      { onDemand: { standard: 4 } },
      [...place(), ...three({})],
      [
        [10 * MINUTE, 'stop', 'i-1'],
        [20 * MINUTE, 'launch', 'i-3'],
        [30 * MINUTE, 'start', 'i-1'],
      ],
    );
    expect(at(run, 5 * MINUTE, 'i-3')).toMatchObject({
      state: 'not-launched',
      stateReason: 'VcpuLimitExceeded',
      stateMessage: expect.stringContaining('4 of 4 vCPUs') as string,
    });
    expect(at(run, 25 * MINUTE, 'i-3').state).toBe('running');
    expect(at(run, 35 * MINUTE, 'i-1').state).toBe('stopped');
    expect(eventsOf(run, 'i-1').at(-1)?.message).toContain('VcpuLimitExceeded');
  });

  it('are apart for Spot, for each class, and not set where they are absent', () => {
    const spots = withQuotas({ spot: { standard: 2 } }, [...place(), ...three(spot)]);
    expect([1, 2].map((n) => at(spots, 5 * MINUTE, `i-${n}`).stateReason)).toEqual([
      null,
      'MaxSpotInstanceCountExceeded',
    ]);
    const others = withQuotas({ spot: { standard: 0 }, onDemand: { p: 0 } }, [...place(), ...three()]);
    expect(at(others, 5 * MINUTE, 'i-3').state).toBe('running');
  });
});

describe('capacity', () => {
  const full = (hosts: number): readonly Resource[] =>
    place().map((resource) => (resource.id === 'az-1' ? { ...resource, hosts } : resource) as Resource);
  const large = { instanceType: 'm5.24xlarge' };

  it('of a zone with so many hosts ends, for starts too; another zone has its own', () => {
    const run = play(
      timeline(
        [
          ...full(2),
          ...[1, 2, 3].flatMap((n) => machine(n, { set: large })),
          ...machine(4, { zone: 2, set: large }),
        ],
        [
          [10 * MINUTE, 'stop', 'i-1'],
          [20 * MINUTE, 'launch', 'i-3'],
          [30 * MINUTE, 'start', 'i-1'],
        ],
      ),
    );
    expect(at(run, 5 * MINUTE, 'i-3')).toMatchObject({
      state: 'not-launched',
      stateReason: 'InsufficientInstanceCapacity',
      stateMessage: expect.stringContaining('m5.24xlarge') as string,
    });
    expect(at(run, 5 * MINUTE, 'i-4').state).toBe('running');
    expect(at(run, 25 * MINUTE, 'i-3').state).toBe('running');
    expect(at(run, 35 * MINUTE, 'i-1').state).toBe('stopped');
  });

  it('is used to the last slot, and the only host is come back to', () => {
    const run = play(
      timeline(
        [...full(1), ...Array.from({ length: 49 }, (_, n) => machine(n + 1)).flat()],
        [
          [10 * MINUTE, 'stop', 'i-1'],
          [20 * MINUTE, 'start', 'i-1'],
        ],
      ),
    );
    expect(at(run, 5 * MINUTE, 'i-48').state).toBe('running');
    expect(at(run, 5 * MINUTE, 'i-49').stateReason).toBe('InsufficientInstanceCapacity');
    expect(at(run, 30 * MINUTE, 'i-1').state).toBe('running');
  });
});

describe('dedicated hosts', () => {
  it('hold what their largest size does, and take nobody after they failed', () => {
    const run = play(
      timeline(
        [
          ...place(),
          host(),
          ...machine(1, { set: { ...onHost, instanceType: 'm5.16xlarge' } }),
          ...machine(2, { set: { ...onHost, instanceType: 'm5.16xlarge' } }),
          ...machine(3, { set: { ...onHost, affinity: 'host' } }),
        ],
        [
          [10 * MINUTE, 'stop', 'i-3'],
          [20 * MINUTE, 'fail-host', 'i-1'],
          [30 * MINUTE, 'start', 'i-3'],
        ],
      ),
    );
    expect(at(run, 5 * MINUTE, 'i-1').host).toBe('h-1');
    expect(at(run, 5 * MINUTE, 'i-2')).toMatchObject({
      stateReason: 'InsufficientCapacityOnHost',
      stateMessage: expect.stringContaining('h-1') as string,
    });
    expect(at(run, 5 * MINUTE, 'i-3').host).toBe('h-1');
    expect(at(run, 40 * MINUTE, 'i-3').state).toBe('stopped');
    expect(eventsOf(run, 'i-3').at(-1)?.message).toContain('InvalidHostState');
  });
});
