import { describe, expect, it } from 'vitest';
import { readColumns } from '../../contract/map.ts';
import { ghostsLike } from './ghosts-like.ts';

const garden = readColumns({
  titles: ['A', 'B', 'Paper ships', 'A harbour for paper ships', 'Harbour', 'KBhblack_hole'],
  slugs: ['a', 'b'],
  unit: 1,
  x: [0, 1, 2, 3, 4, 5],
  y: [0, 0, 0, 0, 0, 0],
  region: [-1, -1, -1, -1, -1, -1],
  regions: [],
  from: [0, 0, 1, 1, 1],
  to: [2, 3, 3, 4, 5],
  tags: [],
  noteTags: [[], []],
});
const titled = readColumns({
  titles: ['A', 'black holes'],
  ghostNames: ['KBhsingularity'],
  slugs: ['a'],
  unit: 1,
  x: [0, 1],
  y: [0, 0],
  region: [-1, -1],
  regions: [],
  from: [0],
  to: [1],
  tags: [],
  noteTags: [[]],
});

describe('ghostsLike', () => {
  const titles = (query: string): string[] =>
    ghostsLike(query, garden).map(({ node }) => garden.titles[node]!);

  it('names the ghosts that have the words, the most wanted first', () => {
    expect(titles('paper')).toEqual(['A harbour for paper ships', 'Paper ships']);
    expect(titles('Pap')).toEqual(['A harbour for paper ships', 'Paper ships']);
    expect(ghostsLike('harbour for', garden)).toEqual([{ node: 3, count: 2 }]);
  });

  it('finds words in the names of files, and behind the fields of a query', () => {
    expect(titles('black hole')).toEqual(['KBhblack_hole']);
    expect(titles('title:hole is:ghost')).toEqual([]);
    expect(titles('title:hole')).toEqual(['KBhblack_hole']);
  });

  it('finds a ghost by what links call it and by what they write', () => {
    for (const query of ['holes', 'singular', 'KBhsing', 'singularity black'])
      expect(ghostsLike(query, titled), query).toEqual([{ node: 1, count: 1 }]);
  });

  it('names no notes, and nothing where nothing is like it', () => {
    expect(titles('a')).toEqual(['A harbour for paper ships']);
    expect(titles('aper')).toEqual([]);
    expect(titles('...')).toEqual([]);
  });
});
