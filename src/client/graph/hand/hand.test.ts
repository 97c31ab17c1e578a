import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readColumns, type Garden } from '../../../contract/map.ts';
import { withExtras } from '../garden/extras.ts';
import type { Places } from '../place/dragging.ts';
import { Hand } from './hand.svelte.ts';
import type { Pins } from './pins.ts';

const workers: EventTarget[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      constructor() {
        super();
        workers.push(this);
      }
      postMessage(): void {}
      terminate(): void {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  workers.length = 0;
});

/** Notes in a row, each a hundred units from the one before. */
function gardenOf(...slugs: string[]): Garden {
  return readColumns({
    titles: slugs,
    slugs,
    unit: 100,
    x: slugs.map((_, index) => index),
    y: slugs.map(() => 0),
    region: slugs.map(() => -1),
    regions: [],
    from: [],
    to: [],
    tags: ['tag'],
    noteTags: slugs.map(() => [0]),
  });
}

/** A hand on a map that may become another one. */
function start(garden: Garden): {
  hand: Hand;
  map: { garden: Garden; local: boolean; centre: number | null; places: Places };
  pins: () => Pins;
} {
  const map = { garden, local: false, centre: null as number | null, places: garden as Places };
  let pins: Pins = new Map();
  const hand = new Hand({
    garden: () => map.garden,
    standing: () => null,
    local: () => map.local,
    selected: () => map.centre,
    places: () => map.places,
    pins: () => pins,
    onPins: (next) => (pins = next),
    onPlaces: (places) => (map.places = places),
    onGrab: () => {},
    onRest: () => {},
  });
  return { hand, map, pins: () => pins };
}

function drag(hand: Hand, node: number, to: number): void {
  hand.grab(node, { x: 100 * node, y: 0 });
  hand.draw({ x: to, y: 0 });
  hand.drop();
}

/** The nodes' places on the map, by title. */
function told({ titles }: Garden, { x }: Places): Record<string, number> {
  return Object.fromEntries(titles.map((title, node) => [title, Math.round(x[node]!)]));
}

test('what was moved stays there when tags join the map and leave it', () => {
  const garden = gardenOf('a', 'b');
  const { hand, map } = start(garden);
  drag(hand, 0, 700);
  vi.runAllTimers();
  map.garden = withExtras(garden, true, null);
  expect(told(map.garden, hand.left!)).toEqual({ a: 700, b: 100, '#tag': Math.round(map.garden.x[2]!) });
  expect(hand.left).toBe(hand.left);
  expect(hand.moved).toEqual([0]);
  map.garden = garden;
  expect(told(garden, hand.left!)).toEqual({ a: 700, b: 100 });
});

test('and in another build, which numbers notes anew', () => {
  const { hand, map } = start(gardenOf('a', 'b'));
  drag(hand, 1, 700);
  vi.runAllTimers();
  map.garden = gardenOf('new', 'a', 'b');
  expect(told(map.garden, hand.left!)).toEqual({ new: 0, a: 0, b: 700 });
  expect(hand.moved).toEqual([2]);
  expect(hand.isPinned).toBe(false);
  hand.pin();
  expect(hand.isPinned).toBe(true);
  map.garden = gardenOf('a');
  expect(hand.moved).toEqual([]);
});

test.each([
  ['the whole one', { local: false, centre: 0 }],
  ['that around another note', { local: true, centre: 1 }],
])('what still moves on a local map moves nothing on %s', (_, other) => {
  const { hand, map } = start(gardenOf('a', 'b'));
  Object.assign(map, { local: true, centre: 0 });
  drag(hand, 0, 700);
  const places = { x: map.garden.x, y: map.garden.y };
  Object.assign(map, other, { places });
  workers[0]!.dispatchEvent(new MessageEvent('message', { data: { x: [5], y: [5] } }));
  vi.runAllTimers();
  expect(map.places).toBe(places);
  expect(hand.left).toBeNull();
  expect(hand.moved).toEqual([]);
});

test('what still moves on the whole map is left there for it, and pinned as it stands there', () => {
  const { hand, map, pins } = start(gardenOf('a', 'b'));
  drag(hand, 0, 700);
  Object.assign(map, { local: true, centre: 1, places: { x: map.garden.x, y: map.garden.y } });
  drag(hand, 1, 300);
  vi.runAllTimers();
  map.local = false;
  expect(told(map.garden, hand.left!)).toEqual({ a: 700, b: 100 });
  hand.pin();
  expect([...pins()]).toEqual([['a', { x: 700, y: 0 }]]);
  hand.putBack();
  expect([hand.left, hand.moved, pins().size]).toEqual([null, [], 0]);
});
