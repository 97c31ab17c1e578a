import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DATE } from '../../../contract/facts.ts';
import { dayOf, isoOf } from './calendar.ts';
import { binInWords, countUntil, stepped, ticksOf, timeBins } from './time-bins.ts';

const daysOf = (...dates: string[]): Int32Array =>
  Int32Array.from(dates, (date) => (date === '' ? NO_DATE : dayOf(date)!));

describe('bins of time', () => {
  test('are as wide as the span of the notes asks for', () => {
    const unit = (from: string, to: string): string => timeBins(daysOf(from, to))!.unit;
    expect(unit('2024-05-01', '2024-05-01')).toBe('day');
    expect(unit('2024-05-01', '2024-06-20')).toBe('day');
    expect(unit('2024-01-01', '2024-12-31')).toBe('week');
    expect(unit('2020-01-01', '2024-12-31')).toBe('month');
    expect(unit('2012-01-01', '2024-12-31')).toBe('quarter');
    expect(unit('1990-01-01', '2024-12-31')).toBe('year');
    expect(unit('1600-01-01', '2024-12-31')).toBe('decade');
    expect(unit('0002-01-01', '9999-12-31')).toBe('millennium');
  });

  test('say what they are in words', () => {
    const said = (from: string, to: string): string => {
      const { bins, unit } = timeBins(daysOf(from, to))!;
      return binInWords(bins[0]!, unit);
    };
    expect(said('2024-05-17', '2024-05-18')).toBe('17 May 2024');
    expect(said('2024-05-01', '2024-12-31')).toBe('29 April to 5 May 2024');
    expect(said('2021-05-17', '2024-12-31')).toBe('May 2021');
    expect(said('2012-05-17', '2024-12-31')).toBe('April to June 2012');
    expect(said('1990-05-17', '2024-12-31')).toBe('1990');
    expect(said('1600-05-17', '2024-12-31')).toBe('1600 to 1609');
  });

  test('leave out the notes without a date, and are none where there is no other', () => {
    expect(timeBins(daysOf('', '2024-05-17', ''))).toMatchObject({ undated: 2, bins: [{ count: 1 }] });
    expect(timeBins(daysOf('', ''))).toBeNull();
    expect(timeBins(daysOf())).toBeNull();
  });

  const someDays = fc
    .array(fc.integer({ min: -700_000, max: 2_900_000 }), { minLength: 1, maxLength: 30 })
    .map((days) => Int32Array.from(days));

  test('follow each other without a gap and hold every note once', () => {
    fc.assert(
      fc.property(someDays, (days) => {
        const { bins, first, last } = timeBins(days)!;
        expect(bins.length).toBeLessThanOrEqual(60);
        expect(bins[0]!.from).toBeLessThanOrEqual(first);
        expect(bins.at(-1)!.to).toBeGreaterThanOrEqual(last);
        bins.slice(1).forEach((bin, i) => expect(bin.from).toBe(bins[i]!.to + 1));
        for (const { from, to, count } of bins) {
          expect(count).toBe(days.filter((day) => day >= from && day <= to).length);
        }
      }),
    );
  });

  test('are stepped through from end to end', () => {
    const bins = timeBins(daysOf('2020-01-10', '2020-03-05', '2024-05-17'))!;
    const step = (date: string, steps: number): string => isoOf(stepped(bins, dayOf(date)!, steps));
    expect(step('2020-02-10', 1)).toBe('2020-02-29');
    expect(step('2020-02-29', 1)).toBe('2020-03-31');
    expect(step('2020-03-31', -1)).toBe('2020-02-29');
    expect(step('2020-02-10', -1)).toBe('2020-01-31');
    expect(step('2020-01-31', -1)).toBe('2020-01-10');
    expect(step('2020-02-10', 12)).toBe('2021-01-31');
    expect(step('2024-05-01', 1)).toBe('2024-05-17');
  });

  test('a step forth or back never stands still but at an end', () => {
    fc.assert(
      fc.property(someDays, fc.nat(), (days, offset) => {
        const bins = timeBins(days)!;
        const day = bins.first + (offset % (bins.last - bins.first + 1));
        if (day < bins.last) expect(stepped(bins, day, 1)).toBeGreaterThan(day);
        if (day > bins.first) expect(stepped(bins, day, -1)).toBeLessThan(day);
      }),
    );
  });
});

describe('ticks', () => {
  const names = (from: string, to: string, most: number): string[] =>
    ticksOf(timeBins(daysOf(from, to))!, most).map(({ name }) => name);

  test('are beginnings of years or months, as many as there is room for', () => {
    expect(names('2019-03-05', '2024-05-17', 8)).toEqual(['2020', '2021', '2022', '2023', '2024']);
    expect(names('2019-03-05', '2024-05-17', 4)).toEqual(['2020', '2022', '2024']);
    expect(names('2023-10-05', '2024-05-17', 8)).toEqual([
      'Nov 2023',
      'Dec',
      '2024',
      'Feb',
      'Mar',
      'Apr',
      'May',
    ]);
    expect(names('2024-05-03', '2024-05-17', 8)).toEqual([]);
  });

  test('lie between the first and the last note, never more than asked for', () => {
    const day = fc.integer({ min: -700_000, max: 2_900_000 });
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 12 }), (one, other, most) => {
        const bins = timeBins(Int32Array.of(one, other))!;
        const ticks = ticksOf(bins, most);
        expect(ticks.length).toBeLessThanOrEqual(most);
        for (const tick of ticks) expect(tick.day >= bins.first && tick.day <= bins.last).toBe(true);
      }),
    );
  });
});

test('counts days until one of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: -1, max: 41 }),
      (days, until) => {
        const sorted = Int32Array.from(days).sort();
        expect(countUntil(sorted, until)).toBe(days.filter((day) => day <= until).length);
      },
    ),
  );
});
