import { describe, expect, it } from 'vitest';
import { HOUR, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import type { Resource, Scenario, ScenarioPath } from './descriptors';
import { acl, allowAll } from '../testing/base-topology';
import { compileNetwork, trace } from './network-roles';
import type { Run } from './run';

const T = 20 * MINUTE;
const ALL = { ipProtocol: '-1', cidrIp: '0.0.0.0/0' } as const;

const group: Resource = {
  id: 'sg-1',
  kind: 'security-group',
  vpcId: 'vpc-1',
  groupName: 'open',
  securityGroupIngress: [ALL],
  securityGroupEgress: [ALL],
};

const eni = (id: string, subnetId: string, address: string): Resource => ({
  id,
  kind: 'network-interface',
  subnetId,
  privateIpAddress: address,
  groupSet: ['sg-1'],
  sourceDestCheck: true,
});

const inGroup = (all: readonly Resource[]): readonly Resource[] =>
  all.map((one) => (one.kind === 'network-interface' ? { ...one, groupSet: ['sg-1'] } : one));

/** Two servers, a client, and a service address that moves from one server to the other. */
const resources: readonly Resource[] = [
  ...place().map((one) => (one.kind === 'subnet' ? { ...one, routeTableId: 'rtb-1' } : one)),
  group,
  { ...acl('acl-1', allowAll, allowAll, 'vpc-1'), isDefault: true } as Resource,
  { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1' },
  { id: 'internet-1', kind: 'internet', clientAddress: '203.0.113.50' },
  {
    id: 'subnet-3',
    kind: 'subnet',
    vpcId: 'vpc-1',
    availabilityZone: 'az-1',
    cidrBlock: '10.0.3.0/24',
    mapPublicIpOnLaunch: false,
    routeTableId: 'rtb-1',
  },
  {
    id: 'rtb-1',
    kind: 'route-table',
    vpcId: 'vpc-1',
    main: true,
    routes: [
      { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
      { destinationCidrBlock: '172.20.0.0/16', networkInterfaceId: 'eni-90' },
    ],
  },
  ...inGroup([...machine(1, { set: { policyRouting: true } }), ...machine(2), ...machine(3, { zone: 2 })]),
  eni('eni-90', 'subnet-1', '10.0.1.90'),
  eni('eni-93', 'subnet-3', '10.0.3.93'),
  { id: 'eip-9', kind: 'elastic-ip', region: 'region-1', publicIp: '198.51.100.9' },
];

const steps: readonly Step[] = [
  [T, 'attach-network-interface', 'eni-90', { to: 'i-1' }],
  [T, 'associate-address', 'eip-9', { to: 'eni-90' }],
  [2 * T, 'detach-network-interface', 'eni-90'],
  [3 * T, 'attach-network-interface', 'eni-90', { to: 'i-2' }],
  [4 * T, 'detach-network-interface', 'eni-90'],
  [4 * T, 'attach-network-interface', 'eni-93', { to: 'i-2' }],
];

const document: Scenario = timeline(resources, steps);
const run: Run = play(document);

function ask(at: number, from: string, to: string): ScenarioPath {
  const { live } = run.momentAt(at);
  const traced = trace(compileNetwork({ document, at, live }), { from, to, protocol: 'tcp', port: 443 });
  if (!traced.ok) throw new Error(traced.error.message);
  return traced.value;
}

const words = (path: ScenarioPath): string => JSON.stringify(path);

describe('an interface that moves', () => {
  it('answers on the instance that has it, and on none in between', () => {
    expect(ask(T - 1, 'i-3', '10.0.1.90').verdict).not.toBe('reachable');
    expect(ask(T, 'i-3', '10.0.1.90').verdict).toBe('reachable');
    expect(words(ask(T, 'i-3', '10.0.1.90'))).toContain('i-1');
    expect(ask(2 * T, 'i-3', '10.0.1.90').verdict).not.toBe('reachable');
  });

  it('takes its Elastic IP along', () => {
    expect(ask(T - 1, 'internet-1', '198.51.100.9').verdict).not.toBe('reachable');
    expect(ask(T, 'internet-1', '198.51.100.9').verdict).toBe('reachable');
    expect(ask(2 * T, 'internet-1', '198.51.100.9').verdict).not.toBe('reachable');
  });

  it('makes a blackhole of the routes to it while it is detached', () => {
    expect(words(ask(2 * T, 'i-3', '172.20.0.1'))).toContain('blackhole');
    expect(words(ask(T, 'i-3', '172.20.0.1'))).not.toContain('blackhole');
  });

  it('without policy routing, replies leave by the first interface and are dropped there', () => {
    const same = ask(3 * T, 'i-3', '10.0.1.90');
    expect(same.verdict).not.toBe('reachable');
    expect(words(same)).toContain('ENI_SOURCE_DEST_CHECK');
    const other = ask(4 * T, 'i-3', '10.0.3.93');
    expect(other.verdict).not.toBe('reachable');
    expect(words(other)).toContain('ENI_SOURCE_DEST_CHECK');
    expect(ask(HOUR + 3 * T, 'i-3', '10.0.1.12').verdict).toBe('reachable');
  });
});
