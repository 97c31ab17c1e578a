/** Draws the map of a large garden on a thread of its own: the other files don't wait for it, and a server answers meanwhile. */
import { Worker } from 'node:worker_threads';
import { threadFile } from '../common/thread-file.ts';
import type { Drawing, DrawInput } from './recall-drawing.ts';

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
    let drawn: Promise<Drawn> | undefined;
    return () => (drawn ??= drawHere(input));
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

/** A build of unchanged notes draws nothing: loading what draws would be a tenth of its time. */
async function drawHere(input: DrawInput): Promise<Drawn> {
  const { drawMap } = await import('./draw-map.ts');
  return { drawing: drawMap(input), milliseconds: null };
}
