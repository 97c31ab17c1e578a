/** What link health tells of the map: notes that nothing links, and names that are wanted. */
import type { Garden } from '../../contract/map.ts';

export interface Ghost {
  readonly node: number;
  /** Notes that refer to it. */
  readonly count: number;
}

/** Notes that link to no other, and that no other links to. */
export function orphansOf({ noteCount, offsets }: Pick<Garden, 'noteCount' | 'offsets'>): number[] {
  return Array.from({ length: noteCount }, (_, node) => node).filter(
    (node) => offsets[node] === offsets[node + 1],
  );
}

/** The most wanted first; of equals, in the order of the map. */
export function ghostsOf({
  noteCount,
  nodeCount,
  inDegree,
}: Pick<Garden, 'noteCount' | 'nodeCount' | 'inDegree'>): Ghost[] {
  return Array.from({ length: nodeCount - noteCount }, (_, index) => ({
    node: noteCount + index,
    count: inDegree[noteCount + index]!,
  })).sort((a, b) => b.count - a.count || a.node - b.node);
}
