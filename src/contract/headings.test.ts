import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADINGS_VERSION, joinHeadings, readHeadings } from './headings.ts';
import { DataError } from './site.ts';

const file = { version: HEADINGS_VERSION, headings: ['a proof\nof heat', ''] };

describe('readHeadings', () => {
  it('stands a space before and behind each heading, and lets none run into the next', () => {
    const [first, second] = readHeadings(file, 2);
    expect(first).toContain(' a proof ');
    expect(first).toContain(' of heat ');
    expect(first).not.toContain('proof of');
    expect(second!.trim()).toBe('');
  });

  it.each([
    ['nothing', null, /no headings/],
    ['another version', { ...file, version: 2 }, /version 2; this page reads version 1/],
    ['another number of notes', { ...file, headings: [''] }, /not of 2 notes/],
    ['no list', { version: 1, headings: 'a' }, /not of 2 notes/],
    ['lists of lists', { version: 1, headings: [[], []] }, /something else/],
  ])('says what is wrong with %s', (_, value, message) => {
    expect(() => readHeadings(value, 2)).toThrow(message);
    expect(() => readHeadings(value, 2)).toThrow(DataError);
  });

  it('finds every heading that was joined', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé漢]{1,5}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(words), (headings) => {
        const [own] = readHeadings(
          { version: HEADINGS_VERSION, headings: [joinHeadings(headings.map((own) => own.join(' ')))] },
          1,
        );
        for (const heading of headings) expect(own).toContain(` ${heading.join(' ')} `);
      }),
    );
  });
});
