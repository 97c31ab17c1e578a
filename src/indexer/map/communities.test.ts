import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticGarden } from '../../layout/fixtures/graphs.ts';
import { NEW, NO_REGION } from '../../layout/kept.ts';
import { findCommunities, growCommunities, modularity, weighPairs } from './communities.ts';

describe('modularity', () => {
  it('is what Newman and Girvan define', () => {
    // Two triangles joined by one link: 6/7 - 2 · (7/14)².
    const pairs = weighPairs(6, [0, 1, 2, 3, 4, 5, 2], [1, 2, 0, 4, 5, 3, 3]);
    expect(modularity(pairs, [0, 0, 0, 1, 1, 1])).toBeCloseTo(6 / 7 - 0.5);
    expect(modularity(pairs, [0, 0, 0, 0, 0, 0])).toBeCloseTo(0);
    expect(modularity(weighPairs(3, [], []), [0, 1, 2])).toBe(0);
    expect([...findCommunities(pairs)].map((own, _, all) => own === all[0])).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('communities that go on from the last ones', () => {
  const garden = syntheticGarden(800, 2000, 9);

  it('take up new notes, and are about as good as those found anew', () => {
    const known = 720;
    const inside = garden.from.map((source, link) => source < known && garden.to[link]! < known);
    const before = findCommunities(
      weighPairs(
        known,
        garden.from.filter((_, link) => inside[link]),
        garden.to.filter((_, link) => inside[link]),
      ),
    );
    const pairs = weighPairs(800, garden.from, garden.to);
    const found = findCommunities(pairs);
    const colour = Int32Array.from({ length: 800 }, (_, node) => (node < known ? before[node]! : NEW));
    const { community, isGrown } = growCommunities(pairs, found, colour, 1000);
    expect(isGrown).toBe(true);
    expect(modularity(pairs, community)).toBeGreaterThan(modularity(pairs, found) - 0.02);
    const linked = new Set([...garden.from, ...garden.to]);
    const joined = [...linked].filter((node) => node >= known && community[node]! < 1000);
    expect(joined.length).toBeGreaterThan(60);
    const left = [...linked].filter((node) => node < known && community[node] !== before[node]);
    expect(left.length).toBeLessThan(30);
  });

  it('are found anew where the last ones make no sense any more', () => {
    const pairs = weighPairs(800, garden.from, garden.to);
    const found = findCommunities(pairs);
    const nonsense = Int32Array.from({ length: 800 }, (_, node) => node % 7);
    expect(growCommunities(pairs, found, nonsense, 7)).toEqual({ community: found, isGrown: false });
  });

  it('never put a note without links into a region, whatever was', () => {
    const link = fc.tuple(fc.nat(11), fc.nat(11));
    const colours = fc.array(fc.integer({ min: NEW, max: 3 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 30 }), colours, (links, last) => {
        const pairs = weighPairs(
          12,
          links.map(([a]) => a),
          links.map(([, b]) => b),
        );
        const linked = new Set([...pairs.low, ...pairs.high]);
        const { community, isGrown } = growCommunities(
          pairs,
          findCommunities(pairs),
          Int32Array.from(last),
          4,
        );
        if (!isGrown) return;
        community.forEach((own, node) => {
          if (!linked.has(node)) expect(own).toBeGreaterThanOrEqual(4);
          if (last[node] === NO_REGION) expect(own).toBeGreaterThanOrEqual(4);
        });
      }),
    );
  });
});
