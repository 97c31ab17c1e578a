/** Another order of hits, and why they were found. */
import { tokenize } from '../contract/search.ts';
import type { Garden } from '../contract/map.ts';
import { distanceWithin } from '../query/distance.ts';
import type { Hit } from './engine.ts';

/** Hits whose words are told. */
const BEST = 12;
/** Words that are told. */
const TOLD = 3;

/** The same hits, by how far they lie from a node on the map; of equals the better one first. */
export function nearestFirst(hits: readonly Hit[], { x, y }: Garden, node: number): Hit[] {
  const distance = ({ id }: Hit): number => Math.hypot(x[id]! - x[node]!, y[id]! - y[node]!);
  // Sorting keeps the order of equals.
  return [...hits].sort((a, b) => distance(a) - distance(b));
}

/**
 * The words of the notes that stand for those that were typed otherwise, the most frequent among the best hits first. One
 * that only goes on where a typed one ends was not meant otherwise, nor was one that is like a word that was found as typed.
 */
export function wordsMeant(hits: readonly Hit[], query: string): string[] {
  const typed = tokenize(query);
  const best = hits.slice(0, BEST).flatMap(({ terms }) => terms);
  const goesOn = (word: string): boolean => best.some((term) => term.startsWith(word));
  const found = new Set(typed.filter(goesOn));
  const counts = new Map<string, number>();
  for (const term of best) {
    if (typed.some((word) => term.startsWith(word)) || found.has(nearest(term, typed))) continue;
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, TOLD)
    .map(([term]) => term);
}

/** The word that a term most likely stands for. */
function nearest(term: string, words: readonly string[]): string {
  const distances = words.map((word) => distanceWithin(term, word, Math.max(term.length, word.length)));
  return words[distances.indexOf(Math.min(...distances))] ?? '';
}
