/** The layout of a local graph: the few notes around one, for the browser's worker. */
import { cooling } from './cooling.ts';
import { Field } from './field.ts';
import { makeSprings, Motion } from './motion.ts';
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
/** Up to so many nodes, to ask each pair is cheaper than to grow a tree, above all where the code runs for the first time. */
const FEW = 128;

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
  const held = new Uint8Array(nodeCount);
  held[centre] = 1;
  const motion = new Motion(
    Array.from(x, (value) => (value - centreX) * shrink),
    Array.from(y, (value) => (value - centreY) * shrink),
    held,
  );
  const degree = new Uint32Array(nodeCount);
  const ends: [number[], number[]] = [[], []];
  for (const piece of cutPieces(nodeCount, from, to).pieces) {
    piece.nodes.forEach((node, i) => (degree[node] = piece.degree[i]!));
    piece.from.forEach((a, i) => {
      ends[0].push(piece.nodes[a]!);
      ends[1].push(piece.nodes[piece.to[i]!]!);
    });
  }
  const springs = makeSprings(nodeCount, ...ends, () => LINK);
  const theta = nodeCount > FEW ? 0.81 : 0;
  const field = new Field(nodeCount, { theta, distanceMin: 1, distanceMax: Infinity }, motion.random);
  degree.forEach((links, i) => (field.strength[i] = -80 - 30 * Math.sqrt(links)));
  const origin = new Uint8Array(nodeCount);
  for (let tick = 0; tick < TICKS; tick++) {
    const heat = cooling(tick, TICKS, 1);
    motion.spring(springs, heat);
    motion.push(field, heat);
    motion.pull(origin, origin, 0.05, heat);
    motion.step(0.6);
  }
  const apart = separate(motion, Float64Array.from(degree, nodeRadius), DISC_GAP, held);
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
    sum += l;
    if (l > 0) count++;
  }
  return count > 0 ? (length * count) / sum : 1;
}
