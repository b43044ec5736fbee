/** Cases 1 to 33: the internet gateway, groups, ACLs and routes. */
import { allowAll, group, grouping, routing, setting } from '../base-topology';
import {
  MISMATCH,
  any,
  eip,
  onPriv,
  onPub,
  open,
  ping,
  rule,
  tcp,
  unpublished,
  type MicroCase,
} from './case';

export const INTERNET_AND_FILTERS: readonly MicroCase[] = [
  { number: 1, about: 'the gateway maps the public address', rows: [['internet-x', 'i', tcp(22), 'R']] },
  {
    number: 2,
    about: 'an answer needs no outbound rule',
    differences: [grouping('eni-i', group('sg-1', [rule('tcp', '198.51.100.0/24', 22)], []))],
    rows: [['internet-x', 'i', tcp(22), 'R']],
  },
  {
    number: 3,
    about: 'no rule for the port',
    differences: [grouping('eni-i', group('sg-1', [rule('tcp', '198.51.100.0/24', 22)], []))],
    rows: [['internet-x', 'i', tcp(23), 'F', 'ENI_SG_RULES_MISMATCH']],
  },
  {
    number: 4,
    about: 'no inbound rules',
    differences: [grouping('eni-i', group('sg-1', [], open))],
    rows: [['internet-x', 'i', tcp(22), 'F', ...MISMATCH]],
  },
  {
    number: 5,
    about: 'no outbound rules',
    differences: [grouping('eni-i', group('sg-1', open, []))],
    rows: [['i', 'internet-x', tcp(443), 'F', ...MISMATCH]],
  },
  {
    number: 6,
    about: 'groups add up',
    differences: [
      grouping(
        'eni-i',
        group('sg-1', [rule('tcp', '192.0.2.0/24', 22)], []),
        group('sg-2', [rule('tcp', any, 22)], []),
      ),
    ],
    rows: [['internet-x', 'i', tcp(22), 'R']],
  },
  {
    number: 7,
    about: 'a port range includes its last port',
    differences: [grouping('eni-i', group('sg-1', [rule('tcp', any, 8000, 8100)], open))],
    rows: [
      ['internet-x', 'i', tcp(8100), 'R'],
      ['internet-x', 'i', tcp(8101), 'F', 'ENI_SG_RULES_MISMATCH'],
    ],
  },
  {
    number: 8,
    about: 'ping is not tcp',
    differences: [grouping('eni-i', group('sg-1', [rule('tcp', any, 0, 65535)], open))],
    rows: [['internet-x', 'i', ping, 'F', 'ENI_SG_RULES_MISMATCH']],
  },
  {
    number: 9,
    about: 'the answer to a ping is tracked',
    differences: [grouping('eni-i', group('sg-1', [rule('icmp', any, 8, -1)], []))],
    rows: [['internet-x', 'i', ping, 'R']],
  },
  {
    number: 10,
    about: 'ports say nothing about protocols without ports',
    differences: [grouping('eni-i', group('sg-1', [rule('50', any, 0, 0)], open))],
    rows: [['internet-x', 'i', { protocol: '50' }, 'R']],
  },
  {
    number: 11,
    about: 'udp is tracked',
    differences: [grouping('eni-i', group('sg-1', [rule('udp', any, 53)], []))],
    rows: [['internet-x', 'i', { protocol: 'udp', port: 53 }, 'R']],
  },
  {
    number: 12,
    about: 'nobody has the public address',
    differences: [unpublished],
    rows: [['internet-x', '203.0.113.10', tcp(22), 'F', 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS']],
  },
  {
    number: 13,
    about: 'a stopped instance has lost its address',
    live: { i: { state: 'stopped', publicIp: null }, k: { state: 'running' }, j: { state: 'running' } },
    rows: [
      ['internet-x', 'i', tcp(22), 'F', 'BAD_STATE', 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS'],
      ['internet-x', '203.0.113.10', tcp(22), 'F', 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS'],
    ],
  },
  {
    number: 14,
    about: 'the answer needs a route, the request did not',
    differences: [setting('rtb-pub', { routes: [] })],
    rows: [['internet-x', 'i', tcp(22), 'B', 'NO_ROUTE_TO_DESTINATION']],
  },
  {
    number: 15,
    about: 'a detached gateway is a blackhole',
    differences: [setting('igw-v', { vpcId: null })],
    rows: [['i', 'internet-x', tcp(443), 'F', 'BAD_STATE_ROUTE']],
  },
  {
    number: 16,
    about: 'a route without a public address',
    rows: [['k', 'internet-x', tcp(443), 'F', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS']],
  },
  { number: 17, about: 'no route', rows: [['j', 'internet-x', tcp(443), 'F', 'NO_ROUTE_TO_DESTINATION']] },
  {
    number: 18,
    about: 'an Elastic IP in a private subnet',
    differences: [eip('eip-j', '203.0.113.18', 'eni-j')],
    rows: [['internet-x', 'j', tcp(22), 'B', 'NO_ROUTE_TO_DESTINATION']],
  },
  {
    number: 19,
    about: 'private destinations do not leave by the gateway',
    differences: [routing('rtb-pub', { destinationCidrBlock: '172.16.0.0/12', gatewayId: 'igw-v' })],
    rows: [['i', '172.16.0.5', tcp(443), 'F', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS']],
  },
  {
    number: 20,
    about: 'shared address space does not leave by the gateway',
    rows: [['i', '100.64.0.5', tcp(443), 'F', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS']],
  },
  {
    number: 21,
    about: 'private sources do not enter by the gateway',
    rows: [['internet:192.168.1.1', 'i', tcp(443), 'F', 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS']],
  },
  {
    number: 22,
    about: 'a public address belongs to one private address',
    differences: [setting('eni-i', { secondaryPrivateIpAddresses: ['10.0.0.12'] })],
    rows: [
      ['10.0.0.12', 'internet-x', tcp(443), 'F', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'],
      ['10.0.0.10', 'internet-x', tcp(443), 'R'],
    ],
  },
  {
    number: 23,
    about: 'an ACL does not look inside a subnet',
    differences: onPub([], []),
    rows: [
      ['i', 'k', tcp(80), 'R'],
      ['k', 'i', tcp(80), 'R'],
    ],
  },
  {
    number: 24,
    about: 'an ACL without rules denies',
    differences: onPriv([], []),
    rows: [['i', 'j', tcp(80), 'F', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 25,
    about: 'answers go to ephemeral ports',
    differences: onPub(allowAll, [[100, 'allow', 'tcp', any, [443, 443]]]),
    rows: [['internet-x', 'i', tcp(22), 'B', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 26,
    about: 'ephemeral ports are enough for answers',
    differences: onPub(allowAll, [[100, 'allow', 'tcp', any, [1024, 65535]]]),
    rows: [['internet-x', 'i', tcp(22), 'R']],
  },
  {
    number: 27,
    about: 'only a part of the ephemeral ports',
    differences: onPub(allowAll, [[100, 'allow', 'tcp', any, [32768, 60999]]]),
    rows: [
      ['internet-x', 'i', tcp(22), 'P', 'SUBNET_ACL_RESTRICTION'],
      ['internet-x', 'i', { ...tcp(22), sourcePort: 50000 }, 'R'],
      ['internet-x', 'i', { ...tcp(22), sourcePort: 61000 }, 'B', 'SUBNET_ACL_RESTRICTION'],
    ],
  },
  {
    number: 28,
    about: 'the first match decides',
    differences: onPub(
      [
        [90, 'deny', '-1', '198.51.100.0/24'],
        [100, 'allow', '-1', any],
      ],
      allowAll,
    ),
    rows: [['internet-x', 'i', tcp(22), 'F', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 29,
    about: 'a later deny is never looked at',
    differences: onPub(
      [
        [110, 'deny', '-1', '198.51.100.0/24'],
        [100, 'allow', '-1', any],
      ],
      allowAll,
    ),
    rows: [['internet-x', 'i', tcp(22), 'R']],
  },
  {
    number: 30,
    about: 'an ACL does not track a ping',
    differences: onPub(allowAll, [
      [90, 'deny', 'icmp', any],
      [100, 'allow', '-1', any],
    ]),
    rows: [['internet-x', 'i', ping, 'B', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 31,
    about: 'outbound rules name the service port',
    differences: onPub(
      [
        [100, 'allow', 'tcp', any, [22, 22]],
        [110, 'allow', 'tcp', any, [1024, 65535]],
      ],
      [
        [100, 'allow', 'tcp', any, [443, 443]],
        [110, 'allow', 'tcp', any, [1024, 65535]],
      ],
    ),
    rows: [
      ['i', 'internet-x', tcp(443), 'R'],
      ['i', 'internet-x', tcp(80), 'F', 'SUBNET_ACL_RESTRICTION'],
    ],
  },
  {
    number: 32,
    about: 'an ACL denies on the way out',
    differences: onPub(allowAll, [
      [90, 'deny', '-1', '10.0.1.0/24'],
      [100, 'allow', '-1', any],
    ]),
    rows: [['i', 'j', tcp(80), 'F', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 33,
    about: 'the longest prefix wins even as a blackhole',
    differences: [
      routing('rtb-pub', { destinationCidrBlock: '198.51.100.0/24', networkInterfaceId: 'eni-gone' }),
    ],
    rows: [
      ['i', 'internet-x', tcp(443), 'F', 'BAD_STATE_ROUTE'],
      ['i', '192.0.2.9', tcp(443), 'R'],
    ],
  },
];
