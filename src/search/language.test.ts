import { describe, expect, it } from 'vitest';
import { readFacts } from '../contract/facts.ts';
import { readHeadings } from '../contract/headings.ts';
import { readColumns } from '../contract/map.ts';
import type { Asked } from './engine.ts';
import { answerQuery, type Sources } from './language.ts';

/** Wave, light and dark; the first two link to each other, and somebody wants a ghost. */
const garden = readColumns({
  titles: ['Wave', 'Light wave', 'Dark', 'Unwritten'],
  slugs: ['wave', 'light-wave', 'dark'],
  unit: 1,
  x: [0, 1, 2, 3],
  y: [0, 0, 0, 0],
  region: [-1, -1, -1, -1],
  regions: [],
  from: [0, 1, 1],
  to: [1, 0, 3],
  tags: [],
  noteTags: [[], [], []],
});
const asked: Asked[] = [];
const bodies = ['sea and wave', 'sea and light', 'no sea'];
const having = (words: string): number[] =>
  bodies.flatMap((body, id) => (words.split(' ').every((word) => body.includes(word)) ? [id] : []));
/** What has been looked for as a condition. */
const looked: string[] = [];
/** The block with “lost” never comes. */
const lacking = (words: string) => (words.includes('lost') ? { lacks: ['lost'] } : {});
const sources: Sources = {
  garden,
  engine: {
    answer: (question) => {
      asked.push(question);
      const words = [question.words, ...question.phrases].join(' ').trim();
      const found = question.some === true ? words.split(' ').flatMap(having) : having(words);
      const hits = [...new Set(found)].filter((id) => question.among?.[id] !== 0);
      return Promise.resolve({
        match: 'all',
        hits: hits.map((id) => ({ id, terms: [] })),
        ...lacking(words),
      });
    },
    find: ({ words, begun }) => {
      looked.push(begun ? `${words}…` : words);
      return Promise.resolve(
        words === 'too much' ? { ids: [], unread: 900 } : { ids: having(words), ...lacking(words) },
      );
    },
  },
  inTitles: () => ({ match: 'all', hits: [{ id: 2, terms: [] }] }),
  facts: (needs) => Promise.resolve(needs === 'headings' ? headed : null),
};
const headed = {
  ...readFacts({ version: 1, notes: 3, headings: 'headings.0.json' }),
  headings: readHeadings({ version: 1, headings: ['', 'of light\nstorm', ''] }, 3),
};
const ids = async (query: string, from = sources): Promise<number[]> =>
  (await answerQuery(query, from)).hits.map(({ id }) => id);

describe('answerQuery', () => {
  it('ranks by the words that all must have, and keeps those that meet the rest', async () => {
    expect(await ids('sea -title:wave')).toEqual([2]);
    expect(await ids('sea -light')).toEqual([0, 2]);
    expect(await ids('sea (light OR wave)')).toEqual([0, 1]);
  });

  it('asks for headings where they are meant', async () => {
    expect(await ids('section:light')).toEqual([1]);
    expect(await ids('sea -section:light')).toEqual([0, 2]);
  });

  it('hands phrases on as they stand', async () => {
    asked.length = 0;
    await ids('sea "and light" links:>0');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ words: 'sea', phrases: ['and light'] });
    // Conditions first: of all notes that have the words, only so many are read for the phrase.
    expect([...asked[0]!.among!]).toEqual([1, 1, 0, 1]);
  });

  it('shows the most linked first where there are no words to rank by, ghosts too', async () => {
    expect(await ids('links:>0')).toEqual([1, 0, 3]);
    expect(await ids('is:ghost')).toEqual([3]);
    expect(await ids('link:wave')).toEqual([1]);
  });

  it('shows words of headings in what it found by them', async () => {
    const { hits } = await answerQuery('section:storm', sources);
    expect(hits.length).toBeGreaterThan(0);
    for (const { terms } of hits) expect(terms).toContain('storm');
  });

  it('has answers from titles before the index has come', async () => {
    expect(await ids('title:wave', { ...sources, engine: null })).toEqual([1, 0]);
    expect(await ids('sea -title:wave', { ...sources, engine: null })).toEqual([2]);
    expect(await ids('section:light', { ...sources, engine: null })).toEqual([1]);
  });

  it('tells what cannot be meant, and what cannot be told', async () => {
    const wrong = await answerQuery('sea is:orphn', sources);
    expect(wrong.problems[0]?.instead).toBe('orphan');
    const open = await answerQuery('sea after:2024', sources);
    expect(open.open.map(({ lacks }) => lacks)).toEqual(['facts']);
    expect(open.hits).toHaveLength(3);
  });

  it('ranks a choice of words by the words, whatever is linked most', async () => {
    expect(await ids('no OR light')).toEqual([2, 1]);
    expect(await ids('(no OR light) -title:dark')).toEqual([1]);
  });

  it('takes only the last word for one that may go on, and never one that must not be there', async () => {
    looked.length = 0;
    await ids('sea -ligh');
    await ids('sea OR lig');
    await ids('sea OR lig ');
    expect(looked).toEqual(['ligh', 'sea', 'lig…', 'sea', 'lig']);
  });

  it('marks no word that must not be there', async () => {
    const { hits } = await answerQuery('sea (wave OR light) -storm', sources);
    expect(hits.flatMap(({ terms }) => terms)).not.toContain('storm');
    expect(hits[0]!.terms).toContain('wave');
  });

  it('says what did not come, and what could not be read for a phrase', async () => {
    expect((await answerQuery('wave OR lost', sources)).lacks).toEqual(['lost']);
    const titles = await answerQuery('lost -gone', sources);
    expect([titles.hits.map(({ id }) => id), titles.lacks]).toEqual([[2], ['lost']]);
    const unread = await answerQuery('sea -"too much"', sources);
    expect(unread.open.map(({ lacks }) => lacks)).toEqual(['texts']);
    expect(unread.hits).toHaveLength(3);
  });
});
