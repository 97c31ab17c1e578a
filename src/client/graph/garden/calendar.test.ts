import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calendarDay,
  dayInWords,
  dayOf,
  daysInWords,
  firstOfMonth,
  isoOf,
  monthsInWords,
} from './calendar.ts';

describe('a day', () => {
  test('is the date it was read from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(dayOf(isoOf(day))).toBe(day);
        const { year, month, day: date } = calendarDay(day);
        expect(firstOfMonth(year, month) + date - 1).toBe(day);
      }),
    );
  });

  test.each([
    '',
    '2024',
    '2024-5-1',
    '2024-02-30',
    '2024-13-01',
    '2024-05-17T10:00',
    'yesterday',
    '17 May 2024',
  ])('is not read from %j', (text) => expect(dayOf(text)).toBeNull());

  test('and a span of days are said in words', () => {
    const day = (text: string): number => dayOf(text)!;
    expect(dayInWords(day('2024-05-17'))).toBe('17 May 2024');
    expect(daysInWords(day('2024-05-03'), day('2024-05-17'))).toBe('3 to 17 May 2024');
    expect(daysInWords(day('2024-04-30'), day('2024-05-01'))).toBe('30 April to 1 May 2024');
    expect(daysInWords(day('2023-12-31'), day('2024-01-01'))).toBe('31 December 2023 to 1 January 2024');
    expect(daysInWords(5, 5)).toBe('6 January 1970');
    const month = (year: number, number: number): number => 12 * year + number - 1;
    expect(monthsInWords(month(2024, 3), month(2024, 3))).toBe('March 2024');
    expect(monthsInWords(month(2024, 3), month(2024, 5))).toBe('March to May 2024');
    expect(monthsInWords(month(2023, 11), month(2024, 1))).toBe('November 2023 to January 2024');
  });
});
