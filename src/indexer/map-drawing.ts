/** Draws the map of a large garden on a thread of its own: the other files don't wait for it, and a server answers meanwhile. */
import { Worker } from 'node:worker_threads';
import type { NodeGraph } from './derive-graph.ts';
import { drawMap, type Drawing } from './draw-map.ts';
import { threadFile } from './thread-file.ts';

/** Starting a thread takes as long as drawing so many nodes. */
const WORTH_A_THREAD = 500;

/** Begins at once, or, where it takes no time, when it is asked for. */
export function startDrawing(nodes: NodeGraph, threaded: boolean): () => Promise<Drawing> {
  const file = threaded && nodes.titles.length >= WORTH_A_THREAD ? threadFile('map-worker.js') : null;
  if (file === null) {
    let drawing: Drawing | undefined;
    return () => Promise.resolve((drawing ??= drawMap(nodes)));
  }
  const thread = new Worker(file, { workerData: nodes });
  // Nobody may ask: the program can end before it is done.
  thread.unref();
  const drawn = new Promise<Drawing>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  drawn.catch(() => {});
  return () => {
    thread.ref();
    return drawn;
  };
}
