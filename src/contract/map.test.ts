import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAP_VERSION, readColumns, readMap, type MapColumns, type MapFile } from './map.ts';

function map(nodes: number, links: readonly (readonly [number, number])[], notes = nodes): MapColumns {
  return {
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

describe('columns of a map', () => {
  test('gives positions in layout units and finds notes by slug', () => {
    const garden = readColumns(map(3, [[0, 1]], 2));
    expect([...garden.x]).toEqual([0, 0.5, 1]);
    expect(garden.idBySlug.get('n1')).toBe(1);
    expect([garden.noteCount, garden.nodeCount]).toEqual([2, 3]);
  });

  test('lists each neighbour once, ascending, whichever way the links go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(link(12), { selector: String }), (links) => {
        const garden = readColumns(map(12, links));
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
    expect(readColumns({ ...whole, regions }).regions).toEqual(regions);
  });

  test.each([
    ['a dangling link', { ...whole, to: [3] }, /"to" holds 3/],
    ['half a link', { ...whole, to: [] }, /one end/],
    ['an alias of no note', { ...whole, aliases: ['x'], aliasOf: [9] }, /"aliasOf" holds 9/],
    ['an alias that is no text', { ...whole, aliases: [1], aliasOf: [0] }, /aliases/],
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
  ])('refuses %s in words', (_, value, message) => expect(() => readColumns(value)).toThrow(message));
});

describe('a map as it is published', () => {
  const packed: MapFile = {
    version: MAP_VERSION,
    titles: ['A Hearth', 'Ashes & embers', 'Über Öfen', 'ghost'],
    stems: ['notes/kb', ''],
    joiner: '_',
    slugs: [0, 1, 'ueber'],
    unit: 0.5,
    x: [0, 1, 2, 3],
    y: [0, 0, 0, 0],
    region: [-1, -1, -1, -1],
    regions: [],
    out: [2, 0, 1, 0],
    to: [1, 2, 0],
    tags: [],
    noteTags: [[], [], []],
  };

  test('has slugs that follow from titles, and links node by node', () => {
    const { slugs, from, to } = readMap(packed);
    expect(slugs).toEqual(['notes/kba_hearth', 'ashes_embers', 'ueber']);
    expect([[...from], [...to]]).toEqual([
      [0, 0, 2],
      [1, 3, 0],
    ]);
  });

  test.each([
    ['another version', { ...packed, version: 7 }, /version 7/],
    ['nothing', null, /no map/],
    ['a list', [], /no map/],
    ['a stem that is not there', { ...packed, slugs: [0, 2, 'ueber'] }, /list of slugs/],
    ['a slug that is none', { ...packed, slugs: [0, {}, 'ueber'] }, /list of slugs/],
    ['no slugs', { ...packed, slugs: null }, /list of slugs/],
    ['no stems', { ...packed, stems: undefined }, /list of stems/],
    ['more links out than there are', { ...packed, out: [1e9, 0, 1, 0] }, /one end/],
    ['fewer links out than there are', { ...packed, out: [1, 0, 1, 0] }, /one end/],
    ['links out of no node', { ...packed, out: [0, 0, 0, 0, 3] }, /"from" holds 4/],
    ['a dangling link', { ...packed, to: [1, 9, 0] }, /"to" holds 10/],
  ])('with %s is refused in words', (_, value, message) => expect(() => readMap(value)).toThrow(message));
});
