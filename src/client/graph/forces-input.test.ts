import { expect, it } from 'vitest';
import { forcedPart } from './forces-input.ts';
import { sampleGarden } from './garden/sample-garden.ts';
import { pinName } from './hand/pins.ts';

const garden = sampleGarden(
  ['a', 'b', 'c', 'd'],
  [
    [0, 2],
    [2, 0],
    [1, 2],
    [2, 3],
    [3, 3],
  ],
);
const { x, y } = garden;

it('has each pair of linked nodes once, and none that is not on the map', () => {
  const whole = forcedPart(garden, { x, y, shown: null, local: false }, new Map());
  expect(Array.from(whole.from, (from, i) => [from, whole.to[i]])).toEqual([
    [0, 2],
    [1, 2],
    [2, 3],
  ]);
  const part = forcedPart(garden, { x, y, shown: Uint8Array.of(1, 0, 1, 1), local: false }, new Map());
  expect([...part.nodes]).toEqual([0, 2, 3]);
  expect(Array.from(part.from, (from, i) => [from, part.to[i]])).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect([...(part.x as Float32Array)]).toEqual([0, 60, 90]);
});

it('holds what is pinned', () => {
  const pins = new Map([[pinName(garden, 2), { x: 1, y: 2 }]]);
  const { held } = forcedPart(garden, { x, y, shown: null, local: false }, pins);
  expect([...(held as Uint8Array)]).toEqual([0, 0, 1, 0]);
});
