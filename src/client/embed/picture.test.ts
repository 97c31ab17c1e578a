import { describe, expect, it } from 'vitest';
import { placeCard } from './card-place.ts';
import { stretched } from './stretch.ts';

const PANE = { width: 700, height: 400 };
const CARD = { width: 280, height: 120 };

describe('a card', () => {
  it.each([
    [100, 100],
    [600, 100],
    [350, 20],
    [350, 390],
    [690, 390],
  ])('beside a note at %i, %i lies within, and not over the note', (x, y) => {
    const { x: left, y: top } = placeCard({ x, y }, CARD, PANE);
    expect(left).toBeGreaterThanOrEqual(8);
    expect(top).toBeGreaterThanOrEqual(8);
    expect(left + CARD.width).toBeLessThanOrEqual(PANE.width - 8);
    expect(top + CARD.height).toBeLessThanOrEqual(PANE.height - 8);
    expect(x > left && x < left + CARD.width && y > top && y < top + CARD.height).toBe(false);
  });

  it('leaves the middle open where it can', () => {
    const { x } = placeCard({ x: 250, y: 200 }, CARD, { width: 1000, height: 400 });
    expect(x + CARD.width).toBeLessThan(500);
  });

  it('keeps its corner in sight where nothing fits', () => {
    expect(placeCard({ x: 100, y: 60 }, CARD, { width: 200, height: 100 })).toEqual({ x: 8, y: 8 });
  });
});

describe('a local map', () => {
  const square = {
    x: Float32Array.of(-10, 10, 500),
    y: Float32Array.of(-10, 10, 500),
    shown: Uint8Array.of(1, 1, 0),
    local: true,
  };

  it('is drawn out to the shape of its place, within bounds', () => {
    expect(stretched(square, { width: 300, height: 200 }).x[1]).toBeCloseTo(12.75);
    expect(stretched(square, { width: 3000, height: 200 }).x[1]).toBeCloseTo(16);
    expect(stretched(square, { width: 200, height: 300 }).y[1]).toBeGreaterThan(10);
    expect(stretched(square, { width: 200, height: 300 }).x).toBe(square.x);
  });

  it('stays as it is in a place without a size', () => {
    expect(stretched(square, { width: 0, height: 0 })).toBe(square);
  });
});
