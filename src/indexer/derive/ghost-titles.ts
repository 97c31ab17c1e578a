/** What ghosts are called: as those who link to them say it, and not as a file would be named. */
import type { GraphReference } from '../../contract/graph.ts';

/** Letters of a title at most: longer words are about the ghost. */
const LONGEST = 80;

/** For each ghost the words that most links to it have; of as many its name, or else the first. */
export function ghostTitles(names: readonly string[], references: readonly GraphReference[]): string[] {
  const counts = names.map(() => new Map<string, number>());
  for (const reference of references) {
    const words = wordsFor(names, reference);
    if (words === null) continue;
    const own = counts[reference.ghost!]!;
    own.set(words, (own.get(words) ?? 0) + 1);
  }
  return names.map((name, ghost) => {
    let best = name;
    let most = counts[ghost]!.get(name) ?? 0;
    for (const [words, count] of counts[ghost]!) {
      if (count > most) [best, most] = [words, count];
    }
    return best;
  });
}

/** Null where they don't say what it is: a link to one of its headings speaks of that. */
function wordsFor(
  names: readonly string[],
  { kind, ghost, argument, anchor, text }: GraphReference,
): string | null {
  if (ghost === undefined) return null;
  const words = text.replace(/\s+/g, ' ').trim();
  if (kind === 'wikilink' && (anchor !== null || argument.startsWith(words))) return names[ghost]!;
  const isPlain = /[\p{L}\p{N}]/u.test(words) && words.length <= LONGEST && words !== argument;
  return isPlain && anchor === null ? words : null;
}
