import { describe, expect, it } from 'vitest';
import { seeded, syntheticGarden } from './fixtures/graphs.ts';
import { placeLocal, type LocalInput } from './local.ts';
import { nodeRadius } from './radius.ts';

function sample(nodeCount: number, links: number): LocalInput {
  const random = seeded(nodeCount);
  const spread = (): number[] => Array.from({ length: nodeCount }, () => (random() - 0.5) * 1600);
  return { ...syntheticGarden(nodeCount, links, 4), x: spread(), y: spread(), centre: 7 };
}

describe('a local layout', () => {
  it('leaves the centre where it is, to the bit, and the input as it was', () => {
    const input = sample(60, 120);
    const copy = structuredClone(input);
    const at = placeLocal(input);
    expect([at.x[7], at.y[7]]).toEqual([input.x[7], input.y[7]]);
    expect(input).toEqual(copy);
    expect(placeLocal(input)).toEqual(at);
  });

  it('leaves each note in the direction where it stood', () => {
    // A star whose notes lie around the centre at uneven distances.
    const angles = Array.from({ length: 12 }, (_, i) => (i * Math.PI) / 6);
    const at = placeLocal({
      nodeCount: 13,
      from: angles.map(() => 0),
      to: angles.map((_, i) => i + 1),
      x: [50, ...angles.map((angle, i) => 50 + (100 + 40 * i) * Math.cos(angle))],
      y: [-20, ...angles.map((angle, i) => -20 + (100 + 40 * i) * Math.sin(angle))],
      centre: 0,
    });
    angles.forEach((angle, i) => {
      const [dx, dy] = [at.x[i + 1]! - 50, at.y[i + 1]! + 20];
      const cosine = (dx * Math.cos(angle) + dy * Math.sin(angle)) / Math.hypot(dx, dy);
      expect(cosine).toBeGreaterThan(0.8);
      expect(Math.hypot(dx, dy)).toBeGreaterThan(30);
      expect(Math.hypot(dx, dy)).toBeLessThan(200);
    });
  });

  it('keeps discs apart', () => {
    const input = sample(200, 500);
    const at = placeLocal(input);
    for (let a = 0; a < 200; a++) {
      for (let b = 0; b < a; b++) {
        expect(Math.hypot(at.x[a]! - at.x[b]!, at.y[a]! - at.y[b]!)).toBeGreaterThan(2 * nodeRadius(0));
      }
    }
  });

  it('is the same, as far as anyone sees, whether each pair is asked or a tree', () => {
    // The sum over the tree errs by a few per cent; a node more than `FEW` makes the difference.
    const few = sample(128, 300);
    const many = {
      ...few,
      nodeCount: 129,
      x: [...Array.from(few.x), 20_000],
      y: [...Array.from(few.y), 20_000],
    };
    const [a, b] = [placeLocal(few), placeLocal(many)];
    const far = Array.from(a.x, (x, i) => Math.hypot(x - b.x[i]!, a.y[i]! - b.y[i]!)).sort((p, q) => p - q);
    expect(far[64]).toBeLessThan(15);
  });

  it('takes one note, coincident notes and no links', () => {
    expect(placeLocal({ nodeCount: 1, from: [], to: [], x: [5], y: [6], centre: 0 })).toEqual({
      x: Float64Array.of(5),
      y: Float64Array.of(6),
    });
    const at = placeLocal({
      nodeCount: 5,
      from: [0, 0],
      to: [1, 2],
      x: [1, 1, 1, 1, 1],
      y: [2, 2, 2, 2, 2],
      centre: 0,
    });
    expect([...at.x, ...at.y].every(Number.isFinite)).toBe(true);
    expect(new Set(at.x).size).toBe(5);
  });
});
