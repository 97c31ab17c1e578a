import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST, placeOfQuote, readQuote, writeQuote } from './quote.ts';

describe('a quotation', () => {
  it('is whole where it is short', () => {
    expect(writeQuote('A well-known,\n  short sentence.')).toBe('A%20well%2Dknown%2C%20short%20sentence.');
  });

  it('is told by its ends where it is long', () => {
    const long = 'one two three four five '.repeat(9) + 'the end of it all.';
    expect(readQuote(writeQuote(long))).toEqual({
      start: 'one two three four five',
      end: 'the end of it all.',
    });
  });

  it('is told by its ends where its script has no spaces', () => {
    const long = '地図はノートを示す。'.repeat(12);
    const { start, end } = readQuote(writeQuote(long))!;
    expect(long.startsWith(start)).toBe(true);
    expect(long.endsWith(end!)).toBe(true);
  });

  it.each(['', ',', 'a,', ',b', 'a,b,c'])('is none in "%s"', (quote) => {
    expect(readQuote(quote)).toBeNull();
  });

  it('is found where both ends stand near each other', () => {
    const text = `alpha ${'x '.repeat(LONGEST)}alpha beta gamma`;
    const place = placeOfQuote(text, { start: 'alpha', end: 'gamma' })!;
    expect(text.slice(place.from, place.to)).toBe('alpha beta gamma');
    expect(placeOfQuote(text, { start: 'alpha', end: 'delta' })).toBeNull();
  });

  it('of any text is found in it again', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 6 }), (text) => {
        const flat = text.replace(/\s+/gu, ' ').trim();
        fc.pre(flat.length <= LONGEST);
        const place = placeOfQuote(flat, readQuote(writeQuote(text))!)!;
        expect(place).toEqual({ from: 0, to: place.to });
      }),
    );
  });

  it('reads whatever stands in an address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readQuote(text)));
  });
});
