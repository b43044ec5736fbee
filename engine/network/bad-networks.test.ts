import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { PathQuery } from '../model/path';
import {
  acl,
  group,
  grouping,
  including,
  machine,
  openRule,
  routing,
  setting,
  topology,
  type Difference,
} from '../testing/base-topology';

/** Verdict and code, or the reason why the question is refused. */
function ask(differences: readonly Difference[], query: PathQuery): string {
  const network = compileNetwork({ document: topology(...differences), at: 'design', live: {} });
  const answer = trace(network, { protocol: 'tcp', ...query });
  return answer.ok ? `${answer.value.verdict} ${answer.value.code ?? ''}`.trim() : answer.error.reason;
}
const https = { port: 443 };
const router = (id: string, subnet: string, address: string): Difference =>
  including(
    ...machine(id, subnet, address, { checked: false }).map((resource) =>
      resource.kind === 'instance' ? { ...resource, packetForwarding: 'route' as const } : resource,
    ),
  );

describe('networks that nobody should build', () => {
  it('send a packet round in a circle, and the route tables are blamed', () => {
    const circle: readonly Difference[] = [
      router('a', 'pub', '10.0.0.60'),
      router('b', 'pub-b', '10.0.10.60'),
      routing('rtb-pub', { destinationCidrBlock: '192.168.0.0/16', networkInterfaceId: 'eni-b' }),
      including({
        id: 'rtb-back',
        kind: 'route-table',
        vpcId: 'vpc-v',
        routes: [{ destinationCidrBlock: '192.168.0.0/16', networkInterfaceId: 'eni-a' }],
      }),
      setting('pub-b', { routeTableId: 'rtb-back' }),
    ];
    const network = compileNetwork({ document: topology(...circle), at: 'design', live: {} });
    const answer = trace(network, { from: 'i', to: '192.168.1.1', ...https });
    expect(answer.ok && answer.value.blockers.at(-1)).toMatchObject({
      code: 'X_LOOP',
      rule: '192.168.0.0/16',
    });
  });

  it('have a rule with its ports the wrong way round, which lets nothing in', () => {
    const inverted = { ipProtocol: 'tcp', cidrIp: '0.0.0.0/0', fromPort: 443, toPort: 80 };
    const differences = [grouping('eni-i', group('sg-1', [inverted], [openRule]))];
    expect(ask(differences, { from: 'internet-x', to: 'i', ...https })).toBe(
      'unreachable ENI_SG_RULES_MISMATCH',
    );
  });

  it('join two VPCs with the same addresses', () => {
    const overlapping: readonly Difference[] = [
      including({ id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-v', peerVpcId: 'vpc-w' }),
      setting('vpc-w', { cidrBlock: '10.0.0.0/16' }),
      setting('sub-w', { cidrBlock: '10.0.1.0/24' }),
      setting('eni-m', { privateIpAddress: '10.0.1.10' }),
      routing('rtb-pub', { destinationCidrBlock: '10.0.1.0/24', vpcPeeringConnectionId: 'pcx-1' }),
    ];
    expect(ask(overlapping, { from: 'i', to: '10.0.1.10', ...https })).toBe(
      'unreachable NO_POSSIBLE_DESTINATION',
    );
  });

  it('have an ACL without any entry: the final * denies', () => {
    const differences = [including(acl('acl-0', [], [])), setting('pub', { networkAclId: 'acl-0' })];
    expect(ask(differences, { from: 'internet-x', to: 'i', ...https })).toBe(
      'unreachable SUBNET_ACL_RESTRICTION',
    );
  });

  it('have a route to what does not exist', () => {
    const differences = [routing('rtb-priv', { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-0' })];
    expect(ask(differences, { from: 'j', to: '198.51.100.7', ...https })).toBe('unreachable BAD_STATE_ROUTE');
  });

  it('hand a packet to a router that does not forward', () => {
    const differences: readonly Difference[] = [
      including(...machine('a', 'pub', '10.0.0.60', { checked: false })),
      setting('a', { packetForwarding: 'off' }),
      routing('rtb-priv', { destinationCidrBlock: '0.0.0.0/0', networkInterfaceId: 'eni-a' }),
    ];
    expect(ask(differences, { from: 'j', to: '198.51.100.7', ...https })).toBe(
      'unreachable NO_POSSIBLE_DESTINATION',
    );
  });
});

describe('questions that make no sense', () => {
  it.each([
    ['an unknown source', { from: 'nobody', to: 'i' }, 'not-found'],
    ['an unknown destination', { from: 'i', to: 'nobody' }, 'not-found'],
    ['a port for a protocol without ports', { from: 'i', to: 'j', protocol: 'icmp', port: 1 }, 'invalid'],
    ['a port that is none', { from: 'i', to: 'j', port: 70_000 }, 'invalid'],
    ['a protocol that is none', { from: 'i', to: 'j', protocol: '256' }, 'invalid'],
    ['a source address that is none', { from: 'i', to: 'j', sourceAddress: '10.0.0' }, 'invalid'],
  ])('are refused: %s', (_about, query, reason) => {
    expect(ask([], query)).toBe(reason);
  });
});

describe('a machine that names its services', () => {
  const listening = [setting('j', { services: [{ protocol: 'tcp', port: 443 }] })];

  it('refuses what nothing listens on, unless the question leaves that out', () => {
    expect(ask(listening, { from: 'i', to: 'j', port: 443 })).toBe('reachable');
    expect(ask(listening, { from: 'i', to: 'j', port: 80 })).toBe('unreachable X_NO_LISTENER');
    expect(ask(listening, { from: 'i', to: 'j', port: 80, ignoreServices: true })).toBe('reachable');
    expect(ask(listening, { from: 'i', to: 'j' })).toBe('partial X_NO_LISTENER');
  });
});
