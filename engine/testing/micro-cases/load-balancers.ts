/** Cases 98 to 109 and 141: Application and Network Load Balancers. */
import type { Resource, ResourceOf } from '../../catalog/descriptors';
import { allowAll, group, grouping, including, machine, setting, type Difference } from '../base-topology';
import { MISMATCH, onPriv, open, rule, tcp, node, type MicroCase } from './case';

const publicNode = (
  id: string,
  subnetId: string,
  address: string,
  balancer: string,
  publicIp: string,
): Resource[] => [
  node(id, subnetId, address, balancer),
  { id: `eip-${id}`, kind: 'elastic-ip', region: 'region-1', publicIp, networkInterfaceId: id },
];

const targets = (set: Partial<ResourceOf<'target-group'>> = {}): ResourceOf<'target-group'> => ({
  id: 'tg-j',
  kind: 'target-group',
  vpcId: 'vpc-v',
  targetType: 'instance',
  protocol: 'HTTP',
  port: 8080,
  targets: [{ instanceId: 'j' }],
  ...set,
});

const fromBalancer = group(
  'sg-target',
  [{ ipProtocol: 'tcp', fromPort: 8080, toPort: 8080, peerGroupId: 'sg-alb' }],
  open,
);

const application = (
  egress: ResourceOf<'security-group'>['securityGroupEgress'] = [rule('tcp', '0.0.0.0/0', 8080)],
  targetGroup = targets(),
): readonly Difference[] => [
  including(
    group('sg-alb', [rule('tcp', '0.0.0.0/0', 443), rule('tcp', '0.0.0.0/0', 80)], egress),
    targetGroup,
    {
      id: 'alb',
      kind: 'load-balancer',
      vpcId: 'vpc-v',
      type: 'application',
      scheme: 'internet-facing',
      securityGroups: ['sg-alb'],
      listeners: [{ protocol: 'HTTPS', port: 443, targetGroupIds: ['tg-j'] }],
    },
    ...publicNode('eni-alb-a', 'pub', '10.0.0.80', 'alb', '203.0.113.80'),
    ...publicNode('eni-alb-b', 'pub-b', '10.0.10.80', 'alb', '203.0.113.81'),
  ),
  grouping('eni-j', fromBalancer),
];

const network = (
  targetGroup: Partial<ResourceOf<'target-group'>> = {},
  set: Partial<ResourceOf<'load-balancer'>> = {},
  ...more: Resource[]
): Difference =>
  including(
    targets({ protocol: 'TCP', port: 80, ...targetGroup }),
    {
      id: 'nlb',
      kind: 'load-balancer',
      vpcId: 'vpc-v',
      type: 'network',
      scheme: 'internet-facing',
      listeners: [{ protocol: 'TCP', port: 80, targetGroupIds: ['tg-j'] }],
      ...set,
    },
    ...publicNode('eni-nlb-a', 'pub', '10.0.0.90', 'nlb', '203.0.113.90'),
    ...more,
  );
const web = (cidr: string): Difference =>
  grouping('eni-j', group('sg-target', [rule('tcp', cidr, 80)], open));

export const LOAD_BALANCERS: readonly MicroCase[] = [
  {
    number: 98,
    about: 'an Application Load Balancer and a target that allows its group',
    differences: application(),
    rows: [
      ['internet-x', 'alb', tcp(443), 'R'],
      ['internet-x', '203.0.113.81', tcp(443), 'R'],
      ['i', 'alb', tcp(443), 'R'],
    ],
  },
  {
    number: 99,
    about: 'the balancer may not open connections',
    differences: application([]),
    rows: [['internet-x', 'alb', tcp(443), 'F', ...MISMATCH]],
  },
  {
    number: 100,
    about: 'no listener for the port',
    differences: application(),
    rows: [['internet-x', 'alb', tcp(80), 'F', 'ELBV2_LISTENERS_MISMATCH']],
  },
  {
    number: 101,
    about: 'the only target is in a zone that is not enabled',
    differences: [
      ...application(undefined, targets({ targets: [{ instanceId: 'far' }] })),
      including(
        { id: 'az-c', kind: 'zone', region: 'region-1', zoneName: 'us-east-1c' },
        {
          id: 'priv-c',
          kind: 'subnet',
          vpcId: 'vpc-v',
          availabilityZone: 'az-c',
          cidrBlock: '10.0.21.0/24',
          mapPublicIpOnLaunch: false,
        },
        ...machine('far', 'priv-c', '10.0.21.10'),
      ),
    ],
    rows: [['internet-x', 'alb', tcp(443), 'F', 'ELB_INSTALLED_AZ_RESTRICTION']],
  },
  {
    number: 102,
    about: 'no targets',
    differences: application(undefined, targets({ targets: [] })),
    rows: [['internet-x', 'alb', tcp(443), 'F', 'ELBV2_LISTENER_HAS_NO_TG']],
  },
  {
    number: 103,
    about: 'cross-zone is off, and the node has no target in its zone',
    differences: [
      network({}, {}, ...publicNode('eni-nlb-b', 'pub-b', '10.0.10.90', 'nlb', '203.0.113.91')),
      web('0.0.0.0/0'),
    ],
    rows: [
      ['internet-x', '203.0.113.91', tcp(80), 'F', 'ELB_NOT_CROSSZONE', 'ELBV2_NO_TARGETS_IN_AZ'],
      ['internet-x', 'nlb', tcp(80), 'R'],
    ],
  },
  {
    number: 104,
    about: 'the target sees the address of the client',
    differences: [network(), web('10.0.0.0/16')],
    rows: [['internet-x', 'nlb', tcp(80), 'F', 'ENI_SG_RULES_MISMATCH']],
  },
  {
    number: 105,
    about: 'the answer goes back by the node, though the subnet is private',
    differences: [network(), web('0.0.0.0/0')],
    rows: [['internet-x', 'nlb', tcp(80), 'R']],
  },
  {
    number: 106,
    about: 'the ACL of the target sees the address of the client',
    differences: [network(), web('0.0.0.0/0'), ...onPriv(allowAll, [[100, 'allow', '-1', '10.0.0.0/16']])],
    rows: [['internet-x', 'nlb', tcp(80), 'B', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 107,
    about: 'the target allows the group of the balancer',
    differences: [
      network({}, { securityGroups: ['sg-nlb'] }),
      including(group('sg-nlb', [rule('tcp', '0.0.0.0/0', 80)], open)),
      grouping(
        'eni-j',
        group('sg-target', [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, peerGroupId: 'sg-nlb' }], open),
      ),
    ],
    rows: [['internet-x', 'nlb', tcp(80), 'R']],
  },
  {
    number: 108,
    about: 'without preservation the target sees the address of the node',
    differences: [network({ preserveClientIp: false }), web('10.0.0.0/24')],
    rows: [['internet-x', 'nlb', tcp(80), 'R']],
  },
  {
    number: 109,
    about: 'a target does not reach itself through a balancer that preserves addresses',
    differences: [network({}, { scheme: 'internal' })],
    rows: [['j', '10.0.0.90', tcp(80), 'F', 'X_NLB_HAIRPIN']],
  },
  {
    number: 141,
    about: 'a rule for the client does not match behind an Application Load Balancer',
    differences: [
      ...application(),
      setting('sg-target', { securityGroupIngress: [rule('tcp', '198.51.100.0/24', 8080)] }),
    ],
    rows: [['internet-x', 'alb', tcp(443), 'F', 'ENI_SG_RULES_MISMATCH']],
  },
];
