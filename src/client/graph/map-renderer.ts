/**
 * Draws the map with WebGL2, and with Canvas 2D where there is none, where it fails, and for as long as its context is
 * lost. Each draws on a canvas of its own, which lies below the one that takes the pointer and the keys.
 */
import { canvasRenderer } from './canvas-renderer.ts';
import type { Frame, MapStyle, Renderer } from './renderer.ts';
import type { Scene } from './scene.ts';
import type { Size } from './camera.ts';
import { webglRenderer } from './webgl-renderer.ts';

export interface MapRenderer extends Renderer {
  readonly destroy: () => void;
}

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** @param above the canvas that lies on the picture */
export function mapRenderer(above: HTMLCanvasElement): MapRenderer {
  let size: Size | null = null;
  let ratio = 1;
  let last: [Scene, Frame, MapStyle] | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let renderer: Renderer | null = null;
  let isOver = false;

  const begin = (make: (canvas: HTMLCanvasElement) => Renderer): void => {
    const fresh = document.createElement('canvas');
    fresh.setAttribute('aria-hidden', 'true');
    Object.assign(fresh.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
    renderer = make(fresh);
    canvas?.remove();
    canvas = fresh;
    above.before(fresh);
    if (size !== null) renderer.resize(size, ratio);
    if (last !== null) renderer.paint(...last);
  };
  const beginPlain = (): void => begin((fresh) => canvasRenderer(fresh));
  const beginFast = (): void =>
    begin((fresh) => {
      const gl = fresh.getContext('webgl2', { alpha: false, antialias: false, depth: false });
      if (gl === null) throw new Error('no WebGL2');
      fresh.addEventListener('webglcontextlost', () => {
        // It may come back only to a page that asks for a new one; until then the map must not be blank.
        if (canvas === fresh && !isOver) beginPlain();
      });
      if (isSoftware(gl)) throw new Error('WebGL2 by the processor is slower than Canvas 2D');
      return webglRenderer(gl);
    });

  try {
    beginFast();
  } catch {
    beginPlain();
  }
  return {
    resize(newSize, newRatio) {
      size = newSize;
      ratio = newRatio;
      renderer!.resize(size, ratio);
    },
    paint(...frame) {
      last = frame;
      renderer!.paint(...frame);
    },
    destroy() {
      isOver = true;
      // Browsers keep sixteen contexts, of pages long left too, unless they are told.
      (canvas?.getContext('webgl2') ?? null)?.getExtension('WEBGL_lose_context')?.loseContext();
      canvas?.remove();
    },
  };
}

function isSoftware(gl: WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  return names !== null && SOFTWARE.test(String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)));
}
