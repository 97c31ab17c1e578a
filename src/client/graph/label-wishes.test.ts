import { describe, expect, test } from 'vitest';
import type { Garden } from '../../contract/map.ts';
import { labelWishes, regionPlaces } from './label-wishes.ts';
import type { LabelWish } from './labels.ts';
import type { Frame } from './renderer.ts';
import { sampleGarden } from './sample-garden.ts';
import { samplePicture } from './sample-picture.ts';

const titles = Array.from({ length: 400 }, (_, node) => `n${node}`);
/** Notes in a row; all but the last hundred are linked with the first. */
const row = sampleGarden(
  titles,
  Array.from({ length: 299 }, (_, node): [number, number] => [0, node + 1]),
);
const end = { camera: { x: row.x[399]!, y: 0, scale: 1 } };

function wishes(garden: Garden, frame: Partial<Frame>, zoom: number): LabelWish[] {
  const picture = samplePicture(garden, frame);
  const regions = regionPlaces(picture.scene, garden.x, garden.y, null);
  return [...labelWishes(picture.scene, picture.frame, regions, zoom, [], garden.nodeCount)];
}

describe('label wishes', () => {
  test('are those of notes in sight, however weakly these are linked', () => {
    const found = wishes(row, end, 2).map(({ text }) => text);
    expect(found).toEqual(['n396', 'n397', 'n398', 'n399']);
  });

  test('are few when the whole map is seen', () => {
    expect(wishes(row, { camera: { x: 6000, y: 0, scale: 0.01 } }, 1).length).toBe(12);
  });
});
