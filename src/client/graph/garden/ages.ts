/** What the facts say of the map: which nodes were there on a day, and how old they are. Loaded when a reader asks for it. */
import { NO_DATE, type Facts } from '../../../contract/facts.ts';
import type { Garden } from '../../../contract/map.ts';
import { calendarDay, dayOf, daysInWords, monthsInWords } from './calendar.ts';
import type { Colouring, LegendRow } from './colouring.ts';
import { HUES, NEUTRAL, RAMP } from './region-hues.ts';

export { dayOf };

/**
 * The day from which each node is on the map; NO_DATE, which is before all days, where it always is. A ghost comes with the
 * first note that names it.
 */
export function firstDays(
  { nodeCount, noteCount, offsets, neighbours }: Garden,
  { created }: Facts,
): Int32Array {
  const days = new Int32Array(nodeCount).fill(NO_DATE);
  days.set(created);
  for (let ghost = noteCount; ghost < nodeCount; ghost++) {
    const naming = neighbours.subarray(offsets[ghost], offsets[ghost + 1]);
    if (naming.length > 0)
      days[ghost] = naming.reduce((first, note) => Math.min(first, days[note]!), 0x7fffffff);
  }
  return days;
}

/** Marks the nodes that are there on a day. */
export function untilMask(days: Int32Array, until: number): Uint8Array {
  const mask = new Uint8Array(days.length);
  for (let node = 0; node < mask.length; node++) mask[node] = days[node]! <= until ? 1 : 0;
  return mask;
}

/** The first colour of the ramp is that of notes without a date. */
const STEPS = RAMP - 1;
/** Days that notes must span for steps of years, and of months. */
const YEARS_FROM = 5 * 365;
const MONTHS_FROM = 5 * 30;

/** Steps with about equal numbers of notes, each of whole years, months or days; the newest have the strongest colour. */
export function byAge({ nodeCount, noteCount }: Garden, days: Int32Array): Colouring {
  const dated = days.filter((day) => day !== NO_DATE).sort();
  const hue = new Int8Array(nodeCount).fill(NEUTRAL);
  const legend: LegendRow[] = [];
  if (dated.length > 0) {
    const span = dated.at(-1)! - dated[0]!;
    const { of, inWords } = span >= YEARS_FROM ? YEARS : span >= MONTHS_FROM ? MONTHS : DAYS;
    const sorted = dated.map(of);
    const bounds = boundsOf(sorted);
    const shift = HUES + RAMP - 1 - bounds.length;
    const counts = new Uint32Array(bounds.length + 1);
    days.forEach((day, note) => {
      if (day === NO_DATE) return;
      const step = bounds.filter((bound) => of(day) >= bound).length;
      hue[note] = shift + step;
      counts[step]! += 1;
    });
    [sorted[0]!, ...bounds].forEach((least, step) => {
      const most = step < bounds.length ? bounds[step]! - 1 : sorted.at(-1)!;
      legend.push({ name: inWords(least, most), hue: shift + step, count: counts[step]! });
    });
  }
  const rest = nodeCount - dated.length;
  const undated = noteCount > dated.length;
  const name = undated
    ? nodeCount > noteCount
      ? 'no date, or not written yet'
      : 'no date'
    : 'not written yet';
  if (rest > 0) legend.push({ name, hue: NEUTRAL, count: rest });
  return { hue, legend };
}

interface Period {
  readonly of: (day: number) => number;
  readonly inWords: (least: number, most: number) => string;
}

const YEARS: Period = {
  of: (day) => calendarDay(day).year,
  inWords: (least, most) => (least === most ? String(least) : `${least} to ${most}`),
};
const MONTHS: Period = {
  of(day) {
    const { year, month } = calendarDay(day);
    return 12 * year + month;
  },
  inWords: monthsInWords,
};
const DAYS: Period = { of: (day) => day, inWords: daysInWords };

/** Where the steps after the first begin. */
function boundsOf(sorted: Int32Array): number[] {
  const bounds: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const bound = sorted[Math.floor((step * sorted.length) / STEPS)]!;
    if (bound > (bounds.at(-1) ?? sorted[0]!)) bounds.push(bound);
  }
  return bounds;
}
