/** Which notes stand around one. */
import type { DIRECTIONS } from '../../../contract/choice.ts';
import type { Garden } from '../../../contract/map.ts';
import { isolated } from './isolated.ts';
import type { MapGarden } from './map-garden.ts';

export type Direction = (typeof DIRECTIONS)[number];

/** Steps from `start` to each node within `depth` links; -1 for the others. Breadth first, linear in a step. */
export function distances(
  garden: Garden,
  start: number,
  depth: number,
  direction: Direction = 'both',
): Int8Array {
  const found = new Int8Array(garden.nodeCount).fill(-1);
  found[start] = 0;
  for (let step = 1; step <= depth; step++) {
    let isMore = false;
    const follow = (from: number, to: number): void => {
      if (found[from] !== step - 1 || found[to] !== -1) return;
      found[to] = step;
      isMore = true;
    };
    for (let link = 0; link < garden.from.length; link++) {
      const [from, to] = [garden.from[link]!, garden.to[link]!];
      if (direction !== 'in') follow(from, to);
      if (direction !== 'out') follow(to, from);
    }
    if (!isMore) break;
  }
  return found;
}

/** 1 for each node within `depth` links of `start`, 0 for the others. */
export function around(garden: Garden, start: number, depth: number, direction?: Direction): Uint8Array {
  return Uint8Array.from(distances(garden, start, depth, direction), (steps) => (steps === -1 ? 0 : 1));
}

/** Neighbours of a node, the most linked first; of equals the one with the lower id. */
export function neighboursByDegree(garden: Garden, node: number): number[] {
  const found = Array.from(garden.neighbours.subarray(garden.offsets[node], garden.offsets[node + 1]));
  return found.sort((a, b) => degree(garden, b) - degree(garden, a) || a - b);
}

/** All nodes that `shown` marks (all without it), the most linked first. */
export function byDegree(garden: Garden, shown: Uint8Array | null): number[] {
  const ids: number[] = [];
  for (let i = 0; i < garden.nodeCount; i++) if (shown === null || shown[i] === 1) ids.push(i);
  return ids.sort((a, b) => degree(garden, b) - degree(garden, a) || a - b);
}

/** Links in and out. */
export function degree(garden: Garden, node: number): number {
  return garden.inDegree[node]! + garden.outDegree[node]!;
}

/** Whether the node is a name that nobody has written. */
export function isGhost(garden: MapGarden, node: number): boolean {
  return node >= garden.noteCount && node < (garden.extras?.base ?? garden).nodeCount;
}

/** A node in a sentence: "probability, 41 links out, 53 in". */
export function describeNode(garden: MapGarden, node: number): string {
  const extra = garden.extras?.describe(node);
  if (extra) return extra;
  const title = isolated(garden.titles[node]!);
  const into = garden.inDegree[node]!;
  if (isGhost(garden, node)) {
    return `${title}, not written yet, ${into} ${into === 1 ? 'note wants' : 'notes want'} it`;
  }
  const out = garden.outDegree[node]!;
  return `${title}, ${out} ${out === 1 ? 'link' : 'links'} out, ${into} in`;
}
