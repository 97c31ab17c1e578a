import { describe, expect, it } from 'vitest';
import { seeded, syntheticGarden, type TestGraph } from './fixtures/graphs.ts';
import { placeGraph, type Placed } from './place.ts';

/** The last twenty notes have no link. */
const garden = { ...syntheticGarden(880, 2100, 5), nodeCount: 900 };
const before = placeGraph(garden);
const width = Math.max(...before.x) - Math.min(...before.x);

/** The garden with more notes, each linked to the given ones. */
function grown(links: readonly (readonly number[])[]): TestGraph {
  return {
    nodeCount: garden.nodeCount + links.length,
    from: [...garden.from, ...links.flatMap((list, i) => list.map(() => garden.nodeCount + i))],
    to: [...garden.to, ...links.flat()],
  };
}

function remembered(count: number): Placed {
  const padded = (axis: Float64Array): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => axis[i] ?? NaN);
  return { x: padded(before.x), y: padded(before.y) };
}

function placeGrown(links: readonly (readonly number[])[]): Placed {
  const graph = grown(links);
  return placeGraph({ ...graph, previous: remembered(graph.nodeCount) });
}

/** How far each old note has moved, as a share of the map's width, ascending. */
function moves(after: Placed): number[] {
  return Array.from(before.x, (x, i) => Math.hypot(after.x[i]! - x, after.y[i]! - before.y[i]!) / width).sort(
    (a, b) => a - b,
  );
}

describe('a map that was placed before', () => {
  it('comes back bit for bit where nothing is new', () => {
    expect(placeGraph({ ...garden, previous: before })).toEqual(before);
    expect(placeGraph({ ...garden, previous: before }).x).not.toBe(before.x);
  });

  it('comes back bit for bit where notes went', () => {
    const kept = (id: number): boolean => id < 850;
    const links = garden.from
      .map((a, i) => [a, garden.to[i]!] as const)
      .filter(([a, b]) => kept(a) && kept(b));
    const at = placeGraph({
      nodeCount: 850,
      from: links.map(([a]) => a),
      to: links.map(([, b]) => b),
      previous: before,
    });
    expect(at).toEqual({ x: before.x.slice(0, 850), y: before.y.slice(0, 850) });
  });

  it('with ten new notes moves the others by 1 % in the median and 5 % at most in 95 of 100', () => {
    const random = seeded(2);
    const links = Array.from({ length: 10 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 5) }, () => Math.floor(random() * garden.nodeCount)),
    );
    const after = placeGrown(links);
    const shares = moves(after);
    expect(shares[450]).toBeLessThanOrEqual(0.01);
    expect(shares[855]).toBeLessThanOrEqual(0.05);
    // Those that move at all are neighbours that make room.
    const neighbours = new Set(links.flat());
    before.x.forEach((x, node) => {
      if (!neighbours.has(node)) expect([after.x[node], after.y[node]]).toEqual([x, before.y[node]]);
    });
  });

  it('puts a new note among its neighbours, not upon another', () => {
    const hub = [...garden.to].sort((a, b) => count(b) - count(a))[0]!;
    const near = garden.from.filter((_, i) => garden.to[i] === hub).slice(0, 3);
    const after = placeGrown([[hub, ...near]]);
    const [x, y] = [after.x[900]!, after.y[900]!];
    expect(Math.hypot(x - before.x[hub]!, y - before.y[hub]!)).toBeLessThan(width / 8);
    const nearest = Array.from(before.x, (_, i) => Math.hypot(after.x[i]! - x, after.y[i]! - y));
    expect(Math.min(...nearest)).toBeGreaterThan(6);
  });

  it('lets a chain of new notes hang on to the one that is known', () => {
    const after = placeGrown([[3], [900], [901]]);
    expect([after.x[902], after.y[902]].every(Number.isFinite)).toBe(true);
    expect(Math.hypot(after.x[902]! - before.x[3]!, after.y[902]! - before.y[3]!)).toBeLessThan(width / 3);
  });

  it('puts new notes without a link into the rows of the others', () => {
    const linked = new Set([...garden.from, ...garden.to]);
    const single = [...before.x.keys()].filter((node) => !linked.has(node));
    expect(single.length).toBeGreaterThan(19);
    const after = placeGrown([[], [], []]);
    const columns = new Set(single.map((node) => before.x[node]));
    const taken = new Set(single.map((node) => `${before.x[node]} ${before.y[node]}`));
    for (const node of [900, 901, 902]) {
      expect(taken.has(`${after.x[node]} ${after.y[node]}`)).toBe(false);
      expect(columns.has(after.x[node]!)).toBe(true);
    }
    expect(moves(after).at(-1)).toBe(0);
  });

  it('puts a new piece beside all others', () => {
    const after = placeGrown([[], [900], [900, 901]]);
    for (const node of [900, 901, 902]) {
      const distances = Array.from(before.x, (x, i) =>
        Math.hypot(after.x[node]! - x, after.y[node]! - before.y[i]!),
      );
      expect(Math.min(...distances)).toBeGreaterThan(20);
      expect(Math.min(...distances)).toBeLessThan(width / 3);
    }
    expect(moves(after).at(-1)).toBe(0);
  });

  it('is placed anew where no position is known', () => {
    const nothing = new Float64Array(garden.nodeCount).fill(NaN);
    expect(placeGraph({ ...garden, previous: { x: nothing, y: nothing } })).toEqual(before);
  });
});

function count(node: number): number {
  return garden.to.filter((target) => target === node).length;
}
