/** The worker of a drag: a thin door to the layout's own pull. It says where nodes are until they rest. */
import { Pull, type PullInput } from '../../layout/pull.ts';

export type PullOrder =
  | { readonly kind: 'grab'; readonly input: PullInput }
  | { readonly kind: 'move'; readonly x: number; readonly y: number };

/** Milliseconds from one picture to the next. */
const STEP = 15;

let pull: Pull | null = null;
let isGoing = false;

function step(): void {
  isGoing = pull?.tick() === true;
  if (!isGoing) return;
  postMessage(pull!.places);
  setTimeout(step, STEP);
}

addEventListener('message', ({ data }: MessageEvent<PullOrder>) => {
  if (data.kind === 'grab') pull = new Pull(data.input);
  else pull?.moveTo(data.x, data.y);
  if (!isGoing) step();
});
