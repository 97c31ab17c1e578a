/** A small graph cut out of the garden, laid out by itself, and turned so that it looks as it does on the whole map. */
import type { Garden } from '../../contract/map.ts';
import type { PlaceInput } from '../../layout/place.ts';

export interface Subgraph extends PlaceInput {
  /** Ids in the garden of nodes 0, 1, 2… of this graph. */
  readonly nodes: Uint32Array;
}

/** The nodes that `shown` marks, with the links between them. */
export function cutOut(garden: Garden, shown: Uint8Array): Subgraph {
  const nodes = Uint32Array.from(garden.titles.keys()).filter((node) => shown[node] === 1);
  const own = new Int32Array(garden.nodeCount).fill(-1);
  nodes.forEach((node, index) => (own[node] = index));
  const from: number[] = [];
  const to: number[] = [];
  for (let link = 0; link < garden.from.length; link++) {
    const a = own[garden.from[link]!]!;
    const b = own[garden.to[link]!]!;
    if (a < 0 || b < 0) continue;
    from.push(a);
    to.push(b);
  }
  return {
    nodes,
    nodeCount: nodes.length,
    from,
    to,
    community: Array.from(nodes, (node) => garden.region[node]!),
  };
}

interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * Turns and, where that fits better, mirrors points so that they lie as their models do; distances stay.
 * Orthogonal Procrustes analysis in the plane. Equal lengths; the result's centre is that of the models.
 */
export function turnLike(points: Points, models: Points): { x: Float32Array; y: Float32Array } {
  const count = points.x.length;
  const [px, py, mx, my] = [mean(points.x), mean(points.y), mean(models.x), mean(models.y)];
  let xx = 0;
  let xy = 0;
  let yx = 0;
  let yy = 0;
  for (let i = 0; i < count; i++) {
    const a = points.x[i]! - px;
    const b = points.y[i]! - py;
    const c = models.x[i]! - mx;
    const d = models.y[i]! - my;
    xx += a * c;
    xy += a * d;
    yx += b * c;
    yy += b * d;
  }
  const mirror = Math.hypot(xx - yy, xy + yx) > Math.hypot(xx + yy, xy - yx);
  const side = mirror ? -1 : 1;
  const angle = Math.atan2(xy - side * yx, xx + side * yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const a = points.x[i]! - px;
    const b = (points.y[i]! - py) * side;
    x[i] = a * cos - b * sin + mx;
    y[i] = a * sin + b * cos + my;
  }
  return { x, y };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
}
