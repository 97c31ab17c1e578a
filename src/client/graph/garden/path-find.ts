/** All shortest ways from one node to another by links. Breadth first over integer ids; linear in nodes and links. */
import type { Garden } from '../../../contract/map.ts';
import { degree } from './neighbourhood.ts';

export interface Ways {
  /** Nodes from start to end, both in; each way equally long. Those by less linked notes first: they say more. */
  readonly ways: readonly (readonly number[])[];
  /** How many shortest ways there are, those that are not listed counted too; Infinity beyond what a number holds. */
  readonly count: number;
}

/** Nodes that a step leads to: compressed sparse rows, as in `Garden`. */
export interface Steps {
  readonly offsets: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * @param either whether links are followed against their direction too
 * @param most ways that are listed
 * @returns null where no way leads there
 */
export function shortestWays(
  garden: Garden,
  start: number,
  end: number,
  either: boolean,
  most: number,
): Ways | null {
  const steps = either ? { offsets: garden.offsets, ends: garden.neighbours } : linksOut(garden);
  const { distance, visited } = walkFrom(steps, start, end, garden.nodeCount);
  if (distance[end] === -1) return null;

  // Ways from each node to the end, counted from the end backwards: zero where a node leads nowhere in time.
  const counts = new Float64Array(garden.nodeCount);
  counts[end] = 1;
  for (let i = visited.length - 1; i >= 0; i--) {
    const node = visited[i]!;
    if (distance[node]! >= distance[end]!) continue;
    for (let k = steps.offsets[node]!; k < steps.offsets[node + 1]!; k++) {
      const next = steps.ends[k]!;
      if (distance[next] === distance[node]! + 1) counts[node]! += counts[next]!;
    }
  }

  const onward = (node: number): number[] =>
    Array.from(steps.ends.subarray(steps.offsets[node], steps.offsets[node + 1]))
      .filter((next) => distance[next] === distance[node]! + 1 && counts[next]! > 0)
      // The last is taken first.
      .sort((a, b) => degree(garden, b) - degree(garden, a) || b - a);
  const ways: number[][] = [];
  const way = [start];
  const choices = start === end ? [] : [onward(start)];
  if (start === end) ways.push([start]);
  // No recursion: a way may be as long as there are notes.
  while (choices.length > 0 && ways.length < most) {
    const next = choices.at(-1)!.pop();
    if (next === undefined) {
      choices.pop();
      way.pop();
    } else if (next === end) {
      ways.push([...way, end]);
    } else {
      way.push(next);
      choices.push(onward(next));
    }
  }
  return { ways, count: counts[start]! };
}

/** Links in their direction. */
export function linksOut({ nodeCount, outDegree, from, to }: Garden): Steps {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = offsets[node]! + outDegree[node]!;
  const next = offsets.slice();
  const ends = new Uint32Array(to.length);
  for (let link = 0; link < to.length; link++) ends[next[from[link]!]!++] = to[link]!;
  return { offsets, ends };
}

/** Whether the one links to the other. */
export function names({ offsets, ends }: Steps, one: number, other: number): boolean {
  return ends.subarray(offsets[one], offsets[one + 1]).includes(other);
}

/** Steps from the start to each node, -1 where none lead; and the nodes as they are reached. Ends with the ring of the end. */
function walkFrom(
  { offsets, ends }: Steps,
  start: number,
  end: number,
  nodeCount: number,
): { distance: Int32Array; visited: number[] } {
  const distance = new Int32Array(nodeCount).fill(-1);
  distance[start] = 0;
  const visited = [start];
  for (let i = 0; i < visited.length; i++) {
    const node = visited[i]!;
    if (distance[end] !== -1 && distance[node]! >= distance[end]!) break;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const next = ends[k]!;
      if (distance[next] !== -1) continue;
      distance[next] = distance[node]! + 1;
      visited.push(next);
    }
  }
  return { distance, visited };
}
