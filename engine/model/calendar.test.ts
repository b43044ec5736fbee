import { describe, expect, it } from 'vitest';
import { calendarTime } from './calendar';

const DAY_MS = 24 * 3600 * 1000;

describe('calendar time of a moment', () => {
  it('is the start of the document at time 0', () => {
    expect(calendarTime('2026-01-01T00:00:00Z', 0)).toEqual({
      iso: '2026-01-01T00:00:00Z',
      gmt: '01 Jan 2026 00:00:00 GMT',
    });
  });

  it.each([
    ['2026-12-31T23:59:59Z', 1000, '2027-01-01T00:00:00Z'],
    ['2024-02-28T12:00:00Z', DAY_MS, '2024-02-29T12:00:00Z'],
    ['2023-02-28T12:00:00Z', DAY_MS, '2023-03-01T12:00:00Z'],
    ['2000-02-28T00:00:00Z', 2 * DAY_MS, '2000-03-01T00:00:00Z'],
    ['1900-02-28T00:00:00Z', DAY_MS, '1900-03-01T00:00:00Z'],
    ['2026-01-01T00:00:00.500Z', 90_061_999, '2026-01-02T01:01:01Z'],
  ])('%s and %i ms make %s', (startsAt, ms, iso) => {
    expect(calendarTime(startsAt, ms).iso).toBe(iso);
  });

  it('agrees with the clock of the machine on each of 3,000 days', () => {
    const start = Date.parse('2019-12-30T06:07:08Z');
    for (let day = 0; day < 3000; day += 1) {
      const expected = new Date(start + day * DAY_MS).toISOString().replace('.000', '');
      expect(calendarTime('2019-12-30T06:07:08Z', day * DAY_MS).iso).toBe(expected);
    }
  });
});
