import { describe, expect, it } from 'vitest';
import { DIM, emphasis, FOCUS, HIDDEN, LIT, NEAR, PLAIN, SELECTED, type Attention } from './emphasis.ts';
import { sampleGarden } from './sample-garden.ts';

// a → b → c, d → c, e alone
const garden = sampleGarden(
  ['a', 'b', 'c', 'd', 'e'],
  [
    [0, 1],
    [1, 2],
    [3, 2],
  ],
);
const nothing: Attention = { shown: null, selected: null, hover: null, hoverDims: true, hits: null };
const levels = (change: Partial<Attention>): number[] => [...emphasis(garden, { ...nothing, ...change })];

describe('emphasis', () => {
  it('shows everything alike at rest', () => {
    expect(levels({})).toEqual([PLAIN, PLAIN, PLAIN, PLAIN, PLAIN]);
  });

  it('marks the open note and its neighbours, and leaves the rest', () => {
    expect(levels({ selected: 1 })).toEqual([NEAR, SELECTED, NEAR, PLAIN, PLAIN]);
  });

  it('lets what is selected never step back, unless it isn’t on the map', () => {
    expect(levels({ picks: [0, 4], hits: new Set([1]) })).toEqual([PLAIN, LIT, DIM, DIM, PLAIN]);
    expect(levels({ picks: [0], shown: Uint8Array.of(0, 1, 1, 1, 1) })[0]).toBe(HIDDEN);
  });

  it('lights the hits and dims the rest, the open note aside', () => {
    expect(levels({ hits: new Set([0, 4]), selected: 1 })).toEqual([LIT, SELECTED, DIM, DIM, LIT]);
    expect(levels({ hits: new Set() })).toEqual([DIM, DIM, DIM, DIM, DIM]);
  });

  it('shows the neighbours of a hovered node and dims the rest', () => {
    expect(levels({ hover: 3 })).toEqual([DIM, DIM, NEAR, FOCUS, DIM]);
    expect(levels({ hover: 3, hits: new Set([0]) })).toEqual([PLAIN, DIM, NEAR, FOCUS, DIM]);
  });

  it('marks the target of a hovered link without dimming the map', () => {
    expect(levels({ hover: 2, hoverDims: false, selected: 1 })).toEqual([
      NEAR,
      SELECTED,
      FOCUS,
      PLAIN,
      PLAIN,
    ]);
  });

  it('lights a trail and dims the rest, whatever else is looked at', () => {
    const trail = { nodes: [0, 1], links: [[0, 1]] as const, dims: true };
    expect(levels({ trail, selected: 0, hits: new Set([4]) })).toEqual([SELECTED, NEAR, DIM, DIM, DIM]);
    expect(levels({ trail, hover: 3 })).toEqual([NEAR, NEAR, DIM, FOCUS, DIM]);
    expect(levels({ trail: { ...trail, dims: false } })).toEqual([NEAR, NEAR, PLAIN, PLAIN, PLAIN]);
  });

  it('never draws what is not shown', () => {
    const shown = Uint8Array.of(1, 1, 0, 0, 0);
    expect(levels({ shown, selected: 1, hover: 2, hits: new Set([2, 0]) })).toEqual([
      PLAIN,
      SELECTED,
      HIDDEN,
      HIDDEN,
      HIDDEN,
    ]);
    expect(levels({ shown, selected: 1 })).toEqual([NEAR, SELECTED, HIDDEN, HIDDEN, HIDDEN]);
  });
});
