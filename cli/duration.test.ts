import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDuration, parseDuration } from './duration';

describe('durations', () => {
  it.each([
    ['5m', 300_000],
    ['30d', 2_592_000_000],
    ['1h30m', 5_400_000],
    ['90s', 90_000],
    ['1d2h3m4s5ms', 93_784_005],
    ['0s', 0],
  ])('%s is %i ms', (text, ms) => {
    expect(parseDuration('--at', text)).toEqual({ ok: true, value: ms });
  });

  it.each(['', '5', 'm', '5m1h', '-5m', '1.5h', '5 m', '36526d', '5M'])(
    '"%s" is refused with what is allowed',
    (text) => {
      expect(parseDuration('--until', text)).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('--until') },
      });
    },
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000_000_000 }), (ms) => {
        expect(parseDuration('--at', makeDuration(ms).replaceAll(' ', ''))).toEqual({ ok: true, value: ms });
      }),
      { seed: 7 },
    );
  });
});
