/** A node that is drawn along by the pointer, and a neighbourhood that yields: for the browser's worker. */
import { forceLink, forceSimulation, forceX, forceY } from 'd3-force';
import type { Simulation, SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
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

/**
 * Springs of the lengths that the links have now (d3-force), so that nothing moves until the node is drawn. Each node
 * but the held ones is drawn back a little to where it stood.
 */
export class Pull {
  readonly #bodies: SimulationNodeDatum[];
  readonly #simulation: Simulation<SimulationNodeDatum, undefined>;
  readonly #grabbed: SimulationNodeDatum;
  /** What is drawn along, and how far off it stands. */
  readonly #along: readonly {
    readonly body: SimulationNodeDatum;
    readonly dx: number;
    readonly dy: number;
  }[];
  #heat = 0;

  constructor({ nodeCount, from, to, x, y, grabbed, held, along }: PullInput) {
    this.#bodies = Array.from({ length: nodeCount }, (_, i): SimulationNodeDatum => {
      const at = { x: x[i]!, y: y[i]!, vx: 0, vy: 0 };
      return held[i] === 1 || along?.[i] === 1 || i === grabbed ? { ...at, fx: at.x, fy: at.y } : at;
    });
    this.#grabbed = this.#bodies[grabbed]!;
    this.#along = this.#bodies.flatMap((body, i) =>
      along?.[i] === 1 ? { body, dx: x[i]! - x[grabbed]!, dy: y[i]! - y[grabbed]! } : [],
    );
    const lengths: number[] = [];
    const links = Array.from({ length: from.length }, (_, link): SimulationLinkDatum<SimulationNodeDatum> => {
      const [a, b] = [from[link]!, to[link]!];
      const [dx, dy] = [x[a]! - x[b]!, y[a]! - y[b]!];
      lengths.push(Math.sqrt(dx * dx + dy * dy));
      return { source: a, target: b };
    });
    this.#simulation = forceSimulation(this.#bodies)
      .stop()
      .alphaDecay(0)
      .velocityDecay(0.5)
      .force(
        'link',
        forceLink(links)
          .distance((_, link) => lengths[link]!)
          .strength(LINK),
      )
      .force('x', forceX<SimulationNodeDatum>((_, i) => x[i]!).strength(HOME))
      .force('y', forceY<SimulationNodeDatum>((_, i) => y[i]!).strength(HOME));
  }

  /** Where the pointer is, in layout units. */
  moveTo(x: number, y: number): void {
    this.#grabbed.fx = x;
    this.#grabbed.fy = y;
    for (const { body, dx, dy } of this.#along) {
      body.fx = x + dx;
      body.fy = y + dy;
    }
    this.#heat = 1;
  }

  /** Goes on one step; false where all is at rest. */
  tick(): boolean {
    if (this.#heat < REST) return false;
    this.#simulation.alpha(this.#heat).tick();
    this.#heat *= COOLING;
    return true;
  }

  get places(): Points {
    return {
      x: Float64Array.from(this.#bodies, (body) => body.x!),
      y: Float64Array.from(this.#bodies, (body) => body.y!),
    };
  }
}
