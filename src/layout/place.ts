/** Where notes stand: same graph, same picture, on every machine. */
import { findComponents } from './components.ts';
import { packParts, type Part } from './pack.ts';
import { simulate } from './simulate.ts';
import { sunflower } from './start.ts';

export interface PlaceInput {
  readonly nodeCount: number;
  /** Links by node id. Repeated ones and those of a node to itself count once and not at all. */
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Positions of the last build by node, NaN where a node is new. */
  readonly previous?: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

/** Layout units; a link is about 30 long. The picture's middle is (0, 0). */
export interface Placed {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const TICKS = 120;
const GAP = 40;

/** A force-directed layout (d3-force), piece by piece; small pieces and single nodes are packed around the largest. */
export function placeGraph({ nodeCount, from, to }: PlaceInput): Placed {
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  const { parts, isolated } = findComponents(nodeCount, from, to);

  const local = new Uint32Array(nodeCount);
  const partOf = new Int32Array(nodeCount).fill(-1);
  parts.forEach((part, index) =>
    part.forEach((node, i) => {
      local[node] = i;
      partOf[node] = index;
    }),
  );
  const partFrom: number[][] = parts.map(() => []);
  const partTo: number[][] = parts.map(() => []);
  for (let link = 0; link < from.length; link++) {
    const a = from[link]!;
    const b = to[link]!;
    if (a === b) continue;
    partFrom[partOf[a]!]!.push(local[a]!);
    partTo[partOf[a]!]!.push(local[b]!);
  }
  const placed: Part[] = parts.map((part, index) =>
    simulate(
      { ...sunflower(part.length, 10), from: partFrom[index]!, to: partTo[index]! },
      { ticks: TICKS, theta: 0.9 },
    ),
  );
  const members: Uint32Array[] = [...parts];
  if (isolated.length > 0) {
    placed.push(sunflower(isolated.length, 8));
    members.push(isolated);
  }
  const { dx, dy } = packParts(placed, GAP);
  members.forEach((part, index) =>
    part.forEach((node, i) => {
      x[node] = placed[index]!.x[i]! + dx[index]!;
      y[node] = placed[index]!.y[i]! + dy[index]!;
    }),
  );
  centre(x);
  centre(y);
  return { x, y };
}

/** Moves an axis so that its extremes are equally far from 0. */
function centre(axis: Float64Array): void {
  let least = Infinity;
  let most = -Infinity;
  for (const value of axis) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const middle = (least + most) / 2;
  for (let i = 0; i < axis.length; i++) axis[i]! -= middle;
}
