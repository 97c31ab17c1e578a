/** Starts the search in a worker or, where none can start, in the page itself. */
import type { IndexSource, SearchEngine } from '../../search/engine.ts';
import type { Reply, Request } from './messages.ts';

/** @throws {Error} in words, where the index cannot be had or read. */
export async function startEngine(source: IndexSource): Promise<SearchEngine> {
  const worker = startWorker();
  if (worker === null) return inPage(source);
  try {
    return await inWorker(worker, source);
  } catch (error) {
    worker.terminate();
    if (error instanceof WorkerGone) return inPage(source);
    throw error;
  }
}

/** A sandboxed frame or a strict host may forbid workers. */
function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

class WorkerGone extends Error {}

function inWorker(worker: Worker, source: IndexSource): Promise<SearchEngine> {
  const send = (request: Request): void => worker.postMessage(request);
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  const ask = (make: (number: number) => Request): Promise<Reply> =>
    new Promise((settle) => {
      waiting.set(++last, settle);
      send(make(last));
    });
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', () => reject(new WorkerGone()), { once: true });
    worker.addEventListener('message', (event: MessageEvent<Reply>) => {
      const reply = event.data;
      if (reply.kind === 'failed') {
        reject(new Error(reply.message));
      } else if (reply.kind !== 'open') {
        waiting.get(reply.number)?.(reply);
        waiting.delete(reply.number);
      } else {
        resolve({
          texts: reply.texts,
          async answer(asked) {
            const found = await ask((number) => ({ kind: 'ask', number, asked }));
            return found.kind === 'answer' ? found.answer : { match: 'any', hits: [] };
          },
          async find(wanted) {
            const found = await ask((number) => ({ kind: 'find', number, wanted }));
            return found.kind === 'found' ? found.ids : [];
          },
          close: () => worker.terminate(),
        });
      }
    });
    send({ kind: 'open', source });
  });
}

async function inPage(source: IndexSource): Promise<SearchEngine> {
  const { openIndex } = await import('./open-index.ts');
  return { ...(await openIndex(source)), close: () => undefined };
}
