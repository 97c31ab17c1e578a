/** The part of a note that shows best why it was found. */
import type { TextFile } from '../contract/texts.ts';
import { markParts, type FindRanges, type Part, type Range } from './marking.ts';

export interface Snippet {
  /** The section's heading; null above the first one. */
  readonly heading: { readonly id: string; readonly text: string } | null;
  readonly parts: readonly Part[];
  /** Other sections that show it nearly as well, best first. */
  readonly others: readonly { readonly id: string; readonly text: string }[];
}

/** Of the best section's score, what another must have to be told too. */
const NEARLY = 0.75;
const MOST_OTHERS = 3;
/** Characters of a snippet, about. */
const LENGTH = 180;
/** Characters before the first mark. */
const LEAD = 40;
/** Characters of it that a narrow list shows; where little text follows, more may stand before the mark, but it must be seen. */
const SEEN = 100;
const MOST_LEAD = 60;

type Section = TextFile['sections'][number];

interface Scored {
  readonly section: Section;
  /** How many different words of the query it has. */
  readonly words: number;
  /** Whether the note's names have as many by themselves. */
  readonly isNamed: boolean;
  readonly score: number;
}

const TOP: Section = { id: '', heading: '', text: '' };

/**
 * The stretch with the most different terms, in the section with the most of them; of equals the first. A phrase is one term. A
 * note whose name is what was asked for is shown from its beginning.
 *
 * @param names the note's title and its other names: headings of what stands above the first one
 */
export function makeSnippet(file: TextFile, find: FindRanges, names: readonly string[] = []): Snippet {
  const sections = file.sections.some(({ id }) => id === '') ? file.sections : [TOP, ...file.sections];
  const termsIn = (text: string): Set<string> => new Set(find(text).map(({ term }) => term));
  const scored: Scored[] = [];
  for (const section of sections) {
    const isTop = section.id === '';
    const inHeading = isTop ? most(names.map(termsIn)) : termsIn(section.heading);
    const inText = termsIn(section.text);
    const words = countWords([...inHeading, ...inText]);
    const isNamed = isTop && words > 0 && countWords([...inHeading]) === words;
    const score = inText.size + 1.5 * inHeading.size;
    if (score > 0) scored.push({ section, words, isNamed, score });
  }
  scored.sort((a, b) => b.words - a.words || Number(b.isNamed) - Number(a.isNamed) || b.score - a.score);
  const withText =
    [...scored.map(({ section }) => section), ...sections].find(({ text }) => text !== '') ?? TOP;
  const chosen = scored[0]?.section ?? withText;
  // A note may begin with a heading.
  const shown = chosen.id === '' ? withText : chosen;
  return {
    heading: chosen.id === '' ? null : { id: chosen.id, text: chosen.heading },
    parts: cutOut(shown.text, find(shown.text)),
    others: othersOf(scored),
  };
}

/** The largest. */
function most(sets: readonly Set<string>[]): Set<string> {
  return sets.reduce((best, set) => (set.size > best.size ? set : best), new Set<string>());
}

/** Forms of a word that go on from another are no further word. */
function countWords(terms: readonly string[]): number {
  const all = [...new Set(terms)];
  return all.filter((term) => !all.some((other) => other !== term && term.startsWith(other))).length;
}

/** @param scored best first: it is told already */
function othersOf([best, ...rest]: readonly Scored[]): Snippet['others'] {
  const found = new Map<string, string>();
  for (const { section, score } of rest) {
    const isTold = section.id === '' || section.id === best?.section.id || found.has(section.id);
    if (!isTold && best !== undefined && score >= NEARLY * best.score) found.set(section.id, section.heading);
  }
  return [...found].slice(0, MOST_OTHERS).map(([id, text]) => ({ id, text }));
}

function cutOut(text: string, ranges: readonly Range[]): Part[] {
  const start = startOf(text, ranges);
  const end = text.length - start <= LENGTH * 1.2 ? text.length : wordEnd(text, start + LENGTH);
  const parts = markParts(text, ranges, start, end);
  if (start > 0) parts.unshift({ text: '…', marked: false });
  if (end < text.length) parts.push({ text: '…', marked: false });
  return parts;
}

/** Where the window of LENGTH characters begins that holds the most different terms. */
function startOf(text: string, ranges: readonly Range[]): number {
  let bestCount = 0;
  let first = 0;
  for (const [i, range] of ranges.entries()) {
    const seen = new Set<string>();
    for (let k = i; k < ranges.length && ranges[k]!.end - range.start <= LENGTH - LEAD; k++)
      seen.add(ranges[k]!.term);
    if (seen.size > bestCount) {
      bestCount = seen.size;
      first = range.start;
    }
  }
  if (first <= LEAD || text.length <= SEEN) return 0;
  const from = Math.max(0, first - MOST_LEAD, Math.min(first - LEAD, text.length - LENGTH));
  const space = text.indexOf(' ', from);
  return space === -1 || space >= first ? onCharacter(text, from) : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - 20 ? space : onCharacter(text, at);
}

/** Never between the halves of a surrogate pair. */
function onCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
