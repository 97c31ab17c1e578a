import { describe, expect, it } from 'vitest';
import { around, byDegree, describeNode, distances, neighboursByDegree } from './neighbourhood.ts';
import { sampleGarden } from './sample-garden.ts';

// a → b → c → d, e → b, f alone, ghost g wanted by a
const garden = sampleGarden(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
  [
    [0, 1],
    [1, 2],
    [2, 3],
    [4, 1],
    [0, 6],
  ],
  1,
);

describe('distances', () => {
  it('counts links in both directions, up to the depth', () => {
    expect([...distances(garden, 0, 1)]).toEqual([0, 1, -1, -1, -1, -1, 1]);
    expect([...distances(garden, 0, 2)]).toEqual([0, 1, 2, -1, 2, -1, 1]);
    expect([...distances(garden, 3, 5)]).toEqual([3, 2, 1, 0, 3, -1, 4]);
  });

  it('follows links out of notes, or into them, where only those are asked for', () => {
    expect([...distances(garden, 0, 2, 'out')]).toEqual([0, 1, 2, -1, -1, -1, 1]);
    expect([...distances(garden, 2, 2, 'in')]).toEqual([2, 1, 0, -1, 2, -1, -1]);
  });

  it('ends at the note itself where nothing is linked', () => {
    expect([...distances(garden, 5, 5)]).toEqual([-1, -1, -1, -1, -1, 0, -1]);
  });

  it('goes round a circle once', () => {
    const circle = sampleGarden(
      ['a', 'b', 'c'],
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
    );
    expect([...distances(circle, 0, 5)]).toEqual([0, 1, 1]);
  });
});

describe('around', () => {
  it('marks what is within reach', () => {
    expect([...around(garden, 1, 1)]).toEqual([1, 1, 1, 0, 1, 0, 0]);
  });
});

describe('order', () => {
  it('names the most linked neighbour first, then the lower id', () => {
    expect(neighboursByDegree(garden, 1)).toEqual([0, 2, 4]);
    expect(neighboursByDegree(garden, 5)).toEqual([]);
  });

  it('lists the most linked nodes first, of the shown ones only', () => {
    expect(byDegree(garden, null)).toEqual([1, 0, 2, 3, 4, 6, 5]);
    expect(byDegree(garden, around(garden, 3, 1))).toEqual([2, 3]);
  });
});

describe('describeNode', () => {
  it('says links out and in, and who wants a ghost', () => {
    expect(describeNode(garden, 1)).toBe('b, 1 link out, 2 in');
    expect(describeNode(garden, 0)).toBe('a, 2 links out, 0 in');
    expect(describeNode(garden, 6)).toBe('g, not written yet, 1 note wants it');
  });
});
