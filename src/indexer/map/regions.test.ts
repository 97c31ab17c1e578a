import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blogGraph, type HugoAnswers } from '../../layout/fixtures/blog.ts';
import { syntheticGarden } from '../../layout/fixtures/graphs.ts';
import { NEW, NO_REGION } from '../../layout/kept.ts';
import { findRegions, type LastRegions, type Regions } from './regions.ts';

type Links = { from: number[]; to: number[] };

/** `size` notes from `first` on, each linking to all before it: the first is the hub. */
function group(first: number, size: number): Links {
  const links: Links = { from: [], to: [] };
  for (let note = first + 1; note < first + size; note++) {
    for (let target = first; target < note; target++) {
      links.from.push(note);
      links.to.push(target);
    }
  }
  return links;
}

function joined(...parts: Links[]): Links {
  return { from: parts.flatMap((part) => part.from), to: parts.flatMap((part) => part.to) };
}

const titled = (count: number): string[] => Array.from({ length: count }, (_, i) => `note ${i}`);

describe('regions', () => {
  it('are the groups that link among themselves, the largest first, named by their hubs', () => {
    const links = joined(group(0, 10), group(10, 14), { from: [3], to: [12] });
    const { region, regions } = findRegions({ titles: titled(24), ...links });
    expect(regions).toEqual([
      { name: 'note 10', hub: 10, words: [], colour: 0 },
      { name: 'note 0', hub: 0, words: [], colour: 1 },
    ]);
    expect([...region]).toEqual([...new Array<number>(10).fill(1), ...new Array<number>(14).fill(0)]);
  });

  it('of a few notes are none, but a community for the layout', () => {
    const { region, regions, community } = findRegions({
      titles: titled(13),
      ...joined(group(0, 9), group(9, 3)),
    });
    expect(regions.length).toBe(1);
    expect([...region.slice(9)]).toEqual([-1, -1, -1, -1]);
    expect(new Set(community.slice(9, 12)).size).toBe(1);
    // The last note has no link at all.
    expect(new Set(community).size).toBe(3);
  });

  it('need eight notes in a large garden', () => {
    const links = joined(group(0, 9), group(9, 7));
    expect(findRegions({ titles: titled(16), ...links }).regions.length).toBe(2);
    expect(findRegions({ titles: titled(300), ...links }).regions.length).toBe(1);
  });

  it('weigh a pair by all links between its notes, both ways', () => {
    // Note 10 is linked once to each of three notes of the first group, and often with one of the second.
    const many = new Array<number>(12).fill(10);
    const links = joined(group(0, 10), group(11, 10), { from: [10, 10, 10], to: [1, 2, 3] });
    const heavy = joined(links, {
      from: [...many, ...many.map(() => 15)],
      to: [...many.map(() => 15), ...many],
    });
    const titles = titled(21);
    const light = findRegions({ titles, ...links }).region;
    const weighed = findRegions({ titles, ...heavy }).region;
    expect(light[10]).toBe(light[1]);
    expect(weighed[10]).toBe(weighed[15]);
    expect(weighed[10]).not.toBe(weighed[1]);
  });

  it('names a region by a note, even where a ghost is wanted more', () => {
    const pairs = Array.from({ length: 7 }, (_, to) => Array.from({ length: to }, (_, from) => [from, to]));
    const wanted = Array.from({ length: 7 }, (_, from) => [from, 7]);
    const all = [...pairs.flat(), ...wanted];
    const links = { from: all.map(([from]) => from!), to: all.map(([, to]) => to!) };
    const titles = titled(8);
    expect(findRegions({ titles, ...links }).regions.map(({ hub }) => hub)).toEqual([7]);
    expect(findRegions({ titles, noteCount: 7, ...links }).regions.map(({ hub }) => hub)).toEqual([6]);
  });

  it('take a title as text, whatever it says', () => {
    const titles = titled(10).map((title, i) => (i === 0 ? '__proto__' : title));
    expect(findRegions({ titles, ...group(0, 10) }).regions).toEqual([
      { name: '__proto__', hub: 0, words: [], colour: 0 },
    ]);
  });

  it.each([0, 1, 30])('of %d notes without links are none', (count) => {
    const { region, regions } = findRegions({ titles: titled(count), from: [], to: [] });
    expect(regions).toEqual([]);
    expect([...region]).toEqual(new Array<number>(count).fill(-1));
  });

  it('are the same each time, whatever the order of the links', () => {
    const garden = syntheticGarden(1500, 3500, 3);
    const titles = titled(1500);
    const once = findRegions({ titles, from: garden.from, to: garden.to });
    const turned = findRegions({ titles, from: [...garden.from].reverse(), to: [...garden.to].reverse() });
    expect(turned).toEqual(once);
    expect(once.regions.length).toBeGreaterThan(4);
    expect(once.regions.length).toBeLessThanOrEqual(24);
  });
});

describe('regions of a garden that was built before', () => {
  const two = joined(group(0, 10), group(10, 14));

  /** What the last build found, by today's nodes: those from `count` on are new. */
  function lastOf({ region, regions }: Regions, count: number): LastRegions {
    const colour = Int32Array.from({ length: count }, (_, node) =>
      node >= region.length ? NEW : (regions[region[node]!]?.colour ?? NO_REGION),
    );
    return { colour, regions };
  }

  it('keep colour, order and name, though another is the largest now', () => {
    const before = findRegions({ titles: titled(24), ...two });
    expect(before.regions.map(({ hub }) => hub)).toEqual([10, 0]);
    // Eight new notes that link to the smaller one.
    const fresh = Array.from({ length: 8 }, (_, i) => [24 + i, 24 + i].map((from, k) => [from, i + k]));
    const links = joined(two, {
      from: fresh.flat().map(([from]) => from!),
      to: fresh.flat().map(([, to]) => to!),
    });
    const titles = titled(32);
    const { region, regions } = findRegions({ titles, ...links, last: lastOf(before, 32) });
    expect(regions.map(({ hub, colour }) => [hub, colour])).toEqual([
      [10, 0],
      [0, 1],
    ]);
    expect([...region.slice(24)]).toEqual(new Array<number>(8).fill(1));
    expect(findRegions({ titles, ...links }).regions.map(({ hub }) => hub)).toEqual([0, 10]);
  });

  it('give way to what is new, which takes a free colour', () => {
    const before = findRegions({ titles: titled(24), ...two });
    // The first group has lost its links; another one has come.
    const links = joined(group(10, 14), group(24, 12));
    const after = findRegions({ titles: titled(36), ...links, last: lastOf(before, 36) });
    expect(after.regions.map(({ hub, colour }) => [hub, colour])).toEqual([
      [10, 0],
      [24, 1],
    ]);
    expect([...after.region.slice(0, 10)]).toEqual(new Array<number>(10).fill(-1));
    const gone = findRegions({ titles: titled(24), ...group(0, 10), last: lastOf(before, 24) });
    expect(gone.regions.map(({ hub, colour }) => [hub, colour])).toEqual([[0, 1]]);
  });

  it('are found anew where the links have changed too much, and matched by their notes', () => {
    const before = findRegions({ titles: titled(40), ...joined(group(0, 14), group(14, 13), group(27, 13)) });
    // The first two have become one; the third has fallen apart.
    const links = joined(group(0, 27), group(27, 6), group(33, 7));
    const after = findRegions({ titles: titled(40), ...links, last: lastOf(before, 40) });
    expect(after.regions.map(({ hub, colour }) => [hub, colour])).toEqual([
      [0, 0],
      [27, 1],
      [33, 2],
    ]);
  });

  it('keep their hub until another note is clearly wanted more', () => {
    const before = findRegions({ titles: titled(24), ...two });
    const rival = (links: number): Links => ({
      from: Array.from({ length: links }, (_, i) => 24 + i),
      to: new Array<number>(links).fill(11),
    });
    const hubAfter = (links: number): number => {
      const count = 24 + links;
      const input = { titles: titled(count), ...joined(two, rival(links)) };
      return findRegions({ ...input, last: lastOf(before, count) }).regions[0]!.hub;
    };
    expect(before.regions[0]!.hub).toBe(10);
    // Thirteen links to it, twelve and more to the other.
    expect(hubAfter(4)).toBe(10);
    expect(hubAfter(5)).toBe(11);
  });

  it('are what they were, bit for bit, where nothing has changed', () => {
    const { from, to } = syntheticGarden(1500, 3500, 3);
    const titles = titled(1500);
    const before = findRegions({ titles, from, to });
    const after = findRegions({ titles, from, to, last: lastOf(before, 1500) });
    expect(after.regions).toEqual(before.regions);
    expect(after.region).toEqual(before.region);
  });
});

const BLOG = '../shared/corpora/jemoka.hugo.json';

it.skipIf(!existsSync(BLOG))(
  'a real blog falls into about two dozen regions that hold four fifths of its linked notes (skipped where ../shared/corpora is not there)',
  () => {
    const blog = blogGraph(JSON.parse(readFileSync(BLOG, 'utf8')) as HugoAnswers);
    const { region, regions } = findRegions({ titles: blog.titles, ...blog.occurrences });
    const linked = new Set([...blog.from, ...blog.to]);
    const inside = [...linked].filter((node) => region[node] !== -1);
    expect(regions.length).toBeGreaterThan(12);
    expect(regions.length).toBeLessThanOrEqual(24);
    expect(inside.length / linked.size).toBeGreaterThan(0.8);
    expect(regions.map(({ name }) => name)).toContain('probability');
  },
);
