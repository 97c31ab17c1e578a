/** Door of a worker thread: draws the map it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawMap } from './draw-map.ts';
import type { Drawn } from './map-drawing.ts';
import type { DrawInput } from './recall-drawing.ts';

const start = performance.now();
const drawing = drawMap(workerData as DrawInput);
parentPort?.postMessage({ drawing, milliseconds: performance.now() - start } satisfies Drawn);
