import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockOf,
  cidr4Contains,
  cidr4Has,
  cidr4Overlaps,
  makeCidr4,
  makeIpv4,
  parseCidr4,
  parseIpv4,
} from './ipv4';

const address = fc.integer({ min: 0, max: 0xffffffff });
const prefix = fc.integer({ min: 0, max: 32 });
const block = fc.tuple(address, prefix).map(([value, length]) => blockOf(value, length));

describe('IPv4 addresses', () => {
  it('made and parsed again are the same', () => {
    fc.assert(
      fc.property(address, (value) => {
        expect(parseIpv4(makeIpv4(value))).toBe(value);
      }),
      { seed: 1 },
    );
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '256.0.0.1',
    '01.2.3.4',
    ' 1.2.3.4',
    '1.2.3.4/8',
    '1.2.3.-4',
    '1.2.3.1e1',
    '١.2.3.4',
  ])('%j is not one', (text) => {
    expect(parseIpv4(text)).toBeNull();
  });
});

describe('IPv4 blocks', () => {
  it('made and parsed again are the same', () => {
    fc.assert(
      fc.property(block, (cidr) => {
        expect(parseCidr4(makeCidr4(cidr))).toEqual(cidr);
      }),
      { seed: 2 },
    );
  });

  it('are cleared of their host bits', () => {
    expect(makeCidr4(parseCidr4('10.1.2.3/16') ?? blockOf(0, 0))).toBe('10.1.0.0/16');
  });

  it.each([
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0/8',
    '/8',
    '10.0.0.0/8/8',
  ])('%j is not one', (text) => {
    expect(parseCidr4(text)).toBeNull();
  });

  it('hold an address exactly if the block of it with their prefix is the same', () => {
    fc.assert(
      fc.property(block, address, (cidr, value) => {
        expect(cidr4Has(cidr, cidr.first) && cidr4Has(cidr, cidr.last)).toBe(true);
        expect(cidr4Has(cidr, value)).toBe(blockOf(value, cidr.prefix).first === cidr.first);
      }),
      { seed: 3 },
    );
  });

  it('overlap exactly if one contains the other', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(cidr4Overlaps(a, b)).toBe(cidr4Contains(a, b) || cidr4Contains(b, a));
        expect(cidr4Overlaps(a, b)).toBe(cidr4Overlaps(b, a));
      }),
      { seed: 4 },
    );
  });
});
