import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAP_VERSION, readMap, type MapFile } from './map.ts';

function map(nodes: number, links: readonly (readonly [number, number])[], notes = nodes): MapFile {
  return {
    version: MAP_VERSION,
    titles: Array.from({ length: nodes }, (_, id) => `note ${id}`),
    slugs: Array.from({ length: notes }, (_, id) => `n${id}`),
    unit: 0.5,
    x: Array.from({ length: nodes }, (_, id) => id),
    y: Array.from({ length: nodes }, (_, id) => -id),
    region: Array.from({ length: nodes }, () => -1),
    regions: [],
    from: links.map(([from]) => from),
    to: links.map(([, to]) => to),
    tags: ['fire'],
    noteTags: Array.from({ length: notes }, () => [0]),
  };
}

const link = (nodes: number) => fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)).filter(([a, b]) => a !== b);

describe('readMap', () => {
  test('gives positions in layout units and finds notes by slug', () => {
    const garden = readMap(map(3, [[0, 1]], 2));
    expect([...garden.x]).toEqual([0, 0.5, 1]);
    expect(garden.idBySlug.get('n1')).toBe(1);
    expect([garden.noteCount, garden.nodeCount]).toEqual([2, 3]);
  });

  test('lists each neighbour once, ascending, whichever way the links go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(link(12), { selector: String }), (links) => {
        const garden = readMap(map(12, links));
        for (let id = 0; id < 12; id++) {
          const expected = links.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
          const found = [...garden.neighbours.slice(garden.offsets[id], garden.offsets[id + 1])];
          expect(found).toEqual([...new Set(expected)].sort((a, b) => a - b));
          expect(garden.outDegree[id]).toBe(links.filter(([a]) => a === id).length);
          expect(garden.inDegree[id]).toBe(links.filter(([, b]) => b === id).length);
        }
      }),
    );
  });

  const whole = map(3, [[0, 1]]);
  const region = { name: 'x', hub: 0, words: ['ember'], colour: 2 };
  test('gives regions with their words and colours', () => {
    const regions = [region, { ...region, words: [], colour: 7 }];
    expect(readMap({ ...whole, regions }).regions).toEqual(regions);
  });

  test.each([
    ['another version', { ...whole, version: 7 }, /version 7/],
    ['nothing', null, /no map/],
    ['a list', [], /no map/],
    ['a dangling link', { ...whole, to: [3] }, /"to" holds 3/],
    ['half a link', { ...whole, to: [] }, /one end/],
    ['a missing position', { ...whole, x: [1, 2] }, /2 entries in "x"/],
    ['a position that is no number', { ...whole, y: [1, 2, 'x'] }, /"y" holds "x"/],
    ['an unknown region', { ...whole, region: [0, -1, -1] }, /"region" holds 0/],
    ['a region without a hub', { ...whole, regions: [{ ...region, hub: 9 }] }, /no hub/],
    ['a region without words', { ...whole, regions: [{ ...region, words: [1] }] }, /list of words/],
    ['a region without a colour', { ...whole, regions: [{ ...region, colour: -1 }] }, /"x" has no colour/],
    ['two regions of one colour', { ...whole, regions: [region, region] }, /no colour of its own/],
    ['more pages than titles', { ...whole, slugs: ['a', 'b', 'c', 'd'] }, /more pages/],
    ['unknown tags', { ...whole, noteTags: [[1], [], []] }, /noteTags/],
    ['no unit', { ...whole, unit: 0 }, /unit/],
  ])('refuses %s in words', (_, value, message) => expect(() => readMap(value)).toThrow(message));
});
