/** A node that is drawn along by the pointer, and a neighbourhood that yields: for the browser's worker. */
import { makeSprings, Motion, type Springs } from './motion.ts';
import type { Points } from './start.ts';

export interface PullInput {
  readonly nodeCount: number;
  /** Links between these nodes, by index; no node with itself. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Where the nodes stand, finite. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The node that is drawn. */
  readonly grabbed: number;
  /** Marks nodes that are drawn along: they keep their distance from it. */
  readonly along?: ArrayLike<number>;
  /** Marks nodes that don't yield: those around the neighbourhood. */
  readonly held: ArrayLike<number>;
}

/** How strongly a node is drawn back to where it stood: weak enough to follow, strong enough to keep the picture. */
const HOME = 0.04;
const LINK = 0.35;
/** How much of the heat is left after each tick. */
const COOLING = 0.93;
const REST = 0.02;
/** How much of its speed a node keeps after each tick. */
const KEPT = 0.5;

/**
 * Springs of the lengths that the links have now, so that nothing moves until the node is drawn. Each node but the held
 * ones is drawn back a little to where it stood.
 */
export class Pull {
  readonly #input: PullInput;
  readonly #motion: Motion;
  readonly #springs: Springs;
  /** The nodes that the pointer draws: the grabbed one and what is drawn along. */
  readonly #drawn: readonly number[];
  #heat = 0;

  constructor(input: PullInput) {
    const { nodeCount, from, to, x, y, grabbed, held, along } = input;
    this.#input = input;
    this.#motion = new Motion(x, y, held);
    this.#drawn = Array.from(x, (_, i) => i).filter((i) => i === grabbed || along?.[i] === 1);
    for (const i of this.#drawn) this.#motion.hold(i, x[i]!, y[i]!);
    const length = (link: number): number => {
      const [a, b] = [from[link]!, to[link]!];
      const [dx, dy] = [x[a]! - x[b]!, y[a]! - y[b]!];
      return Math.sqrt(dx * dx + dy * dy);
    };
    this.#springs = makeSprings(nodeCount, from, to, length, () => LINK);
  }

  /** Where the pointer is, in layout units. */
  moveTo(x: number, y: number): void {
    const { x: fromX, y: fromY, grabbed } = this.#input;
    // What is drawn along keeps its distance.
    for (const i of this.#drawn) {
      this.#motion.hold(i, x + (fromX[i]! - fromX[grabbed]!), y + (fromY[i]! - fromY[grabbed]!));
    }
    this.#heat = 1;
  }

  /** Goes on one step; false where all is at rest. */
  tick(): boolean {
    if (this.#heat < REST) return false;
    this.#motion.spring(this.#springs, this.#heat);
    this.#motion.pull(this.#input.x, this.#input.y, HOME, this.#heat);
    this.#motion.step(KEPT);
    this.#heat *= COOLING;
    return true;
  }

  get places(): Points {
    return { x: this.#motion.x, y: this.#motion.y };
  }
}
