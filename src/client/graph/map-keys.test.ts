import { expect, it, vi } from 'vitest';
import type { Camera } from './draw/camera.ts';
import { sampleGarden } from './garden/sample-garden.ts';
import { MapKeys, type MapKeysOptions } from './map-keys.svelte.ts';
import type { Work } from './map-props.ts';
import type { MapView } from './map-view.ts';

const garden = sampleGarden(
  ['Hub', 'One', 'Two'],
  [
    [0, 1],
    [0, 2],
  ],
);

function mapKeys(back: (() => void) | null = null, view: MapView | null = null) {
  const onask = vi.fn();
  const toggle = vi.fn(() => 'grown');
  const work = { growing: { back, toggle } } as unknown as Work;
  const options = {
    garden: () => garden,
    shown: () => null,
    selected: () => 0,
    asked: () => null,
    view: () => view,
    picks: () => [],
    canPick: () => true,
    withWork: (act: (work: Work) => void) => Promise.resolve(act(work)),
    onhover: () => {},
    onopen: () => {},
    onask: () => onask,
  } as unknown as MapKeysOptions;
  const keys = new MapKeys(options);
  const press = (key: string, more: Partial<KeyboardEvent> = {}): boolean => {
    const preventDefault = vi.fn();
    keys.press({ key, preventDefault, stopPropagation: () => {}, ...more } as unknown as KeyboardEvent);
    return preventDefault.mock.calls.length > 0;
  };
  return { keys, press, onask, toggle };
}

it('Backspace goes back on the walk, and then to the place before', () => {
  const back = vi.fn();
  const { press, keys } = mapKeys(back);
  press('ArrowRight');
  expect(keys.said).toMatch(/^One/);
  press('Backspace');
  expect(keys.said).toMatch(/^Hub/);
  expect(back).not.toHaveBeenCalled();
  press('Backspace');
  expect(back).toHaveBeenCalledOnce();
});

it('Backspace says so where there is nothing to go back to', () => {
  const { press, keys } = mapKeys();
  expect(press('Backspace')).toBe(true);
  expect(keys.said).toBe('There is nothing to go back to');
});

it.each([
  ['i', { x: 0, y: -50 }],
  ['j', { x: -50, y: 0 }],
  ['k', { x: 0, y: 50 }],
  ['L', { x: 50, y: 0 }],
])('%s looks further that way, by a quarter of the smaller side', (key, to) => {
  const show = vi.fn();
  const camera = { aim: { x: 0, y: 0, scale: 2 }, size: { width: 800, height: 400 }, show };
  const { press } = mapKeys(null, { camera } as unknown as MapView);
  expect(press(key)).toBe(true);
  const [[seen]] = show.mock.calls as [[Camera]];
  expect(seen.x).toBeCloseTo(to.x);
  expect(seen.y).toBeCloseTo(to.y);
});

it.each(['w', 'W', 'p', 'P', 'g', 'G'])('%s means the same in both cases', (key) => {
  const { press, onask, toggle } = mapKeys();
  expect(press(key, { shiftKey: key !== key.toLowerCase() })).toBe(true);
  expect(onask.mock.calls.length + toggle.mock.calls.length).toBe(1);
});
