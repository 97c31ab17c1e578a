import { afterEach, expect, test, vi } from 'vitest';
import { colourReader } from './css-colour.ts';

afterEach(() => vi.unstubAllGlobals());

test('a colour is told in numbers as each browser writes it, and no pixel is looked at', () => {
  const written = new Map([
    ['rgb(from light-blue-of-one r g b/.9)', 'rgba(51, 102, 255, 0.9)'],
    ['rgb(from light-blue-of-another r g b/.9)', 'color(srgb 0.2 0.4 1 / 0.9)'],
    ['rgb(from nearly-black r g b/.9)', 'color(srgb 1e-7 0 0 / 0.9)'],
  ]);
  const context = {
    style: '',
    get fillStyle(): string {
      return this.style;
    },
    // What a canvas doesn't know, it doesn't take on.
    set fillStyle(colour: string) {
      if (colour === '#0000') this.style = 'rgba(0, 0, 0, 0)';
      else this.style = written.get(colour) ?? this.style;
    },
  };
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
  const read = colourReader();
  expect(read('light-blue-of-one')).toEqual([0.2, 0.4, 1]);
  expect(read('light-blue-of-another')).toEqual([0.2, 0.4, 1]);
  expect(read('nearly-black')).toEqual([1e-7, 0, 0]);
  expect(read('no colour')).toEqual([0, 0, 0]);
});
