import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import type { Scenario } from '../catalog/descriptors';
import type { PathQuery } from '../model/path';
import { X, including, routing, setting, topology, type Difference } from '../testing/base-topology';
import { looksLikeName } from './resolution';

function ask(document: Scenario, query: PathQuery) {
  const answer = trace(compileNetwork({ document, at: 'design', live: {} }), {
    protocol: 'tcp',
    port: 443,
    ...query,
  });
  if (!answer.ok) throw new Error(answer.error.message);
  const { verdict, code, resolution, forward } = answer.value;
  return { verdict, code, addresses: resolution?.addresses, asked: forward.hops.at(0)?.message };
}

const PUBLIC_NAME = 'ec2-203-0-113-10.compute-1.amazonaws.com';
const node = (id: string, subnetId: string, address: string, managedBy: string): Difference =>
  including({
    id,
    kind: 'network-interface',
    subnetId,
    privateIpAddress: address,
    groupSet: ['sg-open'],
    sourceDestCheck: true,
    managedBy,
  });
const peered: readonly Difference[] = [
  including({ id: 'pcx-vw', kind: 'vpc-peering-connection', vpcId: 'vpc-v', peerVpcId: 'vpc-w' }),
  routing('rtb-pub', { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
  routing('rtb-w', { destinationCidrBlock: '10.0.0.0/16', vpcPeeringConnectionId: 'pcx-vw' }),
];

describe('DNS names', () => {
  it('of a machine: the public one is private inside and public outside', () => {
    expect(ask(topology(), { from: 'k', to: PUBLIC_NAME }).addresses).toEqual(['10.0.0.10']);
    const outside = ask(topology(), { from: `internet:${X}`, to: PUBLIC_NAME });
    expect([outside.verdict, outside.addresses]).toEqual(['reachable', ['203.0.113.10']]);
  });

  it('of a machine: the private one is known inside only', () => {
    const inside = ask(topology(), { from: 'k', to: 'ip-10-0-1-10.ec2.internal' });
    expect([inside.verdict, inside.addresses]).toEqual(['reachable', ['10.0.1.10']]);
    const outside = ask(topology(), { from: 'internet', to: 'ip-10-0-1-10.ec2.internal' });
    expect([outside.verdict, outside.code, outside.addresses]).toEqual([
      'unreachable',
      'NO_SOURCE_OR_DESTINATION',
      [],
    ]);
  });

  it('are not resolved in a VPC without DNS, nor handed out by one without hostnames', () => {
    const off = topology(setting('vpc-v', { enableDnsSupport: false }));
    expect(ask(off, { from: 'k', to: 'ip-10-0-1-10.ec2.internal' }).code).toBe('X_DNS_DISABLED');
    const none = topology(setting('vpc-v', { enableDnsHostnames: false }));
    expect(ask(none, { from: 'internet', to: PUBLIC_NAME }).code).toBe('X_DNS_DISABLED');
  });

  it('from a peered VPC are public, unless the connection resolves them', () => {
    expect(ask(topology(...peered), { from: 'm', to: PUBLIC_NAME }).addresses).toEqual(['203.0.113.10']);
    const resolving = topology(...peered, setting('pcx-vw', { allowDnsResolutionFromRemoteVpc: true }));
    const answer = ask(resolving, { from: 'm', to: PUBLIC_NAME });
    expect([answer.verdict, answer.addresses]).toEqual(['reachable', ['10.0.0.10']]);
  });

  it('of a service stand for its interface endpoint where private names are on', () => {
    const endpoint = (privateDnsEnabled: boolean): readonly Difference[] => [
      including({
        id: 'vpce-i',
        kind: 'vpc-endpoint',
        vpcId: 'vpc-v',
        vpcEndpointType: 'Interface',
        serviceName: 'com.amazonaws.us-east-1.ssm',
        securityGroupIds: ['sg-open'],
        privateDnsEnabled,
      }),
      node('eni-vpce', 'priv', '10.0.1.100', 'vpce-i'),
    ];
    const on = ask(topology(...endpoint(true)), { from: 'i', to: 'ssm.us-east-1.amazonaws.com' });
    expect([on.verdict, on.addresses]).toEqual(['reachable', ['10.0.1.100']]);
    const off = ask(topology(...endpoint(false)), { from: 'i', to: 'ssm.us-east-1.amazonaws.com' });
    expect([off.verdict, off.code]).toEqual(['unknown', 'UNKNOWN_DESTINATION']);
  });

  it('of an internal balancer are private ones everywhere', () => {
    const document = topology(
      including({
        id: 'nlb',
        kind: 'load-balancer',
        vpcId: 'vpc-v',
        type: 'network',
        scheme: 'internal',
        listeners: [],
        dnsName: 'NLB-1.elb.us-east-1.amazonaws.com',
      }),
      node('eni-nlb', 'priv', '10.0.1.90', 'nlb'),
    );
    const answer = ask(document, { from: 'i', to: 'nlb-1.elb.us-east-1.amazonaws.com' });
    expect([answer.code, answer.addresses]).toEqual(['ELBV2_LISTENERS_MISMATCH', ['10.0.1.90']]);
  });

  it('are told from ids and addresses', () => {
    expect(
      ['i-1', 'web', '10.0.0.1', 'internet', '2001:db8::1', 'a.b', '1.2.3'].filter(looksLikeName),
    ).toEqual([]);
    expect(looksLikeName('ip-10-0-1-10.eu-west-1.compute.internal')).toBe(true);
  });

  it('that nothing here has to do with are refused as unknown ends', () => {
    const answer = trace(compileNetwork({ document: topology(), at: 'design', live: {} }), {
      from: 'i',
      to: 'www.example.com',
    });
    expect(answer.ok ? null : answer.error.reason).toBe('not-found');
  });
});
