/** One piece of the graph brought to rest by d3-force, with this map's forces. */
import { forceLink, forceSimulation, forceX, forceY } from 'd3-force';
import type { Simulation, SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCharge } from './charge.ts';
import { forceCohesion } from './cohesion.ts';
import { cool } from './cooling.ts';
import { chargeOf, chargeReach, COHESION, GRAVITY, linkStrength } from './map-forces.ts';
import type { Piece } from './pieces.ts';
import type { Points } from './start.ts';

export interface Schedule {
  readonly ticks: number;
  /** 1 unless told; less keeps nearer to the start. */
  readonly heat?: number;
  /** See `ForceCharge.theta`. */
  readonly theta: number;
}

/** Positions after the schedule. Piece, start and community are not changed. */
export function simulate(
  piece: Piece,
  start: Points,
  community: ArrayLike<number> | undefined,
  schedule: Schedule,
): Points {
  const bodies = Array.from(start.x, (x, i): SimulationNodeDatum => ({ x, y: start.y[i]!, vx: 0, vy: 0 }));
  const simulation = forceSimulation(bodies).stop();
  addForces(simulation, piece, community, schedule.theta);
  cool(simulation, schedule.ticks, schedule.heat ?? 1);
  return { x: Float64Array.from(bodies, (body) => body.x!), y: Float64Array.from(bodies, (body) => body.y!) };
}

interface PieceLink extends SimulationLinkDatum<SimulationNodeDatum> {
  readonly a: number;
  readonly b: number;
}

/** The forces of a map, for whoever runs it. `community` by index of the piece's nodes. */
export function addForces(
  simulation: Simulation<SimulationNodeDatum, undefined>,
  piece: Piece,
  community: ArrayLike<number> | undefined,
  theta: number,
): void {
  const { from, to, degree } = piece;
  const links = Array.from(from, (a, i): PieceLink => ({ source: a, target: to[i]!, a, b: to[i]! }));
  simulation
    .force(
      'link',
      forceLink(links).strength(({ a, b }) => linkStrength(degree[a]!, degree[b]!)),
    )
    .force(
      'charge',
      forceCharge()
        .strength((i) => chargeOf(degree[i]!))
        .distanceMax(chargeReach(degree.length))
        .theta(theta),
    )
    .force('x', forceX(0).strength(GRAVITY))
    .force('y', forceY(0).strength(GRAVITY));
  if (community) simulation.force('cohesion', forceCohesion(community, COHESION));
}
