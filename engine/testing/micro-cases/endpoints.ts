/** Cases 88 to 97, 136, 137 and 140: endpoints, prefix lists, Lambda functions. */
import { X, allowAll, group, grouping, including, routing, viaNat, type Difference } from '../base-topology';
import { onPriv, ping, rule, tcp, node, type MicroCase } from './case';

/** An address of the list of S3. */
const P = '52.216.0.9';

const list = (id: string, ...cidrs: string[]): Difference =>
  including({
    id,
    kind: 'prefix-list',
    region: 'region-1',
    prefixListName: id,
    entries: cidrs.map((cidr) => ({ cidr })),
  });

const s3: readonly Difference[] = [
  list('pl-s3', '52.216.0.0/15'),
  including({
    id: 'vpce-s3',
    kind: 'vpc-endpoint',
    vpcId: 'vpc-v',
    vpcEndpointType: 'Gateway',
    serviceName: 'com.amazonaws.us-east-1.s3',
  }),
  routing('rtb-priv', { destinationPrefixListId: 'pl-s3', gatewayId: 'vpce-s3' }),
];
const toList = { ipProtocol: 'tcp', fromPort: 443, toPort: 443, prefixListId: 'pl-s3' };

const interfaceEndpoint = (...peers: string[]): readonly Difference[] => [
  including(
    group(
      'sg-vpce',
      peers.map((peer) => rule('tcp', peer, 443)),
      [],
    ),
    {
      id: 'vpce-i',
      kind: 'vpc-endpoint',
      vpcId: 'vpc-v',
      vpcEndpointType: 'Interface',
      serviceName: 'com.amazonaws.us-east-1.ssm',
      securityGroupIds: ['sg-vpce'],
    },
    node('eni-vpce', 'priv', '10.0.1.100', 'vpce-i'),
  ),
];

const peering: readonly Difference[] = [
  including({ id: 'pcx-vw', kind: 'vpc-peering-connection', vpcId: 'vpc-v', peerVpcId: 'vpc-w' }),
  routing('rtb-priv', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
  routing('rtb-w', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
];

export const ENDPOINTS: readonly MicroCase[] = [
  {
    number: 88,
    about: 'a gateway endpoint, and a rule that names its list',
    differences: [...s3, grouping('eni-j', group('sg-s3', [], [toList]))],
    rows: [
      ['j', P, tcp(443), 'R'],
      ['j', 'vpce-s3', tcp(443), 'R'],
    ],
  },
  {
    number: 89,
    about: 'a rule for the VPC does not hold the addresses of the service',
    differences: [...s3, grouping('eni-j', group('sg-s3', [], [rule('-1', '10.0.0.0/16')]))],
    rows: [['j', P, tcp(443), 'F', 'ENI_SG_RULES_MISMATCH']],
  },
  {
    number: 90,
    about: 'answers come from public addresses',
    differences: [...s3, ...onPriv([[100, 'allow', '-1', '10.0.0.0/16']], allowAll)],
    rows: [['j', P, tcp(443), 'B', 'SUBNET_ACL_RESTRICTION']],
  },
  {
    number: 91,
    about: 'tcp and ping only',
    differences: s3,
    rows: [
      ['j', P, { protocol: 'udp', port: 443 }, 'F', 'VPCE_GATEWAY_PROTOCOL_RESTRICTION'],
      ['j', P, ping, 'R'],
    ],
  },
  {
    number: 92,
    about: 'not for addresses outside the list',
    differences: s3,
    rows: [['j', X, tcp(443), 'F', 'NO_ROUTE_TO_DESTINATION', 'CANNOT_ROUTE']],
  },
  {
    number: 93,
    about: 'entries of the list are longer than the default route',
    differences: [...s3, viaNat],
    rows: [
      ['j', P, tcp(443), 'R'],
      ['j', X, tcp(443), 'R'],
    ],
  },
  {
    number: 94,
    about: 'not over a peering connection',
    differences: [
      list('pl-s3', '52.216.0.0/15'),
      including({
        id: 'vpce-w',
        kind: 'vpc-endpoint',
        vpcId: 'vpc-w',
        vpcEndpointType: 'Gateway',
        serviceName: 'com.amazonaws.us-east-1.s3',
      }),
      routing('rtb-w', { destinationPrefixListId: 'pl-s3', gatewayId: 'vpce-w' }),
      ...peering,
      routing('rtb-priv', { destinationCidrBlock: `${P}/32`, vpcPeeringConnectionId: 'pcx-vw' }),
    ],
    rows: [['j', P, tcp(443), 'F', 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR']],
  },
  {
    number: 95,
    about: 'an interface endpoint takes its port and answers no ping',
    differences: interfaceEndpoint('10.0.0.0/16'),
    rows: [
      ['i', '10.0.1.100', tcp(443), 'R'],
      ['i', 'vpce-i', tcp(443), 'R'],
      ['i', '10.0.1.100', ping, 'F', 'ENI_SG_RULES_MISMATCH', 'PROTOCOL_RESTRICTION'],
    ],
  },
  {
    number: 96,
    about: 'an endpoint opens no connections',
    differences: interfaceEndpoint('10.0.0.0/16'),
    rows: [
      ['vpce-i', 'j', tcp(443), 'F', 'VPCE_INTRA_VPC_TRAFFIC'],
      ['eni-vpce', 'j', tcp(443), 'F', 'VPCE_INTRA_VPC_TRAFFIC'],
    ],
  },
  {
    number: 97,
    about: 'an interface endpoint is reached over peering',
    differences: [...interfaceEndpoint('10.0.0.0/16', '10.1.0.0/16'), ...peering],
    rows: [['m', '10.0.1.100', tcp(443), 'R']],
  },
  {
    number: 136,
    about: 'a static route wins over a list with the same block',
    differences: [
      list('pl-a', '198.51.100.0/24'),
      routing(
        'rtb-pub',
        { destinationCidrBlock: '198.51.100.0/24', gatewayId: 'igw-v' },
        { destinationPrefixListId: 'pl-a', networkInterfaceId: 'eni-k' },
      ),
    ],
    rows: [['i', X, tcp(443), 'R']],
  },
  {
    number: 137,
    about: 'a longer entry of a list wins, even as a blackhole',
    differences: [
      list('pl-a', '198.51.100.0/25'),
      routing('rtb-pub', { destinationPrefixListId: 'pl-a', networkInterfaceId: 'eni-gone' }),
    ],
    rows: [['i', X, tcp(443), 'F', 'BAD_STATE_ROUTE']],
  },
  {
    number: 140,
    about: 'a Lambda function has no public address',
    differences: [
      including({
        id: 'eni-fn',
        kind: 'network-interface',
        subnetId: 'pub',
        privateIpAddress: '10.0.0.70',
        groupSet: ['sg-open'],
        sourceDestCheck: true,
        interfaceType: 'lambda',
      }),
    ],
    rows: [
      ['eni-fn', X, tcp(443), 'F', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'],
      ['eni-fn', 'j', tcp(443), 'R'],
      ['j', 'eni-fn', tcp(443), 'F', 'NO_PATH'],
    ],
  },
];
