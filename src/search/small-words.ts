/** Words that stand beside those that are meant. */
import { tokenize } from '../contract/search.ts';

/** A title's initials often leave them out, and marks of them would hide the others. */
export const SMALL_WORDS: ReadonlySet<string> = new Set('a an and by for in of on or the to with'.split(' '));

/** A question begins with one of them. */
const ASKING_WORDS: ReadonlySet<string> = new Set(
  'how what when where which who why is are was were do does did'.split(' '),
);

/** Those that a question also has, and that don't say what it is about. None that turns a meaning round, such as "not". */
const FILLING_WORDS: ReadonlySet<string> = new Set(
  'be been being i me my we our you your it its this that these those there about at from as'.split(' '),
);

/** @param words as `tokenize` gives them */
export function isQuestion([first = '']: readonly string[]): boolean {
  return ASKING_WORDS.has(first);
}

export function isSmall(word: string): boolean {
  return SMALL_WORDS.has(word) || ASKING_WORDS.has(word) || FILLING_WORDS.has(word);
}

/** The words of a question that say what it is about; all of them where none is larger than the others. */
export function tellingWords(asked: string): string {
  const words = tokenize(asked);
  const telling = words.filter((word) => !isSmall(word));
  return telling.length === 0 || telling.length === words.length ? asked : telling.join(' ');
}

/** A question without the small words that it begins with; anything else as it is. */
export function withoutAsking(asked: string): string {
  const words = asked.trim().split(/\s+/);
  const first = words.findIndex((word) => !isSmall(word.toLowerCase()));
  return first > 0 && isQuestion(tokenize(asked)) ? words.slice(first).join(' ') : asked;
}
