/** Door of a worker thread: draws the map it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawMap, type DrawInput } from './draw-map.ts';

parentPort?.postMessage(drawMap(workerData as DrawInput));
