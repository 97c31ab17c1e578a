import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findQuote, LONGEST, placeOfQuote, quoteAt, readQuote, writeQuote } from './quote.ts';

afterEach(() => vi.unstubAllGlobals());

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

  const TWICE = 'The map is a map. Here it stays put, always. There it stays put too, says the map.';
  const second = { from: TWICE.lastIndexOf('it stays put'), to: TWICE.lastIndexOf('it stays put') + 12 };

  it('says what is around its words where they stand elsewhere too, and only there', () => {
    expect(quoteAt(TWICE, { from: 0, to: 10 })).toBe('The%20map%20is');
    const quote = quoteAt(TWICE, second);
    expect(quote).toBe('put%2C%20always.%20There-,it%20stays%20put,-too%2C%20says%20the');
    expect(placeOfQuote(TWICE, readQuote(quote)!)).toEqual(second);
  });

  it('leads to the first of the same words where what was around them has changed', () => {
    expect(placeOfQuote(TWICE, readQuote('gone-,it%20stays%20put,-away')!)?.from).toBe(
      TWICE.indexOf('it stays put'),
    );
  });

  it('at any place leads there again, as near and as often as its words may stand', () => {
    const word = fc.constantFrom('a', 'b', 'well-known', 'c,', '地図');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (words, one, other) => {
          const [from, to] = [one % words.length, other % words.length].sort((a, b) => a - b) as [
            number,
            number,
          ];
          const flat = words.join(' ');
          const start = words.slice(0, from).join(' ').length + (from === 0 ? 0 : 1);
          const place = { from: start, to: start + words.slice(from, to + 1).join(' ').length };
          const found = placeOfQuote(flat, readQuote(quoteAt(flat, place))!)!;
          expect(found.to).toBeGreaterThan(found.from);
          // So many words around are enough here, as those of the whole text are.
          if (words.length <= 24) expect(found).toEqual(place);
        },
      ),
    );
  });

  // The square of either would outlast the test's time limit.
  it('is sought in a long text in a time that grows with the text', () => {
    const many = { start: 'a', end: 'c' };
    expect(placeOfQuote('ab '.repeat(300_000), many)).toBeNull();
    expect(placeOfQuote(`${'ab '.repeat(300_000)}c`, { ...many, after: 'd' })?.to).toBe(900_001);
    const nodes = [{ data: 'word \n'.repeat(50_000) }, { data: ' word'.repeat(50_000) }];
    vi.stubGlobal('NodeFilter', {});
    vi.stubGlobal('document', {
      createTreeWalker: () => {
        let at = -1;
        return {
          nextNode: () => ++at < nodes.length,
          get currentNode() {
            return nodes[at];
          },
        };
      },
    });
    expect(findQuote({} as Element, 'words')).toBeNull();
  });

  it('reads whatever stands in an address', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readQuote(text)));
  });
});
