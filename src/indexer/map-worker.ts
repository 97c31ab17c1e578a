/** Door of a worker thread: draws the map it is given. */
import { parentPort, workerData } from 'node:worker_threads';
import type { NodeGraph } from './derive-graph.ts';
import { drawMap } from './draw-map.ts';

parentPort?.postMessage(drawMap(workerData as NodeGraph));
