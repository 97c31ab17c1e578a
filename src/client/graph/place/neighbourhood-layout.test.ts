import { describe, expect, it } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import { cutOut } from './neighbourhood-layout.ts';

describe('cutOut', () => {
  it('keeps the marked nodes and the links between them', () => {
    const garden = sampleGarden(
      ['a', 'b', 'c', 'd'],
      [
        [0, 1],
        [1, 3],
        [3, 0],
        [2, 3],
      ],
    );
    const graph = cutOut(garden, Uint8Array.of(1, 0, 1, 1), 2);
    expect([...graph.nodes]).toEqual([0, 2, 3]);
    expect(graph.from).toEqual([1, 2]);
    expect(graph.to).toEqual([2, 0]);
    expect(graph.centre).toBe(1);
  });
});
