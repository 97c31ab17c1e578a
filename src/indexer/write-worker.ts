/** Door of a worker thread: writes the files it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Load, loadWriter } from './file-writer.ts';

const write = loadWriter(workerData as string);
parentPort?.on('message', (load: Load) => parentPort!.postMessage(write(load)));
