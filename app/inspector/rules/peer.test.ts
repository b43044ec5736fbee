import { describe, expect, it } from 'vitest';
import { networkOf, withResources } from '../../../engine/testing/network';
import { makePeer, parsePeer, peerSuggestions } from './peer';

const document = withResources(networkOf({ vpcs: 2, zones: 1, tiers: ['public'], instancesPerSubnet: 1 }), [
  {
    id: 'sg-web',
    kind: 'security-group',
    vpcId: 'vpc-1',
    groupName: 'web',
    securityGroupIngress: [],
    securityGroupEgress: [],
  },
]);

describe('the peer of a rule', () => {
  it('is an address block, a lone address, the Internet or a group of the same VPC', () => {
    const read = (input: string) => parsePeer(document, 'vpc-1', input, true);
    expect(read('10.0.0.0/16')).toEqual({ ok: true, value: { cidrIp: '10.0.0.0/16' } });
    expect(read('203.0.113.7')).toEqual({ ok: true, value: { cidrIp: '203.0.113.7/32' } });
    expect(read('internet')).toEqual({ ok: true, value: { cidrIp: '0.0.0.0/0' } });
    expect(read('Internet (IPv6)')).toEqual({ ok: true, value: { cidrIpv6: '::/0' } });
    expect(read('2001:db8::/32')).toEqual({ ok: true, value: { cidrIpv6: '2001:db8::/32' } });
    expect(read('web')).toEqual({ ok: true, value: { peerGroupId: 'sg-web' } });
  });

  it('is no group of another VPC, and no group at all in an ACL', () => {
    expect(parsePeer(document, 'vpc-2', 'web', true).ok).toBe(false);
    expect(parsePeer(document, 'vpc-1', 'web', false).ok).toBe(false);
    expect(parsePeer(document, 'vpc-1', '', true).ok).toBe(false);
  });

  it('says what a block is, where the number after the slash is none', () => {
    for (const wrong of ['10.0.0.0/33', '10.0.0.0/', '2001:db8::/129']) {
      const read = parsePeer(document, 'vpc-1', wrong, true);
      expect(read.ok ? '' : read.error).toContain(wrong);
    }
  });

  it('may be a group of a VPC that is peered with', () => {
    const peered = withResources(document, [
      { id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: 'vpc-2', peerVpcId: 'vpc-1' },
    ]);
    expect(parsePeer(peered, 'vpc-2', 'web', true)).toEqual({ ok: true, value: { peerGroupId: 'sg-web' } });
  });

  it('is read back as it was written', () => {
    for (const peer of [
      { cidrIp: '0.0.0.0/0' },
      { cidrIp: '10.0.0.0/8' },
      { cidrIpv6: '::/0' },
      { peerGroupId: 'sg-web' },
      { prefixListId: 'pl-63a5400a' },
    ])
      expect(parsePeer(document, 'vpc-1', makePeer(document, peer), true)).toEqual({ ok: true, value: peer });
  });

  it('is suggested from the same VPC only', () => {
    expect(peerSuggestions(document, 'vpc-1', true)).toContain('web');
    expect(peerSuggestions(document, 'vpc-2', true)).not.toContain('web');
    expect(peerSuggestions(document, 'vpc-1', false)).not.toContain('web');
  });
});
