/** How long ago something was saved, in words that need not change often to be right. */
import { frame as text } from '../strings';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Seconds in the first minute (each of the first ten, then each tenth), minutes in the first hour, then the time of day. */
export function agoOf(at: number, now: number): string {
  const elapsed = Math.max(0, now - at);
  const seconds = Math.floor(elapsed / SECOND_MS);
  if (seconds < 2) return text.save.justNow;
  if (elapsed < MINUTE_MS) return text.save.seconds(seconds < 10 ? seconds : seconds - (seconds % 10));
  if (elapsed < HOUR_MS) return text.save.minutes(Math.floor(elapsed / MINUTE_MS));
  const day = (ms: number): string => new Date(ms).toDateString();
  return day(at) === day(now)
    ? text.save.at(new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' }))
    : text.save.on(new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }));
}

/** ms until `agoOf` says something else; null where it never does. */
export function nextWordsIn(at: number, now: number): number | null {
  const elapsed = Math.max(0, now - at);
  if (elapsed >= HOUR_MS) return null;
  const step = elapsed < 10 * SECOND_MS ? SECOND_MS : elapsed < MINUTE_MS ? 10 * SECOND_MS : MINUTE_MS;
  return step - (elapsed % step);
}
