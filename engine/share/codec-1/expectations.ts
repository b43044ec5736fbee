/**
 * What a reader of a link expects of each property before it reads it: what AWS and the editor create by
 * themselves, and otherwise the same as in the row before. Only what differs is
 * written. Frozen: a change here changes what links mean, and so does a further kind.
 */
import {
  always,
  firstOfVpc,
  increment,
  inOrder,
  nextAddress,
  nextBlock,
  nextInstance,
  sameOr,
  sameOrFirst,
  type KindExpectations,
  type NamedColumn,
} from './column';
import { makeIpv4, parseBlock, parseIpv4 } from './ipv4';
import type { Row } from './row';

export const name: NamedColumn = ['name', () => (_, before) => increment(before?.['name'])];
export const region: NamedColumn = ['region', sameOrFirst('region', 'region')];
export const vpcId: NamedColumn = ['vpcId', sameOrFirst('vpcId', 'vpc')];

const EVERYWHERE = '0.0.0.0/0';
const aclEntry = (egress: boolean): Row => ({
  ruleNumber: 100,
  egress,
  protocol: '-1',
  ruleAction: 'allow',
  cidrBlock: EVERYWHERE,
});

const zoneIdNumbers: Readonly<Record<string, number>> = { a: 2, b: 4, c: 6, d: 1, e: 3, f: 5 };

/** In the order in which kinds are written: a kind may expect something of those before it. */
export const NETWORK_EXPECTATIONS: readonly KindExpectations[] = [
  { kind: 'region', prefix: 'region', columns: [name, ['regionName', sameOr('regionName', 'us-east-1')]] },
  {
    kind: 'zone',
    prefix: 'az',
    columns: [
      name,
      region,
      [
        'zoneName',
        (known) => (row, before) => {
          const regionName = known.row(row['region'])?.['regionName'];
          const letter =
            typeof before?.['zoneName'] === 'string'
              ? before['zoneName'].charCodeAt(before['zoneName'].length - 1)
              : 96;
          return typeof regionName === 'string'
            ? `${regionName}${String.fromCharCode(letter + 1)}`
            : undefined;
        },
      ],
      [
        'zoneId',
        () => (row, before) => {
          const zoneName = row['zoneName'];
          const number =
            typeof zoneName === 'string' && zoneName.startsWith('us-east-1')
              ? zoneIdNumbers[zoneName.slice(9)]
              : undefined;
          return number === undefined ? increment(before?.['zoneId']) : `use1-az${number}`;
        },
      ],
    ],
  },
  { kind: 'internet', prefix: 'internet', columns: [name, ['clientAddress', always('203.0.113.7')]] },
  {
    kind: 'vpc',
    prefix: 'vpc',
    columns: [
      name,
      region,
      ['cidrBlock', () => (_, before) => (before ? nextBlock(before['cidrBlock']) : '10.0.0.0/16')],
      ['enableDnsSupport', sameOr('enableDnsSupport', true)],
      ['enableDnsHostnames', sameOr('enableDnsHostnames', false)],
    ],
  },
  {
    kind: 'security-group',
    prefix: 'sg',
    columns: [
      name,
      vpcId,
      [
        'groupName',
        (known) => {
          const isFirst = firstOfVpc(known);
          return (row, before, id) =>
            isFirst(row, before, id) === true ? 'default' : (row['name'] ?? increment(before?.['groupName']));
        },
      ],
      [
        'groupDescription',
        () => (row) => (row['groupName'] === 'default' ? 'default VPC security group' : undefined),
      ],
      [
        'securityGroupIngress',
        () => (row, _, id) => (row['groupName'] === 'default' ? [{ ipProtocol: '-1', peerGroupId: id }] : []),
      ],
      ['securityGroupEgress', always([{ ipProtocol: '-1', cidrIp: EVERYWHERE }])],
    ],
  },
  {
    kind: 'network-acl',
    prefix: 'acl',
    columns: [name, vpcId, ['isDefault', firstOfVpc], ['entries', always([aclEntry(false), aclEntry(true)])]],
  },
  {
    kind: 'internet-gateway',
    prefix: 'igw',
    columns: [name, region, ['vpcId', inOrder('vpc')]],
  },
  {
    kind: 'route-table',
    prefix: 'rtb',
    columns: [
      name,
      vpcId,
      ['main', firstOfVpc],
      [
        'routes',
        (known) => (row) => {
          if (row['main'] === true) return [];
          const index = known
            .rows('internet-gateway')
            .findIndex((gateway) => gateway['vpcId'] === row['vpcId']);
          const gatewayId = known.ids('internet-gateway')[index];
          return gatewayId === undefined ? [] : [{ destinationCidrBlock: EVERYWHERE, gatewayId }];
        },
      ],
    ],
  },
  {
    kind: 'subnet',
    prefix: 'subnet',
    columns: [
      name,
      vpcId,
      [
        'availabilityZone',
        (known) => (_, before) => {
          const zones = known.ids('zone');
          const index = before ? zones.indexOf(before['availabilityZone'] as string) + 1 : 0;
          return zones[index % zones.length];
        },
      ],
      [
        'cidrBlock',
        (known) => {
          const last = new Map<unknown, unknown>();
          return (row, before) => {
            if (before) last.set(before['vpcId'], before['cidrBlock']);
            if (last.has(row['vpcId'])) return nextBlock(last.get(row['vpcId']));
            const block = known.row(row['vpcId'])?.['cidrBlock'];
            const cidr = typeof block === 'string' ? parseBlock(block) : null;
            return cidr ? `${makeIpv4(cidr.first)}/24` : undefined;
          };
        },
      ],
      ['mapPublicIpOnLaunch', sameOr('mapPublicIpOnLaunch', false)],
    ],
  },
  {
    kind: 'placement-group',
    prefix: 'pg',
    columns: [
      name,
      region,
      ['groupName', () => (row, before) => row['name'] ?? increment(before?.['groupName'])],
      ['strategy', sameOr('strategy', 'cluster')],
    ],
  },
  {
    kind: 'instance',
    prefix: 'i',
    columns: [name, ['instanceType', sameOr('instanceType', 't3.micro')]],
  },
  {
    kind: 'network-interface',
    prefix: 'eni',
    columns: [
      name,
      [
        'attachment',
        nextInstance((instanceId) => ({ instanceId, deviceIndex: 0, deleteOnTermination: true })),
      ],
      ['subnetId', sameOrFirst('subnetId', 'subnet')],
      ['groupSet', (known) => (_, before) => before?.['groupSet'] ?? known.ids('security-group').slice(0, 1)],
      ['privateIpAddress', nextAddress],
      ['sourceDestCheck', always(true)],
    ],
  },
  {
    kind: 'elastic-ip',
    prefix: 'eip',
    columns: [
      name,
      region,
      [
        'publicIp',
        () => (_, before) => {
          const address = typeof before?.['publicIp'] === 'string' ? parseIpv4(before['publicIp']) : null;
          return address === null || address === 0xffffffff ? undefined : makeIpv4(address + 1);
        },
      ],
    ],
  },
  {
    kind: 'nat-gateway',
    prefix: 'nat',
    columns: [
      name,
      ['subnetId', sameOrFirst('subnetId', 'subnet')],
      ['connectivityType', always('public')],
      ['privateIpAddress', nextAddress],
      ['allocationId', inOrder('elastic-ip')],
    ],
  },
  {
    kind: 'volume',
    prefix: 'vol',
    columns: [
      name,
      [
        'attachment',
        nextInstance((instanceId) => ({
          instanceId,
          device: '/dev/xvda',
          root: true,
          deleteOnTermination: true,
        })),
      ],
      [
        'availabilityZone',
        (known) => {
          const zones = new Map<unknown, unknown>();
          for (const eni of known.rows('network-interface')) {
            const held = eni['attachment'];
            if (typeof held !== 'object' || held === null || (held as Row)['deviceIndex'] !== 0) continue;
            zones.set((held as Row)['instanceId'], known.row(eni['subnetId'])?.['availabilityZone']);
          }
          return (row, before) => {
            const held = row['attachment'];
            const instanceId =
              typeof held === 'object' && held !== null ? (held as Row)['instanceId'] : undefined;
            return zones.get(instanceId) ?? before?.['availabilityZone'] ?? known.ids('zone')[0];
          };
        },
      ],
      ['size', sameOr('size', 8)],
      ['volumeType', sameOr('volumeType', 'gp3')],
      ['encrypted', sameOr('encrypted', false)],
    ],
  },
];
