/** Names that mean one thing: "the vector spaces" and "Vector space". */
import { tokenize } from '../contract/search.ts';
import { isQuestion, isSmall, SMALL_WORDS } from './small-words.ts';
import { singular } from './word-number.ts';

/** Letters that a word may gain or lose with its number. */
const MOST_LETTERS = 3;

/** What may be called as it is asked for: all its words, those that aren't small, and what a question is about. Each in the singular. */
export function namesAskedFor(query: string): readonly (readonly string[])[] {
  const words = tokenize(query);
  const isLittle = (word: string): boolean => SMALL_WORDS.has(word);
  const leftOut = isQuestion(words) ? [isLittle, isSmall] : [isLittle];
  const kept = [words, ...leftOut.map((isLeftOut) => words.filter((word) => !isLeftOut(word)))];
  const unique = new Map(kept.map((some) => [some.join(' '), some.map(singular)]));
  return [...unique.values()].filter((some) => some.length > 0);
}

/** Whether a name of these words is what is asked for, but for small words and the plural. */
export function isNamed(words: readonly string[], asked: readonly string[]): boolean {
  let next = 0;
  for (const word of words) {
    if (next < asked.length && isOne(word, asked[next]!)) next++;
    else if (!SMALL_WORDS.has(word)) return false;
  }
  return next === asked.length;
}

/** All names are asked at each key: most are told by a letter. */
function isOne(word: string, one: string): boolean {
  if (word[0] !== one[0] || Math.abs(word.length - one.length) > MOST_LETTERS) return false;
  return word === one || singular(word) === one;
}
