/** Reads notes again for what the index, which knows no order of words, can't tell. */
import { EXPONENT, spelled } from '../contract/search.ts';
import type { TextFile } from '../contract/texts.ts';
import { needle, spaced } from '../query/names.ts';
import type { Answer, Hit } from './engine.ts';
import { isFormula } from './is-formula.ts';
import { withoutAsking } from './small-words.ts';

/** What gives a note's text; null where it cannot be had. */
export interface TextSource {
  get(id: number): Promise<TextFile | null>;
  /** Comes when an answer has waited for texts long enough. */
  late(): Promise<null>;
}

/** Hits that are read for a phrase at most: eight of them may be a request. */
export const MOST_READ = 80;
/** The same where a phrase is a condition, which holds or doesn't. */
export const MOST_SOUGHT = 400;
/** Of the best hits, those that have the words in their order come first. */
const BEST = 10;
/** So many words may be a phrase that is remembered: of common words, many hits are equally good. */
const PHRASE = 4;
const MORE = 30;

/** Commands that a formula is made of, not of which it says anything. */
const FRAMES =
  /\\(?:[dt]?frac|sqrt|left|right|qty|math(?!bb)[a-z]+|text[a-z]*|operatorname|begin|end)(?![a-z])/gi;

/** What is typed, as the texts have it: in these, formulas have signs instead of commands. */
export function asText(typed: string): string {
  return spelled(typed.replace(FRAMES, ' '));
}

/** Whether a title, a heading or a text has each of the phrases as it stands. Each as `needle` gives it. Null where the text lacks. */
function hasAll(needles: readonly string[], title: string, file: TextFile | null): boolean | null {
  const texts = [title, ...(file?.sections ?? []).flatMap(({ heading, text }) => [heading, text])].map(
    (text) => ` ${spaced(spelled(text))} `,
  );
  const has = needles.every((wanted) => texts.some((text) => text.includes(wanted)));
  return has || file !== null ? has : null;
}

/** Those of the hits that have all phrases. A phrase without a word in it asks for nothing. */
export async function withPhrases(
  hits: readonly Hit[],
  phrases: readonly string[],
  titles: readonly string[],
  texts: TextSource,
  most = MOST_READ,
): Promise<Pick<Answer, 'hits' | 'unread'>> {
  const needles = phrases.map((phrase) => needle(asText(phrase), true)).filter((wanted) => wanted !== null);
  const read = hits.slice(0, most);
  const has = await Promise.all(
    read.map(async ({ id }) => hasAll(needles, titles[id] ?? '', await texts.get(id))),
  );
  const unread = hits.length - read.length + has.filter((found) => found === null).length;
  return { hits: read.filter((_, index) => has[index] === true), ...(unread > 0 ? { unread } : {}) };
}

/**
 * The same hits; of the best, those first that have the words in their order.
 * @param patient waits for texts, however long they take
 * @param entire hits that are read too, however good they are
 * @returns null where they take long
 */
export async function orderedFirst(
  hits: readonly Hit[],
  words: string,
  titles: readonly string[],
  texts: TextSource,
  patient = false,
  entire: readonly Hit[] = [],
): Promise<readonly Hit[] | null> {
  const wanted = needle(asText(words), isFormula(words));
  // A single word is in order wherever it is.
  if (wanted === null || !wanted.trim().includes(' ') || hits.length < 2) return hits;
  const isTyped = isFormula(words);
  const count = isTyped ? MOST_READ : wanted.trim().split(' ').length >= PHRASE ? MORE : BEST;
  const also = new Set(entire.map(({ id }) => id));
  const best = hits.filter(({ id }, place) => place < count || also.has(id));
  const subject = needle(asText(withoutAsking(words)), isTyped);
  const formula = isTyped ? squeezed(words.replace(FRACTION, '$1/$2').replace(FRAMES, ' ')) : null;
  const read = Promise.all(
    best.map(async ({ id }) => {
      const text = await texts.get(id);
      const title = titles[id] ?? '';
      if (formula !== null && hasFormula(formula, title, text)) return 3;
      if (hasAll([wanted], title, text) === true) return 2;
      return subject?.trim().includes(' ') === true && hasAll([subject], title, text) === true ? 1 : 0;
    }),
  );
  const has = await (patient ? read : Promise.race([read, texts.late()]));
  if (has === null) return null;
  const worths = new Map(best.map((hit, index) => [hit, has[index]]));
  return [3, 2, 1, 0].flatMap((worth) => hits.filter((hit) => (worths.get(hit) ?? 0) === worth));
}

const FRACTION = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;

/** A formula without what only groups or parts its signs. */
function squeezed(text: string): string {
  return spelled(text.replace(EXPONENT, '^$&'))
    .replaceAll('\u2212', '-')
    .replace(/[\s{}()\\]/g, '');
}

function hasFormula(formula: string, title: string, file: TextFile | null): boolean {
  return [title, ...(file?.sections ?? []).flatMap(({ heading, text }) => [heading, text])].some((text) =>
    stands(formula, squeezed(text)),
  );
}

/** Whether it stands there for itself: not as an exponent or index, nor as the end of a number. */
function stands(formula: string, text: string): boolean {
  const joins = /^\d/.test(formula) ? /[\d.^_]/ : /[\^_]/;
  for (let at = text.indexOf(formula); at >= 0; at = text.indexOf(formula, at + 1)) {
    if (at === 0 || !joins.test(text[at - 1]!)) return true;
  }
  return false;
}
