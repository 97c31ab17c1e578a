import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../garden/at-once.ts';
import { pickingGrid as make, type PickingGrid } from './picking-grid.ts';

const radius = (): number => 2;
const pickingGrid = (...of: Parameters<typeof make>): PickingGrid => atOnce(make(...of));

describe('pickingGrid', () => {
  const x = Float32Array.of(0, 100, 103);
  const y = Float32Array.of(0, 0, 0);

  it('finds the disc under the point, and nothing beside it', () => {
    const grid = pickingGrid(x, y, null);
    expect(grid.nearest(1, 1, 3, radius, 2)).toBe(0);
    expect(grid.nearest(50, 0, 3, radius, 2)).toBe(-1);
    expect(grid.nearest(-1000, 1e9, 3, radius, 2)).toBe(-1);
  });

  it('gives the nearer centre where two discs overlap', () => {
    const grid = pickingGrid(x, y, null);
    expect(grid.nearest(101.4, 0, 3, radius, 2)).toBe(1);
    expect(grid.nearest(101.6, 0, 3, radius, 2)).toBe(2);
  });

  it('passes over hidden nodes', () => {
    expect(pickingGrid(x, y, Uint8Array.of(1, 0, 1)).nearest(100, 0, 3, radius, 2)).toBe(2);
    expect(pickingGrid(x, y, new Uint8Array(3)).nearest(0, 0, 3, radius, 2)).toBe(-1);
    expect(pickingGrid(new Float32Array(), new Float32Array(), null).nearest(0, 0, 3, radius, 2)).toBe(-1);
  });

  it('answers as a look at every node would', () => {
    const at = fc.integer({ min: -300, max: 300 });
    const nodes = fc.array(fc.tuple(at, at, fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(nodes, at, at, fc.integer({ min: 1, max: 80 }), (list, px, py, reach) => {
        const sizes = list.map((node) => node[2]);
        const grid = pickingGrid(
          Float32Array.from(list, (node) => node[0]),
          Float32Array.from(list, (node) => node[1]),
          null,
        );
        const found = grid.nearest(px, py, reach, (i) => sizes[i]!, Math.max(...sizes));
        const rims = list.map(([nx, ny, r]) => Math.max(0, Math.hypot(nx - px, ny - py) - r));
        const best = Math.min(...rims);
        if (best > reach) expect(found).toBe(-1);
        else if (found === -1) expect(best).toBe(reach);
        else expect(rims[found]).toBe(best);
      }),
    );
  });
});
