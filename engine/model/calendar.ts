/** Calendar time of a moment of a run, without the clock of the machine it runs on. UTC, Gregorian. */

const DAY_MS = 24 * 3600 * 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export interface CalendarTime {
  /** `2026-01-01T00:00:00Z` */
  readonly iso: string;
  /** `01 Jan 2026 00:00:00 GMT` */
  readonly gmt: string;
}

/**
 * @param startsAt calendar time of simulated time 0, ISO 8601 in UTC; read to the second
 * @param ms since then
 */
export function calendarTime(startsAt: string, ms: number): CalendarTime {
  const total = startOf(startsAt) + Math.floor(ms / 1000) * 1000;
  const days = Math.floor(total / DAY_MS);
  const { year, month, day } = dateOf(days);
  const inDay = total - days * DAY_MS;
  const time = [inDay / 3_600_000, (inDay / 60_000) % 60, (inDay / 1000) % 60].map((part) =>
    two(Math.floor(part)),
  );
  const clock = time.join(':');
  const years = String(year).padStart(4, '0');
  return {
    iso: `${years}-${two(month)}-${two(day)}T${clock}Z`,
    gmt: `${two(day)} ${MONTHS[month - 1] ?? ''} ${years} ${clock} GMT`,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/;

function startOf(startsAt: string): number {
  const [, year, month, day, hour, minute, second] = INSTANT.exec(startsAt) ?? [];
  if (year === undefined) return 0;
  const days = daysBefore(Number(year), Number(month), Number(day));
  return days * DAY_MS + (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second ?? 0) * 1000;
}

// Years begin in March here, so that the leap day is the last of its year.
const DAYS_IN_ERA = 146_097;
const EPOCH_DAYS = 719_468;

/** Days from 1970-01-01 to a date. */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * DAYS_IN_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH_DAYS
  );
}

function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const all = days + EPOCH_DAYS;
  const era = Math.floor(all / DAYS_IN_ERA);
  const inEra = all - era * DAYS_IN_ERA;
  const ofEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const ofYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: era * 400 + ofEra + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}
