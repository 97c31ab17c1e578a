/** Joins the map's machine to the elements it lives in. */
import type { Camera } from './draw/camera.ts';
import { LabelPainter } from './draw/label-painter.ts';
import { mapRenderer } from './draw/map-renderer.ts';
import { listenToGestures } from './hand/gestures.ts';
import { mapGestures, type MapGestureOptions } from './map-gestures.ts';
import { MapView } from './map-view.ts';
import { watchCovered } from './watch-covered.ts';

export interface MapElements {
  readonly pane: HTMLElement;
  /** Takes pointer and keys. */
  readonly canvas: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
}

export interface OpenMapOptions extends Omit<MapGestureOptions, 'view'> {
  readonly still: () => boolean;
  /** Whether something else must be drawn first. */
  readonly waits: () => boolean;
  /** Where the camera came to rest; null where it shows the whole map. */
  readonly onCamera: (camera: Camera | null) => void;
  /** The machine is there. */
  readonly onView: (view: MapView) => void;
  /** The map has a size: before, there is nothing to fit it to. */
  readonly onSized: () => void;
  /** This browser draws nothing at all. */
  readonly onBlind: () => void;
}

/** Returns how to close it. */
export function openMap(elements: MapElements, options: OpenMapOptions): () => void {
  let isOver = false;
  let stop = (): void => {};
  // To look for WebGL takes as long as to make the pane: a task of its own.
  void new Promise((resolve) => setTimeout(resolve))
    .then(() => mapRenderer(elements.canvas))
    .then((renderer) => {
      if (isOver) renderer.destroy();
      else stop = begin(elements, renderer, options);
    })
    .catch(() => options.onBlind());
  return () => {
    isOver = true;
    stop();
  };
}

function begin(
  { pane, canvas, overlay }: MapElements,
  renderer: Awaited<ReturnType<typeof mapRenderer>>,
  options: OpenMapOptions,
): () => void {
  const view = new MapView({
    renderer,
    labels: new LabelPainter(overlay),
    still: options.still,
    waits: options.waits,
    onRest: (at) => {
      canvas.dataset['camera'] = `${at.x} ${at.y} ${at.scale}`;
      options.onCamera(view.camera.isWhole ? null : at);
    },
  });
  options.onView(view);
  const listening = new AbortController();
  listenToGestures(canvas, mapGestures({ ...options, view }), listening.signal);
  const resized = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    if (width === 0 || height === 0) return;
    view.resize({ width, height }, Math.min(2, devicePixelRatio));
    options.onSized();
  });
  resized.observe(pane);
  const stopWatching = watchCovered(pane, (boxes) => view.setObstacles(boxes));
  return () => {
    listening.abort();
    resized.disconnect();
    stopWatching();
    view.destroy();
    renderer.destroy();
  };
}
