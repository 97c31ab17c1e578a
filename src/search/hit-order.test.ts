import { describe, expect, it } from 'vitest';
import { readColumns } from '../contract/map.ts';
import { nearestFirst, wordsMeant } from './hit-order.ts';

const garden = readColumns({
  titles: ['A', 'B', 'C', 'D'],
  slugs: ['a', 'b', 'c', 'd'],
  unit: 1,
  x: [0, 10, -3, 10],
  y: [0, 0, 4, 0],
  region: [-1, -1, -1, -1],
  regions: [],
  from: [],
  to: [],
  tags: [],
  noteTags: [[], [], [], []],
});
const hit = (id: number, ...terms: string[]) => ({ id, terms });

describe('nearestFirst', () => {
  it('goes by the distance on the map, and keeps the order of equals', () => {
    const hits = [hit(3), hit(1), hit(2), hit(0)];
    expect(nearestFirst(hits, garden, 0).map(({ id }) => id)).toEqual([0, 2, 3, 1]);
    expect(hits[0]!.id).toBe(3);
  });
});

describe('wordsMeant', () => {
  it('tells the words that were found instead of those typed, the most frequent first', () => {
    const hits = [hit(0, 'gaussian', 'mean'), hit(1, 'gaussian', 'gauss'), hit(2, 'mean')];
    expect(wordsMeant(hits, 'Gausian mean')).toEqual(['gaussian', 'gauss']);
    expect(wordsMeant(hits, 'gaussian gauss mean')).toEqual([]);
    expect(wordsMeant([hit(0, 'gaussian', 'distributions')], 'gausian distribution')).toEqual(['gaussian']);
  });

  it('leaves out what is like a word that was found as it was typed', () => {
    const hits = [hit(0, 'gaussian', 'distribution'), hit(1, 'gaussian', 'distirbutions')];
    expect(wordsMeant(hits, 'gausian distribution')).toEqual(['gaussian']);
  });
});
