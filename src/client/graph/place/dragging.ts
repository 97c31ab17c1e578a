/** Nodes in the reader's hand: they follow the pointer at once, their neighbourhood yields as a worker says. */
import type { Garden } from '../../../contract/map.ts';
import type { PullInput } from '../../../layout/pull.ts';
import type { Point } from '../draw/camera.ts';
import { startLayoutWorker, type LayoutWorker } from './start-layout-worker.ts';

export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Links from the node to those that still yield, and how many may; twice as many lie around them. */
const REACH = 2;
const MOST = 400;
/** Milliseconds until the neighbourhood has come to rest. */
const REST = 1_500;

export interface Neighbourhood extends PullInput {
  /** The garden's ids of the nodes. */
  readonly nodes: readonly number[];
}

/**
 * The nodes near one that is grabbed and near those drawn along, with those around them, which are held. Only what is on
 * the map counts.
 */
export function neighbourhood(
  garden: Garden,
  { x, y }: Places,
  shown: Uint8Array | null,
  node: number,
  along: readonly number[] = [],
): Neighbourhood {
  const nodes = [node, ...along];
  const index = new Map(nodes.map((own, i) => [own, i]));
  const steps = nodes.map(() => 0);
  for (let i = 0; i < nodes.length; i++) {
    if (steps[i]! > REACH || nodes.length >= MOST) break;
    const own = nodes[i]!;
    for (let k = garden.offsets[own]!; k < garden.offsets[own + 1]!; k++) {
      const other = garden.neighbours[k]!;
      if (index.has(other) || shown?.[other] === 0 || nodes.length >= 3 * MOST) continue;
      index.set(other, nodes.length);
      nodes.push(other);
      steps.push(steps[i]! + 1);
    }
  }
  const from: number[] = [];
  const to: number[] = [];
  nodes.forEach((own, i) => {
    for (let k = garden.offsets[own]!; k < garden.offsets[own + 1]!; k++) {
      const other = index.get(garden.neighbours[k]!);
      if (other !== undefined && other > i) {
        from.push(i);
        to.push(other);
      }
    }
  });
  return {
    nodes,
    nodeCount: nodes.length,
    from,
    to,
    x: nodes.map((own) => x[own]!),
    y: nodes.map((own) => y[own]!),
    grabbed: 0,
    held: steps.map((step, i) => (step > REACH || i >= MOST ? 1 : 0)),
    along: nodes.map((_, i) => (i > 0 && i <= along.length ? 1 : 0)),
  };
}

export class Dragging {
  /** The one under the pointer, then those that are drawn along. */
  readonly grabbed: readonly number[];
  readonly #nodes: readonly number[];
  readonly #onPlaces: (places: Places) => void;
  /** Where there is none, the node follows the pointer all the same. */
  readonly #worker: LayoutWorker | null;
  #places: Places;
  /** Where those in the hand stood, for how far they are from each other. */
  readonly #start: Places;
  #at: Point;
  #closing: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param places where all nodes stand; not changed
   * @param along nodes that keep their distance from the one under the pointer
   */
  constructor(
    garden: Garden,
    places: Places,
    shown: Uint8Array | null,
    node: number,
    along: readonly number[],
    onPlaces: (places: Places) => void,
  ) {
    this.grabbed = [node, ...along];
    this.#places = places;
    this.#start = places;
    this.#at = { x: places.x[node]!, y: places.y[node]! };
    this.#onPlaces = onPlaces;
    const { nodes, ...input } = neighbourhood(garden, places, shown, node, along);
    this.#nodes = nodes;
    this.#worker = startLayoutWorker();
    this.#worker?.addEventListener(
      'message',
      ({ data }: MessageEvent<{ x: Float64Array; y: Float64Array }>) => this.#put(data),
    );
    this.#worker?.postMessage({ kind: 'grab', input });
  }

  /** @param at in layout units */
  moveTo(at: Point): void {
    this.#at = at;
    this.#worker?.postMessage({ kind: 'move', ...at });
    this.#put(null);
  }

  /** The node is let go; what still moves comes to rest, and `onRest` is told. */
  end(onRest: () => void): void {
    this.#closing ??= setTimeout(onRest, REST);
  }

  /** All stays where it is now. */
  close(): void {
    clearTimeout(this.#closing);
    this.#worker?.terminate();
  }

  #put(found: { x: ArrayLike<number>; y: ArrayLike<number> } | null): void {
    const x = this.#places.x.slice();
    const y = this.#places.y.slice();
    if (found !== null) {
      this.#nodes.forEach((node, index) => {
        x[node] = found.x[index]!;
        y[node] = found.y[index]!;
      });
    }
    const first = this.grabbed[0]!;
    for (const node of this.grabbed) {
      x[node] = this.#at.x + (this.#start.x[node]! - this.#start.x[first]!);
      y[node] = this.#at.y + (this.#start.y[node]! - this.#start.y[first]!);
    }
    this.#places = { x, y };
    this.#onPlaces(this.#places);
  }
}
