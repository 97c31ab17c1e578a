import { describe, expect, test } from 'vitest';
import type { Garden } from '../../../contract/map.ts';
import { sampleGarden } from '../garden/sample-garden.ts';
import { labelWishes, regionPlaces } from './label-wishes.ts';
import type { LabelWish } from './labels.ts';
import type { Frame } from './renderer.ts';
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

  test('are no more for a region whose name has nearly faded', () => {
    const crowd = {
      ...row,
      regions: [{ name: 'Crowd', hub: 0, words: ['one'], colour: 0 }],
      region: new Int16Array(400),
    };
    const size = { width: 600, height: 400 };
    const names = (zoom: number): LabelWish[] =>
      wishes(crowd, { size }, zoom).filter(({ kind }) => kind === 'region' || kind === 'words');
    expect(names(1)).toHaveLength(2);
    expect(names(3.1)).toHaveLength(2);
    expect(names(3.35)).toEqual([]);
    // A step aside for a hovered note isn't fading.
    const dimmed = wishes(crowd, { size, dimmed: true }, 1).filter(({ kind }) => kind === 'region');
    expect(dimmed).toHaveLength(1);
  });
});
