/** Names that notes refer to and nobody has written: a search that finds no note may be for one of them. */
import { ghostName, type Garden } from '../../contract/map.ts';
import { fold, tokenize } from '../../contract/search.ts';
import { namesOf, spaced } from '../../query/names.ts';

/** Ghosts that are named at most. */
const MOST = 5;
/** A word with so few letters is not looked for within others. */
const SHORT = 3;

/**
 * Ghosts whose title or name has the words, begun at least, those wanted by most notes first. In the name of a file, such as
 * `KBhblack_hole`, a longer word may stand within another.
 */
export function ghostsLike(query: string, garden: Garden): { node: number; count: number }[] {
  const words = tokenize(query.replace(/(?:^|\s)-?[a-z]+:/g, ' '));
  if (words.length === 0) return [];
  const { titles } = namesOf(garden);
  const has = (node: number): boolean => {
    const name = fold(ghostName(garden, node));
    const said = titles[node]! + spaced(name);
    return words.every(
      (word) =>
        said.includes(` ${word}`) ||
        (word.length > SHORT && !name.includes(' ') && name.includes(fold(word))),
    );
  };
  const found: { node: number; count: number }[] = [];
  for (let node = garden.noteCount; node < garden.nodeCount; node++) {
    if (has(node)) found.push({ node, count: garden.inDegree[node]! });
  }
  return found.sort((a, b) => b.count - a.count || a.node - b.node).slice(0, MOST);
}
