/** Cases 34 to 55: NAT gateways and instances, references to groups, routers. */
import { allowAll, group, grouping, including, machine, setting, viaNat, without } from '../base-topology';
import {
  any,
  byAddress,
  database,
  eip,
  natInstance,
  onPriv,
  onPub,
  open,
  ping,
  router,
  rule,
  tcp,
  web,
  type MicroCase,
} from './case';

export const TRANSLATION_AND_ROUTERS: readonly MicroCase[] = [
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
];
