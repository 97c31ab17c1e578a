import { describe, expect, test } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import type { Label } from './labels.ts';
import type { Frame } from './renderer.ts';
import { samplePicture } from './sample-picture.ts';
import { withSigns } from './signs.ts';

/** `b` has the largest disc; `a` and `b` stand so near that their signs would overlap. */
const near = {
  ...sampleGarden(
    ['a', 'b', 'c', 'd'],
    [
      [0, 1],
      [1, 2],
      [1, 3],
    ],
  ),
  x: Float32Array.of(0, 12, 60, 90),
};
const signs = withSigns(
  new Map([
    [0, 7],
    [1, 8],
    [2, 9],
  ]),
  new Set(),
);

/** The nodes whose signs stand: what a press on their middles finds. */
function standing(frame: Partial<Frame>, labels: readonly Label[] = [], asked = signs): number[] {
  const picture = samplePicture(near, frame, labels);
  const { scene } = picture;
  const boxes = [true, false].flatMap((sure) => asked.boxes(scene, picture.frame, sure));
  const found = boxes.map(({ left, top, right, bottom }) =>
    asked.at({ x: (left + right) / 2, y: (top + bottom) / 2 }, picture),
  );
  return found.filter((node) => node >= 0).sort();
}

describe('signs', () => {
  test('keep off each other: the larger disc has its own', () => {
    expect(standing({})).toEqual([1, 2]);
    expect(standing({ camera: { x: 45, y: 0, scale: 3 } })).toEqual([0, 1, 2]);
  });

  test('give way to labels', () => {
    const place = { x: 0, y: 0, reach: 0, textX: 120, textY: 40, width: 60 };
    const label: Label = { text: 'x', fontSize: 14, kind: 'title', hue: 0, strength: 1, ...place };
    expect(standing({}, [label])).toEqual([1]);
  });

  test('are not there where discs are small, but for the node in focus and those that have grown', () => {
    const far = { camera: { x: 45, y: 0, scale: 0.4 } };
    expect(standing(far)).toEqual([]);
    expect(standing({ ...far, strong: [2] })).toEqual([2]);
    expect(standing(far, [], withSigns(new Map([[0, 7]]), new Set([1])))).toEqual([1]);
  });

  test('of the node in focus stand whatever is near, and labels keep off them', () => {
    const { scene, frame } = samplePicture(near, { strong: [0] });
    expect(standing({ strong: [0] })).toEqual([0, 2]);
    expect(signs.boxes(scene, frame, true)).toHaveLength(1);
    expect(signs.boxes(scene, frame, false)).toHaveLength(1);
  });
});
