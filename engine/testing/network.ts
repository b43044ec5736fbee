/** Networks for tests: one region, VPCs with zones, tiers, instances with their interface and root volume. */
import type { Resource, Scenario } from '../catalog/descriptors';

export const emptyScenario = (): Scenario => ({
  format: 'ec2-playground',
  version: 1,
  seed: 1,
  title: 'Test',
  startsAt: '2026-01-01T00:00:00Z',
  accounts: {},
  resources: {},
  observed: {},
  layout: {},
  script: [],
  checks: [],
  slides: [],
  notes: [],
});

export const withResources = (document: Scenario, resources: readonly Resource[]): Scenario => ({
  ...document,
  resources: {
    ...document.resources,
    ...Object.fromEntries(resources.map((resource) => [resource.id, resource])),
  },
});

export interface NetworkShape {
  readonly vpcs: number;
  readonly zones: number;
  readonly tiers: readonly string[];
  readonly instancesPerSubnet: number;
  /** Every instance gets one more interface in the subnet of the next tier. */
  readonly secondInterfaces?: boolean;
  readonly instanceType?: string;
}

/** `public` tiers have a route to the VPC's internet gateway. Addresses are those EC2 would hand out first. */
export function networkOf(shape: NetworkShape): Scenario {
  const all: Resource[] = [
    { id: 'region-1', kind: 'region', regionName: 'us-east-1' },
    { id: 'internet-1', kind: 'internet', clientAddress: '203.0.113.7' },
  ];
  for (let zone = 1; zone <= shape.zones; zone += 1)
    all.push({
      id: `az-${zone}`,
      kind: 'zone',
      region: 'region-1',
      zoneName: `us-east-1${'abcdef'.charAt(zone - 1)}`,
    });
  let [subnets, machines] = [0, 0];
  for (let vpc = 1; vpc <= shape.vpcs; vpc += 1) {
    const vpcId = `vpc-${vpc}`;
    all.push(
      {
        id: vpcId,
        kind: 'vpc',
        region: 'region-1',
        cidrBlock: `10.${vpc - 1}.0.0/16`,
        enableDnsSupport: true,
        enableDnsHostnames: false,
      },
      { id: `rtb-${vpc}`, kind: 'route-table', vpcId, main: true, routes: [] },
      {
        id: `rtb-public-${vpc}`,
        kind: 'route-table',
        vpcId,
        routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: `igw-${vpc}` }],
      },
      { id: `igw-${vpc}`, kind: 'internet-gateway', region: 'region-1', vpcId },
      {
        id: `acl-${vpc}`,
        kind: 'network-acl',
        vpcId,
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
        id: `sg-${vpc}`,
        kind: 'security-group',
        vpcId,
        groupName: 'default',
        securityGroupIngress: [{ ipProtocol: '-1', peerGroupId: `sg-${vpc}` }],
        securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
      },
    );
    shape.tiers.forEach((tier, tierIndex) => {
      for (let zone = 1; zone <= shape.zones; zone += 1) {
        subnets += 1;
        const third = tierIndex * 10 + zone;
        const isPublic = tier.startsWith('public');
        all.push({
          id: `subnet-${subnets}`,
          kind: 'subnet',
          name: `${tier}-${'abcdef'.charAt(zone - 1)}`,
          vpcId,
          availabilityZone: `az-${zone}`,
          cidrBlock: `10.${vpc - 1}.${third}.0/24`,
          mapPublicIpOnLaunch: isPublic,
          ...(isPublic ? { routeTableId: `rtb-public-${vpc}` } : {}),
        });
        for (let machine = 0; machine < shape.instancesPerSubnet; machine += 1) {
          machines += 1;
          all.push(
            {
              id: `i-${machines}`,
              kind: 'instance',
              name: `${tier}-${machines}`,
              instanceType: shape.instanceType ?? 't3.micro',
            },
            {
              id: `eni-${machines}`,
              kind: 'network-interface',
              subnetId: `subnet-${subnets}`,
              privateIpAddress: `10.${vpc - 1}.${third}.${machine + 4}`,
              groupSet: [`sg-${vpc}`],
              sourceDestCheck: true,
              attachment: { instanceId: `i-${machines}`, deviceIndex: 0, deleteOnTermination: true },
            },
            {
              id: `vol-${machines}`,
              kind: 'volume',
              availabilityZone: `az-${zone}`,
              size: 8,
              volumeType: 'gp3',
              encrypted: false,
              attachment: {
                instanceId: `i-${machines}`,
                device: '/dev/xvda',
                root: true,
                deleteOnTermination: true,
              },
            },
          );
          if (shape.secondInterfaces)
            all.push({
              id: `eni-second-${machines}`,
              kind: 'network-interface',
              subnetId: `subnet-${subnets}`,
              privateIpAddress: `10.${vpc - 1}.${third}.${machine + 104}`,
              groupSet: [`sg-${vpc}`],
              sourceDestCheck: true,
              attachment: { instanceId: `i-${machines}`, deviceIndex: 1, deleteOnTermination: false },
            });
        }
      }
    });
  }
  return withResources(emptyScenario(), all);
}
