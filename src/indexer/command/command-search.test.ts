import { describe, expect, test } from 'vitest';
import { lines } from './command-search.ts';

describe('a found note in the terminal', () => {
  const finding = {
    title: 'A \u001b[1mbold\u001b[0m title\u0007',
    path: 'a\nb.md',
    page: 'notes/a/',
    terms: ['word'],
    heading: { id: 'h', text: 'Head\u009b31m' },
    parts: [
      { text: 'before\n  the \u001b]0;mine\u0007', marked: false },
      { text: 'wo\u001b[22mrd', marked: true },
    ],
  };

  test('has two lines, and nothing that the terminal obeys', () => {
    expect(lines(finding, false)).toBe('A [1mbold[0m title  a b.md\n    Head31m: before the ]0;minewo[22mrd');
  });

  test('is marked by us alone', () => {
    expect(lines(finding, true)).toBe(
      '\u001b[1mA [1mbold[0m title\u001b[22m  a b.md\n    Head31m: before the ]0;mine\u001b[1mwo[22mrd\u001b[22m',
    );
  });

  test('without a text is its name', () => {
    expect(lines({ title: 'Ghost', path: '', page: '', terms: [], heading: null, parts: [] }, false)).toBe(
      'Ghost  ',
    );
  });
});
