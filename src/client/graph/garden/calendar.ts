/** Days since 1970-01-01 as dates, and dates in words. */

const DAY = 86_400_000;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date such as 2024-05-17 as a day; null where there is no such date. */
export function dayOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const day = Math.floor(time / DAY);
  // Some browsers take the 31st of April for the first of May.
  return isoOf(day) === text ? day : null;
}

/** A day as a date such as 2024-05-17. */
export function isoOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Of the calendar: the month counts from 0, the day from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function calendarDay(day: number): CalendarDay {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** The first day of a month; months beyond the year belong to the next ones. */
export function firstOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.floor(date.getTime() / DAY);
}

/** 17 May 2024 */
export function dayInWords(day: number): string {
  const { year, month, day: date } = calendarDay(day);
  return `${date} ${MONTHS[month]!} ${year}`;
}

/** 3 to 17 May 2024; what both have in common is said once. */
export function daysInWords(from: number, to: number): string {
  const one = calendarDay(from);
  const other = calendarDay(to);
  if (from === to) return dayInWords(to);
  if (one.year !== other.year) return `${dayInWords(from)} to ${dayInWords(to)}`;
  const month = one.month === other.month ? '' : ` ${MONTHS[one.month]!}`;
  return `${one.day}${month} to ${dayInWords(to)}`;
}

/** March to May 2024, of months counted from the year 0. */
export function monthsInWords(from: number, to: number): string {
  const name = (month: number): string => MONTHS[((month % 12) + 12) % 12]!;
  const [one, other] = [Math.floor(from / 12), Math.floor(to / 12)];
  if (from === to) return `${name(to)} ${other}`;
  return `${name(from)}${one === other ? '' : ` ${one}`} to ${name(to)} ${other}`;
}
