/** A map that is placed already, under other forces than the build's: for the browser's worker. */
import { cooling } from './cooling.ts';
import { Field } from './field.ts';
import {
  chargeOf,
  chargeReach,
  COHESION,
  DISC_GAP,
  GRAVITY,
  LINK_LENGTH,
  linkStrength,
} from './map-forces.ts';
import { makeSprings, Motion, type Springs } from './motion.ts';
import { nodeRadius } from './radius.ts';
import { separate } from './separate.ts';
import type { Points } from './start.ts';

/** Each as many times as strong, or as long, as the build has it. */
export interface Forces {
  /** Draws all towards the middle. */
  readonly centre: number;
  /** Keeps all apart. */
  readonly repel: number;
  /** Draws linked notes to their distance. */
  readonly link: number;
  readonly distance: number;
}

export interface ForcesInput {
  readonly nodeCount: number;
  /** Each pair of linked nodes once. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Where the build put the nodes, finite. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** By node, -1 for none. */
  readonly community: ArrayLike<number>;
  /** Marks nodes that stay where they are. */
  readonly held: ArrayLike<number>;
}

const TICKS = 120;
/** Ticks times nodes at most, as far as the fewest ticks allow: so a map is at rest within seconds. */
const MOST_WORK = 1_200_000;
const FEWEST_TICKS = 20;
/** Cooler than the build's own start, so that what a force doesn't touch keeps its place. */
const HEAT = 0.6;

/** Same input and forces, same result, however often it is looked at on the way. The input is not changed. */
export class Settling {
  readonly ticks: number;
  readonly #motion: Motion;
  readonly #springs: Springs;
  readonly #field: Field;
  readonly #gravity: number;
  readonly #middle: readonly [Float64Array, Float64Array];
  readonly #input: ForcesInput;
  readonly #degree: Uint32Array;
  /** Nodes without a link, where others have some: they keep to their places around those. */
  readonly #alone: readonly number[];
  #tick = 0;

  constructor(input: ForcesInput, { centre, repel, link, distance }: Forces) {
    const { nodeCount, from, to, x, y, held } = input;
    this.ticks = Math.min(TICKS, Math.max(FEWEST_TICKS, Math.floor(MOST_WORK / Math.max(1, nodeCount))));
    const degree = new Uint32Array(nodeCount);
    for (let i = 0; i < from.length; i++) {
      degree[from[i]!]!++;
      degree[to[i]!]!++;
    }
    this.#input = input;
    this.#degree = degree;
    const isLinked = degree.some((links) => links > 0);
    this.#alone = [...degree.keys()].filter((node) => isLinked && degree[node] === 0 && held[node] !== 1);
    this.#motion = new Motion(x, y, held);
    for (const node of this.#alone) this.#motion.hold(node, x[node]!, y[node]!);
    this.#springs = makeSprings(
      nodeCount,
      from,
      to,
      () => LINK_LENGTH * distance,
      // A spring of more than its whole length swings for ever.
      (i) => Math.min(1, link * linkStrength(degree[from[i]!]!, degree[to[i]!]!)),
    );
    const reach = chargeReach(nodeCount) * Math.max(1, distance);
    const limits = { theta: 0.81, distanceMin: 1, distanceMax: reach * reach };
    this.#field = new Field(nodeCount, limits, this.#motion.random);
    degree.forEach((links, i) => (this.#field.strength[i] = repel * chargeOf(links)));
    for (const node of this.#alone) this.#field.strength[node] = 0;
    this.#gravity = GRAVITY * centre;
    this.#middle = [middleOf(x, degree), middleOf(y, degree)];
  }

  /** From 0 to 1, where all is at rest. */
  get progress(): number {
    return this.#tick / this.ticks;
  }

  /** Goes on one step; false where all is at rest. */
  tick(): boolean {
    if (this.#tick === this.ticks) return false;
    const heat = cooling(this.#tick++, this.ticks, HEAT);
    const motion = this.#motion;
    const { x, y } = this.#input;
    motion.spring(this.#springs, heat);
    motion.push(this.#field, heat);
    motion.pull(...this.#middle, this.#gravity, heat);
    motion.pull(...middles(motion, this.#input.community), COHESION, heat);
    motion.step(0.6);
    const times = this.#spread(motion) / Math.max(1e-6, this.#spread(this.#input));
    const [middleX, middleY] = this.#middle;
    for (const node of this.#alone) {
      const at = (middle: number, start: number): number => middle + (start - middle) * times;
      motion.hold(node, at(middleX[node]!, x[node]!), at(middleY[node]!, y[node]!));
    }
    return true;
  }

  /** How far linked nodes are from the middle. */
  #spread({ x, y }: Pick<ForcesInput, 'x' | 'y'>): number {
    const [middleX, middleY] = this.#middle;
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      if (this.#degree[i] === 0) continue;
      const [dx, dy] = [x[i]! - middleX[i]!, y[i]! - middleY[i]!];
      sum += dx * dx + dy * dy;
    }
    return Math.sqrt(sum);
  }

  /** Changed by the next tick. */
  get places(): Points {
    return this.#motion;
  }

  /** With no disc on another, as the build leaves them too. */
  get apart(): Points {
    const radius = Float64Array.from(this.#degree, nodeRadius);
    return separate(this.#motion, radius, DISC_GAP, this.#input.held);
  }
}

/** The mean of linked nodes, for each node. */
function middleOf(axis: ArrayLike<number>, degree: Uint32Array): Float64Array {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < degree.length; i++) {
    if (degree[i] === 0) continue;
    sum += axis[i]!;
    count++;
  }
  return new Float64Array(degree.length).fill(count === 0 ? 0 : sum / count);
}

/** The middle of each node's community; of one without, its own place. */
function middles({ x, y }: Points, community: ArrayLike<number>): [Float64Array, Float64Array] {
  const sums = new Map<number, [x: number, y: number, count: number]>();
  for (let i = 0; i < x.length; i++) {
    const sum = sums.get(community[i]!) ?? [0, 0, 0];
    sum[0] += x[i]!;
    sum[1] += y[i]!;
    sum[2]++;
    sums.set(community[i]!, sum);
  }
  const middle = (axis: 0 | 1, own: Float64Array): Float64Array =>
    own.map((value, i) => {
      if (community[i]! < 0) return value;
      const sum = sums.get(community[i]!)!;
      return sum[axis] / sum[2];
    });
  return [middle(0, x), middle(1, y)];
}
