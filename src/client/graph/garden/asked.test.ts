import { describe, expect, test } from 'vitest';
import { GROUP_COLOURS } from '../../../contract/choice.ts';
import { ask, byGroups } from './asked.ts';
import { HUES, NEUTRAL } from './region-hues.ts';
import { sampleGarden } from './sample-garden.ts';

const garden = sampleGarden(['Red fox', 'Red deer', 'Blue whale', 'Moss'], [[0, 1]]);

describe('what the map is asked', () => {
  test('is answered with the notes that are meant, and told where it is wrong', () => {
    const { mask, problems } = ask('red -is:orphan tilte:x OR moss', garden, null);
    expect([...mask!]).toEqual([0, 0, 0, 1]);
    expect(problems).toHaveLength(1);
    expect(ask('', garden, null).mask).toBeNull();
  });

  test('is answered from memory the second time, and anew of other notes', () => {
    const first = ask('red', garden, null);
    expect(ask('red', garden, null)).toBe(first);
    const other = sampleGarden(['A', 'Red'], []);
    expect([...ask('red', other, null).mask!]).toEqual([0, 1]);
  });
});

describe('groups', () => {
  test('give a note the colour of the first one that fits', () => {
    const { hue, legend } = byGroups(
      [
        { hue: 4, query: 'fox' },
        { hue: 1, query: 'red' },
        { hue: 4, query: ' ' },
        { hue: 7, query: 'has:math' },
      ],
      garden,
      null,
    );
    expect([...hue]).toEqual([4, 1, NEUTRAL, NEUTRAL]);
    expect(legend).toEqual([
      { name: 'fox', hue: 4, count: 1 },
      { name: 'red', hue: 1, count: 1 },
      { name: 'nothing yet', hue: 4, count: 0 },
      { name: 'has:math', hue: 7, count: 0 },
    ]);
  });

  test('have a name for every hue of the map', () => expect(GROUP_COLOURS).toHaveLength(HUES));
});
