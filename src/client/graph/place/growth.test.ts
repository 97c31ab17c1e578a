import { describe, expect, it } from 'vitest';
import { around } from '../garden/neighbourhood.ts';
import { sampleGarden } from '../garden/sample-garden.ts';
import { hiddenNeighbours } from './growing.ts';
import { stagesOf } from './growth.ts';

// a → b → c → d → e, f → b, e → a
const garden = sampleGarden(
  ['a', 'b', 'c', 'd', 'e', 'f'],
  [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [5, 1],
    [4, 0],
  ],
);
const marked = (mask: Uint8Array): string => garden.titles.filter((_, node) => mask[node] === 1).join('');

describe('the stages of a local map', () => {
  it('begin with what the depth shows, and add the neighbours of each node in turn', () => {
    const stages = stagesOf(garden, around(garden, 0, 1, 'both'), 'both', [1, 2]);
    expect(stages.map(({ node, shown }) => [node, marked(shown)])).toEqual([
      [null, 'abe'],
      [1, 'abcef'],
      [2, 'abcdef'],
    ]);
  });

  it('leave out what isn’t on the map when its turn comes', () => {
    expect(stagesOf(garden, around(garden, 0, 1, 'both'), 'both', [2, 1]).map(({ node }) => node)).toEqual([
      null,
      1,
    ]);
  });

  it('follow links in the direction that the map follows', () => {
    expect(marked(stagesOf(garden, around(garden, 0, 1, 'out'), 'out', [1]).at(-1)!.shown)).toBe('abc');
    expect(marked(stagesOf(garden, around(garden, 1, 1, 'in'), 'in', [0]).at(-1)!.shown)).toBe('abef');
  });

  it('stop where the map would grow too large', () => {
    const many = Array.from({ length: 1_500 }, (_, id) => `n${id}`);
    const links = many.slice(2).map((_, id): [number, number] => [1, id + 2]);
    const star = sampleGarden(many, [...links, [0, 1]]);
    expect(stagesOf(star, around(star, 0, 1, 'both'), 'both', [1])).toHaveLength(1);
  });
});

describe('hidden neighbours', () => {
  it('are counted once each, in the direction that the map follows', () => {
    const { shown } = stagesOf(garden, around(garden, 0, 1, 'both'), 'both', [])[0]!;
    expect([...hiddenNeighbours(garden, shown, null, 'both')]).toEqual([
      [1, 2],
      [4, 1],
    ]);
    expect([...hiddenNeighbours(garden, shown, null, 'out')]).toEqual([[1, 1]]);
  });

  it('are none where the map lets them not in', () => {
    const { shown } = stagesOf(garden, around(garden, 0, 1, 'both'), 'both', [])[0]!;
    expect([...hiddenNeighbours(garden, shown, Uint8Array.of(1, 1, 0, 0, 1, 1), 'both')]).toEqual([[1, 1]]);
  });
});
