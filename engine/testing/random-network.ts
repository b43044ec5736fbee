/** Networks of any size out of a seed: three tiers in two zones, as people build them. For benches and properties. */
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import { makeIpv4, parseIpv4 } from '../model/ip/ipv4';
import { emptyScenario, withResources } from './network';

export interface RandomNetworkShape {
  readonly seed: number;
  /** Instances, each with one interface. At most 6 x 4,000. */
  readonly interfaces: number;
}

const TIERS = ['web', 'app', 'db'] as const;
const ZONES = ['a', 'b'] as const;
type Tier = (typeof TIERS)[number];

/** A small linear congruential generator: the same seed draws the same network everywhere. */
function drawFrom(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * VPC 10.0.0.0/16 with an internet gateway; per zone a public web subnet and private app and db subnets; a NAT gateway;
 * groups that name each other, and a few rules, ACL entries and routes that differ from seed to seed.
 * Instances are `i-1` …, on `subnet-web-a`, `subnet-app-a`, `subnet-db-a`, `subnet-web-b` … in turn.
 */
export function randomNetwork({ seed, interfaces }: RandomNetworkShape): Scenario {
  const draw = drawFrom(seed);
  const all: Resource[] = [
    { id: 'region-1', kind: 'region', regionName: 'us-east-1' },
    { id: 'internet-1', kind: 'internet', clientAddress: '203.0.113.7' },
    {
      id: 'vpc-1',
      kind: 'vpc',
      region: 'region-1',
      cidrBlock: '10.0.0.0/16',
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1' },
    { id: 'rtb-main', kind: 'route-table', vpcId: 'vpc-1', main: true, routes: [] },
    table('rtb-public', { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }),
    table('rtb-private', { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }),
    { id: 'eip-1', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.9' },
    {
      id: 'nat-1',
      kind: 'nat-gateway',
      subnetId: 'subnet-web-a',
      connectivityType: 'public',
      privateIpAddress: '10.0.0.4',
      allocationId: 'eip-1',
    },
    openAcl('acl-1', true),
    randomAcl('acl-2', draw),
    ...groups(draw),
  ];
  ZONES.forEach((zone, zoneIndex) => {
    all.push({ id: `az-${zone}`, kind: 'zone', region: 'region-1', zoneName: `us-east-1${zone}` });
    TIERS.forEach((tier, tierIndex) => {
      const odd = draw(4) === 0;
      all.push({
        id: `subnet-${tier}-${zone}`,
        kind: 'subnet',
        vpcId: 'vpc-1',
        availabilityZone: `az-${zone}`,
        cidrBlock: `10.0.${(zoneIndex * 3 + tierIndex) * 16}.0/20`,
        mapPublicIpOnLaunch: tier === 'web',
        routeTableId: tier === 'web' ? 'rtb-public' : 'rtb-private',
        ...(odd ? { networkAclId: 'acl-2' } : {}),
      });
    });
  });
  for (let index = 0; index < interfaces; index += 1) all.push(...machine(index, draw));
  return withResources({ ...emptyScenario(), seed, title: `Three tiers, ${interfaces} interfaces` }, all);
}

const table = (id: string, route: ResourceOf<'route-table'>['routes'][number]): Resource => ({
  id,
  kind: 'route-table',
  vpcId: 'vpc-1',
  routes: [route],
});

type Entry = ResourceOf<'network-acl'>['entries'][number];
const entry = (ruleNumber: number, egress: boolean, extra: Partial<Entry> = {}): Entry => ({
  ruleNumber,
  egress,
  protocol: '-1',
  ruleAction: 'allow',
  cidrBlock: '0.0.0.0/0',
  ...extra,
});

const openAcl = (id: string, isDefault: boolean): Resource => ({
  id,
  kind: 'network-acl',
  vpcId: 'vpc-1',
  isDefault,
  entries: [entry(100, false), entry(100, true)],
});

function randomAcl(id: string, draw: (below: number) => number): Resource {
  const entries: Entry[] = [];
  for (const egress of [false, true]) {
    for (let number = 10; number <= 90; number += 10) {
      if (draw(2) === 0) continue;
      const from = draw(60_000);
      entries.push(
        entry(number, egress, {
          protocol: 'tcp',
          ruleAction: draw(3) === 0 ? 'deny' : 'allow',
          cidrBlock: `10.0.${draw(6) * 16}.0/20`,
          portRange: { from, to: from + draw(5_000) },
        }),
      );
    }
    if (draw(4) > 0) entries.push(entry(100, egress));
  }
  return { id, kind: 'network-acl', vpcId: 'vpc-1', entries };
}

function groups(draw: (below: number) => number): Resource[] {
  const rule = (port: number, peer: { cidrIp: string } | { peerGroupId: string }) => ({
    ipProtocol: 'tcp',
    fromPort: port,
    toPort: port,
    ...peer,
  });
  const group = (tier: Tier, inbound: ResourceOf<'security-group'>['securityGroupIngress']): Resource => ({
    id: `sg-${tier}`,
    kind: 'security-group',
    vpcId: 'vpc-1',
    groupName: tier,
    securityGroupIngress: inbound,
    securityGroupEgress:
      draw(6) === 0 ? [rule(443, { cidrIp: '0.0.0.0/0' })] : [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
  });
  const admin = draw(2) === 0 ? [rule(22, { cidrIp: '203.0.113.0/24' })] : [];
  return [
    group('web', [rule(443, { cidrIp: '0.0.0.0/0' }), ...admin]),
    group('app', [rule(8080, { peerGroupId: 'sg-web' })]),
    group('db', [rule(5432, { peerGroupId: 'sg-app' })]),
  ];
}

function machine(index: number, draw: (below: number) => number): Resource[] {
  const tierIndex = index % TIERS.length;
  const zoneIndex = Math.floor(index / TIERS.length) % ZONES.length;
  const tier = TIERS[tierIndex] ?? 'web';
  const zone = ZONES[zoneIndex] ?? 'a';
  const base = parseIpv4(`10.0.${(zoneIndex * 3 + tierIndex) * 16}.0`) ?? 0;
  const number = index + 1;
  return [
    { id: `i-${number}`, kind: 'instance', name: `${tier}-${number}`, instanceType: 't3.micro' },
    {
      id: `eni-${number}`,
      kind: 'network-interface',
      subnetId: `subnet-${tier}-${zone}`,
      privateIpAddress: makeIpv4(base + 10 + Math.floor(index / 6)),
      groupSet: [`sg-${tier}`],
      sourceDestCheck: draw(20) > 0,
      attachment: { instanceId: `i-${number}`, deviceIndex: 0, deleteOnTermination: true },
    },
  ];
}
