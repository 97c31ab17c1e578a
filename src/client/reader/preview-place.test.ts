import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePreview } from './preview-place.ts';

const pane = { width: 576, height: 800 };
const link = (left: number, top: number) => ({ left, top, right: left + 90, bottom: top + 20 });

describe('a preview', () => {
  it('stands below its link where there is room', () => {
    expect(placePreview(link(100, 200), 130, pane)).toEqual({
      left: 102,
      width: 416,
      top: 226,
      bottom: null,
      mostHeight: 352,
    });
  });

  it('stands above a link near the lower edge, and grows upwards', () => {
    const place = placePreview(link(100, 700), 130, pane);
    expect(place.top).toBeNull();
    expect(place.bottom).toBe(106);
  });

  it('is as narrow as a phone', () => {
    const place = placePreview(link(300, 200), 340, { width: 390, height: 700 });
    expect(place.left).toBe(8);
    expect(place.width).toBe(374);
  });

  it('never covers its link and never leaves its pane', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 1200 }),
        fc.integer({ min: 300, max: 1200 }),
        fc.nat(1200),
        fc.nat(1200),
        fc.integer({ min: 14, max: 120 }),
        (width, height, x, y, tall) => {
          const top = Math.min(y, height - tall);
          const box = { left: x % width, top, right: width, bottom: top + tall };
          const place = placePreview(box, box.left, { width, height });
          expect(place.left).toBeGreaterThanOrEqual(0);
          expect(place.left + place.width).toBeLessThanOrEqual(width);
          if (place.top !== null) {
            expect(place.top).toBeGreaterThanOrEqual(box.bottom);
            expect(place.top + place.mostHeight).toBeLessThanOrEqual(Math.max(height, place.top));
          } else {
            expect(height - place.bottom!).toBeLessThanOrEqual(box.top);
            expect(height - place.bottom! - place.mostHeight).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
});
