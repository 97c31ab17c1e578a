/** Starts the search in a worker or, where none can start or stay, in the page itself. */
import { GONE } from '../../contract/gone.ts';
import type { IndexSource, SearchEngine } from '../../search/engine.ts';
import type { Reply, Request } from './messages.ts';

/** Milliseconds after which a worker that answers nothing is taken for dead; a browser may end one without a word. */
const PATIENCE = 20_000;
/** Workers that are started anew; whatever ended those would end the next one too. */
const MOST_REVIVALS = 1;

/** Bytes of a search file that a page opens by itself: half a second of its time at most. */
const MOST_IN_PAGE = 12_000_000;

/**
 * An engine that outlives its worker: one that dies is started anew, then the page itself answers, and what was asked
 * meanwhile is asked again.
 * @param first the search file, already asked for: it comes while the worker starts
 * @param tries whether a worker is tried at all
 * @throws {Error} in words, where the index cannot be had or read.
 */
export async function startEngine(
  source: IndexSource,
  first?: Promise<Response>,
  tries = true,
): Promise<SearchEngine> {
  let asked = first;
  const fetchFile = async (): Promise<ArrayBuffer> => {
    const answer = asked ?? fetch(source.url);
    asked = undefined;
    const response = await answer.catch(() => {
      throw new Error('The site did not answer. Are you connected?');
    });
    if (response.status === 404) dispatchEvent(new Event(GONE));
    if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
    return response.arrayBuffer();
  };
  let revivals = 0;
  let isClosed = false;
  const start = async (): Promise<SearchEngine> => {
    while (tries && revivals <= MOST_REVIVALS) {
      const worker = startWorker();
      if (worker === null) break;
      try {
        return await inWorker(worker, source, fetchFile());
      } catch (error) {
        worker.terminate();
        if (!(error instanceof WorkerGone)) throw error;
        // One that has never answered is forbidden here.
        if (revivals === 0) break;
        revivals += 1;
      }
    }
    return inPage(source, fetchFile());
  };

  let engine = start();
  const lasting = async <Result>(ask: (engine: SearchEngine) => Promise<Result>): Promise<Result> => {
    for (;;) {
      const asked = engine;
      try {
        return await ask(await asked);
      } catch (error) {
        if (!(error instanceof WorkerGone) || isClosed) throw error;
        // Several questions may be open; the first one that is told revives for all.
        if (engine === asked) {
          revivals += 1;
          engine = start();
        }
      }
    }
  };
  const { texts } = await engine;
  return {
    texts,
    answer: (asked) => lasting((engine) => engine.answer(asked)),
    find: (wanted) => lasting((engine) => engine.find(wanted)),
    close() {
      isClosed = true;
      void engine.then((engine) => engine.close()).catch(() => {});
    },
  };
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

interface Waiting {
  readonly settle: (reply: Reply) => void;
  readonly fail: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

function inWorker(worker: Worker, source: IndexSource, file: Promise<ArrayBuffer>): Promise<SearchEngine> {
  const send = (request: Request, given: Transferable[] = []): void => worker.postMessage(request, given);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isGone = false;
  const take = (number: number): Waiting | undefined => {
    const found = waiting.get(number);
    clearTimeout(found?.timer);
    waiting.delete(number);
    return found;
  };
  const die = (): void => {
    isGone = true;
    worker.terminate();
    for (const number of [...waiting.keys()]) take(number)?.fail(new WorkerGone());
  };
  const ask = (make: (number: number) => Request): Promise<Reply> =>
    new Promise((settle, fail) => {
      if (isGone) {
        fail(new WorkerGone());
        return;
      }
      const number = ++last;
      waiting.set(number, { settle, fail, timer: setTimeout(die, PATIENCE) });
      send(make(number));
    });
  return new Promise((resolve, reject) => {
    worker.addEventListener('error', () => {
      die();
      reject(new WorkerGone());
    });
    worker.addEventListener('message', (event: MessageEvent<Reply>) => {
      const reply = event.data;
      if (reply.kind === 'failed') {
        reject(new Error(reply.message));
      } else if (reply.kind !== 'open') {
        take(reply.number)?.settle(reply);
      } else {
        resolve({
          texts: reply.texts,
          async answer(asked) {
            const found = await ask((number) => ({ kind: 'ask', number, asked }));
            return found.kind === 'answer' ? found.answer : { match: 'any', hits: [] };
          },
          async find(wanted) {
            const found = await ask((number) => ({ kind: 'find', number, wanted }));
            return found.kind === 'found' ? found.having : { ids: [] };
          },
          close: () => worker.terminate(),
        });
      }
    });
    file.then((bytes) => send({ kind: 'open', source, file: bytes }, [bytes]), reject);
  });
}

async function inPage(source: IndexSource, coming: Promise<ArrayBuffer>): Promise<SearchEngine> {
  const [file, { openIndex }] = await Promise.all([coming, import('./open-index.ts')]);
  if (file.byteLength > MOST_IN_PAGE)
    throw new Error('It is too large for a browser that lets nothing work in the background.');
  return { ...(await openIndex(source, file)), close: () => undefined };
}
