/** One connected piece of the graph brought to rest by d3-force. */
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { forceCharge } from './charge.ts';

export interface Piece {
  /** Start positions, one a node, finite. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Links between the piece's own nodes, by index. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

export interface Schedule {
  readonly ticks: number;
  readonly theta: number;
}

/** Positions after the schedule. The piece itself is not changed. */
export function simulate(piece: Piece, schedule: Schedule): { x: Float64Array; y: Float64Array } {
  const bodies: SimulationNodeDatum[] = Array.from(piece.x, (x, i) => ({ x, y: piece.y[i]!, vx: 0, vy: 0 }));
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = Array.from(piece.from, (source, i) => ({
    source,
    target: piece.to[i]!,
  }));
  const simulation = forceSimulation(bodies)
    .stop()
    // Cooling is set tick by tick below: d3's own decay is a power, which machines may round differently.
    .alphaDecay(0)
    .force('link', forceLink(links))
    .force('charge', forceCharge().theta(schedule.theta));
  for (let tick = 0; tick < schedule.ticks; tick++) {
    const left = 1 - tick / schedule.ticks;
    simulation.alpha(left * left).tick();
  }
  return {
    x: Float64Array.from(bodies, (body) => body.x!),
    y: Float64Array.from(bodies, (body) => body.y!),
  };
}
