/** Where a piece starts, before any force acts. */
import { forceCollide, forceLink, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import { forceCharge } from './charge.ts';
import { cool } from './cooling.ts';
import type { Piece } from './pieces.ts';

export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Cosine and sine of the golden angle, π (3 - √5); written out because machines may compute them differently. */
const COS = -0.7373688780783197;
const SIN = 0.6754902942615238;

/** Points on a sunflower's spiral, evenly dense, about `1.8 * spacing` apart. */
export function sunflower(count: number, spacing: number): Points {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let dx = 1;
  let dy = 0;
  for (let i = 0; i < count; i++) {
    const radius = spacing * Math.sqrt(0.5 + i);
    x[i] = radius * dx;
    y[i] = radius * dy;
    const turned = dx * COS - dy * SIN;
    dy = dx * SIN + dy * COS;
    dx = turned;
    // Keeps the direction's length at 1 in spite of rounding.
    const length = Math.sqrt(dx * dx + dy * dy);
    dx /= length;
    dy /= length;
  }
  return { x, y };
}

/** Layout units between neighbours on a community's spiral, about a finished map's density. */
const SPACING = 16;

const COARSE_TICKS = 100;

/**
 * Communities first: each is a body of its size in a small layout of their own, and its nodes start on a spiral around
 * the place it finds. A start from nothing takes twice the ticks and leaves communities torn.
 * @param community by index of the piece's nodes; any numbers.
 */
export function startByCommunity(piece: Piece, community: ArrayLike<number>): Points {
  const index = new Map<number, number>();
  const size: number[] = [];
  const group = Uint32Array.from(piece.nodes, (_, node) => {
    let found = index.get(community[node]!);
    if (found === undefined) {
      found = size.length;
      index.set(community[node]!, found);
      size.push(0);
    }
    size[found]!++;
    return found;
  });
  const middle = placeGroups(size, linksBetween(piece, group, size.length));

  const spiral = sunflower(
    size.reduce((most, count) => Math.max(most, count)),
    SPACING,
  );
  const next = new Uint32Array(size.length);
  const x = new Float64Array(group.length);
  const y = new Float64Array(group.length);
  group.forEach((own, node) => {
    const turn = next[own]!++;
    x[node] = middle.x[own]! + spiral.x[turn]!;
    y[node] = middle.y[own]! + spiral.y[turn]!;
  });
  return { x, y };
}

interface GroupLink extends SimulationLinkDatum<SimulationNodeDatum> {
  readonly a: number;
  readonly b: number;
  links: number;
}

function linksBetween(piece: Piece, group: Uint32Array, groups: number): GroupLink[] {
  const found = new Map<number, GroupLink>();
  for (let link = 0; link < piece.from.length; link++) {
    const a = Math.min(group[piece.from[link]!]!, group[piece.to[link]!]!);
    const b = Math.max(group[piece.from[link]!]!, group[piece.to[link]!]!);
    if (a === b) continue;
    const known = found.get(a * groups + b);
    if (known) known.links++;
    else found.set(a * groups + b, { source: a, target: b, a, b, links: 1 });
  }
  return [...found.values()];
}

function placeGroups(size: readonly number[], links: GroupLink[]): Points {
  const first = sunflower(size.length, 150);
  const bodies: SimulationNodeDatum[] = size.map((_, i) => ({
    x: first.x[i]!,
    y: first.y[i]!,
    vx: 0,
    vy: 0,
  }));
  const radius = size.map((count) => SPACING * Math.sqrt(count));
  const simulation = forceSimulation(bodies)
    .stop()
    .force(
      'link',
      forceLink(links)
        .distance((link) => 0.9 * (radius[link.a]! + radius[link.b]!))
        .strength((link) => Math.min(0.6, link.links / Math.sqrt(size[link.a]! * size[link.b]!))),
    )
    .force(
      'charge',
      forceCharge().strength((i) => -30 * size[i]!),
    )
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05))
    .force(
      'collide',
      forceCollide((_, i) => radius[i]!),
    );
  cool(simulation, COARSE_TICKS, 1);
  return { x: Float64Array.from(bodies, (body) => body.x!), y: Float64Array.from(bodies, (body) => body.y!) };
}
