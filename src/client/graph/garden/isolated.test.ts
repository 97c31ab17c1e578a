import { expect, it } from 'vitest';
import { mapChip } from '../map-chip.ts';
import { isolated } from './isolated.ts';
import { describeNode } from './neighbourhood.ts';
import { sampleGarden } from './sample-garden.ts';

it('a title that runs the other way, or has marks of direction, stands apart in its sentence', () => {
  expect(isolated('A note')).toBe('A note');
  expect(isolated('שלום')).toBe('\u2068שלום\u2069');
  expect(isolated('a\u202eb')).toBe('\u2068a\u202eb\u2069');
  // It can't leave what isolates it.
  expect(isolated('a\u2069\u202eb')).toBe('\u2068a\u202eb\u2069');
});

it('so it does in what the map says', () => {
  const garden = sampleGarden(['a\u202eb', 'c'], [[0, 1]]);
  const told = '\u2068a\u202eb\u2069';
  expect(describeNode(garden, 0)).toBe(`${told}, 1 link out, 0 in`);
  const view = { garden, selected: 0, hover: null, hits: null, depth: 1 };
  expect(mapChip({ ...view, link: [0, 1], shown: null, local: false })).toBe(`${told} – c`);
  expect(mapChip({ ...view, link: null, shown: Uint8Array.of(1, 1), local: true })).toBe(
    `1 within 1 link of ${told}`,
  );
});
