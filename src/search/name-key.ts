/** What names have in common that mean one thing: "the vector spaces" and "Vector space". */
import { tokenize } from '../contract/search.ts';
import { isQuestion, isSmall, SMALL_WORDS } from './small-words.ts';
import { singular } from './word-number.ts';

const isLittle = (word: string): boolean => SMALL_WORDS.has(word);

/** For a name: all its words, and those that aren't small. None where it has no word. */
export function keysOfName(name: string): string[] {
  return keysOf(tokenize(name), [isLittle]);
}

/** The keys under one of which a name may stand that is asked for, also by a question. */
export function keysOfQuestion(query: string): string[] {
  const words = tokenize(query);
  return keysOf(words, isQuestion(words) ? [isLittle, isSmall] : [isLittle]);
}

function keysOf(words: readonly string[], leftOut: readonly ((word: string) => boolean)[]): string[] {
  const kept = [words, ...leftOut.map((isLeftOut) => words.filter((word) => !isLeftOut(word)))];
  return [...new Set(kept.map((some) => some.map(singular).join(' ')))].filter((key) => key !== '');
}
