import { afterEach, expect, test, vi } from 'vitest';
import { mapRenderer } from './map-renderer.ts';

const calls: string[] = [];
vi.mock('./canvas-renderer.ts', () => ({
  canvasRenderer: () => ({ resize: () => calls.push('resize'), paint: () => calls.push('paint') }),
}));
afterEach(() => vi.unstubAllGlobals());

test('the picture joins the page as it is painted first: until then its canvas is black', async () => {
  const canvas = { getContext: () => null, setAttribute: () => {}, style: {} };
  vi.stubGlobal('document', { createElement: () => canvas });
  const above = { before: (added: unknown) => calls.push(added === canvas ? 'joins' : 'another') };
  const renderer = await mapRenderer(above as unknown as HTMLCanvasElement);
  renderer.resize({ width: 600, height: 400 }, 2);
  expect(calls).toEqual(['resize']);
  renderer.paint(...([{}, {}, {}] as unknown as Parameters<typeof renderer.paint>));
  renderer.paint(...([{}, {}, {}] as unknown as Parameters<typeof renderer.paint>));
  expect(calls.filter((call) => call === 'joins')).toHaveLength(1);
  // Both before the browser shows anything.
  expect(calls.slice(1, 3).sort()).toEqual(['joins', 'paint']);
});
