/** The search worker: a thin door to `open-index.ts`. */
import type { Answer } from '../../search/engine.ts';
import type { Reply, Request } from './messages.ts';
import { openIndex, type OpenIndex } from './open-index.ts';

let index: OpenIndex | null = null;

const reply = (message: Reply): void => postMessage(message);

/** A query that the index chokes on finds nothing; every question has an answer. */
const NOTHING: Answer = { match: 'any', hits: [] };

addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === 'open') {
    openIndex(request.source, request.file).then(
      (opened) => {
        index = opened;
        reply({ kind: 'open', texts: opened.texts });
      },
      (error: unknown) =>
        reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
    return;
  }
  const { number } = request;
  const opened = index;
  if (opened === null) return;
  if (request.kind === 'find') {
    // In an async function, so that what is thrown at once is caught likewise.
    void (async () => opened.find(request.wanted))()
      .catch(() => ({ ids: [] }))
      .then((having) => reply({ kind: 'found', number, having }));
  } else {
    void (async () => opened.answer(request.asked))()
      .catch(() => NOTHING)
      .then((answer) => reply({ kind: 'answer', number, answer }));
  }
});
