/** Door of a worker thread: parses the notes it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Source } from '../common/types.ts';
import { withoutBody } from './lazy-body.ts';
import { loadParser, type ParseSettings } from './parse.ts';

const parse = await loadParser(workerData as ParseSettings);

parentPort?.on('message', (sources: readonly Source[]) => {
  const outcomes = sources.map((source) => withoutBody(parse(source)));
  parentPort!.postMessage(
    outcomes,
    outcomes.map(({ html }) => html.buffer as ArrayBuffer),
  );
});
