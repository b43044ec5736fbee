import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cidrContains,
  cidrHas,
  cidrOverlaps,
  isIpv6,
  makeAddress,
  makeCidr,
  parseAddress,
  parseCidr,
} from './address';

const cidr = (text: string) => {
  const parsed = parseCidr(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const address = (text: string) => {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};

describe('addresses of both families', () => {
  it('writes IPv6 as RFC 5952 does', () => {
    expect(makeAddress(address('2001:0DB8:0:0:0:0:0:1'))).toBe('2001:db8::1');
    expect(makeAddress(address('::'))).toBe('::');
    expect(makeAddress(address('10.0.0.1'))).toBe('10.0.0.1');
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), (value) => {
        expect(parseAddress(makeAddress(value))).toBe(value);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('refuses zones, brackets, prefixes that are too long and other text', () => {
    expect(
      ['fe80::1%eth0', '[::1]', ':::', '1:2', '10.0.0', '2001:db8::g']
        .map(parseAddress)
        .filter((v) => v !== null),
    ).toEqual([]);
    expect(['::/129', '10.0.0.0/33', '::', '2001:db8::/01'].map(parseCidr).filter((v) => v !== null)).toEqual(
      [],
    );
  });

  it('clears host bits', () => {
    expect(makeCidr(cidr('2001:db8:1:2:3::/56'))).toBe('2001:db8:1::/56');
  });

  it('never mixes the families', () => {
    const four = address('10.0.0.1');
    expect(isIpv6(four)).toBe(false);
    expect(cidrHas(cidr('::/0'), four)).toBe(false);
    expect(cidrHas(cidr('0.0.0.0/0'), address('::1'))).toBe(false);
    expect(cidrOverlaps(cidr('::/0'), cidr('0.0.0.0/0'))).toBe(false);
    expect(cidrContains(cidr('::/0'), cidr('2001:db8::/32'))).toBe(true);
    expect(cidrHas(cidr('2001:db8::/64'), address('2001:db8::ffff'))).toBe(true);
    expect(cidrHas(cidr('2001:db8::/64'), address('2001:db8:0:1::'))).toBe(false);
  });
});
