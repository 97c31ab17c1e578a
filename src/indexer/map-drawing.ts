/** Draws the map of a large garden on a thread of its own: the other files don't wait for it, and a server answers meanwhile. */
import { Worker } from 'node:worker_threads';
import { drawMap, type Drawing, type DrawInput } from './draw-map.ts';
import { threadFile } from './thread-file.ts';

/** Starting a thread takes as long as drawing so many nodes. */
const WORTH_A_THREAD = 500;

export interface Drawn {
  readonly drawing: Drawing;
  /** That it took on a thread of its own; null where it had none. */
  readonly milliseconds: number | null;
}

/** Begins at once, or, where it takes no time, when it is asked for. */
export function startDrawing(input: DrawInput, threaded: boolean): () => Promise<Drawn> {
  const file = threaded && input.titles.length >= WORTH_A_THREAD ? threadFile('map-worker.js') : null;
  if (file === null) {
    let drawn: Drawn | undefined;
    return () => Promise.resolve((drawn ??= { drawing: drawMap(input), milliseconds: null }));
  }
  const thread = new Worker(file, { workerData: input });
  const drawn = new Promise<Drawn>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  drawn.catch(() => {});
  // Nobody may ask: the program can end before it is done. Not sooner: to listen holds the program again.
  thread.unref();
  return () => {
    thread.ref();
    return drawn;
  };
}
