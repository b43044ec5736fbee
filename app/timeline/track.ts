/** How much time the track shows: a round figure that holds the events and the moment, at most the whole run. */
import type { RunOutline } from '../../engine';

const MINUTE_MS = 60_000;
const ROUND_MINUTES = [10, 30, 60, 120, 360, 720, 1440, 3 * 1440, 7 * 1440, 14 * 1440, 30 * 1440] as const;

/** @returns ms; ten minutes where nothing is known. */
export function shownUntil(outline: RunOutline | null, atMs: number): number {
  const last = outline?.events.at(-1)?.at ?? 0;
  const wanted = Math.max(last * 1.1, atMs * 1.02);
  const round = ROUND_MINUTES.find((minutes) => minutes * MINUTE_MS >= wanted);
  const shown = round === undefined ? wanted : round * MINUTE_MS;
  return outline ? Math.min(shown, Math.max(outline.until, MINUTE_MS)) : shown;
}
