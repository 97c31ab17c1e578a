import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import { escapeXml, toGraphml, toJson } from './take-away.ts';

const ROOT = new URL('https://ex.org/notes/');
const garden = {
  ...sampleGarden(
    ['One', '<b>"&\u0000', 'ghost'],
    [
      [0, 1],
      [1, 2],
    ],
    1,
  ),
  tags: ['a & b'],
  noteTags: [[0], []],
};

describe('what is taken away', () => {
  test('as JSON holds the notes that are shown, and the links between them', () => {
    const all = JSON.parse(toJson(garden, null, ROOT)) as { nodes: object[]; links: object[] };
    expect(all.nodes[0]).toEqual({
      id: 0,
      title: 'One',
      kind: 'note',
      url: 'https://ex.org/notes/notes/one/',
      tags: ['a & b'],
      region: null,
      x: 0,
      y: 0,
    });
    expect(all.nodes[2]).toMatchObject({ title: 'ghost', url: null });
    expect(all.links).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ]);
    const some = JSON.parse(toJson(garden, Uint8Array.of(1, 1, 0), ROOT)) as typeof all;
    expect([some.nodes.length, some.links.length]).toEqual([2, 1]);
  });

  test('as GraphML has its keys declared, its ends there, and no text that is markup', () => {
    const xml = toGraphml(garden, null, ROOT);
    const declared = new Set([...xml.matchAll(/<key id="(\w+)"/g)].map(([, id]) => id));
    for (const [, key] of xml.matchAll(/<data key="(\w+)"/g)) expect(declared).toContain(key);
    const nodes = new Set([...xml.matchAll(/<node id="(\w+)"/g)].map(([, id]) => id));
    const edges = [...xml.matchAll(/<edge source="(\w+)" target="(\w+)"/g)];
    expect(edges.length).toBe(2);
    for (const [, from, to] of edges) expect(nodes.has(from) && nodes.has(to)).toBe(true);
    expect(xml).toContain('<data key="title">&#60;b&#62;&#34;&#38;\ufffd</data>');
    expect(xml).toContain('<data key="tags">a &#38; b</data>');
  });

  test('has no sign that XML can’t hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(`\ud800${text}`);
        expect(escaped).not.toMatch(/[<>"'\u0000-\u0008\ufffe\uffff]|&(?!#\d+;)/u);
        expect(encodeURIComponent(escaped)).toBeTruthy();
      }),
    );
  });
});
