import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINKS_A_FILE, LINKS_VERSION, linksAddress, readLinks } from './links.ts';
import { DataError } from './site.ts';

const row = [7, 0, [['A map of notes.', 2, 3, 'maps', 'Maps']]];
const file = { version: LINKS_VERSION, notes: [[row], []] };

describe('readLinks', () => {
  it('reads the links of each note', () => {
    const place = { sentence: 'A map of notes.', at: 2, length: 3, anchor: 'maps', heading: 'Maps' };
    expect(readLinks(file)).toEqual([[{ to: 7, more: 0, places: [place] }], []]);
  });

  it.each([
    ['nothing', null, /no links/],
    ['a list', [], /no links/],
    ['no notes', { version: 1 }, /no links/],
    ['another version', { ...file, version: 2 }, /version 2; this page reads version 1/],
    ['a note without a list', { ...file, notes: [7] }, /broken/],
    ['a link to half a node', { ...file, notes: [[[0.5, 0, []]]] }, /broken/],
    ['a place without a sentence', { ...file, notes: [[[1, 0, [[null, 0, 0, '', '']]]]] }, /broken/],
    ['a mark beyond the sentence', { ...file, notes: [[[1, 0, [['ab', 1, 2, '', '']]]]] }, /broken/],
    ['a mark before it', { ...file, notes: [[[1, 0, [['ab', -1, 2, '', '']]]]] }, /broken/],
  ])('says what is wrong with %s', (_, value, message) => {
    expect(() => readLinks(value)).toThrow(message);
    expect(() => readLinks(value)).toThrow(DataError);
  });

  it('reads anything at all or throws a message for the reader', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({ version: fc.constant(LINKS_VERSION), notes: fc.array(fc.array(fc.anything())) }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        try {
          readLinks(value);
        } catch (error) {
          expect(error).toBeInstanceOf(DataError);
        }
      }),
    );
  });
});

describe('linksAddress', () => {
  it('gives each note a place of its own', () => {
    const seen = new Set(
      Array.from({ length: 100 }, (_, id) => linksAddress(id)).map(({ file, place }) => `${file} ${place}`),
    );
    expect(seen.size).toBe(100);
    expect(linksAddress(LINKS_A_FILE)).toEqual({ file: '1.json', place: 0 });
  });
});
