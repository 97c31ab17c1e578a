import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { SEARCH_OPTIONS, type SearchDocument } from '../contract/search.ts';
import { answer } from './tiers.ts';
import { wholeStore } from './whole-store.ts';

const documents: SearchDocument[] = [
  { id: 0, title: 'Random variable', body: 'A quantity that takes values by chance.' },
  { id: 1, title: 'Expectation', body: 'The mean of a random variable.' },
  { id: 2, title: 'Variable star', body: 'Its light changes. Not at random.' },
  { id: 3, title: 'Gödel numbering', body: 'Every formula is a number.' },
  { id: 4, title: '漢字の歴史', body: '文字は旅をする。' },
];
const index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
index.addAll(documents);
const store = wholeStore(index);
const ask = async (query: string): Promise<[string, number[]]> => {
  const { match, hits } = await answer(store, { words: query });
  return [match, hits.map((hit) => hit.id)];
};

describe('answer', () => {
  it('wants all words, and ranks titles first', async () => {
    const [match, ids] = await ask('random variable');
    expect(match).toBe('all');
    expect(ids[0]).toBe(0);
    expect([...ids].sort()).toEqual([0, 1, 2]);
  });

  it('completes the last word only', async () => {
    expect(await ask('random vari')).toEqual(['all', expect.arrayContaining([0, 1, 2])]);
    expect(await ask('quanti')).toEqual(['all', [0]]);
    expect((await ask('quanti chance'))[0]).toBe('near');
  });

  it('forgives a typo where the strict try finds nothing', async () => {
    expect(await ask('expectatoin')).toEqual(['near', [1]]);
  });

  it('falls back to any of the words', async () => {
    const [match, ids] = await ask('expectation zebra');
    expect(match).toBe('any');
    expect(ids).toContain(1);
  });

  it('calls it similar words where none of those typed is anywhere', async () => {
    expect(await ask('expectatoin zebra')).toEqual(['near', [1]]);
  });

  it('reads through marks and case, and in languages without spaces', async () => {
    expect(await ask('GODEL')).toEqual(['all', [3]]);
    expect(await ask('歴史')).toEqual(['all', [4]]);
  });

  it('takes what is typed for a formula as typed to its end', async () => {
    const formulas = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
    formulas.addAll([
      { id: 0, title: 'Bases', body: 'frac of a bottom, a base' },
      { id: 1, title: 'Ratio', body: 'so \\frac{a}{b} it is' },
    ]);
    const asked = async (words: string): Promise<number[]> =>
      (await answer(wholeStore(formulas), { words })).hits.map(({ id }) => id);
    expect(await asked('\\frac{a}{b}')).toEqual([1]);
    expect(await asked('a/b')).toEqual([1]);
    expect((await asked('frac a b')).sort()).toEqual([0, 1]);
    // Nothing ends so: then it goes on.
    expect(await asked('frac{a}{bott')).toEqual([0]);
  });

  it('lets others follow where few have all words, and says how many', async () => {
    const some = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
    some.addAll([
      { id: 0, title: 'Bayesian network', body: 'such as it should be spelt' },
      { id: 1, title: 'Baysian Network', body: 'such as its author spells it' },
      { id: 2, title: 'Network', body: 'such as it is cast rightly' },
      { id: 3, title: 'Cast', body: 'by the author' },
    ]);
    const asked = async (words: string, further: boolean) => {
      const found = await answer(wholeStore(some), { words, further });
      return [found.match, found.hits.map(({ id }) => id), found.further];
    };
    expect(await asked('bayesian network', false)).toEqual(['all', [0], undefined]);
    // One of two words is not enough.
    expect(await asked('bayesian network', true)).toEqual(['all', [0, 1], 1]);
    // Two of three are.
    expect(await asked('such cast network', true)).toEqual(['all', [2, 0, 1], 2]);
    expect(await asked('author by cast', true)).toEqual(['all', [3], undefined]);
  });

  it('needs no small words where few notes have them, and finds one for many', async () => {
    expect(await ask('what is a random variable')).toEqual(['all', expect.arrayContaining([0, 1, 2])]);
    expect(await ask('where are random variables')).toEqual(['all', expect.arrayContaining([0, 1, 2])]);
    expect(await ask('how do formulas number')).toEqual(['all', [3]]);
    // None is larger than the others.
    expect((await ask('is it the'))[1]).toEqual(expect.arrayContaining([1, 2]));
    // What is misspelt too.
    expect(await ask('what is expectatoin')).toEqual(['near', [1]]);
    expect(await ask('why not expectation')).toEqual(['any', expect.arrayContaining([1, 2])]);
  });

  it('takes all words as they stand where many notes have them', async () => {
    const many = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
    many.addAll(
      Array.from({ length: 9 }, (_, id) => ({ id, title: `${id}`, body: id < 8 ? 'of maps' : 'map' })),
    );
    const found = await answer(wholeStore(many), { words: 'of maps' });
    expect(found.hits).toHaveLength(8);
    // One stands for many all the same.
    const numbers = await answer(wholeStore(many), { words: 'maps' });
    expect([numbers.match, numbers.hits.length]).toEqual(['all', 9]);
    const fewer = await answer(wholeStore(many), { words: 'in maps' });
    expect(fewer.hits.map(({ id }) => id)).toContain(8);
  });

  it('takes most of the words before misspelt ones, where notes have each of them', async () => {
    const some = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
    some.addAll([
      { id: 0, title: 'Split', body: 'thin doubles' },
      { id: 1, title: 'Experiment', body: 'with a double slit' },
      { id: 2, title: 'Thing', body: 'of any kind' },
    ]);
    const asked = async (words: string): Promise<[string, number[]]> => {
      const { match, hits } = await answer(wholeStore(some), { words });
      return [match, hits.map(({ id }) => id)];
    };
    const [match, ids] = await asked('thing double slit');
    expect([match, ids[0]]).toEqual(['any', 1]);
    // The others have some of them too.
    expect(ids.sort()).toEqual([0, 1, 2]);
    expect(await asked('thinq double slit')).toEqual(['near', [0]]);
    expect((await asked('zebra double slit'))[0]).toBe('any');
    expect((await asked('zebra double slit'))[1][0]).toBe(1);
  });

  it('tells which of the hits have the small words too', async () => {
    const { hits, entire } = await answer(store, { words: 'the random variable' });
    expect(hits.map(({ id }) => id).sort()).toEqual([0, 1, 2]);
    expect(entire!.map(({ id }) => id)).toEqual([1]);
  });

  it('finds only notes that may be found, and asks less strictly where none of them has all words', async () => {
    const among = Uint8Array.from([0, 0, 1, 0, 0]);
    const found = await answer(store, { words: 'random variable', among });
    expect(found.hits.map(({ id }) => id)).toEqual([2]);
    const near = await answer(store, { words: 'expectation random', among });
    expect([near.match, near.hits.map(({ id }) => id)]).toEqual(['any', [2]]);
  });

  it('takes one of the words for enough where that is asked', async () => {
    const { hits } = await answer(store, { words: 'formula expectation', some: true });
    expect(hits.map(({ id }) => id).sort()).toEqual([1, 3]);
  });

  it('names the words of the index that matched', async () => {
    expect((await answer(store, { words: 'expectatoin' })).hits[0]!.terms).toEqual(['expectation']);
  });

  it('answers nothing to nothing, and survives an endless word', async () => {
    expect(await ask('  .,- ')).toEqual(['all', []]);
    expect(await ask('x'.repeat(100_000))).toEqual(['any', []]);
    expect((await ask('__proto__ constructor'))[1]).toEqual([]);
  });
});
