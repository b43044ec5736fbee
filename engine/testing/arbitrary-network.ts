/**
 * Random networks for properties of the analyser: the base topology with rules, entries, routes, addresses and middle
 * boxes of all sorts, dense enough that the interesting cases meet each other.
 */
import fc from 'fast-check';
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import {
  acl,
  allowAll,
  group,
  including,
  machine,
  nic,
  openRule,
  setting,
  topology,
  viaNat,
  without,
  type Difference,
} from './base-topology';

type GroupRule = ResourceOf<'security-group'>['securityGroupIngress'][number];
type AclEntry = ResourceOf<'network-acl'>['entries'][number];
type RouteOf = ResourceOf<'route-table'>['routes'][number];

const blocks4 = [
  '0.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.0.0/24',
  '10.0.1.0/24',
  '10.1.0.0/16',
  '198.51.100.0/24',
  '198.51.100.64/26',
  '203.0.113.0/24',
];
const blocks6 = [
  '::/0',
  '::/0',
  '2600:1f18:1:100::/64',
  '2600:1f18:1:100::/56',
  '2600:1f18:2:100::/56',
  '2a00:1450::/32',
];
const ports = [0, 22, 80, 443, 1024, 3306, 32768, 45000, 65535];

const portRange = fc
  .tuple(fc.constantFrom(...ports), fc.constantFrom(...ports))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** What people open for replies, rightly or not. */
const replyPorts = fc.constantFrom(
  { from: 1024, to: 65535 },
  { from: 32768, to: 60999 },
  { from: 49152, to: 65535 },
  { from: 1024, to: 40000 },
);

const peer = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...blocks4).map((cidrIp) => ({ cidrIp })) },
  { weight: 3, arbitrary: fc.constantFrom(...blocks6).map((cidrIpv6) => ({ cidrIpv6 })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('sg-1', 'sg-1', 'sg-2', 'sg-open', 'sg-w')
      .map((peerGroupId) => ({ peerGroupId })),
  },
  { weight: 1, arbitrary: fc.constantFrom('pl-a', 'pl-gone').map((prefixListId) => ({ prefixListId })) },
);

const traffic = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ ipProtocol: '-1' }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('tcp', 'tcp', 'udp'), portRange)
      .map(([ipProtocol, { from, to }]) => ({ ipProtocol, fromPort: from, toPort: to })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { ipProtocol: 'icmp', fromPort: -1, toPort: -1 },
      { ipProtocol: 'icmp', fromPort: 8, toPort: -1 },
      { ipProtocol: 'icmp', fromPort: 3, toPort: 4 },
      { ipProtocol: 'icmpv6', fromPort: 128, toPort: -1 },
      { ipProtocol: 'icmpv6' },
      { ipProtocol: '50' },
    ),
  },
);

const openRule6: GroupRule = { ipProtocol: '-1', cidrIpv6: '::/0' };

const groupRule: fc.Arbitrary<GroupRule> = fc
  .tuple(traffic, peer)
  .map(([what, who]) => ({ ...what, ...who }));
const groupRules = fc.oneof(
  { weight: 2, arbitrary: fc.constant([openRule, openRule6]) },
  { weight: 3, arbitrary: fc.array(groupRule, { maxLength: 4 }) },
);

const aclTraffic: fc.Arbitrary<Pick<AclEntry, 'protocol' | 'portRange' | 'icmp'>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ protocol: '-1' }) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('6', '6', '6', '17'), fc.oneof(portRange, replyPorts))
      .map(([protocol, range]) => ({ protocol, portRange: range })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { protocol: '1', icmp: { type: -1, code: -1 } },
      { protocol: '1', icmp: { type: 8, code: -1 } },
      { protocol: '1', icmp: { type: 0, code: 0 } },
      { protocol: '58', icmp: { type: 129, code: -1 } },
      { protocol: '50' },
    ),
  },
);

const aclBlock = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...blocks4).map((cidrBlock) => ({ cidrBlock })) },
  { weight: 1, arbitrary: fc.constantFrom(...blocks6).map((ipv6CidrBlock) => ({ ipv6CidrBlock })) },
);

const aclSide = (egress: boolean): fc.Arbitrary<AclEntry[]> =>
  fc
    .tuple(
      fc.array(fc.tuple(aclTraffic, aclBlock, fc.constantFrom('allow', 'allow', 'deny')), {
        maxLength: 4,
      }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([rows, open]) => {
      const entries = rows.map(([what, block, action], index): AclEntry => ({
        ruleNumber: 10 + index * 10,
        egress,
        ruleAction: action === 'deny' ? 'deny' : 'allow',
        ...block,
        ...what,
      }));
      // Most directions end open, else hardly a packet would ever come home.
      if (open > 0)
        entries.push(
          { ruleNumber: 101, egress, ruleAction: 'allow', ipv6CidrBlock: '::/0', protocol: '-1' },
          {
            ruleNumber: 100,
            egress,
            ruleAction: 'allow',
            cidrBlock: '0.0.0.0/0',
            protocol: '-1',
          },
        );
      return entries;
    });

/** Open, but for replies from outside, which get the ports that somebody thought of. */
const repliesOnly = replyPorts.map((portRange): AclEntry[] => [
  { ruleNumber: 10, egress: false, ruleAction: 'allow', cidrBlock: '10.0.0.0/8', protocol: '-1' },
  { ruleNumber: 20, egress: false, ruleAction: 'allow', cidrBlock: '0.0.0.0/0', protocol: '6', portRange },
  { ruleNumber: 10, egress: true, ruleAction: 'allow', cidrBlock: '0.0.0.0/0', protocol: '-1' },
]);

const openAcl = (id: string, vpcId: string): Resource => {
  const open = acl(id, allowAll, allowAll, vpcId) as ResourceOf<'network-acl'>;
  const entries6 = [false, true].map((egress): AclEntry => ({
    ruleNumber: 101,
    egress,
    ruleAction: 'allow',
    ipv6CidrBlock: '::/0',
    protocol: '-1',
  }));
  return { ...open, entries: [...open.entries, ...entries6] };
};

const aclOf = (id: string, vpcId: string): fc.Arbitrary<Resource> =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: repliesOnly.map((entries): Resource => ({ id, kind: 'network-acl', vpcId, entries })),
    },
    { weight: 2, arbitrary: fc.constant(openAcl(id, vpcId)) },
    {
      weight: 3,
      arbitrary: fc.tuple(aclSide(false), aclSide(true)).map(([inbound, outbound]): Resource => ({
        id,
        kind: 'network-acl',
        vpcId,
        entries: [...inbound, ...outbound],
      })),
    },
  );

const destinations = [
  '0.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/24',
  '10.0.1.0/24',
  '10.0.0.10/32',
  '10.1.0.0/16',
  '198.51.100.0/24',
  '198.51.100.7/32',
  '203.0.113.0/24',
];
const targets: readonly Partial<RouteOf>[] = [
  { gatewayId: 'igw-v' },
  { gatewayId: 'igw-v' },
  { natGatewayId: 'nat-n' },
  { natGatewayId: 'nat-n' },
  { networkInterfaceId: 'eni-r' },
  { networkInterfaceId: 'eni-r' },
  { instanceId: 'd' },
  { networkInterfaceId: 'eni-gone' },
  { otherTarget: 'tgw-1' },
  { vpcPeeringConnectionId: 'pcx-vw' },
  { vpcPeeringConnectionId: 'pcx-vw' },
];
const routes6: readonly RouteOf[] = [
  { destinationIpv6CidrBlock: '::/0', gatewayId: 'igw-v' },
  { destinationIpv6CidrBlock: '::/0', gatewayId: 'igw-v' },
  { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw-v' },
  { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'eigw-v' },
  { destinationIpv6CidrBlock: '::/0', natGatewayId: 'nat-n' },
  { destinationIpv6CidrBlock: '2600:1f18:2:100::/56', vpcPeeringConnectionId: 'pcx-vw' },
  { destinationIpv6CidrBlock: '2a00:1450::/32', networkInterfaceId: 'eni-r' },
];
const listRoutes: readonly RouteOf[] = [
  { destinationPrefixListId: 'pl-gone', gatewayId: 'vpce-gone' },
  { destinationPrefixListId: 'pl-gone', otherTarget: 'tgw-1' },
  { destinationPrefixListId: 'pl-a', networkInterfaceId: 'eni-r' },
  { destinationPrefixListId: 'pl-a', gatewayId: 'igw-v' },
  { destinationPrefixListId: 'pl-s3', gatewayId: 'vpce-s3' },
  { destinationPrefixListId: 'pl-s3', gatewayId: 'vpce-s3' },
  { destinationPrefixListId: 'pl-s3', gatewayId: 'vpce-s3' },
];

const routesOf = (...more: readonly Partial<RouteOf>[]): fc.Arbitrary<RouteOf[]> =>
  fc
    .tuple(
      fc.array(
        fc
          .tuple(fc.constantFrom(...destinations), fc.constantFrom(...targets, ...more))
          .map(([destinationCidrBlock, target]): RouteOf => ({ destinationCidrBlock, ...target })),
        { maxLength: 4 },
      ),
      fc.integer({ min: 0, max: 3 * listRoutes.length }),
    )
    .map(([routes, list]) => {
      const known = listRoutes[list];
      const unique = new Map(routes.map((route) => [route.destinationCidrBlock, route]));
      return known ? [...unique.values(), known] : [...unique.values()];
    });

const flag = fc.boolean();
const seldom = fc.integer({ min: 0, max: 6 }).map((value) => value === 0);
const often = seldom.map((value) => !value);
const groupIds = fc.constantFrom(['sg-1'], ['sg-2'], ['sg-1', 'sg-2'], ['sg-open'], ['sg-open'], ['sg-open']);

/** Ends that questions about such a network may name. */
const NETWORK_ENDS = [
  'i',
  'j',
  'j',
  'k',
  'd',
  'm',
  'eni-d1',
  'eni-r',
  'eni-fn',
  'internet',
  'internet',
  'internet',
  'internet:198.51.100.7',
] as const;
/** Pairs whose way is long. */
const LONG_WAYS: readonly (readonly [string, string])[] = [
  ['j', 'elb-1'],
  ['i', 'elb-1'],
  ['k', '10.0.0.80'],
  ['internet', 'elb-1'],
  ['internet', 'elb-1'],
  ['j', 'm'],
  ['j', 'm'],
  ['i', 'm'],
  ['m', 'j'],
  ['m', 'elb-1'],
  ['j', 'internet'],
  ['eni-fn', 'internet'],
];
const LONG_WAYS6: readonly (readonly [string, string])[] = [
  ['j', 'internet'],
  ['i', 'internet'],
  ['internet', 'i'],
  ['internet', 'j'],
  ['j', '2600:1f18:2:100::10'],
  ['m', '2600:1f18:1:101::10'],
];

/** Ends that have IPv6 addresses. */
const NETWORK_ENDS6 = [
  'i',
  'j',
  'd',
  'm',
  'eni-d1',
  'internet',
  'internet',
  'internet:2a00:1450::5',
] as const;
const NETWORK_TARGETS6 = [
  'internet',
  'internet',
  'internet:2a00:1450::5',
  '2600:1f18:1:100::10',
  '2600:1f18:1:101::10',
  '2600:1f18:1:100::20',
  '2600:1f18:1:101::21',
  '2600:1f18:2:100::10',
  '2600:1f18:1:100::99',
] as const;
const NETWORK_TARGETS = [
  ...NETWORK_ENDS,
  'elb-1',
  'elb-1',
  'elb-1',
  '10.0.0.80',
  '203.0.113.80',
  'vpce-sqs',
  '10.0.1.90',
  'vpce-s3',
  '8.8.4.4',
  '10.0.0.50',
  '203.0.113.21',
  '10.0.1.10',
  '10.0.1.77',
  '10.0.1.12',
  '203.0.113.19',
  '10.0.0.130',
  '10.0.0.2',
  '10.0.0.255',
] as const;

type Balancer = ResourceOf<'load-balancer'>;
type Target = ResourceOf<'target-group'>['targets'][number];

const balancer: fc.Arbitrary<{
  readonly balancer: Pick<Balancer, 'type' | 'listeners' | 'crossZone' | 'securityGroups'>;
  readonly publicNodes: boolean;
  readonly group: Pick<
    ResourceOf<'target-group'>,
    'targetType' | 'preserveClientIp' | 'protocol' | 'targets'
  >;
}> = fc
  .record({
    application: flag,
    listeners: fc.subarray<Balancer['listeners'][number]>(
      [
        { protocol: 'TCP', port: 80, targetGroupIds: ['tg-1'] },
        { protocol: 'UDP', port: 80, targetGroupIds: ['tg-1'] },
        { protocol: 'TCP_UDP', port: 443, targetGroupIds: ['tg-1', 'tg-2'] },
      ],
      { minLength: 1 },
    ),
    crossZone: fc.constantFrom(undefined, true, false),
    groups: fc.constantFrom<string[] | undefined>(undefined, ['sg-1'], ['sg-open'], ['sg-open']),
    publicNodes: often,
    targetType: fc.constantFrom<'instance' | 'ip' | 'lambda'>(
      'instance',
      'instance',
      'instance',
      'ip',
      'lambda',
    ),
    preserveClientIp: fc.constantFrom(undefined, true, false),
    protocol: fc.constantFrom<'TCP' | 'TCP_UDP' | undefined>('TCP', 'TCP_UDP', undefined),
    targets: fc.subarray<Target>([
      { instanceId: 'j' },
      { instanceId: 'i', port: 8080 },
      { instanceId: 'b' },
      { ipAddress: '10.1.1.10', port: 80 },
    ]),
  })
  .map(
    ({
      application,
      listeners,
      crossZone,
      groups,
      publicNodes,
      targetType,
      preserveClientIp,
      protocol,
      targets,
    }) => ({
      balancer: {
        type: application ? 'application' : 'network',
        listeners: application
          ? [{ protocol: 'HTTP', port: 80, targetGroupIds: listeners[0]?.targetGroupIds ?? [] }]
          : listeners,
        ...(crossZone === undefined ? {} : { crossZone }),
        ...(groups ? { securityGroups: groups } : {}),
      },
      publicNodes,
      group: {
        targetType,
        targets,
        ...(preserveClientIp === undefined ? {} : { preserveClientIp }),
        ...(protocol ? { protocol } : {}),
      },
    }),
  );

const node = (
  id: string,
  subnetId: string,
  privateIpAddress: string,
  managedBy: string,
): ResourceOf<'network-interface'> => ({
  id,
  kind: 'network-interface',
  subnetId,
  privateIpAddress,
  groupSet: [],
  sourceDestCheck: true,
  managedBy,
});

const isOutside = (end: string): boolean => end.startsWith('internet');

/** The two ends of a question about such a network, in the family of addresses that is asked for. */
export const arbitraryEnds = (family: 4 | 6): fc.Arbitrary<readonly [string, string]> =>
  fc
    .oneof(
      fc.constantFrom(...(family === 4 ? LONG_WAYS : LONG_WAYS6)),
      family === 4
        ? fc.tuple(fc.constantFrom<string>(...NETWORK_ENDS), fc.constantFrom<string>(...NETWORK_TARGETS))
        : fc.tuple(fc.constantFrom<string>(...NETWORK_ENDS6), fc.constantFrom<string>(...NETWORK_TARGETS6)),
    )
    .filter(([from, to]) => from !== to && !(isOutside(from) && isOutside(to)));

const extra6 = fc.uniqueArray(fc.constantFrom(...routes6), {
  selector: (route) => route.destinationIpv6CidrBlock,
  maxLength: 2,
});
const FAR_ROUTES: RouteOf[] = [
  { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-vw' },
  { destinationIpv6CidrBlock: '2600:1f18:1:100::/56', vpcPeeringConnectionId: 'pcx-vw' },
  { destinationCidrBlock: '0.0.0.0/0', vpcPeeringConnectionId: 'pcx-vw' },
];
const NEAR_ROUTES: RouteOf[] = [
  { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-vw' },
  { destinationIpv6CidrBlock: '2600:1f18:2:100::/56', vpcPeeringConnectionId: 'pcx-vw' },
];
/** One route for each destination, the last one that was given. */
const distinct = (routes: readonly RouteOf[]): RouteOf[] => [
  ...new Map(
    routes.map((route) => [
      route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId,
      route,
    ]),
  ).values(),
];

export const arbitraryNetwork: fc.Arbitrary<Scenario> = fc
  .record({
    sg1: fc.tuple(groupRules, groupRules),
    sg2: fc.tuple(groupRules, groupRules),
    acls: fc.tuple(aclOf('acl-1', 'vpc-v'), aclOf('acl-2', 'vpc-v'), aclOf('acl-3', 'vpc-w')),
    pubRoutes: fc.oneof(fc.constant([{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-v' }]), routesOf()),
    privRoutes: fc.oneof(
      fc.constant([{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-n' }]),
      fc.constant([{ destinationCidrBlock: '0.0.0.0/0', networkInterfaceId: 'eni-r' }]),
      routesOf(),
    ),
    groups: fc.tuple(groupIds, groupIds, groupIds, groupIds),
    nat: fc.record({ public: often, subnetId: fc.constantFrom('pub', 'pub', 'pub', 'pub-b', 'priv') }),
    router: fc.record({
      subnetId: fc.constantFrom('pub', 'pub-b'),
      checked: seldom,
      elastic: flag,
      forwarding: fc.constantFrom(undefined, undefined, 'nat', 'route', 'off'),
    }),
    gateway: fc.integer({ min: 0, max: 12 }),
    elastic: fc.record({ j: flag, d: flag, d1: flag }),
    policyRouting: flag,
    unchecked: seldom,
    services: fc.constantFrom(undefined, undefined, [{ protocol: 'tcp' as const, port: 80 }]),
    /** A network as in the books, but for its ACLs: long ways are rare where everything is drawn by lot. */
    classic: fc.integer({ min: 0, max: 3 }).map((value) => value === 0),
    routes6: fc.tuple(extra6, extra6),
    far: fc.record({
      peered: often,
      region: fc.constantFrom('region-1', 'region-1', 'region-1', 'region-2'),
      routes: fc.subarray(FAR_ROUTES),
      groups: fc.constantFrom(['sg-w'], ['sg-w2'], ['sg-w', 'sg-w2']),
      rules: groupRules,
      near: fc.tuple(fc.subarray(NEAR_ROUTES), fc.subarray(NEAR_ROUTES)),
    }),
    balancer,
    endpointGroups: groupIds,
    /** Addresses besides the primary one, and what an edge table does with them. */
    more: fc.record({ secondary: flag, elastic: flag, prefixes: flag, edge: seldom }),
    blocked: fc.constantFrom(
      ...new Array<undefined>(12).fill(undefined),
      'block-ingress' as const,
      'block-bidirectional' as const,
    ),
    platform: fc.constantFrom<'linux' | 'windows'>('linux', 'windows'),
  })
  .map((shape) => {
    const [gi, gj, gk, gd] = shape.classic ? CLASSIC_GROUPS : shape.groups;
    const { classic } = shape;
    const nat = classic ? { public: true, subnetId: 'pub' } : shape.nat;
    const { router } = shape;
    const pubRoutes = classic ? [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-v' }] : shape.pubRoutes;
    const privRoutes = classic
      ? [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-n' }]
      : shape.privRoutes;
    const differences: Difference[] = [
      viaNat,
      including(
        group('sg-1', ...shape.sg1),
        group('sg-2', ...shape.sg2),
        ...shape.acls,
        {
          id: 'pl-a',
          kind: 'prefix-list',
          region: 'region-1',
          prefixListName: 'a',
          entries: [{ cidr: '198.51.100.0/25' }, { cidr: '10.0.1.0/28' }],
        },
        ...machine('d', 'pub', '10.0.0.20', { groups: gd }),
        nic('eni-d1', 'priv', '10.0.1.21', 'd', 1, { groups: gd }),
        ...machine('r', router.subnetId, router.subnetId === 'pub' ? '10.0.0.60' : '10.0.10.60', {
          checked: router.checked,
        }),
      ),
      including(
        { id: 'region-2', kind: 'region', regionName: 'eu-west-1' },
        { id: 'eigw-v', kind: 'egress-only-internet-gateway', vpcId: 'vpc-v' },
        group('sg-w2', shape.far.rules, [openRule, openRule6], 'vpc-w'),
      ),
      including(
        ...machine('b', 'priv-b', '10.0.11.10', { groups: gk }),
        {
          id: 'elb-1',
          kind: 'load-balancer',
          vpcId: 'vpc-v',
          scheme: 'internet-facing',
          ...shape.balancer.balancer,
        },
        { id: 'tg-1', kind: 'target-group', vpcId: 'vpc-v', port: 80, ...shape.balancer.group },
        {
          id: 'tg-2',
          kind: 'target-group',
          vpcId: 'vpc-v',
          port: 443,
          targetType: 'instance',
          targets: [{ instanceId: 'k' }],
        },
        node('eni-elb-a', 'pub', '10.0.0.80', 'elb-1'),
        node('eni-elb-b', 'pub-b', '10.0.10.80', 'elb-1'),
        {
          id: 'vpce-s3',
          kind: 'vpc-endpoint',
          vpcId: 'vpc-v',
          vpcEndpointType: 'Gateway',
          serviceName: 'com.amazonaws.us-east-1.s3',
        },
        {
          id: 'pl-s3',
          kind: 'prefix-list',
          region: 'region-1',
          prefixListName: 'com.amazonaws.us-east-1.s3',
          entries: [{ cidr: '8.8.0.0/16' }],
        },
        {
          id: 'vpce-sqs',
          kind: 'vpc-endpoint',
          vpcId: 'vpc-v',
          vpcEndpointType: 'Interface',
          serviceName: 'com.amazonaws.us-east-1.sqs',
          securityGroupIds: shape.endpointGroups,
        },
        node('eni-sqs-a', 'priv', '10.0.1.90', 'vpce-sqs'),
        node('eni-sqs-b', 'priv-b', '10.0.11.90', 'vpce-sqs'),
        {
          id: 'eni-fn',
          kind: 'network-interface',
          subnetId: 'priv',
          privateIpAddress: '10.0.1.95',
          groupSet: gk,
          sourceDestCheck: true,
          interfaceType: 'lambda',
        },
      ),
      setting('sg-open', { securityGroupIngress: OPEN, securityGroupEgress: OPEN }),
      setting('vpc-w', { region: shape.far.region, ipv6CidrBlock: '2600:1f18:2:100::/56' }),
      setting('sub-w', { ipv6CidrBlock: '2600:1f18:2:100::/64' }),
      setting('eni-m', { groupSet: shape.far.groups, ipv6Addresses: ['2600:1f18:2:100::10'] }),
      setting('vpc-v', { ipv6CidrBlock: '2600:1f18:1:100::/56' }),
      setting('pub', { ipv6CidrBlock: '2600:1f18:1:100::/64' }),
      setting('priv', { ipv6CidrBlock: '2600:1f18:1:101::/64' }),
      setting('eni-i', { groupSet: gi, ipv6Addresses: ['2600:1f18:1:100::10'] }),
      setting('eni-j', { groupSet: gj, ipv6Addresses: ['2600:1f18:1:101::10'] }),
      setting('eni-d', { ipv6Addresses: ['2600:1f18:1:100::20'] }),
      setting('eni-d1', { ipv6Addresses: ['2600:1f18:1:101::21'] }),
      setting('eni-k', { groupSet: gk, sourceDestCheck: !shape.unchecked }),
      setting('d', { policyRouting: shape.policyRouting }),
      setting('j', { platform: shape.platform, ...(shape.services ? { services: shape.services } : {}) }),
      setting('pub', { networkAclId: 'acl-1' }),
      setting('priv', { networkAclId: 'acl-2' }),
      setting('sub-w', { networkAclId: 'acl-3' }),
      setting('rtb-pub', { routes: distinct([...pubRoutes, ...shape.far.near[0], ...shape.routes6[0]]) }),
      setting('rtb-priv', { routes: distinct([...privRoutes, ...shape.far.near[1], ...shape.routes6[1]]) }),
      setting('rtb-w', { routes: shape.far.routes }),
      setting('nat-n', {
        subnetId: nat.subnetId,
        privateIpAddress: NAT_ADDRESSES[nat.subnetId],
        ...(nat.public ? {} : { connectivityType: 'private', allocationId: null }),
      }),
    ];
    const elastic = (id: string, publicIp: string, networkInterfaceId: string): Difference =>
      including({ id, kind: 'elastic-ip', region: 'region-1', publicIp, networkInterfaceId });
    const { more } = shape;
    if (more.secondary) differences.push(setting('eni-j', { secondaryPrivateIpAddresses: ['10.0.1.12'] }));
    if (more.prefixes) differences.push(setting('eni-i', { ipv4Prefixes: ['10.0.0.128/28'] }));
    if (more.secondary && more.elastic)
      differences.push(
        including({
          id: 'eip-j2',
          kind: 'elastic-ip',
          region: 'region-1',
          publicIp: '203.0.113.19',
          networkInterfaceId: 'eni-j',
          privateIpAddress: '10.0.1.12',
        }),
      );
    if (more.edge)
      differences.push(
        including({
          id: 'rtb-edge',
          kind: 'route-table',
          vpcId: 'vpc-v',
          gatewayId: 'igw-v',
          routes: [{ destinationCidrBlock: '10.0.0.0/24', networkInterfaceId: 'eni-r' }],
        }),
      );
    if (shape.balancer.publicNodes)
      differences.push(
        elastic('eip-elb-a', '203.0.113.80', 'eni-elb-a'),
        elastic('eip-elb-b', '203.0.113.81', 'eni-elb-b'),
      );
    if (shape.far.peered)
      differences.push(
        including({ id: 'pcx-vw', kind: 'vpc-peering-connection', vpcId: 'vpc-v', peerVpcId: 'vpc-w' }),
      );
    if (shape.blocked) differences.push(blocking(shape.blocked));
    if (router.forwarding) differences.push(setting('r', { packetForwarding: router.forwarding }));
    if (shape.gateway === 0) differences.push(setting('igw-v', { vpcId: null }));
    if (shape.gateway === 1) differences.push(without('igw-v'));
    if (router.elastic) differences.push(elastic('eip-r', '203.0.113.60', 'eni-r'));
    if (shape.elastic.j) differences.push(elastic('eip-j', '203.0.113.18', 'eni-j'));
    if (shape.elastic.d) differences.push(elastic('eip-d', '203.0.113.20', 'eni-d'));
    if (shape.elastic.d1) differences.push(elastic('eip-d1', '203.0.113.21', 'eni-d1'));
    return topology(...differences);
  });

const OPEN: readonly GroupRule[] = [openRule, openRule6];

const blocking =
  (mode: 'block-ingress' | 'block-bidirectional'): Difference =>
  (document) => ({
    ...document,
    observed: { ...document.observed, 'vpc-v': { ...document.observed['vpc-v'], blockPublicAccess: mode } },
  });

const CLASSIC_GROUPS = [['sg-open'], ['sg-open'], ['sg-1', 'sg-open'], ['sg-open']];

const NAT_ADDRESSES: Readonly<Record<string, string>> = {
  pub: '10.0.0.50',
  'pub-b': '10.0.10.50',
  priv: '10.0.1.50',
};
