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
const search = new TitleSearch(titles);
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
});
