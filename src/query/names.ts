/** The names of a garden as they are looked up: folded once, and kept as long as the garden. */
import type { Garden } from '../contract/map.ts';
import { fold, UNSPACED } from '../contract/search.ts';

export interface Names {
  /** By node: words with one space before, between and behind them; behind a line end, those of its aliases. */
  readonly titles: readonly string[];
  /** By node, as they are but folded. */
  readonly wholeTitles: readonly string[];
  /** As they are but folded, in the garden's order. */
  readonly aliases: readonly string[];
  /** By note. */
  readonly slugs: readonly string[];
  readonly tags: readonly string[];
}

const known = new WeakMap<Garden, Names>();

export function namesOf(garden: Garden): Names {
  const before = known.get(garden);
  if (before !== undefined) return before;
  const wholeTitles = garden.titles.map(fold);
  const aliases = garden.aliases.map(fold);
  const titles = wholeTitles.map((title) => ` ${spaced(title)} `);
  garden.aliasOf.forEach((note, index) => (titles[note]! += `\n ${spaced(aliases[index]!)} `));
  const names: Names = {
    wholeTitles,
    aliases,
    titles,
    slugs: garden.slugs.map(fold),
    tags: garden.tags.map(fold),
  };
  known.set(garden, names);
  return names;
}

/** Words alone, with one space between them. */
export function spaced(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}\p{M}_]+/gu, ' ').trim();
}

/**
 * What to look for in `titles`: a word may go on behind what was typed, a phrase may not. Chinese, Thai and others stand without
 * spaces, so that a word may begin and end anywhere. Null where there is no word in it.
 */
export function needle(text: string, isPhrase: boolean): string | null {
  const words = spaced(fold(text));
  if (words === '') return null;
  const letters = [...words];
  const before = UNSPACED.test(letters[0]!) ? '' : ' ';
  return before + words + (isPhrase && !UNSPACED.test(letters.at(-1)!) ? ' ' : '');
}
