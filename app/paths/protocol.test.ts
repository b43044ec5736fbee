import { describe, expect, it } from 'vitest';
import { packetFor, protocolOf } from './protocol';

const asked = { from: 'internet', to: 'i-1', protocol: 'tcp', port: 443 };

describe('the packet of a protocol', () => {
  it('keeps the port between tcp and udp', () => {
    expect({ ...asked, ...packetFor('udp') }).toMatchObject({ protocol: 'udp', port: 443 });
  });

  it('is a ping without ports for ICMP of either family', () => {
    expect({ ...asked, ...packetFor('icmp') }).toMatchObject({ port: undefined, icmpType: 8, icmpCode: 0 });
    expect({ ...asked, ...packetFor('icmpv6') }).toMatchObject({ port: undefined, icmpType: 128 });
  });

  it('is a number without ports or types for any other', () => {
    const other = { ...asked, ...packetFor('icmp'), ...packetFor('other') };
    expect(other).toMatchObject({ port: undefined, icmpType: undefined, icmpCode: undefined });
    expect(protocolOf(other)).toBe('other');
    expect(other.protocol).toMatch(/^\d+$/);
  });
});
