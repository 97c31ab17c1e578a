/** The map's worker: a thin door to the layout's own functions. One drag, local map or change of forces each. */
import { Settling, type Forces, type ForcesInput } from '../../../layout/forces.ts';
import { placeLocal, type LocalInput } from '../../../layout/local.ts';
import { Pull, type PullInput } from '../../../layout/pull.ts';
import type { Points } from '../../../layout/start.ts';

export type LayoutOrder =
  | { readonly kind: 'around'; readonly number: number; readonly graph: LocalInput }
  | { readonly kind: 'grab'; readonly input: PullInput }
  | { readonly kind: 'move'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'settle';
      readonly number: number;
      readonly input: ForcesInput;
      readonly forces: Forces;
      /** Whether where nodes are on their way is told too. */
      readonly shows: boolean;
    }
  | { readonly kind: 'stop' };

/** A moment of a map that comes to rest under other forces. */
export interface Settled {
  readonly number: number;
  readonly x: Float32Array<ArrayBuffer>;
  readonly y: Float32Array<ArrayBuffer>;
  /** 1 where nodes are at rest. */
  readonly progress: number;
}

/** Milliseconds from one picture to the next. */
const STEP = 15;
/** Ticks of forces from one picture to the next: a small map is to be seen moving too. */
const TICKS = 3;

let pull: Pull | null = null;
let isGoing = false;

/** Says where nodes are until they rest. */
function step(): void {
  isGoing = pull?.tick() === true;
  if (!isGoing) return;
  postMessage(pull!.places);
  setTimeout(step, STEP);
}

let settling: { readonly number: number; readonly run: Settling; readonly shows: boolean } | null = null;

function settle(number: number): void {
  // Another order has come meanwhile.
  if (settling?.number !== number) return;
  const { run, shows } = settling;
  const start = performance.now();
  let goes = true;
  for (let ticks = 0; goes && performance.now() < start + STEP && (ticks < TICKS || !shows); ticks++) {
    goes = run.tick();
  }
  if (shows || !goes) tell(number, goes ? run.places : run.apart, goes ? run.progress : 1);
  if (goes) setTimeout(settle, shows ? Math.max(0, STEP - (performance.now() - start)) : 0, number);
}

function tell(number: number, places: Points, progress: number): void {
  const told: Settled = {
    number,
    x: Float32Array.from(places.x),
    y: Float32Array.from(places.y),
    progress,
  };
  postMessage(told, { transfer: [told.x.buffer, told.y.buffer] });
}

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if (data.kind === 'around') postMessage({ number: data.number, ...placeLocal(data.graph) });
  else if (data.kind === 'stop') settling = null;
  else if (data.kind === 'settle') {
    const { number, input, forces, shows } = data;
    settling = { number, run: new Settling(input, forces), shows };
    settle(number);
  } else {
    if (data.kind === 'grab') pull = new Pull(data.input);
    else pull?.moveTo(data.x, data.y);
    if (!isGoing) step();
  }
});
