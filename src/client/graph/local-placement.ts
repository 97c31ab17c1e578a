/** Positions for the map around one note, laid out anew in a worker. */
import type { Garden } from '../../contract/map.ts';
import type { GrowInput } from '../../layout/grow.ts';
import type { LocalInput } from '../../layout/local.ts';
import type { Grown, LocalMap } from './growing.ts';
import { MOST_LOCAL, type Stage } from './growth.ts';
import { cutOut } from './neighbourhood-layout.ts';
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
  readonly stages: readonly Stage[];
  readonly centre: number;
  readonly found: Promise<Grown>;
} | null = null;

/**
 * Where nodes stand on the local map of these stages. The same places again for the same question: what comes and goes
 * with time moves nothing.
 * @param before the local map on the screen, or null
 */
export function placeLocalMap(
  garden: Garden,
  stages: readonly Stage[],
  centre: number,
  before: LocalMap | null,
): Promise<Grown> {
  if (last?.garden !== garden || last.stages !== stages || last.centre !== centre) {
    const grows = stages.length > 1 || (before !== null && before.stages.length > 1);
    const found = grows
      ? import('./growing.ts').then((growing) => growing.placeStages(garden, stages, centre, before))
      : placeAround(garden, stages[0]!.shown, centre).then((places) => ({ ...places, comers: null }));
    last = { garden, stages, centre, found };
  }
  return last.found;
}

/**
 * Places of all nodes, of which those that `shown` marks are laid out for themselves around `centre`. Where no worker starts, or it
 * fails, the notes stay where the whole map has them.
 */
export async function placeAround(garden: Garden, shown: Uint8Array, centre: number): Promise<Places> {
  const graph = cutOut(garden, shown, centre);
  // So many are no neighbourhood any more.
  if (graph.nodeCount > MOST_LOCAL) return garden;
  const { nodes, ...input } = graph;
  const found = await placeInWorker(input);
  if (found === null) return garden;
  const x = garden.x.slice();
  const y = garden.y.slice();
  nodes.forEach((node, index) => {
    x[node] = found.x[index]!;
    y[node] = found.y[index]!;
  });
  return { x, y };
}

/** Null where there is no worker, or it fails. */
export function placeInWorker(graph: LocalInput | GrowInput): Promise<Reply | null> {
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
