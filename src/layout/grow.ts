/** Nodes that come onto a local map around one of its own, where all that stands already stays: for the browser's worker. */
import { forceLink, forceSimulation } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCharge } from './charge.ts';
import { cool } from './cooling.ts';
import { nodeRadius } from './radius.ts';
import { separate } from './separate.ts';
import { sunflower, type Points } from './start.ts';

export interface GrowInput {
  readonly nodeCount: number;
  /** Links between these nodes, by index. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Where those stand that are there already; of the others nothing is read. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** 1 for each node that is there already, and stays. */
  readonly held: ArrayLike<number>;
  /** The held node that the others come around. */
  readonly around: number;
}

/** Layout units between linked notes, as on any local map. */
const LINK = 60;
/** Units of the spiral that newcomers start on, and how far off their node its middle lies. */
const SPACING = 14;
const OFF = 45;
const TICKS = 60;
const DISC_GAP = 10;

/**
 * Places newcomers near the node they come around, on the side that looks away from the others. Held nodes are given
 * back as they came. Same input, same result; the input is not changed.
 */
export function placeGrown({ nodeCount, from, to, x, y, held, around }: GrowInput): Points {
  const [aroundX, aroundY] = [x[around]!, y[around]!];
  const away = awayFrom({ x, y }, held, around);
  let comers = 0;
  for (let i = 0; i < nodeCount; i++) if (held[i] !== 1) comers++;
  const start = sunflower(comers, SPACING);
  const far = OFF + SPACING * Math.sqrt(comers);
  let next = 0;
  // The node is the origin, so that the result doesn't depend on where on the map it stands.
  const bodies = Array.from({ length: nodeCount }, (_, i): SimulationNodeDatum => {
    if (held[i] === 1) {
      const at = { x: x[i]! - aroundX, y: y[i]! - aroundY };
      return { ...at, vx: 0, vy: 0, fx: at.x, fy: at.y };
    }
    const turn = next++;
    return { x: away.x * far + start.x[turn]!, y: away.y * far + start.y[turn]!, vx: 0, vy: 0 };
  });
  const degree = new Uint32Array(nodeCount);
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = [];
  for (let link = 0; link < from.length; link++) {
    const [a, b] = [from[link]!, to[link]!];
    if (a === b) continue;
    degree[a]!++;
    degree[b]!++;
    // Held nodes move for no link.
    if (held[a] !== 1 || held[b] !== 1) links.push({ source: a, target: b });
  }
  /** A newcomer belongs to its node above all; what else it is linked with may be far away. */
  const isOwn = ({ source, target }: SimulationLinkDatum<SimulationNodeDatum>): boolean =>
    (source as SimulationNodeDatum).index === around || (target as SimulationNodeDatum).index === around;
  const simulation = forceSimulation(bodies)
    .stop()
    .force(
      'link',
      forceLink(links)
        .distance(LINK)
        .strength((link) => (isOwn(link) ? 0.6 : 0.04)),
    )
    .force(
      'charge',
      forceCharge().strength((i) => -80 - 30 * Math.sqrt(degree[i]!)),
    );
  cool(simulation, TICKS, 1);

  const apart = separate(
    { x: Float64Array.from(bodies, (body) => body.x!), y: Float64Array.from(bodies, (body) => body.y!) },
    Float64Array.from(degree, nodeRadius),
    DISC_GAP,
    held,
  );
  return {
    x: apart.x.map((value, i) => (held[i] === 1 ? x[i]! : value + aroundX)),
    y: apart.y.map((value, i) => (held[i] === 1 ? y[i]! : value + aroundY)),
  };
}

/** The direction from the others that stand there to this node, of length 1; to the right where there is none. */
function awayFrom(
  { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> },
  held: ArrayLike<number>,
  node: number,
): { x: number; y: number } {
  let [dx, dy] = [0, 0];
  for (let i = 0; i < held.length; i++) {
    if (held[i] !== 1 || i === node) continue;
    const [ox, oy] = [x[node]! - x[i]!, y[node]! - y[i]!];
    // The near ones count: it is their side that is taken.
    const weight = 1 / (ox * ox + oy * oy + 1);
    dx += ox * weight;
    dy += oy * weight;
  }
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? { x: 1, y: 0 } : { x: dx / length, y: dy / length };
}
