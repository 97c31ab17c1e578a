/** How many notes were written when: days in bins of the calendar, for the picture under the map. */
import { NO_DATE } from '../../../contract/facts.ts';
import { calendarDay, daysInWords, firstOfMonth, monthsInWords } from './calendar.ts';

export interface TimeBin {
  /** First and last day. */
  readonly from: number;
  readonly to: number;
  /** Notes of these days. */
  readonly count: number;
}

export interface TimeBins {
  readonly unit: Unit;
  /** Day of the first and of the last note. */
  readonly first: number;
  readonly last: number;
  /** From the first note's to the last note's without a gap, so that some may be empty. */
  readonly bins: readonly TimeBin[];
  /** Days of all dated notes, ascending. */
  readonly days: Int32Array;
  /** Notes without a date. */
  readonly undated: number;
}

const UNITS = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century', 'millennium'] as const;
export type Unit = (typeof UNITS)[number];

const MONTHS: Readonly<Partial<Record<Unit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12_000,
};
/** Narrower bars than so many side by side can't be told apart on a phone. */
const MOST_BINS = 60;

/** Null where no note has a date. */
export function timeBins(created: Int32Array): TimeBins | null {
  const days = created.filter((day) => day !== NO_DATE).sort();
  const first = days[0];
  if (first === undefined) return null;
  const last = days.at(-1)!;
  const unit = UNITS.find((one) => numberOf(last, one) - numberOf(first, one) < MOST_BINS) ?? 'millennium';
  const bins: TimeBin[] = [];
  let seen = 0;
  for (let number = numberOf(first, unit); number <= numberOf(last, unit); number++) {
    const to = startOf(number + 1, unit) - 1;
    const before = seen;
    while (seen < days.length && days[seen]! <= to) seen++;
    bins.push({ from: startOf(number, unit), to, count: seen - before });
  }
  return { unit, first, last, bins, days, undated: created.length - days.length };
}

/** How many of ascending days are not after this one. */
export function countUntil(days: Int32Array, until: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last day of the bin that a step from this day leads to; at the ends, the first and the last note's day. */
export function stepped({ unit, first, last }: TimeBins, day: number, steps: number): number {
  const number = numberOf(day, unit);
  const end = startOf(number + 1, unit) - 1;
  // From within a bin, a step forth leads to its end.
  const forth = steps > 0 && day < end ? steps - 1 : steps;
  return Math.max(first, Math.min(last, startOf(number + forth + 1, unit) - 1));
}

/** A bin in words. */
export function binInWords({ from, to }: TimeBin, unit: Unit): string {
  if (unit === 'day' || unit === 'week') return daysInWords(from, to);
  const [start, end] = [monthOf(from), monthOf(to)];
  const years = [Math.floor(start / 12), Math.floor(end / 12)];
  if (unit === 'month' || unit === 'quarter') return monthsInWords(start, end);
  return years[0] === years[1] ? String(years[0]) : `${years.join(' to ')}`;
}

function monthOf(day: number): number {
  const { year, month } = calendarDay(day);
  return 12 * year + month;
}

/** Counts bins of a unit, through all of time. Weeks begin on Monday. */
function numberOf(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + 3) / 7);
  return Math.floor(monthOf(day) / MONTHS[unit]!);
}

/** The first day of a bin. */
function startOf(number: number, unit: Unit): number {
  if (unit === 'day') return number;
  if (unit === 'week') return 7 * number - 3;
  return firstOfMonth(0, number * MONTHS[unit]!);
}

export interface Tick {
  readonly day: number;
  readonly name: string;
}

/** Months from one tick to the next. */
const TICKS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000] as const;
const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Beginnings of months or years between the first and the last note, so many at most. */
export function ticksOf({ first, last }: TimeBins, most: number): Tick[] {
  const from = monthOf(first - 1) + 1;
  const to = monthOf(last);
  const step = TICKS.find((months) => Math.floor(to / months) - Math.ceil(from / months) < most);
  if (step === undefined) return [];
  const ticks: Tick[] = [];
  for (let month = Math.ceil(from / step) * step; month <= to; month += step) {
    const isYear = month % 12 === 0;
    // A month alone would not say of which year.
    const year = isYear || ticks.length > 0 ? '' : ` ${Math.floor(month / 12)}`;
    ticks.push({
      day: firstOfMonth(0, month),
      name: isYear ? String(month / 12) : `${SHORT_MONTHS[month % 12]!}${year}`,
    });
  }
  return ticks;
}
