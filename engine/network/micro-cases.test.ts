import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario, ScenarioPath } from '../catalog/descriptors';
import type { LiveState } from '../model/live';
import type { PathQuery } from '../model/path';
import {
  X,
  acl,
  allowAll,
  group,
  grouping,
  including,
  machine,
  nic,
  openRule,
  routing,
  setting,
  topology,
  viaNat,
  without,
  type Difference,
} from '../testing/base-topology';
import { PENDING_CASES } from '../testing/pending-cases';

/** Reachable, forward blocked, return blocked, partial. */
type Expected = 'R' | 'F' | 'B' | 'P';
type Ask = Omit<PathQuery, 'from' | 'to'>;
type Row = readonly [from: string, to: string, ask: Ask, expected: Expected, ...codes: string[]];

interface MicroCase {
  readonly number: number;
  readonly about: string;
  readonly differences?: readonly Difference[];
  /** State of the run; absent: asked of the design. */
  readonly live?: LiveState;
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

const tcp = (port: number): Ask => ({ protocol: 'tcp', port });
const ping: Ask = { protocol: 'icmp' };
const rule = (ipProtocol: string, cidrIp: string, fromPort?: number, toPort = fromPort) => ({
  ipProtocol,
  cidrIp,
  ...(fromPort === undefined ? {} : { fromPort, toPort }),
});
const any = '0.0.0.0/0';
const open = [openRule];
const onPub = (inbound: Parameters<typeof acl>[1], outbound: Parameters<typeof acl>[2]): Difference[] => [
  including(acl('acl-c', inbound, outbound)),
  setting('pub', { networkAclId: 'acl-c' }),
];
const onPriv = (inbound: Parameters<typeof acl>[1], outbound: Parameters<typeof acl>[2]): Difference[] => [
  including(acl('acl-p', inbound, outbound)),
  setting('priv', { networkAclId: 'acl-p' }),
];
const eip = (id: string, publicIp: string, networkInterfaceId: string): Difference =>
  including({ id, kind: 'elastic-ip', region: 'region-1', publicIp, networkInterfaceId });
const unpublished: Difference = (document) => ({ ...document, observed: {} });
const MISMATCH = ['SG_HAS_NO_RULES', 'ENI_SG_RULES_MISMATCH'];

const natInstance = (checked: boolean, groups: readonly string[] = ['sg-open']): Difference[] => [
  including(...machine('a', 'pub', '10.0.0.60', { checked, groups })),
  eip('eip-a', '203.0.113.60', 'eni-a'),
  routing('rtb-priv', { destinationCidrBlock: any, networkInterfaceId: 'eni-a' }),
];

const database = group(
  'sg-db',
  [{ ipProtocol: 'tcp', fromPort: 3306, toPort: 3306, peerGroupId: 'sg-web' }],
  open,
);
const web = group('sg-web', open, open);
const router: Difference[] = [
  including({ id: 'rtb-mid', kind: 'route-table', vpcId: 'vpc-v', routes: [] }),
  including({
    id: 'mid',
    kind: 'subnet',
    vpcId: 'vpc-v',
    availabilityZone: 'az-a',
    cidrBlock: '10.0.2.0/24',
    mapPublicIpOnLaunch: false,
    routeTableId: 'rtb-mid',
  }),
  including(...machine('a', 'mid', '10.0.2.10', { checked: false })),
  routing('rtb-pub', { destinationCidrBlock: '10.0.1.0/24', networkInterfaceId: 'eni-a' }),
  routing('rtb-priv', { destinationCidrBlock: '10.0.0.0/24', networkInterfaceId: 'eni-a' }),
];
const byAddress = group('sg-db', [rule('tcp', '10.0.0.0/24', 3306)], open);
const dualHomed: Difference[] = [
  including(...machine('d', 'pub', '10.0.0.20'), nic('eni-d1', 'pub', '10.0.0.21', 'd', 1)),
  eip('eip-d0', '203.0.113.20', 'eni-d'),
  eip('eip-d1', '203.0.113.21', 'eni-d1'),
];

const CASES: readonly MicroCase[] = [
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
  {
    number: 34,
    about: 'out through a NAT gateway',
    differences: [viaNat],
    rows: [['j', 'internet-x', tcp(443), 'R']],
  },
  {
    number: 35,
    about: 'nobody opens a connection to a NAT gateway',
    differences: [viaNat],
    rows: [['internet-x', '203.0.113.50', tcp(443), 'F', 'X_NAT_NO_SESSION']],
  },
  {
    number: 36,
    about: 'a NAT gateway forwards tcp, udp and icmp only',
    differences: [viaNat],
    rows: [['j', 'internet-x', { protocol: '50' }, 'F', 'PROTOCOL_RESTRICTION']],
  },
  {
    number: 37,
    about: 'a ping through a NAT gateway',
    differences: [viaNat],
    rows: [['j', 'internet-x', ping, 'R']],
  },
  {
    number: 38,
    about: 'a deleted NAT gateway is a blackhole',
    differences: [viaNat, without('nat-n')],
    rows: [['j', 'internet-x', tcp(443), 'F', 'BAD_STATE_ROUTE']],
  },
  {
    number: 39,
    about: 'the NAT gateway itself has no way out',
    differences: [viaNat, setting('rtb-pub', { routes: [] })],
    rows: [['j', 'internet-x', tcp(443), 'F', 'NO_ROUTE_TO_DESTINATION']],
  },
  {
    number: 40,
    about: 'a NAT gateway in the subnet of its clients',
    differences: [viaNat, setting('nat-n', { subnetId: 'priv', privateIpAddress: '10.0.1.50' })],
    rows: [['j', 'internet-x', tcp(443), 'F', 'X_NAT_SAME_SUBNET_LOOP']],
  },
  {
    number: 41,
    about: 'answers come back to the subnet of the NAT gateway',
    differences: [viaNat, ...onPub([[100, 'allow', 'tcp', '10.0.1.0/24', [443, 443]]], allowAll)],
    rows: [['j', 'internet-x', tcp(443), 'B', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 42,
    about: 'answers leave the subnet of the NAT gateway on ephemeral ports',
    differences: [viaNat, ...onPub(allowAll, [[100, 'allow', 'tcp', any, [443, 443]]])],
    rows: [['j', 'internet-x', tcp(443), 'B', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 43,
    about: "the client's own range behind a NAT gateway",
    differences: [viaNat, ...onPriv([[100, 'allow', 'tcp', any, [32768, 60999]]], allowAll)],
    rows: [['j', 'internet-x', tcp(443), 'R']],
  },
  {
    number: 44,
    about: 'a private NAT gateway has no public address',
    differences: [viaNat, setting('nat-n', { connectivityType: 'private', allocationId: null })],
    rows: [['j', 'internet-x', tcp(443), 'F', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS']],
  },
  {
    number: 45,
    about: 'answers through a NAT gateway need no inbound rule',
    differences: [viaNat, grouping('eni-j', group('sg-1', [], open))],
    rows: [['j', 'internet-x', tcp(443), 'R']],
  },
  {
    number: 46,
    about: 'out through a NAT instance',
    differences: natInstance(false),
    rows: [['j', 'internet-x', tcp(443), 'R']],
  },
  {
    number: 47,
    about: 'a NAT instance with its check on',
    differences: natInstance(true),
    rows: [['j', 'internet-x', tcp(443), 'F', 'ENI_SOURCE_DEST_CHECK_RESTRICTION']],
  },
  {
    number: 48,
    about: 'the groups of a NAT instance apply',
    differences: [
      including(group('sg-nat', [{ ipProtocol: '-1', cidrIp: '10.0.0.0/24' }], open)),
      ...natInstance(false, ['sg-nat']),
    ],
    rows: [['j', 'internet-x', tcp(443), 'F', 'ENI_SG_RULES_MISMATCH']],
  },
  {
    number: 49,
    about: 'a rule that names a group',
    differences: [grouping('eni-i', web), grouping('eni-j', database)],
    rows: [
      ['i', 'j', tcp(3306), 'R'],
      ['k', 'j', tcp(3306), 'F', 'ENI_SG_RULES_MISMATCH'],
    ],
  },
  {
    number: 50,
    about: 'a group is not seen behind a public address',
    differences: [
      grouping('eni-i', web),
      including(
        group('sg-ssh', [{ ipProtocol: 'tcp', fromPort: 22, toPort: 22, peerGroupId: 'sg-web' }], open),
        ...machine('i2', 'pub', '10.0.0.13', { groups: ['sg-ssh'] }),
      ),
      eip('eip-i2', '203.0.113.13', 'eni-i2'),
    ],
    rows: [['i', '203.0.113.13', tcp(22), 'F', 'ENI_SG_RULES_MISMATCH']],
    notes: ['IGW_NAT_REFLECTION', 'SG_REFERENCES_NOT_PRESERVED'],
  },
  {
    number: 51,
    about: 'the public address of the sender is allowed',
    differences: [
      including(
        group('sg-ssh', [rule('tcp', '203.0.113.10/32', 22)], open),
        ...machine('i2', 'pub', '10.0.0.13', { groups: ['sg-ssh'] }),
      ),
      eip('eip-i2', '203.0.113.13', 'eni-i2'),
    ],
    rows: [['i', '203.0.113.13', tcp(22), 'R']],
  },
  {
    number: 52,
    about: 'a group is not seen behind a router',
    differences: [...router, grouping('eni-i', web), grouping('eni-j', database)],
    rows: [['i', 'j', tcp(3306), 'F', 'SG_REFERENCES_NOT_PRESERVED']],
  },
  {
    number: 53,
    about: 'addresses are seen behind a router',
    differences: [...router, grouping('eni-j', byAddress)],
    rows: [['i', 'j', tcp(3306), 'R']],
  },
  {
    number: 54,
    about: 'the answer goes round the router',
    differences: [...router, grouping('eni-j', byAddress), setting('rtb-priv', { routes: [] })],
    rows: [['i', 'j', tcp(3306), 'R']],
    notes: ['X_ASYMMETRIC_APPLIANCE'],
  },
  {
    number: 55,
    about: 'the router is gone',
    differences: [...router, grouping('eni-j', byAddress), without('a', 'eni-a')],
    rows: [['i', 'j', tcp(3306), 'F', 'BAD_STATE_ROUTE']],
  },
  {
    number: 121,
    about: "Amazon's services in the VPC are never filtered",
    differences: [grouping('eni-j', group('sg-1', [], [])), ...onPriv([], [])],
    rows: [
      ['j', '10.0.0.2', { protocol: 'udp', port: 53 }, 'R'],
      ['j', '169.254.169.254', tcp(80), 'R'],
    ],
  },
  {
    number: 122,
    about: 'DNS is switched off',
    differences: [setting('vpc-v', { enableDnsSupport: false })],
    rows: [['j', '10.0.0.2', { protocol: 'udp', port: 53 }, 'F', 'X_DNS_DISABLED']],
  },
  {
    number: 123,
    about: 'link-local addresses are not forwarded',
    differences: [
      routing('rtb-pub', { destinationCidrBlock: '169.254.0.0/16', networkInterfaceId: 'eni-k' }),
    ],
    rows: [['i', '169.254.168.5', tcp(80), 'F', 'X_LINK_LOCAL_NOT_FORWARDED']],
  },
  {
    number: 124,
    about: 'broadcast and multicast',
    rows: [
      ['i', '10.0.0.255', { protocol: 'udp', port: 67 }, 'F', 'X_BROADCAST_MULTICAST'],
      ['i', '224.0.0.251', { protocol: 'udp', port: 5353 }, 'F', 'X_BROADCAST_MULTICAST'],
    ],
  },
  {
    number: 128,
    about: 'the answer leaves by the wrong interface',
    differences: dualHomed,
    rows: [['internet-x', '203.0.113.21', tcp(22), 'B', 'ENI_SOURCE_DEST_CHECK_RESTRICTION']],
  },
  {
    number: 129,
    about: 'policy routing sends the answer out by the right interface',
    differences: [...dualHomed, setting('d', { policyRouting: true })],
    rows: [['internet-x', '203.0.113.21', tcp(22), 'R']],
  },
  {
    number: 130,
    about: 'a local route for each block of the VPC',
    differences: [
      setting('vpc-v', { secondaryCidrBlocks: ['10.50.0.0/16'] }),
      including(
        {
          id: 'far',
          kind: 'subnet',
          vpcId: 'vpc-v',
          availabilityZone: 'az-b',
          cidrBlock: '10.50.0.0/24',
          mapPublicIpOnLaunch: false,
        },
        ...machine('h', 'far', '10.50.0.10'),
      ),
    ],
    rows: [['j', 'h', tcp(443), 'R']],
  },
  {
    number: 131,
    about: 'an address that nobody has',
    rows: [
      ['j', '10.0.1.77', tcp(443), 'F', 'NO_POSSIBLE_DESTINATION'],
      ['i', '10.0.1.77', tcp(443), 'F', 'NO_POSSIBLE_DESTINATION'],
    ],
  },
  {
    number: 132,
    about: 'two VPCs that nothing joins',
    rows: [
      ['j', 'm', tcp(443), 'F', 'DISCONNECTED_VPCS'],
      ['j', '10.1.1.10', tcp(443), 'F', 'NO_ROUTE_TO_DESTINATION'],
    ],
  },
  {
    number: 133,
    about: 'the destination is terminated',
    live: { j: { state: 'terminated' }, i: { state: 'running' } },
    rows: [['i', 'j', tcp(443), 'F', 'NO_SOURCE_OR_DESTINATION', 'UNASSOCIATED_COMPONENT']],
  },
  {
    number: 134,
    about: 'the default group lets its members talk',
    differences: [
      grouping('eni-i', group('sg-default', [{ ipProtocol: '-1', peerGroupId: 'sg-default' }], open)),
      grouping('eni-k', group('sg-default', [{ ipProtocol: '-1', peerGroupId: 'sg-default' }], open)),
    ],
    rows: [
      ['i', 'k', tcp(80), 'R'],
      ['internet-x', 'i', tcp(80), 'F', 'ENI_SG_RULES_MISMATCH'],
    ],
  },
  {
    number: 135,
    about: 'a subnet without an association uses the main table',
    differences: [setting('pub', { routeTableId: null })],
    rows: [['internet-x', 'i', tcp(22), 'B', 'NO_ROUTE_TO_DESTINATION']],
  },
];

function ask(document: Scenario, live: LiveState | undefined, query: PathQuery): ScenarioPath {
  const network = compileNetwork({ document, at: live ? 1000 : 'design', live: live ?? {} });
  const answer = trace(network, query);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

const EXPECTED = {
  R: { verdict: 'reachable', direction: undefined },
  F: { verdict: 'unreachable', direction: 'forward' },
  B: { verdict: 'unreachable', direction: 'return' },
  P: { verdict: 'partial', direction: 'return' },
} as const;

describe('micro-cases', () => {
  for (const { number, about, differences = [], live, rows, notes = [] } of CASES)
    it(`micro-case ${number}: ${about}`, () => {
      const document = topology(...differences);
      for (const [from, to, query, expected, ...codes] of rows) {
        const answer = ask(document, live, { from, to, ...query });
        const { verdict, direction } = EXPECTED[expected];
        expect({ verdict: answer.verdict, direction: answer.direction }).toEqual({ verdict, direction });
        if (codes.length > 0) expect(codes).toContain(answer.code);
        else expect(answer.blockers).toEqual([]);
        for (const note of notes) expect(answer.notes.map(({ code }) => code)).toContain(note);
      }
    });

  it('are all either asked or listed as pending, once each', () => {
    const pending = PENDING_CASES.flatMap(({ cases: [first, last] }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index),
    );
    const numbers = [...CASES.map(({ number }) => number), ...pending].sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 142 }, (_, index) => index + 1));
  });
});

/** Pending cases that can be drawn get no confident answer, which might be wrong. */
const UNMODELLED: readonly (readonly [number, readonly Difference[], string, string, Ask])[] = [
  [
    56,
    [routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', otherTarget: 'pcx-1' })],
    'j',
    'm',
    tcp(443),
  ],
  [60, [routing('rtb-priv', { destinationCidrBlock: any, otherTarget: 'pcx-1' })], 'j', X, tcp(443)],
  [
    64,
    [routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', otherTarget: 'tgw-1' })],
    'j',
    'm',
    tcp(443),
  ],
  [
    81,
    [routing('rtb-priv', { destinationCidrBlock: '192.168.0.0/16', otherTarget: 'vgw-1' })],
    'j',
    '192.168.1.5',
    tcp(443),
  ],
  [
    88,
    [routing('rtb-priv', { destinationPrefixListId: 'pl-s3', otherTarget: 'vpce-1' })],
    'j',
    '52.216.0.9',
    tcp(443),
  ],
  [
    95,
    [including({ ...nic('eni-e', 'priv', '10.0.1.100', 'x', 0), interfaceType: 'vpc_endpoint' })],
    'i',
    '10.0.1.100',
    tcp(443),
  ],
  [
    110,
    [
      eip('eip-j', '203.0.113.18', 'eni-j'),
      including({
        id: 'rtb-edge',
        kind: 'route-table',
        vpcId: 'vpc-v',
        gatewayId: 'igw-v',
        routes: [{ destinationCidrBlock: '10.0.1.0/24', networkInterfaceId: 'eni-k' }],
      }),
    ],
    'internet-x',
    'j',
    tcp(443),
  ],
  [
    113,
    [setting('rtb-pub', { routes: [{ destinationCidrBlock: any, otherTarget: 'vpce-fw' }] })],
    'i',
    X,
    tcp(443),
  ],
  [116, [], 'j', '2001:db8::7', tcp(443)],
  [
    136,
    [routing('rtb-pub', { destinationPrefixListId: 'pl-a', networkInterfaceId: 'eni-k' })],
    'i',
    X,
    tcp(443),
  ],
];

describe('what is not modelled', () => {
  for (const [number, differences, from, to, query] of UNMODELLED)
    it(`gets no verdict and is named: micro-case ${number}`, () => {
      const answer = ask(topology(...differences), undefined, { from, to, ...query });
      expect(answer.verdict).toBe('unknown');
      expect(answer.code).toBe('UNSUPPORTED_COMPONENT');
      expect(answer.notModelled).not.toEqual([]);
    });

  it('does not matter where its route does not match', () => {
    const document = topology(
      viaNat,
      routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', otherTarget: 'tgw-1' }),
      routing('rtb-priv', { destinationPrefixListId: 'pl-s3', otherTarget: 'vpce-1' }),
    );
    const answer = ask(document, undefined, { from: 'j', to: X, ...tcp(443) });
    expect({ verdict: answer.verdict, notModelled: answer.notModelled }).toEqual({
      verdict: 'reachable',
      notModelled: [],
    });
  });

  it('includes route tables that the document does not hold', () => {
    const answer = ask(topology(without('rtb-priv', 'rtb-pub')), undefined, {
      from: 'i',
      to: X,
      ...tcp(443),
    });
    expect({ verdict: answer.verdict, code: answer.code }).toEqual({
      verdict: 'unknown',
      code: 'UNKNOWN_RESOURCE',
    });
  });
});
