import { describe, expect, it } from 'vitest';
import { format } from './format.ts';
import { parse } from './parse.ts';
import { dayOf, withDay } from './span.ts';

describe('the span of a query', () => {
  it.each([
    ['after:2024', '2024-01-01'],
    ['a after:2024-05 before:2025', '2024-05-01'],
    ['after:2024-05-17', '2024-05-17'],
    ['a OR after:2024', ''],
    ['-after:2024', ''],
    ['', ''],
  ])('of %j begins with %j', (text, day) => expect(dayOf(parse(text).query, 'after')).toBe(day));

  it.each([
    ['', '2024-05-17', 'after:2024-05-17'],
    ['a OR b', '2024-05-17', '(a OR b) after:2024-05-17'],
    ['after:2020 a before:2025', '2024-05-17', 'a before:2025 after:2024-05-17'],
    ['after:2020 a', '', 'a'],
    ['after:2020', '', ''],
  ])('of %j can be made to begin with %j', (text, day, expected) =>
    expect(format(withDay(parse(text).query, 'after', day))).toBe(expected),
  );
});
