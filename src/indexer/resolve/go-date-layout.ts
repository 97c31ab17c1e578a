/** Dates as Go's layouts write them: `2006/01/02` for 2024/02/29. Zones and fractions of a second are left as they are. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export interface DateParts {
  /** As the date's own zone has them. */
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly monthName: string;
  /** From 0, which is Sunday. */
  readonly weekday: number;
  readonly weekdayName: string;
  /** From 1. */
  readonly dayOfYear: number;
}

/** @param iso as front matter is read: the text says the parts as its own zone has them */
export function dateParts(iso: string): DateParts {
  const [year = 1, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = iso.length > 10 ? iso.slice(11, 19).split(':').map(Number) : [];
  const utc = (month: number, day: number): Date => {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    return date;
  };
  const weekday = utc(month, day).getUTCDay();
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    monthName: MONTHS[month - 1] ?? '',
    weekday,
    weekdayName: DAYS[weekday] ?? '',
    dayOfYear: Math.round((utc(month, day).getTime() - utc(1, 1).getTime()) / 86_400_000) + 1,
  };
}

const padded = (value: number, length = 2, filler = '0'): string => String(value).padStart(length, filler);
const hourOf = ({ hour }: DateParts): number => hour % 12 || 12;

const PARTS: Readonly<Record<string, (date: DateParts) => string>> = {
  January: ({ monthName }) => monthName,
  Jan: ({ monthName }) => monthName.slice(0, 3),
  Monday: ({ weekdayName }) => weekdayName,
  Mon: ({ weekdayName }) => weekdayName.slice(0, 3),
  '002': ({ dayOfYear }) => padded(dayOfYear, 3),
  '01': ({ month }) => padded(month),
  '02': ({ day }) => padded(day),
  '03': (date) => padded(hourOf(date)),
  '04': ({ minute }) => padded(minute),
  '05': ({ second }) => padded(second),
  '06': ({ year }) => padded(year % 100),
  '15': ({ hour }) => padded(hour),
  '1': ({ month }) => String(month),
  '2006': ({ year }) => padded(year, 4),
  '2': ({ day }) => String(day),
  _2006: ({ year }) => `_${padded(year, 4)}`,
  __2: ({ dayOfYear }) => padded(dayOfYear, 3, ' '),
  _2: ({ day }) => padded(day, 2, ' '),
  '3': (date) => String(hourOf(date)),
  '4': ({ minute }) => String(minute),
  '5': ({ second }) => String(second),
  PM: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  pm: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
};

// In Go's own order: the longer first, and a short name is none where small letters follow it.
const PART =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|002|0[1-6]|15|1|2006|2|_2006|__2|_2(?!006)|[345]|PM|pm/g;

/** Null where nothing in the layout stands for a part of the date. */
export function formatDate(layout: string, date: DateParts): string | null {
  const written = layout.replace(PART, (part) => PARTS[part]!(date));
  return layout.search(PART) < 0 ? null : written;
}
