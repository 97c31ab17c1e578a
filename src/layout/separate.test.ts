import { describe, expect, it } from 'vitest';
import { seeded } from './fixtures/graphs.ts';
import { separate } from './separate.ts';

function crowd(count: number, width: number): { x: Float64Array; y: Float64Array; radius: Float64Array } {
  const random = seeded(3);
  const draw = (scale: number): Float64Array => Float64Array.from({ length: count }, () => random() * scale);
  return { x: draw(width), y: draw(width), radius: draw(6).map((value) => 2 + value) };
}

/** Pairs of discs whose edges are nearer than the gap. */
function touching(at: { x: Float64Array; y: Float64Array }, radius: Float64Array, gap: number): number {
  let pairs = 0;
  for (let i = 0; i < radius.length; i++) {
    for (let j = 0; j < i; j++) {
      const distance = Math.hypot(at.x[i]! - at.x[j]!, at.y[i]! - at.y[j]!);
      if (distance < radius[i]! + radius[j]! + gap - 0.051) pairs++;
    }
  }
  return pairs;
}

describe('discs', () => {
  it('are apart afterwards, and those given are not changed', () => {
    const { x, y, radius } = crowd(300, 400);
    const before = { x: x.slice(), y: y.slice() };
    expect(touching({ x, y }, radius, 1.5)).toBeGreaterThan(50);
    expect(touching(separate({ x, y }, radius, 1.5), radius, 1.5)).toBe(0);
    expect({ x, y }).toEqual(before);
  });

  it('that coincide part', () => {
    const same = new Float64Array(40);
    const radius = new Float64Array(40).fill(3);
    expect(touching(separate({ x: same, y: same }, radius, 1), radius, 1)).toBe(0);
  });

  it('that are apart already stay bit for bit', () => {
    const x = Float64Array.from({ length: 50 }, (_, i) => i * 20.1);
    const y = Float64Array.from({ length: 50 }, (_, i) => i / 3);
    expect(separate({ x, y }, new Float64Array(50).fill(4), 2)).toEqual({ x, y });
  });

  it('that are held stay, and the others leave them', () => {
    const { x, y, radius } = crowd(200, 600);
    const held = Uint8Array.from(x, (_, i) => (i % 2 === 0 ? 1 : 0));
    const apart = separate({ x, y }, radius, 1, held);
    held.forEach((flag, i) => {
      if (flag === 0) return;
      expect([apart.x[i], apart.y[i]]).toEqual([x[i], y[i]]);
    });
    const free = (pair: [number, number]): boolean => held[pair[0]] === 0 || held[pair[1]] === 0;
    for (let i = 0; i < 200; i++) {
      for (let j = 0; j < i; j++) {
        if (!free([i, j])) continue;
        const distance = Math.hypot(apart.x[i]! - apart.x[j]!, apart.y[i]! - apart.y[j]!);
        expect(distance).toBeGreaterThan(radius[i]! + radius[j]! + 0.9);
      }
    }
  });

  it('of a note with ten thousand links are kept off its large disc', () => {
    const x = Float64Array.from({ length: 500 }, (_, i) => (i * 37) % 90);
    const y = Float64Array.from({ length: 500 }, (_, i) => (i * 53) % 90);
    const radius = new Float64Array(500).fill(3);
    radius[0] = 92;
    // All of them start inside it: the last hundredths take long, and the gap hides them.
    expect(touching(separate({ x, y }, radius, 1), radius, 0.8)).toBe(0);
  });
});
