import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readColumns, readMap, slugOf, type MapColumns } from '../../contract/map.ts';
import { packMap } from './pack-map.ts';

const NODES = 12;
const title = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('A Hearth', 'Ashes & embers', 'Öfen', 'KELVIN K'),
);
const columns: fc.Arbitrary<MapColumns> = fc
  .record({
    titles: fc.array(title, { minLength: NODES, maxLength: NODES }),
    stems: fc.array(fc.constantFrom('', 'notes/', 'posts/kbh', 'a/b/'), {
      minLength: NODES,
      maxLength: NODES,
    }),
    odd: fc.array(fc.boolean(), { minLength: NODES, maxLength: NODES }),
    joiner: fc.constantFrom('-', '_', ' ', ''),
    links: fc.uniqueArray(
      fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)).filter(([a, b]) => a !== b),
      { selector: String },
    ),
    notes: fc.integer({ min: 0, max: NODES }),
  })
  .map(({ titles, stems, odd, joiner, links, notes }) => {
    const sorted = [...links].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return {
      titles,
      slugs: titles
        .slice(0, notes)
        .map((text, note) => (odd[note] ? `odd ${note}` : stems[note]! + slugOf(text, joiner))),
      unit: 1,
      x: titles.map((_, node) => node),
      y: titles.map(() => 0),
      region: titles.map(() => -1),
      regions: [],
      from: sorted.map(([from]) => from),
      to: sorted.map(([, to]) => to),
      tags: [],
      noteTags: titles.slice(0, notes).map(() => []),
    };
  });

describe('a packed map', () => {
  test('is read as the columns that it was packed from, whatever the titles, slugs and links', () => {
    fc.assert(
      fc.property(columns, (map) => {
        expect(readMap(JSON.parse(JSON.stringify(packMap(map))))).toEqual(readColumns(map));
      }),
    );
  });

  test('names the slugs of a blog by their stem', () => {
    const titles = ['Linear Map', 'vector space', 'Eigenvalue'];
    const slugs = ['posts/kbhlinear_map', 'posts/kbhvector_space', 'posts/kbhaside'];
    const nobody = titles.map(() => []);
    const places = [0, 0, 0];
    const rest = {
      unit: 1,
      x: places,
      y: places,
      region: [-1, -1, -1],
      regions: [],
      tags: [],
      noteTags: nobody,
    };
    const packed = packMap({ titles, slugs, from: [0, 0, 1], to: [1, 2, 0], ...rest });
    expect(packed).toMatchObject({
      stems: ['posts/kbh'],
      joiner: '_',
      slugs: [0, 0, 'posts/kbhaside'],
      out: [2, 1, 0],
      to: [1, 1, 0],
    });
  });
});
