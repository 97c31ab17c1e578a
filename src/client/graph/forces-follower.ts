/**
 * Nodes under the reader's forces. Where they end depends on the settings alone: a worker begins with the places of the
 * build each time, and the map blends from where nodes are now into what it tells. Loaded when a force is first changed.
 */
import type { Garden } from '../../contract/map.ts';
import { easeOut } from './draw/camera.ts';
import type { Placement } from './draw/picture.ts';
import { forcedPart, forcesOf } from './forces-input.ts';
import { FORCE_KNOBS, readKnobs } from './garden/knobs.ts';
import type { Pins } from './hand/pins.ts';
import type { MapView } from './map-view.ts';
import type { Places } from './place/dragging.ts';
import type { LayoutOrder, Settled } from './place/layout-worker.ts';
import { startLayoutWorker, type LayoutWorker } from './place/start-layout-worker.ts';

export interface ForcesFollowerOptions {
  readonly view: MapView;
  readonly still: () => boolean;
  /** Nodes have come to rest elsewhere. */
  readonly onRest: () => void;
}

/** What is to be followed. */
export interface ForcedMap {
  readonly garden: Garden;
  /** Where nodes stand without the reader's forces. */
  readonly base: Placement;
  readonly pins: Pins;
  /** As the address has them; '' for those of the build. */
  readonly forces: string;
}

export class ForcesFollower {
  readonly #options: ForcesFollowerOptions;
  #worker: LayoutWorker | null = null;
  #map: ForcedMap | null = null;
  #number = 0;
  /** Something else has moved nodes since. */
  #isStopped = false;
  #nodes: Uint32Array = new Uint32Array();
  /** Where nodes were when they set out. */
  #start: Places | null = null;

  constructor(options: ForcesFollowerOptions) {
    this.#options = options;
  }

  /** The forces that nodes were under last; null where none were asked for. */
  get forces(): string | null {
    return this.#map?.forces ?? null;
  }

  follow(map: ForcedMap): void {
    const was = this.#map;
    this.#map = map;
    if (was !== null && !this.#isStopped && isSame(was, map)) return;
    if (map.forces !== '') this.#run(this.#options.view.placement ?? map.base);
    else if (was !== null && was.forces !== '') {
      this.stop();
      this.#options.view.setPlacement(map.base);
      this.#options.onRest();
    }
  }

  /** Once more, from the places of the build, to be seen. */
  replay(): void {
    if (this.#map === null || this.#map.forces === '') return;
    const { x, y } = this.#map.base;
    this.#options.view.setPlaces({ x, y }, true);
    this.#run(this.#map.base);
  }

  /** All stays where it is now. */
  stop(): void {
    this.#isStopped = true;
    this.#number++;
    this.#worker?.postMessage({ kind: 'stop' });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #run(start: Places): void {
    const { garden, base, pins, forces } = this.#map!;
    const { nodes, ...input } = forcedPart(garden, base, pins);
    this.#isStopped = false;
    this.#start = start;
    this.#nodes = nodes;
    this.#worker ??= this.#startWorker();
    const order: LayoutOrder = {
      kind: 'settle',
      number: ++this.#number,
      input,
      forces: forcesOf(readKnobs(FORCE_KNOBS, forces), base.local),
      shows: !this.#options.still(),
    };
    this.#worker?.postMessage(order);
  }

  #startWorker(): LayoutWorker | null {
    const worker = startLayoutWorker();
    worker?.addEventListener('message', ({ data }: MessageEvent<Settled>) => {
      if (data.number === this.#number) this.#put(data);
    });
    return worker;
  }

  #put({ x: toX, y: toY, progress }: Settled): void {
    const { base } = this.#map!;
    const { view, onRest } = this.#options;
    const [x, y] = [base.x.slice(), base.y.slice()];
    if (progress === 1) {
      this.#nodes.forEach((node, index) => {
        x[node] = toX[index]!;
        y[node] = toY[index]!;
      });
      view.setPlacement({ ...base, x, y });
      onRest();
      return;
    }
    const share = easeOut(progress);
    const start = this.#start!;
    this.#nodes.forEach((node, index) => {
      x[node] = start.x[node]! + (toX[index]! - start.x[node]!) * share;
      y[node] = start.y[node]! + (toY[index]! - start.y[node]!) * share;
    });
    view.setPlaces({ x, y }, true);
  }
}

/** Whether the same nodes stand under the same forces; which of them are shown at this moment is no matter. */
function isSame(one: ForcedMap, other: ForcedMap): boolean {
  const marks = ({ base: { shown, ever = shown } }: ForcedMap): Uint8Array | null => ever;
  return (
    one.garden === other.garden &&
    one.forces === other.forces &&
    one.base.local === other.base.local &&
    one.pins === other.pins &&
    isEqual(marks(one), marks(other)) &&
    isEqual(one.base.x, other.base.x) &&
    isEqual(one.base.y, other.base.y)
  );
}

type Numbers = Float32Array | Uint8Array | null;

function isEqual(one: Numbers, other: Numbers): boolean {
  if (one === other || one === null || other === null) return one === other;
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
