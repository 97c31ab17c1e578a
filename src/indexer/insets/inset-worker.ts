/** Door of a worker thread: makes the insets it is sent, in their order. */
import { parentPort } from 'node:worker_threads';
import { makeBatch } from './inset-batch.ts';
import type { InsetKey } from './insets.ts';

let last = Promise.resolve();

parentPort?.on('message', (keys: readonly InsetKey[]) => {
  last = last.then(async () => {
    const batch = await makeBatch(keys);
    parentPort!.postMessage(batch, [batch.html.buffer as ArrayBuffer]);
  });
});
