/** Starts the search in a worker or, where none can start, in the page itself. */
import type { Answer, SearchEngine } from './engine.ts';
import type { Reply, Request } from './messages.ts';

/** @throws {Error} in words, where the index cannot be had or read. */
export async function startEngine(url: string): Promise<SearchEngine> {
  const worker = startWorker();
  if (worker === null) return inPage(url);
  try {
    return await inWorker(worker, url);
  } catch (error) {
    worker.terminate();
    if (error instanceof WorkerGone) return inPage(url);
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

function inWorker(worker: Worker, url: string): Promise<SearchEngine> {
  const send = (request: Request): void => worker.postMessage(request);
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', () => reject(new WorkerGone()), { once: true });
    worker.addEventListener('message', (event: MessageEvent<Reply>) => {
      const reply = event.data;
      if (reply.kind === 'failed') {
        reject(new Error(reply.message));
      } else if (reply.kind === 'answer') {
        waiting.get(reply.number)?.(reply.answer);
        waiting.delete(reply.number);
      } else {
        resolve({
          texts: reply.texts,
          answer: (query) =>
            new Promise((settle) => {
              waiting.set(++last, settle);
              send({ kind: 'ask', number: last, query });
            }),
          close: () => worker.terminate(),
        });
      }
    });
    send({ kind: 'open', url });
  });
}

async function inPage(url: string): Promise<SearchEngine> {
  const { openIndex } = await import('./open-index.ts');
  const index = await openIndex(url);
  return {
    texts: index.texts,
    answer: (query) => Promise.resolve(index.answer(query)),
    close: () => undefined,
  };
}
