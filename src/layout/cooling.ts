import type { Simulation, SimulationNodeDatum } from 'd3-force';

/**
 * Runs a stopped simulation from `heat` down to rest along a parabola. d3's own cooling takes a power of a number, which
 * machines may round differently.
 */
export function cool(
  simulation: Simulation<SimulationNodeDatum, undefined>,
  ticks: number,
  heat: number,
): void {
  simulation.alphaDecay(0);
  for (let tick = 0; tick < ticks; tick++) {
    simulation.alpha(cooling(tick, ticks, heat)).tick();
  }
}

/** The heat that is left at a tick: down along a parabola. */
export function cooling(tick: number, ticks: number, heat: number): number {
  const left = 1 - tick / ticks;
  return heat * left * left;
}
