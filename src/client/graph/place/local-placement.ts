/** Positions for the map around one note, laid out anew in a worker. */
import type { Garden } from '../../../contract/map.ts';
import { cutOut, MOST_LOCAL } from './neighbourhood-layout.ts';
import { startLayoutWorker, type LayoutWorker } from './start-layout-worker.ts';

export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

interface Reply {
  readonly number: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

let worker: LayoutWorker | null | undefined;
let asked = 0;

let last: {
  readonly garden: Garden;
  readonly shown: Uint8Array;
  readonly centre: number;
  readonly places: Promise<Places>;
} | null = null;

/** The same places again for the same question: what comes and goes with time moves nothing. */
export function placeAround(garden: Garden, shown: Uint8Array, centre: number): Promise<Places> {
  if (last?.garden !== garden || last.shown !== shown || last.centre !== centre) {
    last = { garden, shown, centre, places: layOut(garden, shown, centre) };
  }
  return last.places;
}

/**
 * Places of all nodes, of which those that `shown` marks are laid out for themselves around `centre`. Where no worker starts, or it
 * fails, the notes stay where the whole map has them.
 */
async function layOut(garden: Garden, shown: Uint8Array, centre: number): Promise<Places> {
  const graph = cutOut(garden, shown, centre);
  if (graph.nodeCount > MOST_LOCAL) return garden;
  const { nodes, ...input } = graph;
  const found = await ask(input);
  if (found === null) return garden;
  const x = garden.x.slice();
  const y = garden.y.slice();
  nodes.forEach((node, index) => {
    x[node] = found.x[index]!;
    y[node] = found.y[index]!;
  });
  return { x, y };
}

function ask(graph: Omit<ReturnType<typeof cutOut>, 'nodes'>): Promise<Reply | null> {
  worker ??= startLayoutWorker();
  const current = worker;
  if (current === null) return Promise.resolve(null);
  const number = ++asked;
  return new Promise((resolve) => {
    const listening = new AbortController();
    const settle = (reply: Reply | null): void => {
      listening.abort();
      resolve(reply);
    };
    const { signal } = listening;
    current.addEventListener(
      'message',
      (event: MessageEvent<Reply>) => {
        if (event.data.number === number) settle(event.data);
      },
      { signal },
    );
    current.addEventListener(
      'error',
      () => {
        worker = null;
        settle(null);
      },
      { signal },
    );
    current.postMessage({ kind: 'around', number, graph });
  });
}
