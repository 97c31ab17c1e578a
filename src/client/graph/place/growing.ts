/** What a local map could grow by, and where the newcomers stand. */
import type { Garden } from '../../../contract/map.ts';
import type { GrowInput } from '../../../layout/grow.ts';
import type { Points } from '../../../layout/start.ts';
import type { Direction } from '../garden/neighbourhood.ts';
import type { Stage } from './growth.ts';
import { placeAround, type Places } from './local-placement.ts';
import { cutOut } from './neighbourhood-layout.ts';

/** How many neighbours of each node of the map aren't on it; nodes that have all of theirs aside. */
export function hiddenNeighbours(
  garden: Garden,
  shown: Uint8Array,
  letIn: Uint8Array | null,
  direction: Direction,
): ReadonlyMap<number, number> {
  const found = new Map<number, Set<number>>();
  const follow = (from: number, to: number): void => {
    if (shown[from] !== 1 || shown[to] === 1 || letIn?.[to] === 0) return;
    const own = found.get(from);
    if (own === undefined) found.set(from, new Set([to]));
    else own.add(to);
  };
  for (let link = 0; link < garden.from.length; link++) {
    const [from, to] = [garden.from[link]!, garden.to[link]!];
    if (direction !== 'in') follow(from, to);
    if (direction !== 'out') follow(to, from);
  }
  return new Map([...found].map(([node, others]) => [node, others.size]));
}

/** A local map that stands on the screen. */
export interface LocalMap {
  readonly garden: Garden;
  readonly centre: number;
  readonly stages: readonly Stage[];
  readonly places: Places;
}

export interface Grown extends Places {
  /** Nodes that weren't there, and the node that each belongs to; null where the map is another one. */
  readonly comers: ReadonlyMap<number, number> | null;
}

/**
 * Places of all nodes, of which those of the last stage are laid out around `centre`: the first stage anew, the
 * newcomers of each later one near their node. What the map `before` shows stays where it is, if it is the same map.
 */
export async function placeStages(
  garden: Garden,
  stages: readonly Stage[],
  centre: number,
  before: LocalMap | null,
): Promise<Grown> {
  const base = stages[0]!.shown;
  const isSame =
    before !== null &&
    before.garden === garden &&
    before.centre === centre &&
    sameMask(before.stages[0]!.shown, base);
  const start = isSame ? before.places : await placeAround(garden, base, centre);
  const there = (isSame ? before.stages.at(-1)! : stages[0]!).shown.slice();
  const [x, y] = [start.x.slice(), start.y.slice()];
  const comers = new Map<number, number>();
  for (const { node, shown } of stages) {
    if (node === null) continue;
    const own = [...shown.keys()].filter((other) => shown[other] === 1 && there[other] !== 1);
    if (own.length === 0) continue;
    const all = there.slice();
    for (const other of own) all[other] = 1;
    const { nodes, centre: middle, ...graph } = cutOut({ ...garden, x, y }, all, node);
    const found = await placeInWorker({
      ...graph,
      held: Array.from(nodes, (other) => there[other]!),
      around: middle,
    });
    nodes.forEach((other, index) => {
      if (there[other] === 1 || found === null) return;
      x[other] = found.x[index]!;
      y[other] = found.y[index]!;
    });
    for (const other of own) {
      there[other] = 1;
      comers.set(other, node);
    }
  }
  return { x, y, comers: isSame ? comers : null };
}

function sameMask(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((one, node) => one === b[node]);
}

/** Null where no worker starts, or it fails: newcomers then stay where the whole map has them. */
function placeInWorker(input: GrowInput): Promise<Points | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL('./grow-worker.ts', import.meta.url), { type: 'module' });
    } catch {
      resolve(null);
      return;
    }
    const settle = (found: Points | null): void => {
      worker.terminate();
      resolve(found);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Points>) => settle(data));
    worker.addEventListener('error', () => settle(null));
    worker.postMessage(input);
  });
}
