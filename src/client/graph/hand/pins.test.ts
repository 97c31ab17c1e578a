import { describe, expect, test } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import { keepPins, pinName, pinnedPlaces, readPins, withPin } from './pins.ts';

const garden = sampleGarden(['One', 'Two', 'one'], [[0, 2]], 1);

describe('pins', () => {
  test('move their notes and no others; a ghost is not the note of its name', () => {
    const pins = withPin(new Map(), pinName(garden, 2), { x: 7, y: 8 });
    const { x, y } = pinnedPlaces(garden, pins);
    expect([...x]).toEqual([0, 30, 7]);
    expect([...y]).toEqual([0, 0, 8]);
    expect(garden.x[2]).toBe(60);
  });

  test('come back as they were kept', () => {
    const pins = withPin(withPin(new Map(), 'one', { x: 1.4, y: -2 }), 'two', { x: 0, y: 0 });
    expect(readPins(JSON.parse(JSON.stringify(keepPins(pins))))).toEqual(
      new Map([
        ['one', { x: 1, y: -2 }],
        ['two', { x: 0, y: 0 }],
      ]),
    );
    expect(keepPins(withPin(withPin(pins, 'one', null), 'two', null))).toBeNull();
  });

  test.each([null, 'pins', {}, [['one']], [[1, 2, 3]], [['one', 'x', 3]], [['one', 1e400, 0]], [null]])(
    'none are read from %j',
    (value) => expect(readPins(value).size).toBe(0),
  );

  test('of notes that are gone do nothing', () => {
    expect(pinnedPlaces(garden, new Map([['gone', { x: 1, y: 1 }]]))).toBe(garden);
  });
});
