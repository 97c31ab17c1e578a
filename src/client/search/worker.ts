/** The search worker: a thin door to `open-index.ts`. */
import type { Answer } from './engine.ts';
import type { Reply, Request } from './messages.ts';
import { openIndex, type OpenIndex } from './open-index.ts';

let index: OpenIndex | null = null;

const reply = (message: Reply): void => postMessage(message);

/** A query that the index chokes on finds nothing; every question has an answer. */
function ask(opened: OpenIndex, query: string): Answer {
  try {
    return opened.answer(query);
  } catch {
    return { match: 'any', hits: [] };
  }
}

addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  if (request.kind === 'ask') {
    if (index !== null) reply({ kind: 'answer', number: request.number, answer: ask(index, request.query) });
    return;
  }
  openIndex(request.url).then(
    (opened) => {
      index = opened;
      reply({ kind: 'open', texts: opened.texts });
    },
    (error: unknown) =>
      reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
