import { describe, expect, it } from 'vitest';
import { Settling, type Forces, type ForcesInput } from './forces.ts';
import { seeded, syntheticGarden } from './fixtures/graphs.ts';

const BUILT: Forces = { centre: 1, repel: 1, link: 1, distance: 1 };
const random = seeded(11);
const spread = (): number[] => Array.from({ length: 300 }, () => (random() - 0.5) * 600);
const garden: ForcesInput = {
  ...syntheticGarden(300, 600, 4),
  x: spread(),
  y: spread(),
  community: Array.from({ length: 300 }, (_, i) => (i % 7) - 1),
  held: Array.from({ length: 300 }, (_, i) => (i === 9 ? 1 : 0)),
};

function settle(change: Partial<Forces>): Settling {
  const settling = new Settling(garden, { ...BUILT, ...change });
  while (settling.tick());
  return settling;
}
function width(change: Partial<Forces>): number {
  const sorted = settle(change).places.x.slice().sort();
  return sorted[270]! - sorted[30]!;
}

describe('the reader’s forces', () => {
  it('leave nodes in the same places for the same settings, and the input as it was', () => {
    const copy = structuredClone(garden);
    const [one, other] = [settle({ repel: 2 }), settle({ repel: 2 })];
    expect(one.progress).toBe(1);
    expect([...one.apart.x, ...one.apart.y]).toEqual([...other.apart.x, ...other.apart.y]);
    expect(garden).toEqual(copy);
  });

  it('spread the map or draw it together', () => {
    const usual = width({});
    expect(width({ repel: 3 })).toBeGreaterThan(1.2 * usual);
    expect(width({ repel: 0.2 })).toBeLessThan(0.8 * usual);
    expect(width({ distance: 3 })).toBeGreaterThan(1.2 * usual);
    expect(width({ centre: 3 })).toBeLessThan(0.9 * usual);
    expect(width({ centre: 0 })).toBeGreaterThan(1.1 * usual);
  });

  it('leave held nodes where they are, to the bit', () => {
    const { places, apart } = settle({ distance: 2 });
    for (const { x, y } of [places, apart]) expect([x[9], y[9]]).toEqual([garden.x[9], garden.y[9]]);
  });

  it('stay finite at their ends, for coincident nodes and without any', () => {
    for (const value of [0, 5]) {
      const ends = { centre: value, repel: value, link: value, distance: value };
      const { x, y } = settle(ends).apart;
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
    }
    const one = { ...garden, x: Array.from(garden.x, () => 3), y: Array.from(garden.y, () => 4) };
    const settling = new Settling(one, BUILT);
    while (settling.tick());
    expect([...settling.apart.x].every(Number.isFinite)).toBe(true);
    const none = new Settling(
      { nodeCount: 0, from: [], to: [], x: [], y: [], community: [], held: [] },
      BUILT,
    );
    while (none.tick());
    expect(none.apart.x.length).toBe(0);
  });
});
