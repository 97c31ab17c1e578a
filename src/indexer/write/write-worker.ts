/** Door of a worker thread: writes the files it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Load, loadWriter } from './file-writer.ts';
import { beginSync } from './write-stage.ts';

/** Bytes that wait for the disk. What is brought there while pages are made, nobody waits for in the end. */
const SYNC_BYTES = 16 << 20;

const root = workerData as string;
const write = loadWriter(root);
let waiting = 0;
parentPort?.on('message', (load: Load) => {
  waiting += load.lengths.reduce((sum, length) => sum + length, 0);
  const answer = write(load);
  parentPort!.postMessage(answer, [answer.bytes.buffer]);
  if (waiting < SYNC_BYTES) return;
  waiting = 0;
  beginSync(root);
});
