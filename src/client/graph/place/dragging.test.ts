import { describe, expect, test } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import { Dragging, neighbourhood, type Places } from './dragging.ts';

/** A row of notes, each linked to the next. */
const titles = Array.from({ length: 8 }, (_, id) => `note ${id}`);
const garden = sampleGarden(
  titles,
  titles.slice(1).map((_, id) => [id, id + 1] as const),
);

describe('the neighbourhood of a node that is grabbed', () => {
  test('reaches two links, and holds what lies around it', () => {
    const { nodes, held, from, to } = neighbourhood(garden, garden, null, 0);
    expect(nodes).toEqual([0, 1, 2, 3]);
    expect(held).toEqual([0, 0, 0, 1]);
    expect([from, to]).toEqual([
      [0, 1, 2],
      [1, 2, 3],
    ]);
  });

  test('has nothing that is not on the map', () => {
    const shown = Uint8Array.from(titles, (_, id) => (id === 4 ? 0 : 1));
    expect([...neighbourhood(garden, garden, shown, 3).nodes].sort()).toEqual([0, 1, 2, 3]);
  });

  test('is that of all that are drawn along', () => {
    const { nodes, held, along, grabbed } = neighbourhood(garden, garden, null, 7, [0]);
    expect(nodes).toEqual([7, 0, 6, 1, 5, 2, 4, 3]);
    expect(held).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
    expect([grabbed, ...Array.from(along!)]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  test('of a hub in a large garden stays small', () => {
    const many = Array.from({ length: 5_000 }, (_, id) => `n${id}`);
    const star = sampleGarden(
      many,
      many.slice(1).map((_, id) => [0, id + 1] as const),
    );
    const { held, nodeCount } = neighbourhood(star, star, null, 0);
    expect(Array.from(held).filter((one) => one === 0).length).toBeLessThanOrEqual(400);
    expect(nodeCount).toBeLessThanOrEqual(1_200);
  });
});

test('where no worker starts, the node follows the pointer all the same', () => {
  const seen: Places[] = [];
  const dragging = new Dragging(garden, garden, null, 2, [], (places) => seen.push(places));
  dragging.moveTo({ x: 5, y: 6 });
  dragging.close();
  expect([seen.at(-1)!.x[2], seen.at(-1)!.y[2], seen.at(-1)!.x[1]]).toEqual([5, 6, 30]);
  expect(garden.x[2]).toBe(60);
});

test('those that are drawn along keep their distance', () => {
  const seen: Places[] = [];
  const dragging = new Dragging(garden, garden, null, 2, [4, 5], (places) => seen.push(places));
  dragging.moveTo({ x: 0, y: 50 });
  dragging.moveTo({ x: 10, y: 50 });
  dragging.close();
  const { x, y } = seen.at(-1)!;
  expect([x[2], x[4], x[5], x[3]]).toEqual([10, 70, 100, 90]);
  expect([y[2], y[4], y[5], y[3]]).toEqual([50, 50, 50, 0]);
});
