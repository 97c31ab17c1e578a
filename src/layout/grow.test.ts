import { describe, expect, it } from 'vitest';
import { seeded, syntheticGarden } from './fixtures/graphs.ts';
import { placeGrown, type GrowInput } from './grow.ts';
import { placeLocal } from './local.ts';
import { nodeRadius } from './radius.ts';

/** A local map of `there` nodes in a row, and a star of newcomers around the last. */
function star(there: number, comers: number): GrowInput {
  const nodes = [...Array(there + comers).keys()];
  return {
    nodeCount: nodes.length,
    from: nodes.slice(1).map((node) => Math.min(node - 1, there - 1)),
    to: nodes.slice(1),
    x: nodes.map((node) => (node < there ? node * 60 : 9_999)),
    y: nodes.map(() => 0),
    held: nodes.map((node) => (node < there ? 1 : 0)),
    around: there - 1,
  };
}

describe('what is grown on a local map', () => {
  it('leaves all that stands there where it is, to the bit, and the input as it was', () => {
    const random = seeded(5);
    const graph = syntheticGarden(80, 200, 4);
    const spread = (): number[] => Array.from({ length: 80 }, () => (random() - 0.5) * 400);
    const input = {
      ...graph,
      x: spread(),
      y: spread(),
      held: Array.from({ length: 80 }, (_, i) => (i < 50 ? 1 : 0)),
      around: 3,
    };
    const copy = structuredClone(input);
    const at = placeGrown(input);
    for (let i = 0; i < 50; i++) expect([at.x[i], at.y[i]]).toEqual([input.x[i], input.y[i]]);
    expect(input).toEqual(copy);
    expect(placeGrown(input)).toEqual(at);
  });

  it('comes near its node, on the side that is free', () => {
    const at = placeGrown(star(4, 5));
    for (let i = 4; i < 9; i++) {
      const far = Math.hypot(at.x[i]! - 180, at.y[i]!);
      expect(far).toBeGreaterThan(30);
      expect(far).toBeLessThan(160);
      expect(at.x[i]).toBeGreaterThan(150);
    }
  });

  it('stays near a hub on a crowded map, and covers nobody', () => {
    const graph = syntheticGarden(120, 260, 3);
    const local = placeLocal({
      ...graph,
      x: Array.from({ length: 120 }, (_, i) => i),
      y: Array.from({ length: 120 }, (_, i) => (i * i) % 7),
      centre: 0,
    });
    const nodes = [...Array(160).keys()];
    const at = placeGrown({
      nodeCount: 160,
      from: [...graph.from, ...Array<number>(40).fill(9)],
      to: [...graph.to, ...nodes.slice(120)],
      x: nodes.map((node) => local.x[node] ?? 0),
      y: nodes.map((node) => local.y[node] ?? 0),
      held: nodes.map((node) => (node < 120 ? 1 : 0)),
      around: 9,
    });
    for (let i = 120; i < 160; i++) {
      expect(Math.hypot(at.x[i]! - at.x[9]!, at.y[i]! - at.y[9]!)).toBeLessThan(400);
      for (let other = 0; other < i; other++) {
        expect(Math.hypot(at.x[i]! - at.x[other]!, at.y[i]! - at.y[other]!)).toBeGreaterThan(
          2 * nodeRadius(0),
        );
      }
    }
  });

  it('takes nobody new, a node alone, and newcomers without a link', () => {
    expect(placeGrown(star(3, 0)).x).toEqual(Float64Array.of(0, 60, 120));
    const at = placeGrown({
      nodeCount: 3,
      from: [],
      to: [],
      x: [5, 0, 0],
      y: [6, 0, 0],
      held: [1, 0, 0],
      around: 0,
    });
    expect([...at.x, ...at.y].every(Number.isFinite)).toBe(true);
  });
});
