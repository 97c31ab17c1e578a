import { describe, expect, it } from 'vitest';
import { placePanel } from './panel-place.ts';

const window = { width: 1000, height: 800 };

describe('placePanel', () => {
  it('stands beneath its box, from where the writing begins', () => {
    expect(placePanel({ left: 100, right: 600, bottom: 40 }, window, false)).toEqual({
      left: 100,
      top: 46,
      width: 500,
      maxHeight: 560,
    });
    expect(placePanel({ left: 100, right: 700, bottom: 40 }, window, true).left).toBe(140);
  });

  it('ends where a box at the right rim ends, and stays in the window', () => {
    expect(placePanel({ left: 800, right: 960, bottom: 40 }, window, false)).toMatchObject({
      left: 540,
      width: 420,
    });
    for (const isFromRight of [false, true])
      expect(
        placePanel({ left: -50, right: 1200, bottom: 40 }, { width: 320, height: 600 }, isFromRight),
      ).toEqual({
        left: 12,
        top: 46,
        width: 296,
        maxHeight: 542,
      });
  });

  it('is never too low to read, however low its box is', () => {
    expect(placePanel({ left: 100, right: 600, bottom: 790 }, window, false).maxHeight).toBe(200);
  });
});
