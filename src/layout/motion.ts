/**
 * Bodies in motion, on arrays alone: d3-force's springs, pulls and steps, with the same arithmetic in the same order, in
 * a third of its code and time. For the browser's worker.
 */
import type { Field } from './field.ts';
import type { Points } from './start.ts';

type Numbers = ArrayLike<number>;

/** One entry a link, as `forceLink` has them. */
export interface Springs {
  readonly from: Numbers;
  readonly to: Numbers;
  readonly length: Float64Array;
  readonly strength: Float64Array;
  /** The target's share of a push: the end with more links yields less. */
  readonly bias: Float64Array;
}

/** @param strength unless it is given, 1 by the lesser number of links of the two ends */
export function makeSprings(
  nodeCount: number,
  from: Numbers,
  to: Numbers,
  length: (link: number) => number,
  strength?: (link: number) => number,
): Springs {
  const links = new Uint32Array(nodeCount);
  for (let i = 0; i < from.length; i++) {
    links[from[i]!]!++;
    links[to[i]!]!++;
  }
  const each = (of: (link: number) => number): Float64Array =>
    Float64Array.from({ length: from.length }, (_, i) => of(i));
  return {
    from,
    to,
    length: each(length),
    strength: each(strength ?? ((i) => 1 / Math.min(links[from[i]!]!, links[to[i]!]!))),
    bias: each((i) => links[from[i]!]! / (links[from[i]!]! + links[to[i]!]!)),
  };
}

export class Motion implements Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #vx: Float64Array;
  readonly #vy: Float64Array;
  readonly #held: Uint8Array;
  readonly #heldX: Float64Array;
  readonly #heldY: Float64Array;
  #seed = 1;

  /** @param held marks those that stay where they are, or where `hold` puts them */
  constructor(x: Numbers, y: Numbers, held: Numbers) {
    this.x = Float64Array.from(x);
    this.y = Float64Array.from(y);
    this.#vx = new Float64Array(x.length);
    this.#vy = new Float64Array(x.length);
    this.#held = Uint8Array.from(held);
    this.#heldX = this.x.slice();
    this.#heldY = this.y.slice();
  }

  hold(body: number, x: number, y: number): void {
    this.#held[body] = 1;
    this.#heldX[body] = x;
    this.#heldY[body] = y;
  }

  /** The source of the directions in which coincident bodies part; d3's own. */
  readonly random = (): number => {
    this.#seed = (1664525 * this.#seed + 1013904223) % 4294967296;
    return this.#seed / 4294967296;
  };

  spring({ from, to, length, strength, bias }: Springs, alpha: number): void {
    const { x, y } = this;
    const vx = this.#vx;
    const vy = this.#vy;
    const jiggle = (): number => (this.random() - 0.5) * 1e-6;
    for (let i = 0; i < from.length; i++) {
      const a = from[i]!;
      const b = to[i]!;
      let dx = x[b]! + vx[b]! - x[a]! - vx[a]! || jiggle();
      let dy = y[b]! + vy[b]! - y[a]! - vy[a]! || jiggle();
      let l = Math.sqrt(dx * dx + dy * dy);
      l = ((l - length[i]!) / l) * alpha * strength[i]!;
      dx *= l;
      dy *= l;
      const share = bias[i]!;
      vx[b]! -= dx * share;
      vy[b]! -= dy * share;
      vx[a]! += dx * (1 - share);
      vy[a]! += dy * (1 - share);
    }
  }

  push(field: Field, alpha: number): void {
    field.x.set(this.x);
    field.y.set(this.y);
    field.push();
    for (let i = 0; i < this.x.length; i++) {
      this.#vx[i]! += field.pushX[i]! * alpha;
      this.#vy[i]! += field.pushY[i]! * alpha;
    }
  }

  /** Draws each body towards a place of its own. */
  pull(toX: Numbers, toY: Numbers, strength: number, alpha: number): void {
    for (let i = 0; i < this.x.length; i++) {
      this.#vx[i]! += (toX[i]! - this.x[i]!) * strength * alpha;
      this.#vy[i]! += (toY[i]! - this.y[i]!) * strength * alpha;
    }
  }

  /** @param kept how much of its speed a body keeps */
  step(kept: number): void {
    const { x, y } = this;
    for (let i = 0; i < x.length; i++) {
      if (this.#held[i] === 1) {
        x[i] = this.#heldX[i]!;
        y[i] = this.#heldY[i]!;
        this.#vx[i] = 0;
        this.#vy[i] = 0;
      } else {
        x[i]! += this.#vx[i]! *= kept;
        y[i]! += this.#vy[i]! *= kept;
      }
    }
  }
}
