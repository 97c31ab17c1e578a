/** What a region is about, in a few words of its notes' titles and tags. */
import { fold } from '../../contract/search.ts';

/** Words a region. */
const MOST_WORDS = 3;
/** A word must stand in so many of the region's notes. */
const LEAST_NOTES = 2;
/** A word that stands in so large a part of all regions, and in more than a few, tells none from another. */
const COMMON = 0.3;
const FEW_REGIONS = 3;
/** Significant at p < 0.01. */
const LEAST_SCORE = 6.63;
/** A word of the last build is left for one that tells clearly more. */
const LOYALTY = 1.5;
/** Letters. */
const SHORT = 3;
const LONGEST_HAN = 4;
/** Nobody reads a title that is longer. */
const LONGEST_TITLE = 1000;

export interface WordsInput {
  readonly titles: readonly string[];
  /** Of the notes. */
  readonly tags: readonly (readonly string[])[];
  /** By node: index of its region, or -1. */
  readonly region: ArrayLike<number>;
  /** By node: how many nodes of its region link to it. */
  readonly links: ArrayLike<number>;
  readonly regions: readonly {
    readonly name: string;
    /** Those of the last build. */
    readonly words: readonly string[];
  }[];
}

interface Term {
  /** How it is spelled, by how many notes. */
  readonly spellings: Map<string, number>;
  /** Notes with it, by region, and how much these are looked up. */
  readonly notes: Map<number, { count: number; weight: number }>;
  all: number;
}

/**
 * At most three words for each region, the most telling first: those whose number of notes in the region stands out from
 * the number outside by the log-likelihood ratio (Dunning 1993; as Rayson & Garside 2000 compare corpora by it), times how
 * much these notes are linked to. No list of stop words: what many regions use tells nothing, nor does a short word that is
 * neither an acronym nor a title or tag by itself. Words of the region's own name are left out.
 */
export function regionWords({ titles, tags, region, regions, links }: WordsInput): string[][] {
  const short = new Set([...titles, ...tags.flat()].filter(({ length }) => length <= SHORT).map(fold));
  const terms = countTerms({ titles, tags, region, links }, short);
  const sizes = new Float64Array(regions.length);
  for (let node = 0; node < region.length; node++) if (region[node]! >= 0) sizes[region[node]!]!++;
  const byRegion: { key: string; term: Term }[][] = regions.map(() => []);
  for (const [key, term] of terms) {
    const users = term.notes.size - Number(term.notes.has(-1));
    if (users > Math.max(FEW_REGIONS, COMMON * regions.length)) continue;
    for (const [index, { count }] of term.notes) {
      if (index >= 0 && count >= LEAST_NOTES) byRegion[index]!.push({ key, term });
    }
  }
  return regions.map(({ name, words }, index) => {
    const before = words.map(fold);
    const scored = byRegion[index]!.flatMap(({ key, term }) => {
      const { count, weight } = term.notes.get(index)!;
      const ratio = logLikelihood(count, sizes[index]!, term.all - count, titles.length - sizes[index]!);
      if (ratio < LEAST_SCORE) return [];
      return [{ key, term, score: ((ratio * weight) / count) * (before.includes(key) ? LOYALTY : 1) }];
    });
    // The longer one of two that always stand together: 概率论 before 概率.
    scored.sort((a, b) => b.score - a.score || b.key.length - a.key.length || (a.key < b.key ? -1 : 1));
    const taken = [...wordsOf(name, short).keys()];
    const chosen: { key: string; word: string }[] = [];
    for (const { key, term } of scored) {
      if (chosen.length === MOST_WORDS) break;
      if (taken.some((other) => isSame(key, other))) continue;
      taken.push(key);
      chosen.push({ key, word: usualSpelling(term) });
    }
    // The order of the last build, as far as it goes.
    const rank = (key: string): number => (before.includes(key) ? before.indexOf(key) : MOST_WORDS);
    return chosen.sort((a, b) => rank(a.key) - rank(b.key)).map(({ word }) => word);
  });
}

function countTerms(
  { titles, tags, region, links }: Omit<WordsInput, 'regions'>,
  short: ReadonlySet<string>,
): Map<string, Term> {
  const terms = new Map<string, Term>();
  titles.forEach((title, node) => {
    const own = wordsOf(title, short);
    for (const tag of tags[node] ?? []) {
      for (const [key, word] of wordsOf(tag, short)) if (!own.has(key)) own.set(key, word);
    }
    const index = region[node]!;
    const weight = 1 + Math.log2(1 + links[node]!);
    for (const [key, word] of own) {
      let term = terms.get(key);
      if (term === undefined) terms.set(key, (term = { spellings: new Map(), notes: new Map(), all: 0 }));
      term.spellings.set(word, (term.spellings.get(word) ?? 0) + 1);
      const notes = term.notes.get(index);
      if (notes === undefined) term.notes.set(index, { count: 1, weight });
      else {
        notes.count++;
        notes.weight += weight;
      }
      term.all++;
    }
  });
  return terms;
}

/** Twice the logarithm of the likelihood ratio where the word is commoner inside than outside; else 0. */
function logLikelihood(inside: number, insideOf: number, outside: number, outsideOf: number): number {
  const rate = (inside + outside) / (insideOf + outsideOf);
  if (inside <= rate * insideOf) return 0;
  const part = (seen: number, expected: number): number => (seen > 0 ? seen * Math.log(seen / expected) : 0);
  const [a, b] = [rate * insideOf, rate * outsideOf];
  return (
    2 *
    (part(inside, a) +
      part(outside, b) +
      part(insideOf - inside, insideOf - a) +
      part(outsideOf - outside, outsideOf - b))
  );
}

const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/gi;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const RUN =
  /\p{Script=Han}+|\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const LETTER = /\p{L}/gu;
const DIGIT = /\p{N}/gu;
const STARTS_WITH_LETTER = /^\p{L}/u;
const HAN = /^\p{Script=Han}/u;
const HIRAGANA = /^\p{Script=Hiragana}/u;

/**
 * Words as written by their folded keys. Han has no spaces: any two to four characters that stand together may be a word.
 * Hiragana is mostly grammar.
 */
function wordsOf(text: string, short: ReadonlySet<string>): Map<string, string> {
  const words = new Map<string, string>();
  const add = (key: string, word: string): void => {
    if (!words.has(key)) words.set(key, word);
  };
  const title = text.slice(0, LONGEST_TITLE);
  if (ASCII.test(title)) {
    for (const word of title.match(ASCII_WORD) ?? [])
      if (isTelling(word, short)) add(word.toLowerCase(), word);
    return words;
  }
  for (const [whole] of title.normalize('NFKC').matchAll(WORD)) {
    for (const [run] of whole.matchAll(RUN)) {
      if (HIRAGANA.test(run)) continue;
      if (!HAN.test(run)) {
        if (isTelling(run, short)) add(fold(run), run);
        continue;
      }
      const characters = [...run];
      for (let length = 2; length <= LONGEST_HAN; length++) {
        for (let at = 0; at + length <= characters.length; at++) {
          const word = characters.slice(at, at + length).join('');
          add(word, word);
        }
      }
    }
  }
  return words;
}

/**
 * No number, no date, and no article or preposition: where letters have cases, a short word must be an acronym, or one of
 * `short`.
 */
function isTelling(word: string, short: ReadonlySet<string>): boolean {
  const letters = word.match(LETTER)?.length ?? 0;
  if (letters < 2 || !STARTS_WITH_LETTER.test(word)) return false;
  const digits = word.match(DIGIT)?.length ?? 0;
  if (digits > letters + 1) return false;
  if (letters > SHORT || digits > 0 || short.has(fold(word))) return true;
  const [first = ''] = word;
  const rest = word.slice(first.length);
  return rest !== rest.toLowerCase() || rest === rest.toUpperCase();
}

/** Whether two words say the same: one is in the other (Han), or they differ at the end only, as by number or case. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (HAN.test(a) || HAN.test(b)) return a.includes(b) || b.includes(a);
  const least = Math.min(a.length, b.length);
  let common = 0;
  while (common < least && a[common] === b[common]) common++;
  return common >= Math.max(4, least - 2);
}

/** The commonest spelling, but a small initial before a capital one: titles begin with capitals. */
function usualSpelling({ spellings, all }: Term): string {
  const ordered = [...spellings].sort(([a, m], [b, n]) => n - m || (a > b ? -1 : 1));
  const small = ordered.find(([word, count]) => word[0] === word[0]!.toLowerCase() && count * 4 >= all);
  return (small ?? ordered[0]!)[0];
}
