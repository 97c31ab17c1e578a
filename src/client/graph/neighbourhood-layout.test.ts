import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOut, turnLike } from './neighbourhood-layout.ts';
import { sampleGarden } from './sample-garden.ts';

describe('cutOut', () => {
  it('keeps the marked nodes and the links between them', () => {
    const garden = sampleGarden(
      ['a', 'b', 'c', 'd'],
      [
        [0, 1],
        [1, 3],
        [3, 0],
        [2, 3],
      ],
    );
    const graph = cutOut(garden, Uint8Array.of(1, 0, 1, 1));
    expect([...graph.nodes]).toEqual([0, 2, 3]);
    expect(graph.from).toEqual([1, 2]);
    expect(graph.to).toEqual([2, 0]);
  });
});

describe('turnLike', () => {
  const coordinate = fc.integer({ min: -500, max: 500 });
  const cloud = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 20 });

  it('finds any turn and mirroring again', () => {
    fc.assert(
      fc.property(cloud, fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean(), (list, angle, mirror) => {
        const models = { x: list.map((point) => point[0]), y: list.map((point) => point[1]) };
        const side = mirror ? -1 : 1;
        const points = {
          x: list.map(([x, y]) => x * Math.cos(angle) - y * Math.sin(angle) + 70),
          y: list.map(([x, y]) => side * (x * Math.sin(angle) + y * Math.cos(angle)) - 9),
        };
        const turned = turnLike(points, models);
        list.forEach(([x, y], i) => {
          expect(turned.x[i]).toBeCloseTo(x, 1);
          expect(turned.y[i]).toBeCloseTo(y, 1);
        });
      }),
    );
  });

  it('has nothing to do for one point or none', () => {
    expect([...turnLike({ x: [5], y: [5] }, { x: [1], y: [2] }).x]).toEqual([1]);
    expect(turnLike({ x: [], y: [] }, { x: [], y: [] }).x).toHaveLength(0);
  });
});
