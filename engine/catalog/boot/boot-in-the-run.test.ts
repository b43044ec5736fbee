import { describe, expect, it } from 'vitest';
import { createPlayback } from '../playback';
import { lifecycleRoles } from '../lifecycle-roles';
import { compileNetwork, trace } from '../network-roles';
import type { Observed } from '../../model/document';
import type { Instance } from '../instance/kind';
import type { Resource } from '../descriptors';
import {
  at,
  eventsOf,
  HOUR,
  machine,
  MINUTE,
  place,
  play,
  timeline,
  type Step,
} from '../../testing/timeline';

const WEB_SERVER = '#!/bin/bash\nyum install -y httpd\nsystemctl enable --now httpd\n';

/** A private web server in subnet-1, and a client beside it. */
function shop({
  userData = WEB_SERVER,
  more = [],
  routes = [],
  set = {},
}: {
  readonly userData?: string;
  readonly more?: readonly Resource[];
  readonly routes?: readonly object[];
  readonly set?: Partial<Instance>;
} = {}): readonly Resource[] {
  return [
    ...place().filter(({ id }) => id !== 'subnet-1'),
    {
      id: 'subnet-1',
      kind: 'subnet',
      vpcId: 'vpc-1',
      availabilityZone: 'az-1',
      cidrBlock: '10.0.1.0/24',
      mapPublicIpOnLaunch: false,
    },
    { id: 'rtb-1', kind: 'route-table', vpcId: 'vpc-1', main: true, routes: routes },
    {
      id: 'acl-1',
      kind: 'network-acl',
      vpcId: 'vpc-1',
      isDefault: true,
      entries: [false, true].map((egress) => ({
        ruleNumber: 100,
        egress,
        protocol: '-1',
        ruleAction: 'allow' as const,
        cidrBlock: '0.0.0.0/0',
      })),
    },
    {
      id: 'sg-1',
      kind: 'security-group',
      vpcId: 'vpc-1',
      groupName: 'web',
      securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '10.0.0.0/16' }],
      securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
    },
    ...inGroup(machine(1, { set: { userData, ...set }, dataVolume: true })),
    ...inGroup(machine(2)),
    ...more,
  ];
}

const inGroup = (resources: readonly Resource[]): readonly Resource[] =>
  resources.map((resource) =>
    resource.kind === 'network-interface' ? { ...resource, groupSet: ['sg-1'] } : resource,
  );

/** A NAT gateway in the public subnet-2. */
const NAT: readonly Resource[] = [
  { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1' },
  {
    id: 'rtb-2',
    kind: 'route-table',
    vpcId: 'vpc-1',
    routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }],
  },
  { id: 'eip-9', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.9' },
  {
    id: 'nat-1',
    kind: 'nat-gateway',
    subnetId: 'subnet-2',
    connectivityType: 'public',
    privateIpAddress: '10.0.2.200',
    allocationId: 'eip-9',
  },
];
const TO_NAT = [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }];
const withNat = (resources: readonly Resource[]): readonly Resource[] =>
  resources.map((resource) =>
    resource.id === 'subnet-2' ? { ...resource, routeTableId: 'rtb-2' } : resource,
  );

const seen: Readonly<Record<string, Observed>> = { 'nat-1': { state: 'available' } };
const playShop = (resources: readonly Resource[], steps: readonly Step[] = [], observed = seen) =>
  play(timeline(resources, steps, observed));

function clientReaches(resources: readonly Resource[], run: ReturnType<typeof play>, time: number): string {
  const document = timeline(resources, [], seen);
  const network = compileNetwork({ document, at: time, live: run.momentAt(time).live });
  const answer = trace(network, { from: 'i-2', to: 'i-1', protocol: 'tcp', port: 80 });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.verdict === 'reachable' ? 'served' : (answer.value.code ?? answer.value.verdict);
}

describe('a web server that boots by user data', () => {
  it('fails in a private subnet for want of a path, runs all the same, and serves nobody', () => {
    const resources = shop();
    const run = playShop(resources);
    expect(at(run, HOUR, 'i-1')).toMatchObject({
      state: 'running',
      instanceStatus: 'passed',
      userData: 'failed',
      guest: 'up',
    });
    const failure = eventsOf(run, 'i-1').find(({ message }) => message.includes('yum install'));
    expect(failure?.message).toContain('fails');
    expect(failure?.severity).toBe('bad');
    expect(clientReaches(resources, run, HOUR)).not.toBe('served');
  });

  it('is served by once there is a NAT gateway', () => {
    const resources = withNat(shop({ more: NAT, routes: TO_NAT }));
    const run = playShop(resources);
    expect(at(run, HOUR, 'i-1')).toMatchObject({
      userData: 'done',
      listening: expect.arrayContaining(['tcp/80 httpd']) as string[],
    });
    expect(clientReaches(resources, run, HOUR)).toBe('served');
    expect(clientReaches(resources, run, 20_000)).not.toBe('served');
  });

  it('waits for a NAT gateway that is still pending, as long as the package manager tries', () => {
    // The NAT gateway takes one to two minutes. dnf of Amazon Linux 2023 gives up after three, yum of 2 after one.
    const resources = withNat(shop({ more: NAT, routes: TO_NAT }));
    const run = playShop(resources, [], {});
    expect(at(run, 30_000, 'nat-1').state).toBe('pending');
    expect(at(run, 30_000, 'i-1').userData).toBe('running');
    expect(at(run, HOUR, 'i-1').userData).toBe('done');
  });

  it('comes too early for one that is longer in coming than the package manager tries', () => {
    const curl = '#!/bin/bash\ncurl --connect-timeout 15 -o /tmp/x https://example.com/x\n';
    const resources = withNat(shop({ userData: curl, more: NAT, routes: TO_NAT }));
    const run = playShop(resources, [], {});
    expect(at(run, HOUR, 'i-1').userData).toBe('failed');
  });

  it('gets Amazon Linux packages through a gateway endpoint for S3, without a NAT gateway', () => {
    const endpoint: readonly Resource[] = [
      {
        id: 'vpce-1',
        kind: 'vpc-endpoint',
        vpcId: 'vpc-1',
        vpcEndpointType: 'Gateway',
        serviceName: 'com.amazonaws.us-east-1.s3',
      },
      {
        id: 'pl-1',
        kind: 'prefix-list',
        region: 'region-1',
        prefixListName: 'com.amazonaws.us-east-1.s3',
        entries: [{ cidr: '54.231.0.0/17' }],
      },
    ];
    const routes = [{ destinationPrefixListId: 'pl-1', gatewayId: 'vpce-1' }];
    const run = playShop(shop({ more: endpoint, routes }));
    expect(at(run, HOUR, 'i-1').userData).toBe('done');
    const ubuntu = { id: 'ami-1', kind: 'image', region: 'region-1', imageName: 'u' } as const;
    const other = playShop(
      shop({
        more: [...endpoint, { ...ubuntu, architecture: 'x86_64', operatingSystem: 'ubuntu-24.04' }],
        routes,
        userData: '#!/bin/bash\napt-get update\napt-get install -y apache2\n',
        set: { imageId: 'ami-1' },
      }),
    );
    expect(at(other, HOUR, 'i-1').userData).toBe('failed');
  });

  it('runs its user data on the first boot only; an enabled service comes up with every boot', () => {
    const resources = withNat(shop({ more: NAT, routes: TO_NAT }));
    const run = playShop(resources, [
      [20 * MINUTE, 'stop', 'i-1'],
      [30 * MINUTE, 'start', 'i-1'],
    ]);
    expect(at(run, 25 * MINUTE, 'i-1').listening).toBeNull();
    expect(at(run, HOUR, 'i-1').listening).toEqual(expect.arrayContaining(['tcp/80 httpd']));
    const runs = eventsOf(run, 'i-1').filter(({ message }) => message.includes('yum install'));
    expect(runs).toHaveLength(1);
  });

  it('that is stopped in the middle of its user data does not go on with it', () => {
    const run = playShop(shop(), [[MINUTE, 'stop', 'i-1']]);
    const later = eventsOf(run, 'i-1').filter(({ at: when }) => when > 3 * MINUTE);
    expect(later).toEqual([]);
    expect(at(run, HOUR, 'i-1').state).toBe('stopped');
  });

  it('goes on from a snapshot anywhere as if it had never been interrupted', () => {
    const document = timeline(withNat(shop({ more: NAT, routes: TO_NAT })), [], seen);
    const roles = lifecycleRoles(document);
    const whole = createPlayback(roles, { maxEvents: 10_000 });
    while (whole.step());
    for (let steps = 0; steps < 30; steps += 3) {
      const half = createPlayback(roles, { maxEvents: 10_000 });
      for (let step = 0; step < steps; step += 1) half.step();
      const resumed = createPlayback(roles, { maxEvents: 10_000 }, half.snapshot());
      while (resumed.step());
      expect([steps, resumed.traceHash]).toEqual([steps, whole.traceHash]);
    }
  });
});

describe('what user data asks for', () => {
  const outcomeOf = (userData: string, set: Partial<Instance> = {}, more: readonly Resource[] = []) => {
    const resources = withNat(shop({ userData, set, more: [...NAT, ...more], routes: TO_NAT }));
    return at(playShop(resources), HOUR, 'i-1').userData;
  };

  it('a bucket needs a role besides the path', () => {
    const bucket = { id: 'bucket-1', kind: 'bucket', region: 'region-1', bucketName: 'shop-files' } as const;
    const fetch = '#!/bin/bash\naws s3 cp s3://shop-files/site.zip /tmp/site.zip\n';
    const role = { roleName: 'web', policies: ['AmazonS3ReadOnlyAccess'] } as const;
    expect(outcomeOf(fetch, {}, [bucket])).toBe('failed');
    expect(outcomeOf(fetch, { iamInstanceProfile: role }, [bucket])).toBe('done');
    expect(outcomeOf(fetch, { iamInstanceProfile: role })).toBe('not-simulated');
  });

  it('a blank volume is made a file system before it is mounted', () => {
    expect(outcomeOf('#!/bin/bash\nmount /dev/sdf /mnt\n')).toBe('failed');
    expect(outcomeOf('#!/bin/bash\nmkfs -t ext4 /dev/sdf\nmkdir /data\nmount /dev/sdf /data\n')).toBe('done');
  });

  it('a file system is mounted by the target of its zone, if its group lets NFS in', () => {
    const mount = '#!/bin/bash\nmount -t efs fs-1:/ /mnt/efs\n';
    const target = (groups: readonly string[]): readonly Resource[] => [
      {
        id: 'eni-50',
        kind: 'network-interface',
        subnetId: 'subnet-1',
        privateIpAddress: '10.0.1.50',
        groupSet: groups,
        sourceDestCheck: true,
      },
      {
        id: 'sg-2',
        kind: 'security-group',
        vpcId: 'vpc-1',
        groupName: 'files',
        securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 2049, toPort: 2049, cidrIp: '10.0.0.0/16' }],
        securityGroupEgress: [],
      },
      { id: 'fs-1', kind: 'file-system', region: 'region-1', mountTargets: ['eni-50'] },
    ];
    const script = `#!/bin/bash\nyum install -y amazon-efs-utils\n${mount.split('\n')[1]}\n`;
    expect(outcomeOf(script, {}, target(['sg-1']))).toBe('failed');
    expect(outcomeOf(script, {}, target(['sg-2']))).toBe('done');
    expect(outcomeOf(script)).toBe('failed');
  });

  it('somebody on the internet is nobody of the drawing, whatever Elastic IPs it has', () => {
    const curl = '#!/bin/bash\ncurl -o /tmp/x https://example.com/x\n';
    const all: readonly Resource[] = ['198.51.100.80', '192.0.2.80', '198.18.0.80'].map(
      (publicIp, index) => ({
        id: `eip-9${index}`,
        kind: 'elastic-ip',
        region: 'region-1',
        publicIp,
        networkInterfaceId: 'eni-2',
      }),
    );
    expect(outcomeOf(curl, {}, all)).toBe('done');
  });

  it('without instance metadata there is no user data', () => {
    const off = { metadataOptions: { httpEndpoint: 'disabled' } } as const;
    const run = playShop(withNat(shop({ more: NAT, routes: TO_NAT, set: off })));
    expect(at(run, HOUR, 'i-1').listening).not.toEqual(expect.arrayContaining(['tcp/80 httpd']));
  });
});
