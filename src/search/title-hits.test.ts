import { describe, expect, it } from 'vitest';
import { TitleSearch } from './title-hits.ts';

const titles = [
  'Random variable',
  'random walk',
  'Adding random variables',
  'Gödel',
  'variable',
  'constructor',
];
const garden = {
  titles: [...titles, 'Variable ghost'],
  noteCount: titles.length,
  aliases: ['Incompleteness', 'stochastic variable', 'RV', 'variable'],
  aliasOf: [3, 0, 0, 1],
};
const search = new TitleSearch({ ...garden, aliases: [], aliasOf: [] });
const named = new TitleSearch(garden);
const ids = (query: string): number[] => search.answer(query).hits.map((hit) => hit.id);

describe('TitleSearch', () => {
  it('finds titles with all words, the last one begun', () => {
    expect(ids('random')).toEqual([0, 1, 2]);
    expect(ids('random vari')).toEqual([0, 2]);
    expect(ids('rand variable')).toEqual([]);
    expect(ids('godel')).toEqual([3]);
    expect(ids('constructor')).toEqual([5]);
  });

  it('names the words to mark', () => {
    expect(search.answer('random vari').hits[1]).toEqual({ id: 2, terms: ['random', 'variables'] });
  });

  it('finds nothing without a word', () => {
    expect(ids('')).toEqual([]);
    expect(ids(' ?! ')).toEqual([]);
  });

  it('puts the note first that is called so', () => {
    const answer = { match: 'all' as const, hits: [0, 2, 4].map((id) => ({ id, terms: [] })) };
    expect(search.exactFirst(answer, ' Variable ').hits.map((hit) => hit.id)).toEqual([4, 0, 2]);
    expect(search.exactFirst(answer, 'vari')).toBe(answer);
  });

  it('knows aliases as it knows titles, and names each note once, by the shorter of its names', () => {
    expect(named.answer('rv').hits).toEqual([{ id: 0, terms: ['rv'] }]);
    expect(named.answer('incomp').hits.map(({ id }) => id)).toEqual([3]);
    expect(named.answer('stochastic vari').hits.map(({ id }) => id)).toEqual([0]);
    // Words of two names make no name.
    expect(named.answer('random stochastic').hits).toEqual([]);
    expect(named.answer('variable').hits.map(({ id }) => id)).toEqual([1, 4, 0, 2]);
  });

  it('puts a title that is the query before an alias that is', () => {
    const answer = { match: 'all' as const, hits: [0, 1, 4].map((id) => ({ id, terms: [] })) };
    expect(named.exactFirst(answer, 'variable').hits.map(({ id }) => id)).toEqual([4, 1, 0]);
  });

  it('then those that are called so but for small words and the plural, though they are no hits', () => {
    const known = new TitleSearch({
      titles: ['Spaces of vectors', 'Vector space', 'Space', 'vector spaces'],
      noteCount: 4,
      aliases: ['The vector space'],
      aliasOf: [2],
    });
    const answer = { match: 'all' as const, hits: [{ id: 0, terms: ['spaces'] }] };
    const found = known.exactFirst(answer, 'what is a vector space').hits;
    expect(found.map(({ id }) => id)).toEqual([1, 3, 2, 0]);
    expect(found[0]).toEqual({ id: 1, terms: ['vector', 'space'] });
    const named = { match: 'all' as const, hits: [0, 3].map((id) => ({ id, terms: [] })) };
    expect(known.exactFirst(named, 'Vector spaces').hits.map(({ id }) => id)).toEqual([3, 1, 2, 0]);
    // One of those that followed is no longer one of them.
    const followed = { match: 'all' as const, hits: [0, 3, 2].map((id) => ({ id, terms: [] })), further: 2 };
    expect(known.exactFirst(followed, 'a vector space')).toMatchObject({
      hits: [{ id: 1 }, { id: 3 }, { id: 2 }, { id: 0 }],
      further: 0,
    });
    for (const other of ['vector', 'is:space', '-vector space', '"the space"'])
      expect(known.exactFirst(answer, other)).toBe(answer);
  });

  it('puts the notes first whose initials are typed, small words aside, though no index has them', () => {
    const known = new TitleSearch({
      titles: ['Markov Decision Process', 'MDP solver', 'Law of the Excluded Middle', 'Map'],
      noteCount: 4,
      aliases: [],
      aliasOf: [],
    });
    const answer = { match: 'all' as const, hits: [{ id: 1, terms: ['mdp'] }] };
    expect(known.exactFirst(answer, 'MDP').hits).toEqual([
      { id: 1, terms: ['mdp'] },
      { id: 0, terms: ['markov', 'decision', 'process'] },
    ]);
    const other = { match: 'all' as const, hits: [{ id: 3, terms: ['mdp'] }] };
    expect(known.exactFirst(other, 'MDP').hits.map(({ id }) => id)).toEqual([0, 3]);
    expect(known.exactFirst({ match: 'all', hits: [] }, 'lem').hits.map(({ id }) => id)).toEqual([2]);
    expect(known.exactFirst({ match: 'all', hits: [] }, 'md').hits).toEqual([]);
    expect(known.exactFirst({ match: 'any', hits: [] }, 'mdp').hits).toEqual([]);
  });

  it('takes what is typed for a formula as it stands', () => {
    const signs = new TitleSearch({
      titles: ['Partially observable', 'Partial derivative'],
      noteCount: 2,
      aliases: [],
      aliasOf: [],
    });
    expect(signs.answer('∂').hits.map(({ id }) => id)).toEqual([1]);
    expect(signs.answer('partial').hits.map(({ id }) => id)).toEqual([0, 1]);
  });

  it('finds signs that are no words', () => {
    const signs = new TitleSearch({
      titles: ['Fire 🔥', 'C++', 'Is it?'],
      noteCount: 3,
      aliases: [],
      aliasOf: [],
    });
    expect(signs.answer('🔥').hits.map(({ id }) => id)).toEqual([0]);
    expect(signs.exactFirst({ match: 'all', hits: [] }, '++').hits.map(({ id }) => id)).toEqual([1]);
    expect(signs.answer('?').hits).toEqual([]);
  });

  it('looks for ghosts where they are wanted', () => {
    expect(new TitleSearch(garden, true).answer('ghost').hits.map(({ id }) => id)).toEqual([6]);
    expect(named.answer('ghost').hits).toEqual([]);
  });
});
