import { describe, expect, test } from 'vitest';
import { Dragging, neighbourhood, type Places } from './dragging.ts';
import { sampleGarden } from './sample-garden.ts';

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
  const dragging = new Dragging(garden, garden, null, 2, (places) => seen.push(places));
  dragging.moveTo({ x: 5, y: 6 });
  dragging.close();
  expect([seen.at(-1)!.x[2], seen.at(-1)!.y[2], seen.at(-1)!.x[1]]).toEqual([5, 6, 30]);
  expect(garden.x[2]).toBe(60);
});
