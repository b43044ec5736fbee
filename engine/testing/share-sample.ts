/** A three-tier network in two zones with a given number of instances and a layout as if placed by hand. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { Resource, Scenario } from '../catalog/descriptors';
import type { LayoutBox } from '../model/resource';
import { emptyScenario } from '../persistence/empty';

const TIERS = [
  { name: 'web', instanceType: 't3.micro', port: 443, share: 0.4 },
  { name: 'app', instanceType: 'm5.large', port: 8080, share: 0.4 },
  { name: 'db', instanceType: 'r5.large', port: 5432, share: 0.2 },
] as const;
const ZONES = ['az-1', 'az-2'] as const;

/** As the measurements of link length take it: names, positions, rules; no script, no texts, no AWS ids. */
export function shareSample(instances: number): Scenario {
  const resources: Resource[] = [...network()];
  const layout: Record<string, LayoutBox> = {};
  const jitter = jitters();
  const place = (id: string, x: number, y: number, size?: Pick<LayoutBox, 'width' | 'height'>) => {
    layout[id] = { x: x + jitter(), y: y + jitter(), ...size };
  };
  place('internet-1', 520, -90);
  place('vpc-1', 60, 120, { width: 1180, height: 2400 });
  place('vpc-1/az-1', 30, 70);
  place('vpc-1/az-2', 610, 70);
  for (let subnet = 0; subnet < 6; subnet++)
    place(`subnet-${subnet + 1}`, 20, 50 + 380 * Math.floor(subnet / 2));
  place('igw-1', 560, 0);
  place('nat-1', 400, 40);

  let made = 0;
  const hosts = new Map<string, number>([['subnet-1', 5]]);
  for (const [tier, { name, instanceType, share }] of TIERS.entries()) {
    const count = tier === 2 ? instances - made : Math.round(instances * share);
    for (let index = 0; index < count; index++) {
      made += 1;
      const zone = index % 2;
      const subnetId = `subnet-${tier * 2 + zone + 1}`;
      const host = hosts.get(subnetId) ?? 4;
      hosts.set(subnetId, host + 1);
      const id = `i-${made}`;
      resources.push(
        { id, kind: 'instance', name: `${name}-${index + 1}`, instanceType },
        {
          id: `eni-${made}`,
          kind: 'network-interface',
          subnetId,
          privateIpAddress: `10.0.${tier * 2 + zone}.${host}`,
          groupSet: [`sg-${tier + 2}`],
          sourceDestCheck: true,
          attachment: { instanceId: id, deviceIndex: 0, deleteOnTermination: true },
        },
        {
          id: `vol-${made}`,
          kind: 'volume',
          availabilityZone: ZONES[zone] ?? 'az-1',
          size: 8,
          volumeType: 'gp3',
          encrypted: false,
          attachment: { instanceId: id, device: '/dev/xvda', root: true, deleteOnTermination: true },
        },
      );
      const row = Math.floor(index / 2);
      place(id, 30 + 170 * (row % 3), 40 + 110 * Math.floor(row / 3));
    }
  }
  return {
    ...emptyScenario(),
    title: 'Three tiers',
    resources: {
      ...emptyScenario().resources,
      ...Object.fromEntries(resources.map((resource) => [resource.id, resource])),
    },
    layout,
  };
}

/** 0 to 59 pixels beside a grid, as a hand places things; always the same. */
function jitters(): () => number {
  const random = xorshift128plus(20_260_101);
  return () => uniformInt(random, 0, 59);
}

function network(): readonly Resource[] {
  const everywhere = '0.0.0.0/0';
  const rule100 = (egress: boolean) =>
    ({ ruleNumber: 100, egress, protocol: '-1', ruleAction: 'allow', cidrBlock: everywhere }) as const;
  const openEgress = [{ ipProtocol: '-1', cidrIp: everywhere }];
  return [
    {
      id: 'vpc-1',
      kind: 'vpc',
      name: 'shop',
      region: 'region-1',
      cidrBlock: '10.0.0.0/16',
      enableDnsSupport: true,
      enableDnsHostnames: false,
    },
    { id: 'rtb-1', kind: 'route-table', vpcId: 'vpc-1', main: true, routes: [] },
    {
      id: 'rtb-2',
      kind: 'route-table',
      name: 'public',
      vpcId: 'vpc-1',
      routes: [{ destinationCidrBlock: everywhere, gatewayId: 'igw-1' }],
    },
    {
      id: 'rtb-3',
      kind: 'route-table',
      name: 'private',
      vpcId: 'vpc-1',
      routes: [{ destinationCidrBlock: everywhere, natGatewayId: 'nat-1' }],
    },
    {
      id: 'acl-1',
      kind: 'network-acl',
      vpcId: 'vpc-1',
      isDefault: true,
      entries: [rule100(false), rule100(true)],
    },
    {
      id: 'sg-1',
      kind: 'security-group',
      vpcId: 'vpc-1',
      groupName: 'default',
      groupDescription: 'default VPC security group',
      securityGroupIngress: [{ ipProtocol: '-1', peerGroupId: 'sg-1' }],
      securityGroupEgress: openEgress,
    },
    ...TIERS.map(({ name, port }, tier): Resource => ({
      id: `sg-${tier + 2}`,
      kind: 'security-group',
      name,
      vpcId: 'vpc-1',
      groupName: name,
      securityGroupIngress: [
        {
          ipProtocol: 'tcp',
          fromPort: port,
          toPort: port,
          ...(tier === 0 ? { cidrIp: everywhere } : { peerGroupId: `sg-${tier + 1}` }),
        },
      ],
      securityGroupEgress: openEgress,
    })),
    ...TIERS.flatMap(({ name }, tier) =>
      ZONES.map((zone, index): Resource => ({
        id: `subnet-${tier * 2 + index + 1}`,
        kind: 'subnet',
        name: `${name}-${index === 0 ? 'a' : 'b'}`,
        vpcId: 'vpc-1',
        availabilityZone: zone,
        cidrBlock: `10.0.${tier * 2 + index}.0/24`,
        mapPublicIpOnLaunch: tier === 0,
        routeTableId: tier === 0 ? 'rtb-2' : 'rtb-3',
      })),
    ),
    { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1' },
    { id: 'eip-1', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.20' },
    {
      id: 'nat-1',
      kind: 'nat-gateway',
      subnetId: 'subnet-1',
      connectivityType: 'public',
      privateIpAddress: '10.0.0.4',
      allocationId: 'eip-1',
    },
  ];
}
