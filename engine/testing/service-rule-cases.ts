/** A broken network for each rule on peerings, endpoints, balancers, target groups and IPv6. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { edit, one } from './editing';
import { networkOf, withResources } from './network';

export interface RuleCase {
  readonly broken: Scenario;
  readonly subject: string;
  readonly noFix?: true;
  readonly further?: number;
}

// vpc-1: subnet-1 public a, subnet-2 public b, subnet-3 app a, subnet-4 app b; vpc-2: the same from subnet-5 on.
const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });

const patched = (document: Scenario, id: string, patch: object): Scenario =>
  withResources(document, [{ ...document.resources[id], ...patch } as Resource]);
const created = (kind: string, into: string, document: Scenario = shop): Scenario =>
  edit(document, { type: 'create', kind, into }).document;
const routed = (document: Scenario, tableId: string, ...routes: readonly object[]): Scenario =>
  patched(document, tableId, { routes: [...one(document, tableId, 'route-table').routes, ...routes] });

const peered = created('vpc-peering-connection', 'vpc-1');
const through = { vpcPeeringConnectionId: 'pcx-1' };
const toSecond = { destinationCidrBlock: '10.1.0.0/16', ...through };
const stored = created('vpc-endpoint', 'vpc-1');
const managed = created('vpc-endpoint', 'subnet-3');
const open: Resource = {
  id: 'sg-80',
  kind: 'security-group',
  vpcId: 'vpc-1',
  groupName: 'open',
  securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '0.0.0.0/0' }],
  securityGroupEgress: [],
};
const closed: Resource = { ...open, id: 'sg-81', groupName: 'closed', securityGroupIngress: [] };
const balanced = edit(withResources(created('load-balancer', 'vpc-1'), [open, closed]), {
  type: 'set',
  id: 'elb-1',
  key: 'securityGroups',
  value: ['sg-1', 'sg-80'],
}).document;
const listener = one(balanced, 'elb-1', 'load-balancer').listeners[0];
const network = edit(balanced, { type: 'set', id: 'elb-1', key: 'type', value: 'network' }).document;
const dual = patched(patched(shop, 'vpc-1', { ipv6CidrBlock: '2001:db8:1::/56' }), 'subnet-1', {
  ipv6CidrBlock: '2001:db8:1::/64',
});
const egress = created('egress-only-internet-gateway', 'vpc-1', dual);

export const SERVICE_RULE_CASES: Readonly<Record<string, RuleCase>> = {
  'PEERING-001': {
    broken: patched(peered, 'vpc-2', { secondaryCidrBlocks: ['10.0.64.0/20'] }),
    subject: 'pcx-1',
    noFix: true,
  },
  'PEERING-002': { broken: routed(peered, 'rtb-1', toSecond), subject: 'pcx-1' },
  'PEERING-003': { broken: peered, subject: 'pcx-1' },
  'PEERING-004': {
    broken: routed(patched(peered, 'pcx-1', { status: 'pending-acceptance' }), 'rtb-1', toSecond),
    subject: 'rtb-1',
  },
  'PEERING-005': {
    broken: routed(peered, 'rtb-1', { destinationCidrBlock: '192.168.0.0/16', ...through }),
    subject: 'rtb-1',
  },
  'ENDPOINT-001': {
    broken: patched(patched(stored, 'rtb-1', { routes: [] }), 'rtb-public-1', {
      routes: one(shop, 'rtb-public-1', 'route-table').routes,
    }),
    subject: 'vpce-1',
  },
  'ENDPOINT-002': { broken: patched(stored, 'rtb-1', { routes: [] }), subject: 'vpce-1' },
  'ENDPOINT-003': { broken: patched(stored, 'pl-1', { entries: [] }), subject: 'pl-1', noFix: true },
  'ENDPOINT-004': { broken: patched(managed, 'sg-1', { securityGroupIngress: [] }), subject: 'vpce-1' },
  'ENDPOINT-005': { broken: patched(managed, 'vpce-1', { privateDnsEnabled: true }), subject: 'vpce-1' },
  'ENDPOINT-007': {
    broken: withResources(
      patched(patched(managed, 'vpc-1', { enableDnsHostnames: true }), 'vpce-1', { privateDnsEnabled: true }),
      [
        { ...one(managed, 'vpce-1', 'vpc-endpoint'), id: 'vpce-2', privateDnsEnabled: true },
        {
          ...one(managed, 'eni-9', 'network-interface'),
          id: 'eni-10',
          managedBy: 'vpce-2',
          privateIpAddress: '10.0.11.6',
        },
      ],
    ),
    subject: 'vpce-2',
  },
  'ENDPOINT-006': {
    broken: patched(managed, 'eni-9', { managedBy: undefined }),
    subject: 'vpce-1',
    noFix: true,
  },
  'BALANCER-001': {
    broken: edit(balanced, { type: 'delete', ids: ['subnet-2'] }).document,
    subject: 'elb-1',
    noFix: true,
  },
  'BALANCER-002': {
    broken: patched(balanced, 'subnet-2', { routeTableId: 'rtb-1' }),
    subject: 'elb-1',
  },
  'BALANCER-003': {
    broken: patched(balanced, 'elb-1', { listeners: [{ ...listener, targetGroupIds: [] }] }),
    subject: 'elb-1',
    noFix: true,
  },
  'BALANCER-004': {
    broken: patched(balanced, 'elb-1', { listeners: [{ ...listener, protocol: 'TCP' }] }),
    subject: 'elb-1',
    noFix: true,
  },
  'BALANCER-005': { broken: created('load-balancer', 'vpc-1'), subject: 'elb-1' },
  'BALANCER-006': { broken: patched(balanced, 'eni-1', { groupSet: ['sg-81'] }), subject: 'i-1' },
  'BALANCER-007': {
    broken: patched(network, 'tg-1', { targets: [{ instanceId: 'i-1' }] }),
    subject: 'elb-1',
  },
  'TARGET-001': { broken: patched(balanced, 'tg-1', { targets: [] }), subject: 'tg-1', noFix: true },
  'TARGET-002': { broken: created('target-group', 'vpc-1'), subject: 'tg-1', noFix: true },
  'TARGET-003': {
    broken: patched(balanced, 'tg-1', { targets: [{ instanceId: 'i-1' }, { instanceId: 'i-5' }] }),
    subject: 'tg-1',
  },
  'IPV6-001': {
    broken: patched(dual, 'vpc-1', { ipv6CidrBlock: '2001:db8:1::/58' }),
    subject: 'vpc-1',
    noFix: true,
  },
  'IPV6-002': {
    broken: patched(dual, 'subnet-2', { ipv6CidrBlock: '2001:db8:1::/64' }),
    subject: 'subnet-2',
    noFix: true,
  },
  'IPV6-003': { broken: patched(dual, 'eni-1', { ipv6Addresses: ['2001:db8:1::1'] }), subject: 'eni-1' },
  'EIGW-001': {
    broken: routed(egress, 'rtb-1', {
      destinationCidrBlock: '0.0.0.0/0',
      egressOnlyInternetGatewayId: 'eigw-1',
    }),
    subject: 'rtb-1',
  },
  'EIGW-002': { broken: egress, subject: 'eigw-1' },
  'IPV6-004': {
    broken: patched(dual, 'eni-1', { ipv6Addresses: ['2001:db8:1::4'] }),
    subject: 'rtb-public-1',
  },
  'ROUTE-005': {
    broken: routed(shop, 'rtb-1', { destinationCidrBlock: '172.16.0.0/12', networkInterfaceId: 'eni-1' }),
    subject: 'eni-1',
  },
  'ROUTE-006': {
    broken: routed(shop, 'rtb-1', { destinationCidrBlock: '10.0.11.128/25', networkInterfaceId: 'eni-1' }),
    subject: 'rtb-1',
  },
};

/** What works, in every kind: nothing is to be said of it. */
export const workingServices: Scenario = (() => {
  const routes = routed(routed(balanced, 'rtb-1', toSecond), 'rtb-2', {
    destinationCidrBlock: '10.0.0.0/16',
    ...through,
  });
  const joined = withResources(routes, [one(peered, 'pcx-1', 'vpc-peering-connection')]);
  const withEndpoint = created('vpc-endpoint', 'vpc-1', joined);
  return created('vpc-endpoint', 'subnet-3', withEndpoint);
})();
