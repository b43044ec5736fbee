import { describe, expect, it } from 'vitest';
import type { StoredVersion } from './version';
import { thinOut } from './thin-out';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 400 * DAY;

const version = (id: string, ageMs: number, more: Partial<StoredVersion> = {}): StoredVersion => ({
  id,
  documentId: 'doc',
  at: NOW - ageMs,
  reason: 'edited',
  title: 'Shop',
  count: 3,
  bytes: 1000,
  digest: id,
  ...more,
});

const stays = (versions: readonly StoredVersion[], caps?: Parameters<typeof thinOut>[2]) => {
  const goes = new Set(thinOut(versions, NOW, caps));
  return versions.filter(({ id }) => !goes.has(id)).map(({ id }) => id);
};

describe('thinOut', () => {
  it('keeps every version of the last hour, then one an hour, a day, a week', () => {
    const lastHour = [1, 5, 20, 59].map((minutes) => version(`m${minutes}`, minutes * MINUTE));
    const sameHour = [version('late', 5 * HOUR - 9 * MINUTE), version('early', 5 * HOUR - MINUTE)];
    const sameDay = [version('evening', 3 * DAY - 9 * HOUR), version('morning', 3 * DAY - HOUR)];
    const sameWeek = [version('friday', 65 * DAY), version('monday', 67 * DAY)];
    expect(stays([...lastHour, ...sameHour, ...sameDay, ...sameWeek])).toEqual([
      'm1',
      'm5',
      'm20',
      'm59',
      'late',
      'evening',
      'friday',
    ]);
  });

  it('never lets go what somebody named, however old and however many', () => {
    const named = Array.from({ length: 60 }, (_, index) =>
      version(`n${index}`, 90 * DAY + index * MINUTE, { name: `step ${index}`, bytes: 1_000_000 }),
    );
    expect(stays(named)).toHaveLength(60);
  });

  it('keeps at most so many of one document, the latest ones, and counts each document by itself', () => {
    const many = Array.from({ length: 9 }, (_, index) => version(`a${index}`, index * MINUTE));
    const other = version('b', 50 * MINUTE, { documentId: 'other' });
    expect(stays([...many, other], { perDocument: 3, bytes: 1e9 })).toEqual(['a0', 'a1', 'a2', 'b']);
  });

  it('lets the oldest of all go until the rest fits', () => {
    const versions = [
      version('new', MINUTE),
      version('old', 40 * MINUTE, { documentId: 'other' }),
      version('older', 50 * MINUTE),
      version('named', 55 * MINUTE, { name: 'mine' }),
    ];
    expect(stays(versions, { perDocument: 40, bytes: 2_500 })).toEqual(['new', 'named']);
  });
});
