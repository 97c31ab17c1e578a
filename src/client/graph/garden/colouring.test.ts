import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOURINGS } from '../../../contract/choice.ts';
import { colouring } from './colouring.ts';
import { COLOURS, HUES, NEUTRAL, RAMP } from './region-hues.ts';
import { sampleGarden } from './sample-garden.ts';

const garden = {
  ...sampleGarden(
    ['a/One', 'a/Two', 'b/Three', 'Four', 'ghost'],
    [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
    ],
    1,
  ),
  tags: ['x', 'y'],
  noteTags: [[1, 0], [0], [1, 0], []],
};

describe('colours', () => {
  test('by folder: the fullest first, none for notes at the root and ghosts', () => {
    const { hue, legend } = colouring(garden, 'folder');
    expect([...hue]).toEqual([0, 0, 1, NEUTRAL, NEUTRAL]);
    expect(legend).toEqual([
      { name: 'a', hue: 0, count: 2 },
      { name: 'b', hue: 1, count: 1 },
    ]);
  });

  test('by tag: the commonest of a note’s own', () => {
    const { hue, legend } = colouring(garden, 'tag');
    expect([...hue]).toEqual([0, 0, 0, NEUTRAL, NEUTRAL]);
    expect(legend).toEqual([{ name: 'x', hue: 0, count: 3 }]);
  });

  test('by links: more neighbours, a stronger step', () => {
    const { hue, legend } = colouring(garden, 'links');
    expect(hue[0]).toBe(HUES + RAMP - 1);
    expect(hue[1]).toBeLessThan(hue[0]!);
    expect(hue[2]).toBeLessThan(hue[1]!);
    expect(hue[2]).toBeGreaterThanOrEqual(HUES);
    expect(legend.map(({ name }) => name)).toEqual(['1 neighbour', '2 neighbours', '3 neighbours']);
    expect(legend.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  test.each(COLOURINGS)(
    'by %s: every node has a colour of the map, and the legend counts those it names',
    (by) => {
      const links = fc.array(
        fc.tuple(fc.nat(19), fc.nat(19)).filter(([a, b]) => a !== b),
        { maxLength: 60 },
      );
      fc.assert(
        fc.property(links, (pairs) => {
          const distinct = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
          const titles = Array.from({ length: 20 }, (_, id) => `${'abc'[id % 3]!}/${id}`);
          const { hue, legend } = colouring(sampleGarden(titles, distinct), by);
          expect(hue.every((value) => value >= NEUTRAL && value < COLOURS)).toBe(true);
          for (const row of legend) {
            expect(row.count).toBe(hue.filter((value) => value === row.hue).length);
            expect(row.count).toBeGreaterThan(0);
          }
        }),
      );
    },
  );
});
