/** Cases 56 to 63: VPC peering connections. */
import type { Resource } from '../../catalog/descriptors';
import {
  X,
  group,
  grouping,
  including,
  machine,
  openRule,
  routing,
  setting,
  viaNat,
  type Difference,
} from '../base-topology';
import { any, open, tcp, type MicroCase } from './case';

const connection = (
  id: string,
  vpcId: string,
  peerVpcId: string,
  status?: 'pending-acceptance',
): Difference =>
  including({ id, kind: 'vpc-peering-connection', vpcId, peerVpcId, ...(status ? { status } : {}) });
const toW = routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-vw' });
const toV = routing('rtb-w', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-vw' });
const peered: readonly Difference[] = [connection('pcx-vw', 'vpc-v', 'vpc-w'), toW, toV];

/** Another VPC with a host of its own, in any region. */
const anotherVpc = (name: string, cidrBlock: string, subnetBlock: string, host: string): Difference =>
  including(
    {
      id: `vpc-${name}`,
      kind: 'vpc',
      region: 'region-1',
      cidrBlock,
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
    { id: `rtb-${name}`, kind: 'route-table', vpcId: `vpc-${name}`, main: true, routes: [] },
    {
      id: `acl-${name}`,
      kind: 'network-acl',
      vpcId: `vpc-${name}`,
      isDefault: true,
      entries: [false, true].map((egress) => ({
        ruleNumber: 100,
        egress,
        protocol: '-1',
        ruleAction: 'allow' as const,
        cidrBlock: '0.0.0.0/0',
      })),
    },
    group(`sg-${name}`, [openRule], [openRule], `vpc-${name}`),
    {
      id: `sub-${name}`,
      kind: 'subnet',
      vpcId: `vpc-${name}`,
      availabilityZone: 'az-a',
      cidrBlock: subnetBlock,
      mapPublicIpOnLaunch: false,
    },
    ...machine(`host-${name}`, `sub-${name}`, host, { groups: [`sg-${name}`] }),
  );

const fromGroupOfJ: Resource = group(
  'sg-m',
  [{ ipProtocol: 'tcp', fromPort: 443, toPort: 443, peerGroupId: 'sg-j' }],
  open,
  'vpc-w',
);
const referenced: readonly Difference[] = [
  ...peered,
  grouping('eni-j', group('sg-j', open, open)),
  grouping('eni-m', fromGroupOfJ),
];

export const PEERING: readonly MicroCase[] = [
  {
    number: 56,
    about: 'active, with routes on both sides',
    differences: peered,
    rows: [['j', 'm', tcp(443), 'R']],
  },
  {
    number: 57,
    about: 'the other side has no route back',
    differences: [connection('pcx-vw', 'vpc-v', 'vpc-w'), toW],
    rows: [['j', 'm', tcp(443), 'B', 'NO_ROUTE_TO_DESTINATION']],
  },
  {
    number: 58,
    about: 'not accepted yet',
    differences: [connection('pcx-vw', 'vpc-v', 'vpc-w', 'pending-acceptance'), toW, toV],
    rows: [['j', 'm', tcp(443), 'F', 'BAD_STATE_ROUTE', 'BAD_STATE']],
  },
  {
    number: 59,
    about: 'does not lead on to a third VPC',
    differences: [
      ...peered,
      anotherVpc('z', '10.2.0.0/16', '10.2.1.0/24', '10.2.1.5'),
      connection('pcx-wz', 'vpc-w', 'vpc-z'),
      routing('rtb-priv', { destinationCidrBlock: '10.2.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
      routing('rtb-w', { destinationCidrBlock: '10.2.0.0/16', vpcPeeringConnectionId: 'pcx-wz' }),
      routing('rtb-z', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-wz' }),
    ],
    rows: [['j', '10.2.1.5', tcp(443), 'F', 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR']],
  },
  {
    number: 60,
    about: 'does not lead to the gateway of the other side',
    differences: [
      ...peered,
      including({ id: 'igw-w', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-w' }),
      routing('rtb-w', { destinationCidrBlock: any, gatewayId: 'igw-w' }),
      routing('rtb-priv', { destinationCidrBlock: any, vpcPeeringConnectionId: 'pcx-vw' }),
    ],
    rows: [['j', X, tcp(443), 'F', 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR']],
  },
  {
    number: 61,
    about: 'a rule that names a group of the other side, in the same region',
    differences: referenced,
    rows: [
      ['j', 'm', tcp(443), 'R'],
      ['k', 'm', tcp(443), 'F', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'],
    ],
  },
  {
    number: 61,
    about: 'a rule that names a group of the other side, in another region',
    differences: [
      ...referenced,
      including({ id: 'region-2', kind: 'region', regionName: 'eu-west-1' }),
      setting('vpc-w', { region: 'region-2' }),
    ],
    rows: [['j', 'm', tcp(443), 'F', 'ENI_SG_RULES_MISMATCH', 'SG_REFERENCES_NOT_PRESERVED']],
  },
  {
    number: 62,
    about: 'two peers with the same addresses: the answer goes to the other one',
    differences: [
      anotherVpc('b', '172.16.0.0/16', '172.16.5.0/24', '172.16.5.5'),
      anotherVpc('c', '172.16.0.0/16', '172.16.5.0/24', '172.16.5.5'),
      connection('pcx-b', 'vpc-v', 'vpc-b'),
      connection('pcx-c', 'vpc-v', 'vpc-c'),
      routing('rtb-priv', { destinationCidrBlock: '172.16.0.0/16', vpcPeeringConnectionId: 'pcx-b' }),
      routing('rtb-c', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-c' }),
    ],
    rows: [['host-c', 'j', tcp(443), 'B', 'X_REPLY_MISDELIVERED', 'NO_POSSIBLE_DESTINATION']],
  },
  {
    number: 63,
    about: 'answers to a NAT gateway need no route in the peer',
    differences: [
      viaNat,
      connection('pcx-vw', 'vpc-v', 'vpc-w'),
      routing('rtb-pub', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
    ],
    rows: [['j', 'm', tcp(443), 'R']],
  },
];
