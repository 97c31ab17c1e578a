/** A force that draws the nodes of a community towards its middle, so that regions show. */
import type { Force, SimulationNodeDatum } from 'd3-force';

/** `community` by index of node, -1 for none. Each tick takes the share `strength * alpha` of the way to the middle. */
export function forceCohesion(
  community: ArrayLike<number>,
  strength: number,
): Force<SimulationNodeDatum, undefined> {
  let nodes: SimulationNodeDatum[] = [];
  let sumX = new Float64Array(0);
  let sumY = new Float64Array(0);
  let size = new Float64Array(0);

  const force: Force<SimulationNodeDatum, undefined> = (alpha) => {
    sumX.fill(0);
    sumY.fill(0);
    for (let i = 0; i < nodes.length; i++) {
      const group = community[i]!;
      if (group < 0) continue;
      sumX[group]! += nodes[i]!.x!;
      sumY[group]! += nodes[i]!.y!;
    }
    const share = strength * alpha;
    for (let i = 0; i < nodes.length; i++) {
      const group = community[i]!;
      if (group < 0) continue;
      const node = nodes[i]!;
      node.vx! += (sumX[group]! / size[group]! - node.x!) * share;
      node.vy! += (sumY[group]! / size[group]! - node.y!) * share;
    }
  };
  force.initialize = (started) => {
    nodes = started;
    let groups = 0;
    for (let i = 0; i < nodes.length; i++) groups = Math.max(groups, community[i]! + 1);
    sumX = new Float64Array(groups);
    sumY = new Float64Array(groups);
    size = new Float64Array(groups);
    for (let i = 0; i < nodes.length; i++) if (community[i]! >= 0) size[community[i]!]!++;
  };
  return force;
}
