/** Cases 121 to 135: what is never filtered, several interfaces, ends that are missing. */
import { X, group, grouping, including, machine, routing, setting } from '../base-topology';
import { dualHomed, onPriv, open, tcp, type MicroCase } from './case';

export const SPECIAL_AND_PLACEMENT: readonly MicroCase[] = [
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
    number: 142,
    about: 'a sender that puts in an address of nobody',
    differences: [setting('eni-i', { sourceDestCheck: false })],
    rows: [
      ['i', X, { ...tcp(443), sourceAddress: '10.0.1.99' }, 'F', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'],
    ],
  },
  {
    number: 135,
    about: 'a subnet without an association uses the main table',
    differences: [setting('pub', { routeTableId: null })],
    rows: [['internet-x', 'i', tcp(22), 'B', 'NO_ROUTE_TO_DESTINATION']],
  },
];
