import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumns } from '../../contract/map.ts';
import { parse } from '../../query/parse.ts';
import { termsOf } from '../../query/query.ts';
import { facetsOf, withTag } from './facets.ts';

const garden = readColumns({
  titles: ['A', 'B', 'C'],
  slugs: ['a', 'b', 'c'],
  unit: 1,
  x: [0, 1, 2],
  y: [0, 0, 0],
  region: [-1, -1, -1],
  regions: [],
  from: [],
  to: [],
  tags: ['physics', 'two words', 'all'],
  noteTags: [[0, 2], [0, 1, 2], [2]],
});
const hits = [0, 1, 2].map((id) => ({ id, terms: [] }));

describe('facetsOf', () => {
  it('counts the tags of hits, the most frequent first, without those that narrow nothing', () => {
    expect(facetsOf(hits, garden, 'wave')).toEqual([
      { tag: 'physics', count: 2, chosen: false },
      { tag: 'two words', count: 1, chosen: false },
    ]);
  });

  it('counts a tag for those below it too, as the query does', () => {
    const nested = { ...garden, tags: ['red', 'red/dark', 'x'], noteTags: [[0, 1], [1], []] };
    expect(facetsOf(hits, nested, 'wave')).toEqual([
      { tag: 'red', count: 2, chosen: false },
      { tag: 'red/dark', count: 2, chosen: false },
    ]);
  });

  it('puts first what is asked for already, though all have it', () => {
    expect(facetsOf(hits, garden, 'wave #all')[0]).toEqual({ tag: 'all', count: 3, chosen: true });
  });
});

describe('withTag', () => {
  it('asks for a tag, and no more at the second time', () => {
    expect(withTag('wave', 'physics')).toBe('wave #physics');
    expect(withTag('wave #physics', 'physics')).toBe('wave');
    expect(withTag('wave #physics2', 'physics')).toBe('wave #physics2 #physics');
  });

  it('narrows both sides of an OR', () => {
    expect(withTag('wave OR light', 'physics')).toBe('(wave OR light) #physics');
  });

  it('writes any tag so that it is read as that tag, and can be taken back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (text) => {
        const tag = text
          .replaceAll('"', '')
          .replace(/\p{C}|^[#/\s]+|\/+$/gu, '')
          .trim();
        if (tag === '' || /\s\s/.test(tag) || /[^\S ]/.test(tag)) return;
        const asked = withTag('wave', tag);
        const terms = termsOf(parse(asked).query);
        expect(terms).toContainEqual({ kind: 'tag', tag });
        expect(withTag(asked, tag)).toBe('wave');
      }),
    );
  });
});
