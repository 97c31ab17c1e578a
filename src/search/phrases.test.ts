import { describe, expect, it } from 'vitest';
import type { TextFile } from '../contract/texts.ts';
import { MOST_READ, orderedFirst, withPhrases, type TextSource } from './phrases.ts';

const file = (text: string, heading = ''): TextFile => ({ sections: [{ id: '', heading, text }] });
const files = [
  file('The likelihood of a maximum.'),
  file('By maximum likelihood, as usual.'),
  file('Nothing.', 'Maximum-Likelihood estimates'),
  file('漢字の歴史を読む'),
];
const texts: TextSource = {
  get: (id) => Promise.resolve(files[id] ?? null),
  late: () => new Promise(() => {}),
};
const hits = files.map((_, id) => ({ id, terms: [] }));
const titles = ['', '', '', '', 'Maximum likelihood'];

describe('withPhrases', () => {
  const ids = async (...phrases: string[]): Promise<number[]> =>
    (await withPhrases([...hits, { id: 4, terms: [] }], phrases, titles, texts)).hits.map(({ id }) => id);

  it('keeps the hits that have the phrase in text, heading or title', async () => {
    expect(await ids('maximum likelihood')).toEqual([1, 2, 4]);
    expect(await ids('MAXIMUM   likelihood')).toEqual([1, 2, 4]);
  });

  it('wants whole words, and every phrase', async () => {
    expect(await ids('maximum likeli')).toEqual([]);
    expect(await ids('maximum likelihood', 'as usual')).toEqual([1]);
  });

  it('finds a run of signs where words have no spaces', async () => {
    expect(await ids('字の歴')).toEqual([3]);
  });

  it('finds what is copied from a formula, and its TeX', async () => {
    const formulas = [file('Then (5-λ)(-1-λ) = λ² - 4λ +5.'), file('λ² + 4λ'), file('v ∈ ℝⁿ, v ≠ 0')];
    const source: TextSource = { ...texts, get: (id) => Promise.resolve(formulas[id] ?? null) };
    const found = async (phrase: string): Promise<number[]> =>
      (await withPhrases(hits.slice(0, 3), [phrase], [], source)).hits.map(({ id }) => id);
    expect(await found('λ² - 4λ +5')).toEqual([0]);
    expect(await found('\\lambda^{2} - 4\\lambda + 5')).toEqual([0]);
    expect(await found('\\mathbb{R}^n')).toEqual([2]);
    expect(await found('ℝⁿ')).toEqual([2]);
  });

  it('counts a note whose text did not come among those that were not read', async () => {
    const found = await withPhrases([...hits, { id: 9, terms: [] }], ['by maximum'], titles, texts);
    expect([found.hits.map(({ id }) => id), found.unread]).toEqual([[1], 1]);
  });

  it('says how many it did not read', async () => {
    const many = Array.from({ length: MOST_READ + 5 }, () => hits[1]!);
    const found = await withPhrases(many, ['maximum likelihood'], titles, texts);
    expect(found.hits).toHaveLength(MOST_READ);
    expect(found.unread).toBe(5);
  });
});

describe('orderedFirst', () => {
  it('takes what is typed for a fraction as it stands in a formula', async () => {
    const fractions = [file('b and then a'), file('a, b, c'), file('so (a/b) it is')];
    const source: TextSource = { ...texts, get: (id) => Promise.resolve(fractions[id] ?? null) };
    const all = fractions.map((_, id) => ({ id, terms: [] }));
    for (const typed of ['a/b', '\\frac{a}{b}', '\\dfrac {a} {b}'])
      expect((await orderedFirst(all, typed, [], source))!.map(({ id }) => id)).toEqual([2, 1, 0]);
  });

  it('tells an exponent from a factor, however it is typed', async () => {
    const formulas = [file('n² π t, x 2'), file('so 2π r'), file('A^(-1) and A⁻¹ x²')];
    const source: TextSource = { ...texts, get: (id) => Promise.resolve(formulas[id] ?? null) };
    const all = formulas.map((_, id) => ({ id, terms: [] }));
    const first = async (typed: string): Promise<number | undefined> =>
      (await orderedFirst(all, typed, [], source))?.[0]?.id;
    for (const typed of ['2π', '2\\pi']) expect(await first(typed)).toBe(1);
    for (const typed of ['x²', 'x^2', 'x^{2}', 'A^{-1}', 'A⁻¹']) expect(await first(typed)).toBe(2);
  });

  it('reads more of the hits where a phrase may be remembered', async () => {
    const many = Array.from({ length: 40 }, (_, id) =>
      file(id === 25 ? 'as far as I know' : 'I know as far'),
    );
    const source: TextSource = { ...texts, get: (id) => Promise.resolve(many[id] ?? null) };
    const all = many.map((_, id) => ({ id, terms: [] }));
    expect((await orderedFirst(all, 'as far as I know', [], source))![0]!.id).toBe(25);
    expect((await orderedFirst(all, 'as far', [], source))![0]!.id).toBe(0);
  });

  it('reads those besides that have all words of a question', async () => {
    const many = Array.from({ length: 40 }, (_, id) =>
      file(id === 35 ? 'I know where it is' : 'where I know'),
    );
    const source: TextSource = { ...texts, get: (id) => Promise.resolve(many[id] ?? null) };
    const all = many.map((_, id) => ({ id, terms: [] }));
    const first = async (entire: typeof all): Promise<number> =>
      (await orderedFirst(all, 'know where it is', [], source, true, entire))![0]!.id;
    expect(await first([])).toBe(0);
    expect(await first([all[35]!])).toBe(35);
  });

  it('finds what a question asks about in its order, behind the question itself', async () => {
    const some = [file('space, vector'), file('a vector space'), file('what is a vector space')];
    const source: TextSource = { ...texts, get: (id) => Promise.resolve(some[id] ?? null) };
    const all = some.map((_, id) => ({ id, terms: [] }));
    const found = await orderedFirst(all, 'What is a vector space', [], source);
    expect(found!.map(({ id }) => id)).toEqual([2, 1, 0]);
  });

  it('puts first what has the words in their order, and drops nothing', async () => {
    const found = await orderedFirst(hits, 'maximum likeli', titles, texts);
    expect(found!.map(({ id }) => id)).toEqual([1, 2, 0, 3]);
  });

  it('leaves the order as it is for one word, and where texts do not come', async () => {
    expect(await orderedFirst(hits, 'likelihood', titles, texts)).toBe(hits);
    const never: TextSource = { get: () => new Promise(() => {}), late: () => Promise.resolve(null) };
    expect(await orderedFirst(hits, 'maximum likelihood', titles, never)).toBeNull();
    const slow: TextSource = { ...texts, late: () => Promise.resolve(null) };
    const found = await orderedFirst(hits, 'maximum likelihood', titles, slow, true);
    expect(found![0]!.id).toBe(1);
  });
});
