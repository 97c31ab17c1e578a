import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Nearness } from '../derive/nearness.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { ringAround, ringPicture, shortened } from './page-picture.ts';

function nearness(size: number, links: readonly (readonly [number, number])[]): Nearness {
  return new Nearness({
    noteCount: size,
    titles: Array.from({ length: size }, String),
    ghostNames: [],
    from: links.map(([from]) => from),
    to: links.map(([, to]) => to),
  });
}

test('linked neighbours stand side by side, with a chord between them', () => {
  const ring = ringAround(
    [1, 2, 3, 4],
    nearness(5, [
      [1, 4],
      [4, 2],
    ]),
  );
  expect(ring).toEqual({
    nodes: [1, 4, 2, 3],
    chords: [
      [0, 1],
      [1, 2],
    ],
    more: 0,
  });
});

test('a ring holds twenty, and says how many it leaves out', () => {
  const ring = ringAround(
    Array.from({ length: 33 }, (_, i) => i),
    nearness(33, []),
  );
  expect([ring.nodes.length, ring.more]).toEqual([20, 13]);
});

test('every neighbour is a link, its title text, and no two labels touch', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.string(), (count, title) => {
      const notes = Array.from({ length: count }, (_, i): ResolvedNote => ({
        note: sampleNote(`${i}.md`, {}, { title: `<b>${title}` }),
        slug: String(i),
        permalink: '',
        resolutions: [],
      }));
      const ring = ringAround([...notes.keys()], nearness(count, []));
      const html = ringPicture(ring, '../', notes);
      expect(html).not.toContain('<b>');
      const labels = [...html.matchAll(/<text x="(-?\d+)" y="(-?\d+)"/g)].map(([, x, y]) => ({
        x: Number(x),
        y: Number(y),
      }));
      expect(labels).toHaveLength(count);
      for (const isLeft of [true, false]) {
        const rows = labels
          .filter(({ x }) => x < 0 === isLeft)
          .map(({ y }) => y)
          .sort((a, b) => a - b);
        for (let i = 1; i < rows.length; i++) expect(rows[i]! - rows[i - 1]!).toBeGreaterThanOrEqual(13);
      }
    }),
  );
});

test.each([
  ['Fundamental theorem of linear algebra', 6.8],
  ['線形代数の基本定理とその証明についての長い覚え書き、その二', 13],
])('no label is cut at the edge: %s', (title, width) => {
  const notes = Array.from({ length: 8 }, (_, i): ResolvedNote => ({
    note: sampleNote(`${i}.md`, {}, { title }),
    slug: String(i),
    permalink: '',
    resolutions: [],
  }));
  const html = ringPicture(ringAround([...notes.keys()], nearness(8, [])), '../', notes);
  const labels = [...html.matchAll(/<text x="(-?\d+)"[^>]*>(.*?)<\/text>/g)];
  expect(labels).toHaveLength(8);
  for (const [, x, label] of labels) {
    expect(Math.abs(Number(x)) + [...label!].length * width).toBeLessThanOrEqual(320);
    expect([...label!].length).toBeGreaterThan(10);
  }
});

test.each([
  ['short enough', 12, 'short enough'],
  ['one too many', 11, 'one too ma…'],
  ['火の話', 6, '火の話'],
  ['火の話し', 6, '火の…'],
  ['a 火 fire', 8, 'a 火 fi…'],
  ['👩‍🌾', 1, '…'],
])('%s, as wide as %i letters at most, is %s', (title, most, expected) => {
  expect(shortened(title, most)).toBe(expected);
});

test('a note without neighbours has no picture', () => {
  expect(ringPicture(ringAround([], nearness(1, [])), '', [])).toBe('');
});
