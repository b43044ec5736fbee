/** Ways that random networks hardly ever take: both analysers must say what is written here. */
import { describe, expect, it } from 'vitest';
import { compileNetwork, parseEndpoint, trace, type Endpoint } from '../../catalog/network-roles';
import type { Resource, ResourceOf } from '../../catalog/descriptors';
import type { Verdict } from '../../model/path';
import {
  acl,
  allowAll,
  group,
  grouping,
  including,
  machine,
  openRule,
  routing,
  setting,
  topology,
  type Difference,
} from '../../testing/base-topology';
import { contains } from './boxes';
import { Diagrams } from './diagram';
import { flowsBetween } from './flows';
import { createGround } from './ground';

/** A Network Load Balancer in the public subnet, with one target: J on port 80. */
const balanced = (groups: readonly string[] | undefined, preserveClientIp: boolean): Difference =>
  including(
    {
      id: 'elb-n',
      kind: 'load-balancer',
      vpcId: 'vpc-v',
      type: 'network',
      scheme: 'internal',
      listeners: [{ protocol: 'TCP', port: 80, targetGroupIds: ['tg-j'] }],
      ...(groups ? { securityGroups: groups } : {}),
    },
    {
      id: 'tg-j',
      kind: 'target-group',
      vpcId: 'vpc-v',
      targetType: 'instance',
      protocol: 'TCP',
      port: 80,
      preserveClientIp,
      targets: [{ instanceId: 'j' }],
    },
    {
      id: 'eni-elb',
      kind: 'network-interface',
      subnetId: 'pub',
      privateIpAddress: '10.0.0.80',
      groupSet: [],
      sourceDestCheck: true,
      managedBy: 'elb-n',
    } satisfies ResourceOf<'network-interface'>,
  );

const ofBalancer: Resource = group('sg-elb', [openRule], [openRule]);
const fromBalancerOnly: Difference = grouping(
  'eni-j',
  group('sg-j', [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, peerGroupId: 'sg-elb' }], []),
);
const peered: Difference = including({
  id: 'pcx-vw',
  kind: 'vpc-peering-connection',
  vpcId: 'vpc-v',
  peerVpcId: 'vpc-w',
});
const routed: readonly Difference[] = [
  peered,
  routing('rtb-pub', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
  routing('rtb-w', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
];
const fromGroupOfI: Difference = grouping(
  'eni-m',
  group('sg-m', [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, peerGroupId: 'sg-open' }], [], 'vpc-w'),
);

const CASES: readonly (readonly [string, readonly Difference[], string, string, Verdict])[] = [
  [
    'a balancer that keeps client addresses is seen by its own group',
    [including(ofBalancer), balanced(['sg-elb'], true), fromBalancerOnly],
    'k',
    'elb-n',
    'reachable',
  ],
  [
    '… not without one',
    [including(ofBalancer), balanced(undefined, true), fromBalancerOnly],
    'k',
    'elb-n',
    'unreachable',
  ],
  [
    'the ACL of the balancer’s subnet sees the answer of a target that saw the client',
    [
      balanced(undefined, true),
      including(
        acl(
          'acl-p',
          [
            [10, 'deny', '-1', '10.0.1.0/24'],
            [20, 'allow', '-1', '0.0.0.0/0'],
          ],
          allowAll,
        ),
      ),
      setting('pub', { networkAclId: 'acl-p' }),
    ],
    'k',
    'elb-n',
    'unreachable',
  ],
  ['a group of a peered VPC is known in its own region', [...routed, fromGroupOfI], 'i', 'm', 'reachable'],
  [
    '… and not in another one',
    [
      ...routed,
      fromGroupOfI,
      including({ id: 'region-2', kind: 'region', regionName: 'eu-west-1' }),
      setting('vpc-w', { region: 'region-2' }),
    ],
    'i',
    'm',
    'unreachable',
  ],
  [
    'an Elastic IP that is associated with nothing leads nowhere',
    [including({ id: 'eip-idle', kind: 'elastic-ip', region: 'region-1', publicIp: '203.0.113.99' })],
    'i',
    '203.0.113.99',
    'unreachable',
  ],
  [
    'a router in one VPC does not carry packets of a third one over a peering connection',
    [
      ...routed,
      including(
        {
          id: 'vpc-z',
          kind: 'vpc',
          region: 'region-1',
          cidrBlock: '10.2.0.0/16',
          enableDnsSupport: true,
          enableDnsHostnames: true,
        },
        { ...(acl('acl-z', allowAll, allowAll, 'vpc-z') as ResourceOf<'network-acl'>), isDefault: true },
        {
          id: 'rtb-z',
          kind: 'route-table',
          vpcId: 'vpc-z',
          main: true,
          routes: [{ destinationCidrBlock: '10.1.0.0/16', networkInterfaceId: 'eni-r' }],
        },
        {
          id: 'sub-z',
          kind: 'subnet',
          vpcId: 'vpc-z',
          availabilityZone: 'az-a',
          cidrBlock: '10.2.1.0/24',
          mapPublicIpOnLaunch: false,
        },
        group('sg-z', [openRule], [openRule], 'vpc-z'),
        ...machine('z', 'sub-z', '10.2.1.10', { groups: ['sg-z'] }),
        ...machine('r', 'pub', '10.0.0.60', { checked: false }),
      ),
      setting('r', { packetForwarding: 'route' }),
    ],
    'z',
    'm',
    'unreachable',
  ],
];

describe('ways that are seldom taken', () => {
  it.each(CASES)('%s', (_title, differences, from, to, expected) => {
    const network = compileNetwork({ document: topology(...differences), at: 'design', live: {} });
    const traced = trace(network, { from, to, protocol: 'tcp', port: 80, sourcePort: 40_000 });
    expect(traced.ok && traced.value.verdict).toBe(expected);
    const end = (text: string, role: 'from' | 'to'): Endpoint => {
      const parsed = parseEndpoint(network, text, role);
      return parsed.ok ? parsed.value : expect.fail(parsed.error.message);
    };
    const flows = flowsBetween(createGround(network, 4, new Diagrams()), end(from, 'from'), end(to, 'to'));
    const packet = { address: 0, protocol: 6, port: 80, sourcePort: 40_000 };
    expect(contains(flows.set, packet)).toBe(expected === 'reachable');
    expect(flows.unknown).toEqual([]);
  });
});
