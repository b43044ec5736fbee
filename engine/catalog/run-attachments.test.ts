import { describe, expect, it } from 'vitest';
import { at, eventsOf, HOUR, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import type { Resource } from './descriptors';
import { inspectNetworkInterface } from './network-interface/inspect';
import type { Run } from './run';

const T = 10 * MINUTE;

const eni = (id: string, subnet: 1 | 2, host: number, set: Partial<Resource> = {}): Resource =>
  ({
    id,
    kind: 'network-interface',
    subnetId: `subnet-${subnet}`,
    privateIpAddress: `10.0.${subnet}.${host}`,
    groupSet: [],
    sourceDestCheck: true,
    ...set,
  }) as Resource;

const gateway: Resource = { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1' };

const disk = (id: string, zone: 1 | 2): Resource => ({
  id,
  kind: 'volume',
  availabilityZone: `az-${zone}`,
  size: 8,
  volumeType: 'gp3',
  encrypted: false,
});

const elasticIp = (id: string, last: number): Resource => ({
  id,
  kind: 'elastic-ip',
  region: 'region-1',
  publicIp: `198.51.100.${last}`,
});

const resources: readonly Resource[] = [
  ...place(),
  gateway,
  ...machine(1, { elasticIp: true }),
  ...machine(2),
  ...machine(3, { zone: 2 }),
  ...machine(4, { set: { instanceType: 't3.micro' }, secondInterface: true }),
  ...machine(5, { set: { launch: 'by-script' } }),
  eni('eni-90', 1, 90, { secondaryPrivateIpAddresses: ['10.0.1.91'] }),
  eni('eni-92', 1, 92),
  eni('eni-93', 2, 93),
  eni('eni-94', 1, 94, { interfaceType: 'lambda' }),
  elasticIp('eip-9', 9),
  elasticIp('eip-8', 8),
  disk('vol-90', 1),
  disk('vol-91', 2),
];

const NAT: readonly Resource[] = [
  {
    id: 'nat-1',
    kind: 'nat-gateway',
    subnetId: 'subnet-1',
    privateIpAddress: '10.0.1.200',
    connectivityType: 'public',
    allocationId: 'eip-8',
  },
];

const run = (steps: readonly Step[], more: readonly Resource[] = []): Run =>
  play(timeline([...resources, ...more], steps));

const lastMessage = (played: Run, subject: string): string => eventsOf(played, subject).at(-1)?.message ?? '';

const attach = (time: number, id: string, to: string, extra: Partial<Step[3]> = {}): Step => [
  time,
  'attach-network-interface',
  id,
  { to, ...extra },
];

describe('EC2 refuses', () => {
  const table: readonly (readonly [
    what: string,
    code: string,
    steps: readonly Step[],
    more?: readonly Resource[],
  ])[] = [
    ['an interface of another zone', 'InvalidParameterCombination', [attach(T, 'eni-93', 'i-1')]],
    [
      'a device index in use',
      'InvalidParameterValue',
      [attach(T, 'eni-90', 'i-1', { deviceIndex: 1 }), attach(2 * T, 'eni-92', 'i-1', { deviceIndex: 1 })],
    ],
    ['more interfaces than the type may have', 'AttachmentLimitExceeded', [attach(T, 'eni-90', 'i-4')]],
    [
      'an interface that is in use',
      'InvalidNetworkInterface.InUse',
      [attach(T, 'eni-90', 'i-1'), attach(2 * T, 'eni-90', 'i-2')],
    ],
    ['an interface of a service', 'OperationNotPermitted', [attach(T, 'eni-94', 'i-1')]],
    [
      'attaching to an instance that is not launched',
      'InvalidInstanceID.NotFound',
      [attach(T, 'eni-90', 'i-5')],
    ],
    [
      'attaching to an instance that is terminated',
      'IncorrectState',
      [[T, 'terminate', 'i-1'], attach(2 * T, 'eni-90', 'i-1')],
    ],
    ['detaching the primary interface', 'OperationNotPermitted', [[T, 'detach-network-interface', 'eni-1']]],
    [
      'detaching an interface of a service',
      'OperationNotPermitted',
      [[T, 'detach-network-interface', 'eni-94']],
    ],
    [
      'detaching what is not attached',
      'InvalidAttachmentID.NotFound',
      [[T, 'detach-network-interface', 'eni-90']],
    ],
    [
      'an Elastic IP for an instance with several interfaces',
      'InvalidInstanceID: There are multiple interfaces',
      [[T, 'associate-address', 'eip-9', { to: 'i-4' }]],
    ],
    [
      'an Elastic IP for a private address that the interface has not',
      'InvalidParameterValue',
      [[T, 'associate-address', 'eip-9', { to: 'eni-90', privateIpAddress: '10.0.1.99' }]],
    ],
    [
      'to take an Elastic IP away where that is not allowed',
      'Resource.AlreadyAssociated',
      [[T, 'associate-address', 'eip-1', { to: 'eni-2', allowReassociation: false }]],
    ],
    [
      'the Elastic IP of a NAT gateway',
      'AuthFailure',
      [[T, 'associate-address', 'eip-8', { to: 'i-2' }]],
      NAT,
    ],
    ['disassociating that of a NAT gateway', 'AuthFailure', [[T, 'disassociate-address', 'eip-8']], NAT],
    [
      'disassociating what is not associated',
      'InvalidAssociationID.NotFound',
      [[T, 'disassociate-address', 'eip-9']],
    ],
    [
      'moving a secondary address without allowing reassignment',
      'already assigned, but move is not allowed',
      [[T, 'move-private-address', 'eni-90', { to: 'eni-92' }]],
    ],
    [
      'moving one to another subnet',
      'InvalidParameterValue',
      [[T, 'move-private-address', 'eni-90', { to: 'eni-93', allowReassignment: true }]],
    ],
    [
      'moving a primary address',
      'primary address',
      [
        [
          T,
          'move-private-address',
          'eni-90',
          { to: 'eni-92', privateIpAddress: '10.0.1.90', allowReassignment: true },
        ],
      ],
    ],
    [
      'more addresses than the type may have on an interface',
      'PrivateIpAddressLimitExceeded',
      [
        [T, 'move-private-address', 'eni-90', { to: 'eni-40', allowReassignment: true }],
        [2 * T, 'move-private-address', 'eni-95', { to: 'eni-40', allowReassignment: true }],
      ],
      [eni('eni-95', 1, 95, { secondaryPrivateIpAddresses: ['10.0.1.96'] })],
    ],
    [
      'a volume of another zone',
      'InvalidVolume.ZoneMismatch',
      [[T, 'attach-volume', 'vol-91', { to: 'i-1' }]],
    ],
    ['a volume in use', 'VolumeInUse', [[T, 'attach-volume', 'vol-2', { to: 'i-1' }]]],
    [
      'a device name in use',
      'InvalidParameterValue',
      [[T, 'attach-volume', 'vol-90', { to: 'i-1', device: '/dev/xvda' }]],
    ],
    [
      'detaching the root volume of a running instance',
      'OperationNotPermitted',
      [[T, 'detach-volume', 'vol-1']],
    ],
    ['detaching a volume that nobody has', 'IncorrectState', [[T, 'detach-volume', 'vol-90']]],
    [
      'to start without a root volume',
      'IncorrectInstanceState',
      [
        [T, 'stop', 'i-1'],
        [2 * T, 'detach-volume', 'vol-1'],
        [3 * T, 'start', 'i-1'],
      ],
    ],
  ];
  it.each(table.map((row) => [row[0], row] as const))('%s', (_what, [, code, steps, more = []]) => {
    const played = run(steps, more);
    const [time, type, target] = steps.at(-1) as Step;
    const told = played.outline().events.find((event) => event.at === time && event.type === type);
    expect(told?.subject).toBe(target);
    expect(told?.message).toContain('refused');
    expect(told?.message).toContain(code);
    expect(told?.changes).toEqual([]);
  });

  it('an Elastic IP in a VPC without an internet gateway', () => {
    const played = play(
      timeline(
        resources.filter(({ id }) => id !== 'igw-1'),
        [[T, 'associate-address', 'eip-9', { to: 'i-2' }]],
      ),
    );
    expect(lastMessage(played, 'eip-9')).toContain('Gateway.NotAttached');
  });
});

describe('an interface', () => {
  it('moves with its addresses from one instance to another, and stays when that is terminated', () => {
    const played = run([
      attach(T, 'eni-90', 'i-1'),
      [T + 1, 'associate-address', 'eip-9', { to: 'eni-90' }],
      [2 * T, 'detach-network-interface', 'eni-90'],
      [3 * T, 'stop', 'i-2'],
      attach(4 * T, 'eni-90', 'i-2', { deviceIndex: 2 }),
      [5 * T, 'terminate', 'i-2'],
    ]);
    const carried = { privateIp: '10.0.1.90', publicIp: '198.51.100.9', publicIpOwner: 'elastic' };
    expect(at(played, T + 1, 'eni-90')).toMatchObject({
      ...carried,
      state: 'in-use',
      attachedTo: 'i-1',
      deviceIndex: 1,
      attachedWhile: 'hot',
      deleteOnTermination: false,
    });
    expect(at(played, 2 * T, 'eni-90')).toMatchObject({ ...carried, state: 'available', attachedTo: null });
    expect(at(played, 4 * T, 'eni-90')).toMatchObject({
      ...carried,
      attachedTo: 'i-2',
      deviceIndex: 2,
      attachedWhile: 'warm',
    });
    expect(at(played, 6 * T, 'eni-90')).toMatchObject({ ...carried, state: 'available', attachedTo: null });
    expect(at(played, 6 * T, 'eni-2').state).toBe('deleted');
    expect(at(played, 6 * T, 'eip-9').attachedTo).toBe('eni-90');
  });

  it('that came with the launch and was detached does not go with the instance', () => {
    const extra = eni('eni-99', 1, 99, {
      attachment: { instanceId: 'i-1', deviceIndex: 1, deleteOnTermination: true },
    });
    const kept = run(
      [
        [T, 'detach-network-interface', 'eni-99'],
        [2 * T, 'terminate', 'i-1'],
      ],
      [extra],
    );
    expect(at(kept, 3 * T, 'eni-99').state).toBe('available');
    const gone = run([[2 * T, 'terminate', 'i-1']], [extra]);
    expect(at(gone, 3 * T, 'eni-99').state).toBe('deleted');
  });

  it('of an instance that is launched later can’t be there twice', () => {
    const later = eni('eni-99', 1, 99, {
      attachment: { instanceId: 'i-5', deviceIndex: 1, deleteOnTermination: false },
    });
    const played = run([attach(T, 'eni-99', 'i-1'), [2 * T, 'launch', 'i-5']], [later]);
    expect(at(played, 2 * T, 'i-5')).toMatchObject({
      state: 'not-launched',
      stateReason: 'InvalidNetworkInterface.InUse',
    });
    expect(at(played, 2 * T, 'eni-99').attachedTo).toBe('i-1');
  });
});

describe('public addresses', () => {
  it('an Elastic IP takes the place of an assigned address at once, and gives it back when it goes', () => {
    const played = run([
      [T, 'associate-address', 'eip-9', { to: 'i-2' }],
      [2 * T, 'disassociate-address', 'eip-9'],
    ]);
    const before = at(played, T - 1, 'i-2');
    expect(before.publicIpOwner).toBe('amazon');
    expect(at(played, T, 'i-2')).toMatchObject({ publicIp: '198.51.100.9', publicIpOwner: 'elastic' });
    const after = at(played, 2 * T, 'i-2');
    expect(after.publicIpOwner).toBe('amazon');
    expect(after.publicIp).not.toBe(before.publicIp);
    expect(at(played, 2 * T, 'eip-9')).toMatchObject({ attachedTo: null, privateIp: null });
  });

  it('an Elastic IP that another takes over leaves the first instance with a new one from Amazon', () => {
    const played = run([[T, 'associate-address', 'eip-1', { to: 'i-2' }]]);
    expect(at(played, T, 'i-2').publicIp).toBe('198.51.100.1');
    expect(at(played, T, 'i-1').publicIpOwner).toBe('amazon');
    expect(at(played, T, 'eip-1').attachedTo).toBe('eni-2');
  });

  it('one that stands there already gives way and stays in the account', () => {
    const played = run([[T, 'associate-address', 'eip-9', { to: 'i-1' }]]);
    expect(at(played, T, 'i-1').publicIp).toBe('198.51.100.9');
    expect(at(played, T, 'eip-1').attachedTo).toBeNull();
  });

  it('stay over a stop and start where they are elastic', () => {
    const played = run([
      [T, 'associate-address', 'eip-9', { to: 'i-2' }],
      [2 * T, 'stop', 'i-2'],
      [3 * T, 'start', 'i-2'],
    ]);
    expect(at(played, 4 * T, 'i-2').publicIp).toBe('198.51.100.9');
  });

  it('no new one comes with a start, nor after an Elastic IP, once there is a second interface', () => {
    const played = run([
      attach(T, 'eni-90', 'i-2'),
      [2 * T, 'stop', 'i-2'],
      [3 * T, 'start', 'i-2'],
      attach(T, 'eni-92', 'i-1'),
      [2 * T, 'disassociate-address', 'eip-1'],
    ]);
    expect(at(played, T, 'i-2').publicIpOwner).toBe('amazon');
    expect(at(played, 4 * T, 'i-2')).toMatchObject({ state: 'running', publicIp: null });
    expect(at(played, 4 * T, 'i-1').publicIp).toBeNull();
    const again = run([
      attach(T, 'eni-90', 'i-2'),
      [2 * T, 'stop', 'i-2'],
      [2 * T + 5 * MINUTE, 'detach-network-interface', 'eni-90'],
      [3 * T, 'start', 'i-2'],
    ]);
    expect(at(again, 4 * T, 'i-2').publicIpOwner).toBe('amazon');
  });

  it('a secondary address moves with its Elastic IP', () => {
    const played = run([
      attach(T, 'eni-90', 'i-1'),
      [T + 1, 'associate-address', 'eip-9', { to: 'eni-90', privateIpAddress: '10.0.1.91' }],
      [2 * T, 'move-private-address', 'eni-90', { to: 'eni-92', allowReassignment: true }],
    ]);
    expect(at(played, T + 1, 'eni-90').publicIp).toBeNull();
    expect(at(played, 2 * T, 'eni-90').secondaryIps).toEqual([]);
    expect(at(played, 2 * T, 'eni-92').secondaryIps).toEqual(['10.0.1.91']);
    expect(at(played, 2 * T, 'eip-9')).toMatchObject({ attachedTo: 'eni-92', privateIp: '10.0.1.91' });
  });
});

describe('a volume', () => {
  it('moves with its data and stays when the instance is terminated', () => {
    const played = run([
      [T, 'attach-volume', 'vol-90', { to: 'i-1' }],
      [T + 1, 'write-data', 'vol-90', { label: 'orders' }],
      [2 * T, 'detach-volume', 'vol-90'],
      [3 * T, 'attach-volume', 'vol-90', { to: 'i-2', device: '/dev/sdh' }],
      [4 * T, 'terminate', 'i-2'],
    ]);
    expect(at(played, T, 'vol-90')).toMatchObject({ state: 'in-use', attachedTo: 'i-1', device: '/dev/sdf' });
    expect(at(played, 3 * T, 'vol-90')).toMatchObject({
      attachedTo: 'i-2',
      device: '/dev/sdh',
      data: ['orders'],
    });
    expect(at(played, 5 * T, 'vol-90')).toMatchObject({
      state: 'available',
      attachedTo: null,
      data: ['orders'],
    });
  });

  it('takes the place of a root volume while the instance is stopped', () => {
    const played = run([
      [T, 'stop', 'i-1'],
      [2 * T, 'detach-volume', 'vol-1'],
      [3 * T, 'attach-volume', 'vol-90', { to: 'i-1', device: '/dev/xvda' }],
      [4 * T, 'start', 'i-1'],
      [5 * T, 'write-data', 'i-1', { label: 'a', to: 'root' }],
    ]);
    expect(at(played, 5 * T, 'i-1').state).toBe('running');
    expect(at(played, 5 * T, 'vol-90').data).toEqual(['a']);
    expect(at(played, HOUR, 'vol-1').state).toBe('available');
  });
});

describe('the inspector of an interface', () => {
  it('says at a moment what it is attached to, by which index, and that it is attached to nothing once detached', () => {
    const document = timeline(
      [...place(), ...machine(1, { secondInterface: true })],
      [[5 * MINUTE, 'detach-network-interface', 'eni-10']],
    );
    const eni = document.resources['eni-10'];
    if (eni?.kind !== 'network-interface') throw new Error('There is no such interface.');
    const attached = (time: number) =>
      inspectNetworkInterface(document, eni, play(document).momentAt(time).live).facts.find(
        ({ label }) => label === 'Attached to',
      );
    expect(attached(2 * MINUTE)).toMatchObject({
      value: 'i-1',
      note: 'device index 1; stays when it is terminated',
    });
    expect(attached(10 * MINUTE)).toEqual({ label: 'Attached to', value: 'nothing' });
  });
});
