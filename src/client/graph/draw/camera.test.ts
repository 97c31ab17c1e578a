import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  boundsOf,
  fit,
  pan,
  scaleLimits,
  toScreen,
  toWorld,
  zoomAt,
  type Camera,
} from './camera.ts';

const size = { width: 800, height: 600 };
const camera: Camera = { x: 40, y: -20, scale: 0.5 };
const limits = { least: 0.01, most: 100 };

describe('camera', () => {
  it('puts its centre in the middle of the screen', () => {
    expect(toScreen(camera, size, { x: 40, y: -20 })).toEqual({ x: 400, y: 300 });
    expect(toScreen(camera, size, { x: 60, y: -20 })).toEqual({ x: 410, y: 300 });
  });

  it('finds the world point of every screen point again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (x, y) => {
        const back = toScreen(camera, size, toWorld(camera, size, { x, y }));
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });

  it('keeps what is under the finger there while panning', () => {
    const before = toWorld(camera, size, { x: 100, y: 100 });
    expect(toScreen(pan(camera, 30, -12), size, before)).toEqual({ x: 130, y: 88 });
  });

  it('keeps what is under the pointer there while zooming, at the limits too', () => {
    const at = { x: 700, y: 50 };
    const fixed = toWorld(camera, size, at);
    for (const factor of [0.0001, 0.7, 1, 1.3, 1e6]) {
      const zoomed = zoomAt(camera, size, at, factor, limits);
      expect(toScreen(zoomed, size, fixed).x).toBeCloseTo(at.x, 6);
      expect(toScreen(zoomed, size, fixed).y).toBeCloseTo(at.y, 6);
      expect(zoomed.scale).toBeGreaterThanOrEqual(limits.least);
      expect(zoomed.scale).toBeLessThanOrEqual(limits.most);
    }
  });

  it('fits bounds inside its margins', () => {
    const bounds = { left: -100, top: -500, right: 300, bottom: 500 };
    const fitted = fit(bounds, size, 50, 8);
    expect(fitted).toEqual({ x: 100, y: 0, scale: 0.5 });
    expect(toScreen(fitted, size, { x: 0, y: -500 }).y).toBe(50);
  });

  it('fits a single point without dividing by nothing', () => {
    expect(fit({ left: 3, top: 4, right: 3, bottom: 4 }, size, 50, 2)).toEqual({ x: 3, y: 4, scale: 2 });
    expect(
      fit({ left: 0, top: 0, right: 10, bottom: 10 }, { width: 0, height: 0 }, 50, 2).scale,
    ).toBeGreaterThan(0);
  });

  it('may zoom out to half the whole map', () => {
    expect(scaleLimits({ x: 0, y: 0, scale: 0.4 })).toEqual({ least: 0.2, most: 8 });
  });

  it('knows the bounds of what is shown only', () => {
    const x = Float32Array.of(0, 10, 99);
    const y = Float32Array.of(0, -5, 99);
    expect(boundsOf(x, y, Uint8Array.of(1, 1, 0))).toEqual({ left: 0, top: -5, right: 10, bottom: 0 });
    expect(boundsOf(x, y, null)?.right).toBe(99);
    expect(boundsOf(x, y, new Uint8Array(3))).toBeNull();
  });

  it('flies from one place to the other, evenly in ratio', () => {
    const to: Camera = { x: 140, y: 80, scale: 2 };
    expect(between(camera, to, 0)).toEqual(camera);
    expect(between(camera, to, 1)).toEqual(to);
    expect(between(camera, to, 0.5).scale).toBeCloseTo(1);
    expect(between(camera, { ...camera, x: 60 }, 0.5).x).toBeCloseTo(50);
  });
});
