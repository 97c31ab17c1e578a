/** Names that notes refer to and nobody has written: a search that finds no note may be for one of them. */
import type { Garden } from '../../contract/map.ts';
import { namesOf, needle } from '../../query/names.ts';

/** Ghosts that are named at most. */
const MOST = 5;

/** Ghosts whose name has the words, the last one perhaps not typed to its end; those wanted by most notes first. */
export function ghostsLike(query: string, garden: Garden): { node: number; count: number }[] {
  const wanted = needle(query, false);
  if (wanted === null) return [];
  const { titles } = namesOf(garden);
  const found: { node: number; count: number }[] = [];
  for (let node = garden.noteCount; node < garden.nodeCount; node++) {
    if (titles[node]!.includes(wanted)) found.push({ node, count: garden.inDegree[node]! });
  }
  return found.sort((a, b) => b.count - a.count || a.node - b.node).slice(0, MOST);
}
