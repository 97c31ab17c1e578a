import { forceManyBody, type SimulationNodeDatum } from 'd3-force';
import { describe, expect, it } from 'vitest';
import { forceCharge } from './charge.ts';
import { seeded } from './fixtures/graphs.ts';

type Force = ReturnType<typeof forceManyBody>;

/** A dense middle and a wide field around it, as maps have. */
function scattered(count: number, seed: number): SimulationNodeDatum[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const spread = i % 3 === 0 ? 1000 : 60;
    return { x: (random() - 0.5) * spread, y: (random() - 0.5) * spread };
  });
}

interface Applied {
  (alpha: number): void;
  initialize?(nodes: SimulationNodeDatum[], random: () => number): void;
}

/** Velocities after one application at alpha 1, x and y by turns. */
function pushed(force: Applied, positions: readonly SimulationNodeDatum[]): Float64Array {
  const nodes = positions.map((node, index) => ({ ...node, index, vx: 0, vy: 0 }));
  force.initialize!(nodes, seeded(1));
  force(1);
  return Float64Array.from(nodes.flatMap((node) => [node.vx, node.vy]));
}

/** Root of the mean squared difference, as a share of the root mean square of what is right. */
function error(found: Float64Array, right: Float64Array): number {
  let off = 0;
  let size = 0;
  right.forEach((value, i) => {
    off += (found[i]! - value) ** 2;
    size += value ** 2;
  });
  return Math.sqrt(off / size);
}

const exact = (): Force => forceManyBody().theta(0);

describe('the charge with theta 0 is the sum that d3 makes', () => {
  const positions = scattered(500, 7);

  it('with d3s own defaults', () => {
    expect(error(pushed(forceCharge().theta(0), positions), pushed(exact(), positions))).toBeLessThan(1e-12);
  });

  it('with a strength for each node, of either sign and none', () => {
    // Sums that aren't whole: d3 passes over a square whose strengths sum to 0 exactly.
    const strength = (i: number): number => (i % 7) - 5 + Math.sqrt(i) / 100;
    const right = pushed(
      exact().strength((_, i) => strength(i)),
      positions,
    );
    expect(error(pushed(forceCharge().theta(0).strength(strength), positions), right)).toBeLessThan(1e-12);
  });

  it.each([0, 5, 200])('with distanceMin %d', (distance) => {
    const right = pushed(exact().distanceMin(distance), positions);
    expect(error(pushed(forceCharge().theta(0).distanceMin(distance), positions), right)).toBeLessThan(1e-12);
  });

  it.each([3, 80, 600])('with distanceMax %d', (distance) => {
    const right = pushed(exact().distanceMax(distance), positions);
    expect(error(pushed(forceCharge().theta(0).distanceMax(distance), positions), right)).toBeLessThan(1e-12);
  });
});

describe('the charge with theta above 0', () => {
  it.each([0.5, 0.9, 1.2])('errs no more than d3 does at theta %d', (theta) => {
    for (const seed of [1, 2, 3]) {
      const positions = scattered(700, seed);
      const right = pushed(exact(), positions);
      const theirs = error(pushed(forceManyBody().theta(theta), positions), right);
      const ours = error(pushed(forceCharge().theta(theta), positions), right);
      expect(theirs).toBeGreaterThan(0);
      expect(ours).toBeLessThanOrEqual(theirs);
    }
  });

  it.each([50, 300])('errs about as d3 does where distances are limited to %d', (distance) => {
    for (const seed of [4, 5, 6]) {
      const positions = scattered(700, seed);
      const limited = (force: Force): Force => force.distanceMin(distance / 10).distanceMax(distance);
      const right = pushed(limited(exact()), positions);
      const theirs = error(pushed(limited(forceManyBody()), positions), right);
      const ours = error(
        pushed(
          forceCharge()
            .distanceMin(distance / 10)
            .distanceMax(distance),
          positions,
        ),
        right,
      );
      // Both ask a square's middle whether it is too far; which squares those are differs.
      expect(ours).toBeLessThan(2 * theirs);
    }
  });

  it('never takes a node for a part of what pushes it', () => {
    // Nodes along a line, seen from its end: a large theta lets whole squares count as points, its own among them.
    const positions = Array.from({ length: 200 }, (_, i) => ({ x: i * i, y: i }));
    const right = pushed(exact(), positions);
    expect(error(pushed(forceCharge().theta(3), positions), right)).toBeLessThan(0.3);
  });
});

describe('the charge on odd input', () => {
  it('parts coincident nodes, each in a finite direction', () => {
    const velocity = pushed(
      forceCharge(),
      Array.from({ length: 100 }, () => ({ x: 3, y: 4 })),
    );
    expect(velocity.every(Number.isFinite)).toBe(true);
    expect(new Set(velocity).size).toBeGreaterThan(190);
  });

  it.each([0, 1])('does nothing to %d nodes', (count) => {
    expect([...pushed(forceCharge(), scattered(count, 1))]).toEqual(count === 0 ? [] : [0, 0]);
  });

  it('acts where all strengths are 0 by doing nothing', () => {
    expect(pushed(forceCharge().strength(0), scattered(300, 2)).every((value) => value === 0)).toBe(true);
  });

  it('takes a line, whose square has no height', () => {
    const positions = Array.from({ length: 300 }, (_, i) => ({ x: i * 3, y: 0.5 }));
    const ours = pushed(forceCharge().theta(0), positions);
    const right = pushed(exact(), positions);
    ours.forEach((value, i) => {
      // Crosswise d3 adds a random millionth where nodes lie on a line, and ours adds nothing.
      if (i % 2 === 0) expect(value).toBeCloseTo(right[i]!, 6);
      else expect(Math.abs(value)).toBeLessThan(1e-3);
    });
  });
});

it('gives the same bytes each time', () => {
  const run = (): string => Buffer.from(pushed(forceCharge(), scattered(3000, 9)).buffer).toString('base64');
  expect(run()).toBe(run());
});
