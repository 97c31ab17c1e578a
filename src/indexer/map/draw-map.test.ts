import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blogGraph, type HugoAnswers } from '../../layout/fixtures/blog.ts';
import { seeded, syntheticGarden } from '../../layout/fixtures/graphs.ts';
import { keepDrawing, readKept, writeKept } from '../../layout/kept.ts';
import { drawMap } from './draw-map.ts';
import { recallDrawing, type DrawInput, type Drawing } from './recall-drawing.ts';

type Notes = Omit<DrawInput, 'last'>;

function notesOf(titles: readonly string[], from: readonly number[], to: readonly number[]): Notes {
  const names = titles.map((_, node) => `n${node}.md`);
  return { titles, ghostNames: [], names, tags: [], noteCount: titles.length, from, to };
}

/** The same with new notes, each linked to a few notes that are near each other, half of them linked to as well. */
function withNewNotes({ titles, from, to }: Notes, count: number, seed: number): Notes {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const links: (readonly [number, number])[] = from.map((source, link) => [source, to[link]!]);
  for (let node = titles.length; node < titles.length + count; node++) {
    const hub = to[below(to.length)]!;
    const around = from.filter((_, link) => to[link] === hub);
    const targets = new Set([hub, ...Array.from({ length: below(4) }, () => around[below(around.length)]!)]);
    for (const target of targets) links.push([node, target]);
    if (random() < 0.5) links.push([around[below(around.length)]!, node]);
  }
  links.sort(([a, b], [c, d]) => a - c || b - d);
  const fresh = Array.from({ length: count }, (_, i) => `A new note ${i}`);
  return notesOf(
    [...titles, ...fresh],
    links.map(([source]) => source),
    links.map(([, target]) => target),
  );
}

/** Drawn with the memory of the other, through the author's file. */
function drawAgain(notes: Notes, before: Notes, drawing: Drawing): Drawing {
  const kept = readKept(JSON.parse(writeKept(keepDrawing(before, drawing))));
  return drawMap({ ...notes, last: recallDrawing(kept, notes) });
}

/** How far the nodes that both have moved, in parts of the map's width, ascending. */
function moves(before: Drawing, after: Drawing): number[] {
  const reach = before.x.reduce(([least, most], x) => [Math.min(least!, x), Math.max(most!, x)], [0, 0]);
  const width = (reach[1]! - reach[0]!) * before.unit;
  return before.x
    .map((x, node) => {
      const dx = after.x[node]! * after.unit - x * before.unit;
      const dy = after.y[node]! * after.unit - before.y[node]! * before.unit;
      return Math.hypot(dx, dy) / width;
    })
    .sort((a, b) => a - b);
}

/** Part of the regions that have kept name, words and colour. */
function constancy(before: Drawing, after: Drawing): number {
  const names = ({ regions }: Drawing): string[] =>
    regions.map(({ name, words, colour }) => JSON.stringify([name, words, colour]));
  const now = new Set(names(after));
  return names(before).filter((name) => now.has(name)).length / before.regions.length;
}

function expectToStay(notes: Notes, seeds: readonly number[]): void {
  const before = drawMap({ ...notes, last: null });
  expect(before.regions.length).toBeGreaterThan(4);
  for (const seed of seeds) {
    const after = drawAgain(withNewNotes(notes, 10, seed), notes, before);
    const far = moves(before, after);
    expect(far[far.length >> 1]).toBeLessThanOrEqual(0.01);
    expect(far[Math.floor(far.length * 0.95)]).toBeLessThanOrEqual(0.05);
    expect(constancy(before, after)).toBeGreaterThanOrEqual(0.95);
    expect(after.regions.map(({ colour }) => colour).slice(0, before.regions.length)).toEqual(
      before.regions.map(({ colour }) => colour),
    );
  }
}

const BLOG = '../shared/corpora/jemoka.hugo.json';

describe('a map that is drawn again', () => {
  const garden = syntheticGarden(900, 2200, 4);
  const notes = notesOf(
    Array.from({ length: 900 }, (_, i) => `Note ${i}`),
    garden.from,
    garden.to,
  );

  it('is the same, bit for bit, where nothing has changed', () => {
    const before = drawMap({ ...notes, last: null });
    expect(drawMap({ ...notes, last: null })).toEqual(before);
    expect(drawAgain(notes, notes, before)).toEqual(before);
  });

  it('stays where it was, with its regions, when ten notes come', () => {
    expectToStay(notes, [1, 2, 3]);
  });

  it('is drawn from nothing where less than half of the notes are known', () => {
    const half = notesOf(notes.titles.slice(0, 400), [0, 1], [1, 2]);
    const kept = keepDrawing(half, drawMap({ ...half, last: null }));
    expect(recallDrawing(kept, notes)).toBeNull();
    expect(recallDrawing(kept, half)).not.toBeNull();
    const none = notesOf([], [], []);
    expect(recallDrawing(kept, none)).toBeNull();
    expect(drawMap({ ...none, last: null })).toEqual({ unit: 1 / 32, x: [], y: [], region: [], regions: [] });
  });
});

describe.skipIf(!existsSync(BLOG))(
  "a real blog's map (skipped where ../shared/corpora is not there)",
  { timeout: 60_000 },
  () => {
    const blog = existsSync(BLOG) ? blogGraph(JSON.parse(readFileSync(BLOG, 'utf8')) as HugoAnswers) : null;

    it('moves by at most 1 % of its width in the median when ten notes come, 5 % in the 95th percentile', () => {
      expectToStay(notesOf(blog!.titles, blog!.from, blog!.to), [1, 2, 3, 4, 5]);
    });

    it('has words for nearly every region, each once and none of the name', () => {
      const { regions } = drawMap({ ...notesOf(blog!.titles, blog!.from, blog!.to), last: null });
      expect(regions.filter(({ words }) => words.length > 0).length).toBeGreaterThan(0.9 * regions.length);
      for (const { name, words } of regions) {
        const lower = words.map((word) => word.toLowerCase());
        expect(new Set(lower).size).toBe(words.length);
        for (const word of lower) expect(name.toLowerCase().split(/[^\p{L}\p{N}]+/u)).not.toContain(word);
      }
    });
  },
);
