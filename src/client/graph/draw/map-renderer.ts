/**
 * Draws the map with WebGL2, and with Canvas 2D where there is none, where it fails, and once its context is lost. Each
 * draws on a canvas of its own, which lies below the one that takes the pointer and the keys; only what is used is loaded.
 */
import type { Size } from './camera.ts';
import type { Frame, MapStyle, Renderer } from './renderer.ts';
import type { Scene } from './scene.ts';

export interface MapRenderer extends Renderer {
  readonly destroy: () => void;
}

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** @param above the canvas that lies on the picture */
export async function mapRenderer(above: HTMLCanvasElement): Promise<MapRenderer> {
  let size: Size | null = null;
  let ratio = 1;
  let last: [Scene, Frame, MapStyle] | null = null;
  let isOver = false;
  let current = await fastRenderer(() => {
    // It may come back only to a page that asks for a new one; until then the map must not be blank.
    if (!isOver) void plainRenderer().then(replace);
  }).catch(plainRenderer);

  function replace(next: Drawing): void {
    if (isOver) return;
    if (size !== null) next.renderer.resize(size, ratio);
    if (last !== null) next.renderer.paint(...last);
    current.canvas.replaceWith(next.canvas);
    current = next;
  }

  return {
    resize(newSize, newRatio) {
      size = newSize;
      ratio = newRatio;
      current.renderer.resize(size, ratio);
    },
    paint(...frame) {
      // Not before: what nothing was drawn on is black.
      if (last === null) above.before(current.canvas);
      last = frame;
      current.renderer.paint(...frame);
    },
    destroy() {
      isOver = true;
      // Browsers keep sixteen contexts, of pages long left too, unless they are told.
      current.canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
      current.canvas.remove();
    },
  };
}

interface Drawing {
  readonly canvas: HTMLCanvasElement;
  readonly renderer: Renderer;
}

async function plainRenderer(): Promise<Drawing> {
  const { canvasRenderer } = await import('./canvas-renderer.ts');
  const canvas = freshCanvas();
  return { canvas, renderer: canvasRenderer(canvas) };
}

/** @throws {Error} where there is no WebGL2, or none that is faster than Canvas 2D */
async function fastRenderer(onLost: () => void): Promise<Drawing> {
  const canvas = freshCanvas();
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
  if (gl === null || isSoftware(gl)) throw new Error('The processor draws faster with Canvas 2D.');
  const { webglRenderer } = await import('./webgl-renderer.ts');
  const renderer = webglRenderer(gl);
  canvas.addEventListener('webglcontextlost', onLost);
  return { canvas, renderer };
}

function freshCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  return canvas;
}

function isSoftware(gl: WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return names !== null && SOFTWARE.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)));
}
