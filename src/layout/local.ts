/** The layout of a local graph: the few notes around one, for the browser's worker. */
import { forceLink, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCharge } from './charge.ts';
import { cool } from './cooling.ts';
import { cutPieces } from './pieces.ts';
import { nodeRadius } from './radius.ts';
import { separate } from './separate.ts';
import type { Points } from './start.ts';

export interface LocalInput {
  readonly nodeCount: number;
  /** Links between the local graph's own nodes, by index. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Where the nodes stand now, on the whole map. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The node that stays where it is. */
  readonly centre: number;
}

/** Layout units between linked notes: room for titles, which a local graph shows all of. */
const LINK = 60;
const TICKS = 45;
const DISC_GAP = 10;

/**
 * Places a few nodes (some hundred) around one that doesn't move, each in the direction where it stood before. Same
 * input, same result; the input is not changed.
 * @param input finite positions.
 */
export function placeLocal({ nodeCount, from, to, x, y, centre }: LocalInput): Points {
  const centreX = x[centre]!;
  const centreY = y[centre]!;
  const shrink = shrinkTo(LINK, from, to, x, y);
  // The centre is the origin, so that the result doesn't depend on where on the map it stands.
  const bodies = Array.from({ length: nodeCount }, (_, i): SimulationNodeDatum => {
    const at = { x: (x[i]! - centreX) * shrink, y: (y[i]! - centreY) * shrink, vx: 0, vy: 0 };
    return i === centre ? { ...at, fx: 0, fy: 0 } : at;
  });
  const degree = new Uint32Array(nodeCount);
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = [];
  for (const piece of cutPieces(nodeCount, from, to).pieces) {
    piece.nodes.forEach((node, i) => (degree[node] = piece.degree[i]!));
    piece.from.forEach((a, i) => links.push({ source: piece.nodes[a]!, target: piece.nodes[piece.to[i]!]! }));
  }
  const simulation = forceSimulation(bodies)
    .stop()
    .force('link', forceLink(links).distance(LINK))
    .force(
      'charge',
      forceCharge().strength((i) => -80 - 30 * Math.sqrt(degree[i]!)),
    )
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05));
  cool(simulation, TICKS, 1);

  const held = new Uint8Array(nodeCount);
  held[centre] = 1;
  const apart = separate(
    { x: Float64Array.from(bodies, (body) => body.x!), y: Float64Array.from(bodies, (body) => body.y!) },
    Float64Array.from(degree, nodeRadius),
    DISC_GAP,
    held,
  );
  return {
    x: apart.x.map((value) => value + centreX),
    y: apart.y.map((value) => value + centreY),
  };
}

/** The factor that brings the mean link to this length. */
function shrinkTo(
  length: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  let sum = 0;
  let count = 0;
  for (let link = 0; link < from.length; link++) {
    const dx = x[from[link]!]! - x[to[link]!]!;
    const dy = y[from[link]!]! - y[to[link]!]!;
    const l = Math.sqrt(dx * dx + dy * dy);
    if (l === 0) continue;
    sum += l;
    count++;
  }
  return count === 0 ? 1 : (length * count) / sum;
}
