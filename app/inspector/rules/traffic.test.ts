import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { makeTraffic, parseTraffic, type Traffic } from './traffic';

const parsed = (input: string) => {
  const result = parseTraffic(input);
  return result.ok ? result.value : result.error;
};

describe('traffic as text', () => {
  it('reads what people write', () => {
    expect(parsed('tcp 443')).toEqual({ protocol: 'tcp', from: 443, to: 443 });
    expect(parsed('TCP/8000-8100')).toEqual({ protocol: 'tcp', from: 8000, to: 8100 });
    expect(parsed('https')).toEqual({ protocol: 'tcp', from: 443, to: 443 });
    expect(parsed('all')).toEqual({ protocol: '-1' });
    expect(parsed('icmp 8')).toEqual({ protocol: 'icmp', from: 8, to: -1 });
    expect(parsed('icmp 3/4')).toEqual({ protocol: 'icmp', from: 3, to: 4 });
    expect(parsed('50')).toEqual({ protocol: '50' });
    expect(parsed('tcp 0-65535')).toEqual({ protocol: 'tcp' });
  });

  it('refuses what means nothing, and repeats it', () => {
    for (const wrong of [
      '',
      'tcp 70000',
      'tcp 90-80',
      'smtp2',
      'tcp 1 2',
      'icmp 3 256',
      'icmp 1 2 3',
      'all 80',
      '256',
      '__proto__',
    ])
      expect(parseTraffic(wrong).ok, wrong).toBe(false);
    expect(parsed('tcp 70000')).toContain('70000');
  });

  it('is read back as it was written', () => {
    const port = fc.integer({ min: 0, max: 65_535 });
    const traffic: fc.Arbitrary<Traffic> = fc.oneof(
      fc.constantFrom<Traffic>(
        { protocol: '-1' },
        { protocol: 'tcp' },
        { protocol: 'icmp' },
        { protocol: '50' },
      ),
      fc
        .tuple(fc.constantFrom('tcp', 'udp'), port, port)
        .filter(([, a, b]) => Math.min(a, b) !== 0 || Math.max(a, b) !== 65_535)
        .map(([protocol, a, b]) => ({ protocol, from: Math.min(a, b), to: Math.max(a, b) })),
      fc
        .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: -1, max: 255 }))
        .map(([type, code]) => ({ protocol: 'icmpv6', from: type, to: code })),
    );
    fc.assert(
      fc.property(traffic, (value) => {
        expect(parseTraffic(makeTraffic(value))).toEqual({ ok: true, value });
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
