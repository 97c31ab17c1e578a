/** Marks in a text what a query asks for: words one by one, and phrases as they stand, each as one. */
import { fold, spelled, tokenize, WORD } from '../contract/search.ts';
import { needle, spaced } from '../query/names.ts';
import { parse } from '../query/parse.ts';
import { wantedTermsOf, type Term, type Words } from '../query/query.ts';
import { findTerms, type FindRanges, type Range } from './marking.ts';
import { asText } from './phrases.ts';
import { piecesOf } from './pieces.ts';
import { isSmall } from './small-words.ts';

/**
 * What finds in a piece of text what is to be marked there; in order, without overlap.
 * @param terms those that the note was found by; small words count where there are no others
 */
export function findingOf(query: string, terms: readonly string[]): FindRanges {
  const telling = terms.filter((term) => !isSmall(term));
  return findingTold(query, telling.length === 0 ? terms : telling);
}

function findingTold(query: string, terms: readonly string[]): FindRanges {
  const wanted = wantedOf(query);
  const phrases = wanted.filter(({ phrase }) => phrase).map(({ text }) => text);
  const needles = phrases.map((phrase) => needle(asText(phrase), true)).filter((found) => found !== null);
  if (needles.length === 0) {
    const all = new Set(terms);
    return (text) => findTerms(text, all);
  }
  const inPhrases = new Set(phrases.flatMap(tokenize));
  const words = wanted.filter(({ phrase }) => !phrase).flatMap(({ text }) => tokenize(text));
  // A word outside of the quotes may be the beginning of one within.
  const isAlone = (term: string): boolean =>
    !inPhrases.has(term) || words.some((word) => term.startsWith(word));
  const alone = new Set(terms.filter(isAlone));
  return (text) => withoutOverlap([...findPhrases(text, needles), ...findTerms(text, alone)]);
}

let last: { readonly query: string; readonly wanted: readonly Words[] } | null = null;

/** Read once for all hits of a query. */
function wantedOf(query: string): readonly Words[] {
  if (last?.query !== query) last = { query, wanted: wantedTermsOf(parse(query).query).filter(isInTexts) };
  return last.wanted;
}

const isInTexts = (term: Term): term is Words =>
  term.kind === 'words' && (term.field === null || term.field === 'section');

/** Where the phrases stand. Each as `needle` gives it. */
function findPhrases(text: string, needles: readonly string[]): Range[] {
  let flat = ' ';
  /** By character of `flat`: where what it comes from begins and ends. */
  const from = [0];
  const to = [0];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const form = spaced(spelled(word));
    // Within Chinese a phrase may begin and end anywhere. A formula is spelled as a whole.
    const pieces = piecesOf(word);
    const forms = form === word.toLowerCase() ? pieces : pieces.map(fold);
    const isWhole = forms !== pieces && forms.join('') !== form;
    let start = index;
    for (const [i, piece] of (isWhole ? [word] : pieces).entries()) {
      const end = start + piece.length;
      for (let left = (isWhole ? form : forms[i]!).length; left > 0; left--) {
        from.push(start);
        to.push(end);
      }
      start = end;
    }
    flat += `${form} `;
    from.push(index + word.length);
    to.push(index + word.length);
  }
  return needles.flatMap((wanted) => {
    const ranges: Range[] = [];
    const lead = wanted.length - wanted.trimStart().length;
    const { length } = wanted.trim();
    for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + length)) {
      const first = at + lead;
      ranges.push({ start: from[first]!, end: to[first + length - 1]!, term: wanted.trim() });
    }
    return ranges;
  });
}

/** Of two that overlap, the one that begins first, or the longer one. */
function withoutOverlap(ranges: Range[]): Range[] {
  let end = 0;
  return ranges
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((range) => {
      if (range.start < end) return false;
      end = range.end;
      return true;
    });
}
