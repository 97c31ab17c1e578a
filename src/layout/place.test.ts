import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import { describe, expect, it } from 'vitest';
import { syntheticGarden, type TestGraph } from './fixtures/graphs.ts';
import { blogGraph, type HugoAnswers } from './fixtures/blog.ts';
import { sampledStress } from './fixtures/stress.ts';
import { cutPieces } from './pieces.ts';
import { placeGraph, type Placed } from './place.ts';
import { nodeRadius } from './radius.ts';

/** Node i is in community i % count. */
function dealt(nodeCount: number, count: number): Int32Array {
  return Int32Array.from({ length: nodeCount }, (_, i) => i % count);
}

/** Pairs of discs that cover each other. */
function overlaps({ nodeCount, from, to }: TestGraph, at: Placed): number {
  const degree = new Uint32Array(nodeCount);
  const { pieces } = cutPieces(nodeCount, from, to);
  for (const piece of pieces) piece.nodes.forEach((node, i) => (degree[node] = piece.degree[i]!));
  let pairs = 0;
  for (let a = 0; a < nodeCount; a++) {
    for (let b = 0; b < a; b++) {
      const reach = nodeRadius(degree[a]!) + nodeRadius(degree[b]!);
      if (Math.hypot(at.x[a]! - at.x[b]!, at.y[a]! - at.y[b]!) < reach) pairs++;
    }
  }
  return pairs;
}

function box(at: Placed): { width: number; height: number; middle: [number, number] } {
  const [left, right] = [Math.min(...at.x), Math.max(...at.x)];
  const [top, bottom] = [Math.min(...at.y), Math.max(...at.y)];
  return {
    width: right - left,
    height: bottom - top,
    middle: [(left + right) / 2, (top + bottom) / 2],
  };
}

/** What d3-force alone makes of the graph in its own 300 ticks. */
function placeByD3({ nodeCount, from, to }: TestGraph): Placed {
  const nodes: { x: number; y: number }[] = Array.from({ length: nodeCount }, () => ({ x: NaN, y: NaN }));
  forceSimulation(nodes)
    .stop()
    .force('link', forceLink(from.map((source, i) => ({ source, target: to[i]! }))))
    .force('charge', forceManyBody())
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05))
    .tick(300);
  return { x: Float64Array.from(nodes, ({ x }) => x), y: Float64Array.from(nodes, ({ y }) => y) };
}

describe('a map', () => {
  const garden = syntheticGarden(600, 1400, 8);
  const placed = placeGraph(garden);

  it('is the same each time, and its input is left as it was', () => {
    const input = { ...garden, community: dealt(600, 9) };
    const before = structuredClone(input);
    expect(placeGraph(input)).toEqual(placeGraph(input));
    expect(input).toEqual(before);
  });

  it('does not depend on the order, direction or repetition of links', () => {
    const from = [...garden.to, ...garden.from].reverse();
    const to = [...garden.from, ...garden.to].reverse();
    expect(placeGraph({ nodeCount: 600, from, to })).toEqual(placed);
  });

  it('has its middle at 0 and a pleasing shape', () => {
    const { width, height, middle } = box(placed);
    expect(middle[0]).toBeCloseTo(0, 6);
    expect(middle[1]).toBeCloseTo(0, 6);
    expect(width / height).toBeGreaterThan(0.85);
    expect(width / height).toBeLessThan(1.6);
  });

  it('has no two notes on top of each other', () => {
    expect(overlaps(garden, placed)).toBe(0);
  });

  it('draws linked notes nearer than others', () => {
    const length = (a: number, b: number): number =>
      Math.hypot(placed.x[a]! - placed.x[b]!, placed.y[a]! - placed.y[b]!);
    const mean = (pairs: readonly number[]): number =>
      pairs.reduce((sum, value) => sum + value, 0) / pairs.length;
    const linked = mean(garden.from.map((a, i) => length(a, garden.to[i]!)));
    const others = mean(garden.from.map((a, i) => length(a, (garden.to[i]! + 211) % 600)));
    expect(linked).toBeLessThan(others / 2);
  });

  it('keeps communities closer together than their links alone do', () => {
    const clique = (first: number): [number, number][] =>
      Array.from({ length: 20 }, (_, i): [number, number] => [first + i, first + ((i * 7 + 1) % 20)]);
    const bridges = Array.from({ length: 20 }, (_, i): [number, number] => [i, 20 + ((i * 3) % 20)]);
    const links = [...clique(0), ...clique(20), ...bridges];
    const graph = { nodeCount: 40, from: links.map(([a]) => a), to: links.map(([, b]) => b) };
    const spread = (at: Placed): number => {
      const middle = (axis: Float64Array, from: number): number =>
        axis.slice(from, from + 20).reduce((sum, value) => sum + value, 0) / 20;
      const apart = Math.hypot(middle(at.x, 0) - middle(at.x, 20), middle(at.y, 0) - middle(at.y, 20));
      return apart / box(at).width;
    };
    const community = Int32Array.from({ length: 40 }, (_, i) => (i < 20 ? 4 : 9));
    expect(spread(placeGraph({ ...graph, community }))).toBeGreaterThan(spread(placeGraph(graph)));
  });

  it('puts single notes in rows, apart from linked ones, in order', () => {
    const graph = { nodeCount: 60, from: [0, 1, 2], to: [1, 2, 0] };
    const at = placeGraph(graph);
    const rows = [...new Set(at.y.slice(3))];
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.length).toBeLessThan(9);
    for (let node = 4; node < 60; node++) {
      const [dx, dy] = [at.x[node]! - at.x[node - 1]!, at.y[node]! - at.y[node - 1]!];
      expect(dy > 1 || (Math.abs(dy) < 1e-9 && dx > 1)).toBe(true);
    }
    for (let node = 3; node < 60; node++) {
      expect(Math.hypot(at.x[node]! - at.x[0]!, at.y[node]! - at.y[0]!)).toBeGreaterThan(20);
    }
  });
});

describe('a map of an odd garden', () => {
  const finite = (at: Placed): boolean => [...at.x, ...at.y].every(Number.isFinite);

  it.each<[string, TestGraph]>([
    ['no note', { nodeCount: 0, from: [], to: [] }],
    ['one note', { nodeCount: 1, from: [], to: [] }],
    ['one note that links to itself', { nodeCount: 1, from: [0], to: [0] }],
    ['two notes', { nodeCount: 2, from: [0], to: [1] }],
    ['no links', { nodeCount: 500, from: [], to: [] }],
    [
      'pairs alone',
      {
        nodeCount: 400,
        from: Array.from({ length: 200 }, (_, i) => 2 * i),
        to: Array.from({ length: 200 }, (_, i) => 2 * i + 1),
      },
    ],
    [
      'a chain',
      {
        nodeCount: 300,
        from: Array.from({ length: 299 }, (_, i) => i),
        to: Array.from({ length: 299 }, (_, i) => i + 1),
      },
    ],
    [
      'every note linked to every other',
      {
        nodeCount: 60,
        from: Array.from({ length: 3600 }, (_, i) => Math.floor(i / 60)),
        to: Array.from({ length: 3600 }, (_, i) => i % 60),
      },
    ],
  ])('with %s is finite and free of overlaps', (_, graph) => {
    const at = placeGraph(graph);
    expect(at.x.length).toBe(graph.nodeCount);
    expect(finite(at)).toBe(true);
    expect(overlaps(graph, at)).toBe(0);
  });

  it('with ten thousand links on one note keeps them around it', () => {
    const count = 10_001;
    const graph = {
      nodeCount: count,
      from: Array.from({ length: count - 1 }, (_, i) => i + 1),
      to: new Array<number>(count - 1).fill(0),
    };
    const at = placeGraph(graph);
    expect(finite(at)).toBe(true);
    const reach = Array.from(at.x, (x, i) => Math.hypot(x - at.x[0]!, at.y[i]! - at.y[0]!)).slice(1);
    expect(Math.min(...reach)).toBeGreaterThan(nodeRadius(count - 1));
    expect(Math.max(...reach)).toBeLessThan(2000);
  });

  it('whose every note is a community of its own is placed as if there were none', () => {
    const garden = syntheticGarden(400, 900, 3);
    const community = Int32Array.from({ length: 400 }, (_, i) => i);
    expect(placeGraph({ ...garden, community })).toEqual(placeGraph(garden));
  });

  it('of any shape is finite, with communities of any numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
        fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 30, maxLength: 30 }),
        (nodeCount, links, community) => {
          const from = links.map(([a]) => a % nodeCount);
          const to = links.map(([, b]) => b % nodeCount);
          expect(finite(placeGraph({ nodeCount, from, to, community }))).toBe(true);
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });
});

const BLOG = '../shared/corpora/jemoka.hugo.json';

describe('quality', () => {
  it('is at least that of 300 d3 ticks, by sampled stress, with no overlap', { timeout: 60_000 }, () => {
    const garden = syntheticGarden(800, 2000, 21);
    const at = placeGraph(garden);
    const theirs = sampledStress(garden, placeByD3(garden), 60, 1);
    expect(sampledStress(garden, at, 60, 1)).toBeLessThan(theirs * 1.02);
  });

  it.skipIf(!existsSync(BLOG))(
    'on a real blog too (skipped where ../shared/corpora is not there)',
    { timeout: 120_000 },
    () => {
      const blog = blogGraph(JSON.parse(readFileSync(BLOG, 'utf8')) as HugoAnswers);
      const at = placeGraph(blog);
      expect(overlaps(blog, at)).toBe(0);
      expect(sampledStress(blog, at, 60, 1)).toBeLessThan(sampledStress(blog, placeByD3(blog), 60, 1) * 1.05);
    },
  );
});
