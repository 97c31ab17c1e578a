/** Door of a worker thread: sets the formulas it is sent. */
import { parentPort } from 'node:worker_threads';
import type { FormulaKey } from './formulas.ts';
import { setBatch } from './math-batch.ts';

parentPort?.on('message', (keys: readonly FormulaKey[]) => {
  const batch = setBatch(keys);
  parentPort!.postMessage(batch, [batch.html.buffer as ArrayBuffer]);
});
