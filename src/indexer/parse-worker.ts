/** Door of a worker thread: parses the notes it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { createParser, type ParseSettings } from './parse.ts';
import type { Source } from './source.ts';

const parse = createParser(workerData as ParseSettings);

parentPort?.on('message', (sources: readonly Source[]) => {
  parentPort!.postMessage(sources.map(parse));
});
