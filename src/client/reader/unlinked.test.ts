import { describe, expect, it } from 'vitest';
import { ghostsOf, orphansOf } from './unlinked.ts';

describe('link health', () => {
  it('tells notes that nothing links', () => {
    // Three notes and a ghost; the first links to the ghost.
    expect(orphansOf({ noteCount: 3, offsets: Uint32Array.of(0, 1, 1, 1, 2) })).toEqual([1, 2]);
    expect(orphansOf({ noteCount: 0, offsets: Uint32Array.of(0) })).toEqual([]);
  });

  it('tells the most wanted names first', () => {
    const inDegree = Uint32Array.of(9, 9, 2, 5, 2);
    expect(ghostsOf({ noteCount: 2, nodeCount: 5, inDegree })).toEqual([
      { node: 3, count: 5 },
      { node: 2, count: 2 },
      { node: 4, count: 2 },
    ]);
  });
});
