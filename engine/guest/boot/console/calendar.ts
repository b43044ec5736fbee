/** Dates as logs write them, in UTC, from the start of the scenario and simulated milliseconds. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;
const DAY_MS = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?:\.(\d{1,3})\d*)?Z$/;

export interface Moment {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly weekday: string;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** @param startsAt ISO 8601 in UTC; anything else counts as 1970-01-01T00:00:00Z */
export function momentAt(startsAt: string, afterMs: number): Moment {
  const [, year = '1970', month = '1', day = '1', hour = '0', minute = '0', second = '0'] =
    ISO.exec(startsAt) ?? [];
  const date = dayNumber(Number(year), Number(month), Number(day)) * DAY_MS;
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return momentOf(date + time + afterMs);
}

/** Days since 1970-01-01 of the Gregorian calendar; years begin in March, so that the leap day is the last. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((monthFromMarch * 153 + 2) / 5) + day - 1 - 719_468;
}

function momentOf(ms: number): Moment {
  const days = Math.floor(ms / DAY_MS);
  const seconds = Math.floor((ms - days * DAY_MS) / 1000);
  const weekday = DAYS[((days % 7) + 7) % 7] ?? '';
  // The year is found by stepping back from an estimate, the month likewise.
  let year = 1970 + Math.floor(days / 365.2425) + 1;
  while (dayNumber(year, 1, 1) > days) year -= 1;
  let month = 12;
  while (dayNumber(year, month, 1) > days) month -= 1;
  return {
    year,
    month,
    day: days - dayNumber(year, month, 1) + 1,
    weekday,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const clock = ({ hour, minute, second }: Moment): string => `${two(hour)}:${two(minute)}:${two(second)}`;

/** `Wed, 15 Nov 2023 15:45:31 +0000` */
export const mailDate = (moment: Moment): string =>
  `${moment.weekday}, ${two(moment.day)} ${MONTHS[moment.month - 1] ?? ''} ${moment.year} ${clock(moment)} +0000`;

/** `2023/11/15 15:45:31Z` */
export const slashDate = (moment: Moment): string =>
  `${moment.year}/${two(moment.month)}/${two(moment.day)} ${clock(moment)}Z`;
