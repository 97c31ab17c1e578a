import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleGarden } from '../garden/sample-garden.ts';
import { canvasRenderer } from './canvas-renderer.ts';
import { samplePicture } from './sample-picture.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** A canvas that remembers how much of itself, in its own pixels, its first rectangle has filled. */
function fakeCanvas(): { canvas: HTMLCanvasElement; filled: Box[] } {
  const filled: Box[] = [];
  let [across, down] = [1, 1];
  const known: Record<string, unknown> = {
    setTransform: (a: number, _b: number, _c: number, d: number) => void ([across, down] = [a, d]),
    fillRect: (_x: number, _y: number, width: number, height: number) =>
      filled.push({ width: width * across, height: height * down }),
  };
  const context = new Proxy(known, {
    get: (target, name: string) => target[name] ?? (() => {}),
    set: () => true,
  });
  return {
    canvas: { width: 0, height: 0, getContext: () => context } as unknown as HTMLCanvasElement,
    filled,
  };
}

describe('the map by Canvas 2D', () => {
  beforeEach(() => vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) }));
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    [{ width: 358, height: 330.4 }, 2],
    [{ width: 380, height: 330.8 }, 1.25],
    [{ width: 502.2, height: 402.2 }, 0.25],
  ])('paints its ground to the last row and column, of %o at %d pixels each', (size, ratio) => {
    const { canvas, filled } = fakeCanvas();
    const renderer = canvasRenderer(canvas);
    const { scene, frame, style } = samplePicture(sampleGarden(['A'], []), { size });
    renderer.resize(size, ratio);
    renderer.paint(scene, frame, style);
    expect(filled[0]!.width).toBeGreaterThanOrEqual(canvas.width);
    expect(filled[0]!.height).toBeGreaterThanOrEqual(canvas.height);
  });
});
