import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DATE, type Facts } from '../../../contract/facts.ts';
import { byAge, dayOf, firstDays, untilMask } from './ages.ts';
import { HUES, NEUTRAL, RAMP } from './region-hues.ts';
import { sampleGarden } from './sample-garden.ts';

const factsOf = (...created: number[]): Facts => ({
  created: Int32Array.from(created),
  modified: Int32Array.from(created),
  has: new Uint16Array(created.length),
  headingsFile: null,
  headings: null,
});

describe('time', () => {
  const garden = sampleGarden(
    ['a', 'b', 'c', 'early', 'late', 'lonely'],
    [
      [0, 3],
      [1, 3],
      [1, 4],
      [2, 5],
    ],
    3,
  );

  test('lets a ghost come with the first note that names it', () => {
    expect([...firstDays(garden, factsOf(10, 20, NO_DATE))]).toEqual([10, 20, NO_DATE, 10, 20, NO_DATE]);
  });

  test('leaves on the map what is not later, and what has no date', () => {
    const days = firstDays(garden, factsOf(10, 20, NO_DATE));
    expect([...untilMask(days, 9)]).toEqual([0, 0, 1, 0, 0, 1]);
    expect([...untilMask(days, 10)]).toEqual([1, 0, 1, 1, 0, 1]);
    expect([...untilMask(days, 20)]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('colours by age', () => {
  const titles = ['a', 'b', 'c', 'd', 'e'];
  const garden = sampleGarden(titles, []);
  const coloured = (...dates: string[]): ReturnType<typeof byAge> =>
    byAge(
      garden,
      Int32Array.from(dates, (date) => (date === '' ? NO_DATE : dayOf(date)!)),
    );
  const names = (...dates: string[]): string[] => coloured(...dates).legend.map(({ name }) => name);

  test('are the stronger the newer, and none without a date', () => {
    const { hue, legend } = coloured('2010-01-01', '2015-05-05', '2016-05-05', '2024-01-01', '');
    expect(hue[3]).toBe(HUES + RAMP - 1);
    expect(hue[0]).toBeLessThan(hue[1]!);
    // The first colour of the ramp is too near to that of no date.
    expect(hue[0]).toBeGreaterThan(HUES);
    expect(hue[4]).toBe(NEUTRAL);
    expect(legend.at(-1)).toEqual({ name: 'no date', hue: NEUTRAL, count: 1 });
  });

  test('have a legend of years, months or days, as the span asks for', () => {
    expect(names('2010-01-01', '2015-05-05', '2016-05-05', '2024-01-01', '2024-05-05')).toEqual([
      '2010 to 2014',
      '2015',
      '2016 to 2023',
      '2024',
    ]);
    expect(names('2024-01-05', '2024-03-05', '2024-03-06', '2024-07-01', '2024-12-05')).toEqual([
      'January to February 2024',
      'March to June 2024',
      'July to December 2024',
    ]);
    expect(names('2024-05-01', '2024-05-01', '2024-05-01', '2024-05-01', '2024-05-01')).toEqual([
      '1 May 2024',
    ]);
    expect(names('', '', '', '', '')).toEqual(['no date']);
  });

  test('count in the legend what they colour', () => {
    const day = fc.option(fc.integer({ min: -5000, max: 25_000 }), { nil: NO_DATE });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        (days, notes) => {
          const { hue, legend } = byAge(
            sampleGarden(titles, [], 5 - notes),
            Int32Array.from(days.slice(0, notes)),
          );
          for (const row of legend) {
            expect(row.count).toBe(hue.filter((value) => value === row.hue).length);
            expect(row.count).toBeGreaterThan(0);
          }
          expect(legend.reduce((sum, { count }) => sum + count, 0)).toBe(5);
        },
      ),
    );
  });
});
