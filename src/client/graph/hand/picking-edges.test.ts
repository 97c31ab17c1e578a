import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../garden/at-once.ts';
import { pickingEdges as make, type PickingEdges } from './picking-edges.ts';

const pickingEdges = (...of: Parameters<typeof make>): PickingEdges => atOnce(make(...of));
const garden = { from: Uint32Array.of(0, 1, 2), to: Uint32Array.of(1, 2, 0) };
type Links = Parameters<typeof make>[0];
interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly shown: Uint8Array | null;
}
const find = (links: Links, { x, y, shown }: Places, px: number, py: number, reach: number) =>
  pickingEdges(links, x, y, shown).nearest(px, py, reach);
// A triangle: (0, 0), (100, 0), (100, 100).
const x = Float32Array.of(0, 100, 100);
const y = Float32Array.of(0, 0, 100);
const all = { x, y, shown: null };

describe('pickingEdges', () => {
  it('finds the link within reach, and none where nothing is', () => {
    expect(find(garden, all, 50, 2, 4)).toEqual([0, 1]);
    expect(find(garden, all, 98, 40, 4)).toEqual([1, 2]);
    expect(find(garden, all, 48, 52, 4)).toEqual([2, 0]);
    expect(find(garden, all, 70, 30, 4)).toBeNull();
  });

  it('finds the nearest of those that count', () => {
    const { nearest } = pickingEdges(garden, x, y, null);
    expect(nearest(90, 3, 12)).toEqual([0, 1]);
    expect(nearest(90, 3, 12, (link) => link.includes(2))).toEqual([1, 2]);
    expect(nearest(90, 3, 9, (link) => link.includes(2))).toBeNull();
  });

  it('ends where the link ends', () => {
    expect(find(garden, all, 103, -3, 4)).toBeNull();
    expect(find(garden, all, 102, -2, 4)).toEqual([0, 1]);
  });

  it('leaves out links of nodes that are not shown', () => {
    expect(find(garden, { x, y, shown: Uint8Array.of(1, 0, 1) }, 50, 2, 4)).toBeNull();
  });

  it('finds a link whose nodes stand in one place', () => {
    const point = { x: Float32Array.of(5, 5, 90), y: Float32Array.of(5, 5, 90), shown: null };
    expect(find({ from: Uint32Array.of(0), to: Uint32Array.of(1) }, point, 6, 6, 4)).toEqual([0, 1]);
  });

  it('is never further away than a walk along any link comes', () => {
    const place = fc.integer({ min: -50, max: 50 });
    const nodes = fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(
        nodes,
        fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 }),
        place,
        place,
        (at, ends, px, py) => {
          const links = ends.filter(([a, b]) => a !== b && a < at.length && b < at.length);
          const found = find(
            { from: Uint32Array.from(links, ([a]) => a), to: Uint32Array.from(links, ([, b]) => b) },
            { x: Float32Array.from(at, (p) => p[0]), y: Float32Array.from(at, (p) => p[1]), shown: null },
            px,
            py,
            9,
          );
          const walked = ([a, b]: readonly [number, number]): number => {
            let least = Infinity;
            for (let t = 0; t <= 1; t += 1 / 512) {
              const wx = at[a]![0] + t * (at[b]![0] - at[a]![0]);
              const wy = at[a]![1] + t * (at[b]![1] - at[a]![1]);
              least = Math.min(least, Math.hypot(wx - px, wy - py));
            }
            return least;
          };
          // Steps of the walk are at most 0.28 long.
          if (found === null) for (const link of links) expect(walked(link)).toBeGreaterThan(9 - 0.01);
          else for (const link of links) expect(walked(found)).toBeLessThan(walked(link) + 0.15);
        },
      ),
    );
  });
});
