/** Cases 116 to 120: IPv6. */
import { group, grouping, including, routing, setting, type Difference } from '../base-topology';
import { onPub, open, ping, tcp, type MicroCase } from './case';

const X6 = 'internet:2001:db8:ffff::7';
const everything6 = { ipProtocol: '-1', cidrIpv6: '::/0' } as const;
const open6 = group('sg-open', [...open, everything6], [...open, everything6]);

/** The VPC, both subnets, I and J have IPv6 beside IPv4; groups and default ACL are open to both. */
const dualStack: readonly Difference[] = [
  setting('vpc-v', { ipv6CidrBlock: '2001:db8:1:100::/56' }),
  setting('pub', { ipv6CidrBlock: '2001:db8:1:100::/64' }),
  setting('priv', { ipv6CidrBlock: '2001:db8:1:101::/64' }),
  setting('eni-i', { ipv6Addresses: ['2001:db8:1:100::10'] }),
  setting('eni-j', { ipv6Addresses: ['2001:db8:1:101::10'] }),
  including(open6),
  setting('acl-v', {
    entries: [false, true].flatMap((egress) => [
      { ruleNumber: 100, egress, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
      { ruleNumber: 101, egress, protocol: '-1', ruleAction: 'allow', ipv6CidrBlock: '::/0' },
    ]),
  }),
];
const egressOnly: readonly Difference[] = [
  including({ id: 'eigw-v', kind: 'egress-only-internet-gateway', vpcId: 'vpc-v' }),
  routing('rtb-priv', { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw-v' }),
];
const publicSix = routing('rtb-pub', { destinationIpv6CidrBlock: '::/0', gatewayId: 'igw-v' });
const ssh = (peer: Record<string, string>) => ({ ipProtocol: 'tcp', fromPort: 22, toPort: 22, ...peer });

export const IPV6: readonly MicroCase[] = [
  {
    number: 116,
    about: 'an egress-only gateway lets out and not in',
    differences: [...dualStack, ...egressOnly, setting('igw-v', { vpcId: null })],
    rows: [
      ['j', X6, tcp(443), 'R'],
      ['j', X6, ping, 'R'],
      [X6, 'j', tcp(443), 'F', 'X_EIGW_INBOUND_NEW'],
    ],
  },
  {
    number: 116,
    about: 'nor with an internet gateway beside it',
    differences: [...dualStack, ...egressOnly],
    rows: [
      ['j', X6, tcp(443), 'R'],
      [X6, 'j', tcp(443), 'B', 'X_EIGW_INBOUND_NEW'],
    ],
  },
  {
    number: 117,
    about: 'the default route of one family is none of the other',
    differences: dualStack,
    rows: [['i', X6, tcp(443), 'F', 'NO_ROUTE_TO_DESTINATION']],
  },
  {
    number: 118,
    about: 'a rule for every IPv4 address lets no IPv6 in',
    differences: [
      ...dualStack,
      publicSix,
      grouping('eni-i', group('sg-4', [ssh({ cidrIp: '0.0.0.0/0' })], open)),
    ],
    rows: [[X6, 'i', tcp(22), 'F', 'ENI_SG_RULES_MISMATCH']],
  },
  {
    number: 119,
    about: 'a rule for every IPv6 address does, without translation',
    differences: [
      ...dualStack,
      publicSix,
      grouping('eni-i', group('sg-6', [ssh({ cidrIpv6: '::/0' })], open)),
    ],
    rows: [[X6, 'i', tcp(22), 'R']],
  },
  {
    number: 120,
    about: 'an ACL entry for every IPv4 address lets no IPv6 in',
    differences: [
      ...dualStack,
      publicSix,
      ...onPub([[100, 'allow', '-1', '0.0.0.0/0']], [[100, 'allow', '-1', '0.0.0.0/0']]),
    ],
    rows: [[X6, 'i', tcp(22), 'F', 'SUBNET_ACL_RESTRICTION']],
  },
];
