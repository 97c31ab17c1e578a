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
const sources: Sources = {
  garden,
  engine: {
    answer: (question) => {
      asked.push(question);
      const words = [question.words, ...question.phrases].join(' ').trim();
      return Promise.resolve({ match: 'all', hits: having(words).map((id) => ({ id, terms: [] })) });
    },
    find: ({ words }) => Promise.resolve(having(words)),
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
    expect(asked).toEqual([{ words: 'sea', phrases: ['and light'] }]);
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
});
