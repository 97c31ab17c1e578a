import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize } from '../../contract/search.ts';
import { Terms } from './terms.ts';

const written = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'aAzZ09_ -\n\\.,…–—“”’\u2028\u2030²₁πxéÉßİK中文ไทย\u0301') }),
);

describe('terms by number', () => {
  test('a text has the terms that the search takes it apart into, in their order', () => {
    const terms = new Terms();
    fc.assert(
      fc.property(written, (text) => {
        expect(terms.read(text).map((number) => terms.list[number])).toEqual(tokenize(text));
      }),
    );
  });

  test('each has one number, however it is asked for, and keeps it while many others come', () => {
    const terms = new Terms();
    const words = Array.from({ length: 20_000 }, (_, index) => `w${index.toString(36)}`);
    const numbers = terms.read(words.join(' '));
    expect(numbers).toEqual(words.map((_, index) => index));
    expect(terms.read(words.join(' ').toUpperCase())).toEqual(numbers);
    expect(words.map((word) => terms.numberOf(word))).toEqual(numbers);
    expect(terms.list).toEqual(words);
  });

  test('one that is no text of ASCII is taken as it is', () => {
    const terms = new Terms();
    const odd = ['A', 'a', 'İ', '__proto__', 'constructor', '', 'ไทย'];
    expect(odd.map((term) => terms.numberOf(term))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(terms.list).toEqual(odd);
    expect(terms.read('a A __proto__')).toEqual([1, 1, 3]);
  });
});
