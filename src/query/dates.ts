/** Dates as they stand in a query: a year, a month or a day, as days since 1970-01-01 UTC. */

const DATE = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The first day of what is named; null where there is no such date. */
export function firstDay(text: string): number | null {
  const [, year = '', month = '1', day = '1'] = DATE.exec(text) ?? [];
  if (year === '') return null;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysOf(y, m)) return null;
  return dayNumber(y, m, d);
}

/** Two digits for months and days: `2024-5` is `2024-05`. */
export function tidyDate(text: string): string {
  return text
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : MONTHS[month - 1]!;
}

/** Of the proleptic Gregorian calendar. Years begin in March here, so that a leap day comes last. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * m + 2) / 5) + day - 1 - 719_468;
}
