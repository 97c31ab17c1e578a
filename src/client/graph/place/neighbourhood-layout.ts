/** A small graph cut out of the garden, to be laid out by itself. */
import type { Garden } from '../../../contract/map.ts';
import type { LocalInput } from '../../../layout/local.ts';

/** More nodes than this are no neighbourhood any more: they stay where the whole map has them. */
export const MOST_LOCAL = 1200;

export interface Subgraph extends LocalInput {
  /** Ids in the garden of nodes 0, 1, 2… of this graph. */
  readonly nodes: Uint32Array;
}

/** The nodes that `shown` marks, `centre` among them, with the links between them. */
export function cutOut(garden: Garden, shown: Uint8Array, centre: number): Subgraph {
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
    x: Array.from(nodes, (node) => garden.x[node]!),
    y: Array.from(nodes, (node) => garden.y[node]!),
    centre: own[centre]!,
  };
}
