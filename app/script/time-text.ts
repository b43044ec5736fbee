/** Times of the script as people write them: `now`, `5m`, `1h 30m`, `2d`, `00:07:42`. */
import { scriptTabWords as words } from '../strings/en/script';

/** A hundred years, the limit of a document. */
export const LAST_MS = 3_155_760_000_000;

const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;
const PART = /(\d+(?:\.\d+)?)\s*(ms|min|d|h|m|s)\s*/gy;
const CLOCK = /^(?:(\d+)\s*d\s+)?(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;

export type TimeRead =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly message: string };

/**
 * @param nowMs what `now` means
 * @returns ms since time 0, or one sentence that says what is wrong and what is allowed
 */
export function readTime(text: string, nowMs: number): TimeRead {
  const given = text.trim().toLowerCase();
  if (given === words.now.toLowerCase() || given === 'now') return limited(nowMs, text);
  if (/^[-−]/.test(given)) return { ok: false, message: words.negative(text.trim()) };
  const ms = clockMs(given) ?? partsMs(given);
  return ms === null ? { ok: false, message: words.notATime(text.trim()) } : limited(ms, text);
}

function limited(ms: number, text: string): TimeRead {
  const value = Math.round(ms);
  return value <= LAST_MS ? { ok: true, value } : { ok: false, message: words.tooLate(text.trim()) };
}

function clockMs(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return (
    Number(days) * UNITS.d + Number(hours) * UNITS.h + Number(minutes) * UNITS.m + Number(seconds) * UNITS.s
  );
}

function partsMs(text: string): number | null {
  if (text === '0') return 0;
  let sum = 0;
  let end = 0;
  for (const match of text.matchAll(PART)) {
    const [whole, amount, unit] = match;
    sum += Number(amount) * UNITS[unit === 'min' ? 'm' : (unit as keyof typeof UNITS)];
    end = match.index + whole.length;
  }
  return end === text.length && end > 0 ? sum : null;
}

/** As it is read again: `1h 30m`; `0s` for the beginning. */
export function spellTime(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(ms);
  for (const [unit, size] of Object.entries(UNITS)) {
    const amount = Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount}${unit}`);
    rest -= amount * size;
  }
  return parts.length === 0 ? '0s' : parts.join(' ');
}
