/**
 * The network that path tests change one thing of: VPC V with an internet gateway, a public and a private subnet in
 * two zones, instances I (public address), K (none) and J (private), and a second VPC W with M that nothing joins.
 * X is an internet host. Every group is open, every ACL the default one.
 */
import type { Resource, ResourceOf, Scenario } from '../catalog/descriptors';
import { applyChanges } from '../model/change';
import { emptyScenario, withResources } from './network';

export const X = '198.51.100.7';

const everything = { ipProtocol: '-1', cidrIp: '0.0.0.0/0' } as const;

export const group = (
  id: string,
  inbound: ResourceOf<'security-group'>['securityGroupIngress'],
  outbound: ResourceOf<'security-group'>['securityGroupEgress'],
  vpcId = 'vpc-v',
): Resource => ({
  id,
  kind: 'security-group',
  vpcId,
  groupName: id,
  securityGroupIngress: inbound,
  securityGroupEgress: outbound,
});

export const openRule = everything;

type AclRow = readonly [number, 'allow' | 'deny', string, string, (readonly [number, number])?];

/** `[100, 'allow', 'tcp', '0.0.0.0/0', [1024, 65535]]` */
export const acl = (
  id: string,
  inbound: readonly AclRow[],
  outbound: readonly AclRow[],
  vpcId = 'vpc-v',
): Resource => {
  const entries = (rows: readonly AclRow[], egress: boolean): ResourceOf<'network-acl'>['entries'] =>
    rows.map(([ruleNumber, ruleAction, protocol, cidrBlock, ports]) => ({
      ruleNumber,
      egress,
      protocol,
      ruleAction,
      cidrBlock,
      ...(ports ? { portRange: { from: ports[0], to: ports[1] } } : {}),
    }));
  return {
    id,
    kind: 'network-acl',
    vpcId,
    entries: [...entries(inbound, false), ...entries(outbound, true)],
  };
};

export const allowAll: readonly AclRow[] = [[100, 'allow', '-1', '0.0.0.0/0']];

/** An instance and its primary interface `eni-<id>`. */
export const machine = (
  id: string,
  subnetId: string,
  privateIpAddress: string,
  extra: { readonly groups?: readonly string[]; readonly checked?: boolean } = {},
): Resource[] => [
  { id, kind: 'instance', instanceType: 't3.micro', associatePublicIpAddress: false },
  nic(`eni-${id}`, subnetId, privateIpAddress, id, 0, extra),
];

export const nic = (
  id: string,
  subnetId: string,
  privateIpAddress: string,
  instanceId: string,
  deviceIndex: number,
  {
    groups = ['sg-open'],
    checked = true,
  }: { readonly groups?: readonly string[]; readonly checked?: boolean } = {},
): ResourceOf<'network-interface'> => ({
  id,
  kind: 'network-interface',
  subnetId,
  privateIpAddress,
  groupSet: groups,
  sourceDestCheck: checked,
  attachment: { instanceId, deviceIndex, deleteOnTermination: true },
});

const subnet = (
  id: string,
  vpcId: string,
  zone: string,
  cidrBlock: string,
  routeTableId: string,
): Resource => ({
  id,
  kind: 'subnet',
  vpcId,
  availabilityZone: zone,
  cidrBlock,
  mapPublicIpOnLaunch: false,
  routeTableId,
});

const vpc = (id: string, cidrBlock: string): Resource => ({
  id,
  kind: 'vpc',
  region: 'region-1',
  cidrBlock,
  enableDnsSupport: true,
  enableDnsHostnames: true,
});

const baseTopology = (): Scenario => ({
  ...withResources(emptyScenario(), [
    { id: 'region-1', kind: 'region', regionName: 'us-east-1' },
    { id: 'az-a', kind: 'zone', region: 'region-1', zoneName: 'us-east-1a' },
    { id: 'az-b', kind: 'zone', region: 'region-1', zoneName: 'us-east-1b' },
    { id: 'internet-x', kind: 'internet', clientAddress: X },
    vpc('vpc-v', '10.0.0.0/16'),
    { id: 'igw-v', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-v' },
    {
      id: 'rtb-pub',
      kind: 'route-table',
      vpcId: 'vpc-v',
      routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-v' }],
    },
    { id: 'rtb-priv', kind: 'route-table', vpcId: 'vpc-v', main: true, routes: [] },
    { ...(acl('acl-v', allowAll, allowAll) as ResourceOf<'network-acl'>), isDefault: true },
    group('sg-open', [everything], [everything]),
    subnet('pub', 'vpc-v', 'az-a', '10.0.0.0/24', 'rtb-pub'),
    subnet('priv', 'vpc-v', 'az-a', '10.0.1.0/24', 'rtb-priv'),
    subnet('pub-b', 'vpc-v', 'az-b', '10.0.10.0/24', 'rtb-pub'),
    subnet('priv-b', 'vpc-v', 'az-b', '10.0.11.0/24', 'rtb-priv'),
    ...machine('i', 'pub', '10.0.0.10'),
    ...machine('k', 'pub', '10.0.0.11'),
    ...machine('j', 'priv', '10.0.1.10'),
    vpc('vpc-w', '10.1.0.0/16'),
    { id: 'rtb-w', kind: 'route-table', vpcId: 'vpc-w', main: true, routes: [] },
    { ...(acl('acl-w', allowAll, allowAll, 'vpc-w') as ResourceOf<'network-acl'>), isDefault: true },
    group('sg-w', [everything], [everything], 'vpc-w'),
    subnet('sub-w', 'vpc-w', 'az-a', '10.1.1.0/24', 'rtb-w'),
    ...machine('m', 'sub-w', '10.1.1.10', { groups: ['sg-w'] }),
  ]),
  observed: { 'eni-i': { publicIps: { '10.0.0.10': '203.0.113.10' } } },
});

/** Adds resources, or puts them in the place of those with the same id. */
export const including =
  (...resources: readonly Resource[]) =>
  (document: Scenario): Scenario =>
    withResources(document, resources);

export const without =
  (...ids: readonly string[]) =>
  (document: Scenario): Scenario => ({
    ...document,
    resources: Object.fromEntries(Object.entries(document.resources).filter(([id]) => !ids.includes(id))),
  });

/** Sets properties of a resource; `null` takes one away. */
export const setting =
  (id: string, set: Readonly<Record<string, unknown>>) =>
  (document: Scenario): Scenario => {
    const applied = applyChanges(document, [{ type: 'update', id, set }]);
    if (!applied.ok) throw new Error(applied.error.message);
    return applied.value.document;
  };

/** Puts the routes of a table beside those it has. */
export const routing =
  (id: string, ...routes: ResourceOf<'route-table'>['routes']) =>
  (document: Scenario): Scenario => {
    const table = document.resources[id];
    if (table?.kind !== 'route-table') throw new Error(`${id} is no route table`);
    return setting(id, { routes: [...table.routes, ...routes] })(document);
  };

/** The rules of a group of its own for one interface. */
export const grouping =
  (eniId: string, ...groups: readonly Resource[]) =>
  (document: Scenario): Scenario =>
    setting(eniId, { groupSet: groups.map(({ id }) => id) })(withResources(document, groups));

/** Public NAT gateway N in the public subnet, and the private subnets' default route to it. */
export const viaNat = (document: Scenario): Scenario =>
  routing('rtb-priv', { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-n' })(
    withResources(document, [
      { id: 'eip-n', kind: 'elastic-ip', region: 'region-1', publicIp: '203.0.113.50' },
      {
        id: 'nat-n',
        kind: 'nat-gateway',
        subnetId: 'pub',
        connectivityType: 'public',
        privateIpAddress: '10.0.0.50',
        allocationId: 'eip-n',
      },
    ]),
  );

export type Difference = (document: Scenario) => Scenario;

export const topology = (...differences: readonly Difference[]): Scenario =>
  differences.reduce((document, difference) => difference(document), baseTopology());
