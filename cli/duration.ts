/** Simulated times as people write them: `90s`, `5m`, `1h30m`, `30d`. */
import { fail, ok, type Result } from '../engine/model/result';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** A hundred years: as far as a document's script can reach. */
const MAX_MS = 3_155_760_000_000;

/** @returns milliseconds; fails with `not-allowed` */
export function parseDuration(option: string, text: string): Result<number> {
  const parts = /^(?:(\d{1,6})d)?(?:(\d{1,6})h)?(?:(\d{1,8})m)?(?:(\d{1,9})s)?(?:(\d{1,12})ms)?$/.exec(text);
  const given = parts?.slice(1).some((part) => part !== undefined) ?? false;
  if (!parts || !given)
    return fail(
      'not-allowed',
      `${option} is "${text}"; allowed: days, hours, minutes and seconds such as 30d, 1h30m, 5m or 90s.`,
    );
  const ms = UNITS.reduce((sum, [, unit], index) => sum + Number(parts[index + 1] ?? 0) * unit, 0);
  return ms <= MAX_MS
    ? ok(ms)
    : fail('not-allowed', `${option} is "${text}"; allowed: at most 100 years (36525d).`);
}

/** `1h 30m`, `5m`, `1.250s`; the largest units first, `0s` for nothing. */
export function makeDuration(ms: number): string {
  let rest = ms;
  const parts: string[] = [];
  for (const [name, unit] of UNITS) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) parts.push(`${count}${name}`);
  }
  return parts.length > 0 ? parts.join(' ') : '0s';
}
