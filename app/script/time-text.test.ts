import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TIME_MS } from '../../engine/model/document';
import { LAST_MS, readTime, spellTime } from './time-text';

const read = (text: string) => readTime(text, 42_000);

describe('a time of the script', () => {
  it.each([
    ['now', 42_000],
    ['0', 0],
    ['5m', 300_000],
    [' 1h 30m ', 5_400_000],
    ['1h30min', 5_400_000],
    ['1.5h', 5_400_000],
    ['2d', 172_800_000],
    ['90s', 90_000],
    ['00:07:42', 462_000],
    ['1 d 01:00:00', 90_000_000],
  ])('“%s” is read', (text, ms) => {
    expect(read(text)).toEqual({ ok: true, value: ms });
  });

  it.each([
    ['-5m', /before/],
    ['soon', /not a time/],
    ['', /not a time/],
    ['5', /not a time/],
    ['5m x', /not a time/],
    ['00:99', /not a time/],
    ['40000d', /hundred years/],
    ['9'.repeat(400) + 'd', /hundred years/],
  ])('“%s” is refused in a sentence', (text, message) => {
    const answer = read(text);
    expect(answer.ok ? '' : answer.message).toMatch(message);
  });

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 * 86_400_000 }), (ms) => {
        expect(read(spellTime(ms))).toEqual({ ok: true, value: ms });
      }),
      { seed: 5 },
    );
  });

  it('ends where a document ends', () => {
    expect(LAST_MS).toBe(MAX_TIME_MS);
  });
});
