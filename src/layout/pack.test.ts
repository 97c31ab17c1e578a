import { describe, expect, it } from 'vitest';
import { packParts } from './pack.ts';
import { sunflower, type Points } from './start.ts';

/** The least distance between points of different parts after their moves. */
function nearest(parts: readonly Points[], moves: { dx: Float64Array; dy: Float64Array }): number {
  let least = Infinity;
  parts.forEach((a, i) =>
    parts.slice(0, i).forEach((b, j) => {
      for (let p = 0; p < a.x.length; p++) {
        for (let q = 0; q < b.x.length; q++) {
          const dx = a.x[p]! + moves.dx[i]! - b.x[q]! - moves.dx[j]!;
          const dy = a.y[p]! + moves.dy[i]! - b.y[q]! - moves.dy[j]!;
          least = Math.min(least, Math.hypot(dx, dy));
        }
      }
    }),
  );
  return least;
}

function extent(parts: readonly Points[], moves: { dx: Float64Array; dy: Float64Array }): [number, number] {
  const x = parts.flatMap((part, i) => [...part.x].map((value) => value + moves.dx[i]!));
  const y = parts.flatMap((part, i) => [...part.y].map((value) => value + moves.dy[i]!));
  return [Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)];
}

describe('parts', () => {
  const large = sunflower(400, 14);
  const small = Array.from({ length: 30 }, (_, i) => sunflower(2 + (i % 9), 10));

  it('are a gap apart, and the first stays', () => {
    const parts = [large, ...small];
    const moves = packParts(parts, 36);
    expect([moves.dx[0], moves.dy[0]]).toEqual([0, 0]);
    expect(nearest(parts, moves)).toBeGreaterThan(36 * 0.9);
  });

  it('gather around the first instead of scattering', () => {
    const parts = [large, ...small];
    const [width, height] = extent(parts, packParts(parts, 36));
    const [own] = extent([large], packParts([large], 36));
    expect(width).toBeLessThan(own * 1.7);
    expect(height).toBeLessThan(own * 1.5);
  });

  it('gather wherever the first stands', () => {
    const parts = [large, ...small];
    const moved = [{ x: large.x.map((x) => x + 90_000), y: large.y.map((y) => y - 70_000) }, ...small];
    const here = packParts(parts, 36);
    const there = packParts(moved, 36);
    there.dx.slice(1).forEach((dx, i) => expect(dx - 90_000).toBeCloseTo(here.dx[i + 1]!, 6));
    there.dy.slice(1).forEach((dy, i) => expect(dy + 70_000).toBeCloseTo(here.dy[i + 1]!, 6));
  });

  it('by the thousand find room too', () => {
    const pairs = Array.from({ length: 3000 }, () => ({
      x: Float64Array.of(0, 30),
      y: Float64Array.of(0, 0),
    }));
    const { dx, dy } = packParts([large, ...pairs], 36);
    expect(new Set(Array.from(dx, (value, i) => `${value} ${dy[i]}`)).size).toBe(3001);
  });

  it('beside a first one as thin as a thread find room too', () => {
    const thread = { x: Float64Array.from({ length: 2000 }, (_, i) => i * 30), y: new Float64Array(2000) };
    const parts = [thread, ...small];
    expect(nearest(parts, packParts(parts, 36))).toBeGreaterThan(30);
  });

  it('that are none, or one, have nowhere to go', () => {
    expect(packParts([], 36).dx.length).toBe(0);
    expect([...packParts([large], 36).dx]).toEqual([0]);
  });
});
