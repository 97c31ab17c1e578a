/** Rows are what Hugo 0.111.3 itself made of `[permalinks]` with these words, before it writes them into addresses. */
import { describe, expect, test } from 'vitest';
import { dateParts, formatDate } from './go-date-layout.ts';

describe('formatDate', () => {
  test.each([
    ['2006', '2024', '0001'],
    ['06', '24', '01'],
    ['01', '03', '01'],
    ['1', '3', '1'],
    ['Jan', 'Mar', 'Jan'],
    ['January', 'March', 'January'],
    ['02', '05', '01'],
    ['2', '5', '1'],
    ['_2', ' 5', ' 1'],
    ['002', '065', '001'],
    ['__2', ' 65', '  1'],
    ['Mon', 'Tue', 'Mon'],
    ['Monday', 'Tuesday', 'Monday'],
    ['15', '22', '00'],
    ['03', '10', '12'],
    ['3pm', '10pm', '12am'],
    ['3PM', '10PM', '12AM'],
    ['04', '07', '00'],
    ['05', '09', '00'],
    ['year2006', 'year2024', 'year0001'],
    ['_2006', '_2024', '_0001'],
    ['slug2', 'slug5', 'slug1'],
    ['Janus', null, null],
    ['Montag', null, null],
    ['slug', null, null],
  ])('%s', (layout, expected, ofNone) => {
    expect(formatDate(layout, dateParts('2024-03-05T22:07:09-05:00'))).toBe(expected);
    expect(formatDate(layout, dateParts('0001-01-01'))).toBe(ofNone);
  });
});
