import { expect, it } from 'vitest';
import { sampleGarden } from './garden/sample-garden.ts';
import { mapChip, type Shown } from './map-chip.ts';

const garden = sampleGarden(
  ['a', 'b', 'c'],
  [
    [0, 1],
    [1, 2],
  ],
);
const plain: Shown = {
  garden,
  selected: null,
  hover: null,
  link: null,
  hits: null,
  shown: null,
  local: false,
  depth: 1,
};
const near = { shown: Uint8Array.of(1, 1, 0), selected: 0, local: true };

it.each<[Partial<Shown>, string]>([
  [{}, '3 notes · 2 links'],
  [{ hover: 1, link: [0, 1] }, 'b, 1 link out, 1 in'],
  [{ link: [0, 1], hits: [1] }, 'a – b'],
  [{ hits: [1] }, '1 hit lit of 3 notes · 2 links'],
  [near, '1 within 1 link of a'],
  [{ ...near, depth: 2, hits: [1, 2] }, '1 of 2 hits lit · 1 within 2 links of a'],
  [{ ...near, local: false }, '2 of 3 shown'],
  [{ ...near, local: false, hits: [1, 2] }, '1 of 2 hits lit · 2 of 3 shown'],
  [{ ...near, local: false, hits: [2] }, '0 of 1 hit lit · 2 of 3 shown'],
])('of %j the map says "%s"', (change, words) => {
  expect(mapChip({ ...plain, ...change })).toBe(words);
});
