/**
 * An index whose postings come in blocks, when words of theirs are asked for. It ranks as MiniSearch does: BM25+ (Lv and Zhai,
 * "Lower-bounding term frequency normalization", 2011), with words that go on or are misspelt counting for less.
 */
import { dictionaryWords } from '../contract/dictionary-words.ts';
import {
  readBlock,
  SEARCH_BOOST,
  SEARCH_FIELDS,
  tokenize,
  unpackTerms,
  type BlockIndex,
} from '../contract/search.ts';
import { distanceWithin } from '../query/distance.ts';
import type { Hit } from './engine.ts';
import { HitTerms } from './hit-terms.ts';
import { KnownImpacts } from './impacts.ts';
import { inOtherNumber } from './word-number.ts';
import { IN_OTHER_NUMBER, mostEdits, mostOf, type Ranked, type Store, type Strictness } from './store.ts';

/** MiniSearch's own: https://lucaong.github.io/minisearch/types/MiniSearch.BM25Params.html */
const [K, B, D] = [1.2, 0.7, 0.5];
const BEGUN = 0.375;
const MISSPELT = 0.45;
/** Blocks that are kept at hand. */
const MOST_KEPT = 64;
/** Postings whose worth is remembered: twelve MB. */
const MOST_IMPACTS = 1_000_000;
/** Words whose terms are remembered. */
const MOST_KNOWN = 64;
/** Longer words are no words of a text. */
const LONGEST = 180;

/** A term of the index that a word of the query stands for. */
interface Meant {
  /** Its place among the terms. */
  readonly term: number;
  readonly weight: number;
}

/**
 * @param load gives the parsed file of a block; it may fail, and is asked again then
 * @param swaps whether two letters in the wrong order are one slip, as they are for who types; to MiniSearch they are two
 */
export function blockStore(index: BlockIndex, load: (file: string) => Promise<unknown>, swaps = true): Store {
  const terms = unpackTerms(index.terms);
  const lengths = index.lengths.map((list) => Uint32Array.from(list));
  const count = lengths[0]?.length ?? 0;
  const averages = lengths.map((list) => list.reduce((sum, length) => sum + length, 0) / Math.max(1, count));
  const boosts = SEARCH_FIELDS.map((field) => SEARCH_BOOST[field]);
  const kept = new Map<number, Promise<readonly string[]>>();
  /** Places of the terms by their length. */
  const byLength = new Map<number, number[]>();
  terms.forEach(({ length }, term) => {
    const own = byLength.get(length);
    if (own === undefined) byLength.set(length, [term]);
    else own.push(term);
  });
  const impacts = new KnownImpacts((field, note, frequency, notes) => {
    if (note >= count || field >= boosts.length) return 0;
    const length = 1 - B + (B * lengths[field]![note]!) / averages[field]!;
    const share = D + (frequency * (K + 1)) / (frequency + K * length);
    return boosts[field]! * Math.log(1 + (count - notes + 0.5) / (notes + 0.5)) * share;
  }, MOST_IMPACTS);
  /** What words stood for: while one types, most of them stay. */
  const known = new Map<string, Meant[]>();

  function block(number: number): Promise<readonly string[]> {
    const found = kept.get(number) ?? load(`${number}.json`).then((file) => readBlock(file).postings);
    // The last ones asked for are the last to go.
    kept.delete(number);
    kept.set(number, found);
    found.catch(() => kept.delete(number));
    for (const old of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(old);
    }
    return found;
  }

  /** The packed postings of terms, by term. */
  async function fetch(wanted: Iterable<number>): Promise<ReadonlyMap<number, string>> {
    const byBlock = new Map<number, number[]>();
    for (const term of wanted) {
      const number = lastUpTo(index.blocks, term);
      const own = byBlock.get(number);
      if (own === undefined) byBlock.set(number, [term]);
      else own.push(term);
    }
    const found = new Map<number, string>();
    await Promise.all(
      Array.from(byBlock, async ([number, own]) => {
        const postings = await block(number).catch(() => null);
        if (postings === null) return;
        for (const term of own) found.set(term, postings[term - index.blocks[number]!] ?? '');
      }),
    );
    return found;
  }

  /** The terms that a word stands for. */
  function meant(word: string, goesOn: boolean, edits: number, forms: readonly string[] = []): Meant[] {
    const key = `${word} ${goesOn ? edits : '-'}${forms.length > 0 ? '+' : ''}`;
    const found = known.get(key) ?? find(word, goesOn, edits, forms);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, found);
    return found;
  }

  function find(word: string, goesOn: boolean, edits: number, forms: readonly string[]): Meant[] {
    const found: Meant[] = [];
    const first = firstFrom(terms, word);
    const add = (term: number, weight: number): void => void found.push({ term, weight });
    if (terms[first] === word) add(first, 1);
    const begun = new Set<number>();
    for (const form of forms) {
      const term = firstFrom(terms, form);
      if (terms[term] !== form) continue;
      begun.add(term);
      add(term, IN_OTHER_NUMBER);
    }
    if (goesOn) {
      for (let term = first; terms[term]?.startsWith(word) === true; term++) {
        const { length } = terms[term]!;
        if (length === word.length || begun.has(term)) continue;
        begun.add(term);
        add(term, (BEGUN * length) / (length + 0.3 * (length - word.length)));
      }
    }
    for (let length = word.length - edits; edits > 0 && length <= word.length + edits; length++) {
      for (const term of byLength.get(length) ?? []) {
        const distance = distanceWithin(word, terms[term]!, edits, swaps);
        if (distance > edits || distance === 0 || begun.has(term)) continue;
        add(term, (MISSPELT * length) / (length + distance));
      }
    }
    return found;
  }

  async function rank(query: string, how: Strictness): Promise<Ranked> {
    const words = tokenize(query);
    const isLoose = how === 'near' || how === 'any';
    const meanings = words.map((word, place) =>
      word.length > LONGEST
        ? []
        : meant(
            word,
            isLoose || (how !== 'whole' && place === words.length - 1),
            isLoose ? mostEdits(word) : 0,
            how === 'numbers' ? inOtherNumber(word) : [],
          ),
    );
    // They help to rank, and nobody need have them.
    const helping = dictionaryWords(query).map((word) => meant(word, false, 0));
    const all = [...meanings, ...helping];
    const postings = await fetch(new Set(all.flatMap((list) => list.map(({ term }) => term))));
    const isThere = ({ term }: Meant): boolean => postings.has(term);
    const lacks = [...new Set(words.filter((_, place) => !meanings[place]!.every(isThere)))];
    /** Words of which nothing can be told: nobody need have them. */
    const unknown = meanings.filter((list) => list.length > 0 && !list.some(isThere)).length;

    const scores = new Float64Array(count);
    const distinct = new Uint16Array(count);
    /** How many of the words a note has, one that stands twice counted twice. */
    const places = new Uint16Array(count);
    /** How many of the helping words. */
    const helps = new Uint16Array(helping.length > 0 ? count : 0);
    const lastPlace = new Int32Array(count).fill(-1);
    const seen = new Set<string>();
    const marks = new HitTerms(count);
    all.forEach((list, place) => {
      const word = words[place];
      const isNew = word !== undefined && !seen.has(word);
      if (isNew) seen.add(word);
      for (const { term, weight } of list) {
        const packed = postings.get(term);
        if (packed === undefined) continue;
        const { notes, worths } = impacts.of(term, packed);
        for (let i = 0; i < notes.length; i++) {
          const note = notes[i]!;
          scores[note]! += weight * worths[i]!;
          if (word === undefined) {
            helps[note]! += 1;
            continue;
          }
          marks.put(note, term);
          if (lastPlace[note] === place) continue;
          lastPlace[note] = place;
          places[note]! += 1;
          if (isNew) distinct[note]! += 1;
        }
      }
    });

    const wanted = how === 'any' || how === 'most' ? 1 : words.length - unknown;
    const different = how === 'most' ? mostOf(seen.size) : 0;
    const ids: number[] = [];
    for (let note = 0; note < count; note++) {
      if (places[note]! < Math.max(1, wanted) || distinct[note]! < different) continue;
      // Who has more of the words is worth more.
      scores[note]! *= distinct[note]! + (helps[note] ?? 0);
      ids.push(note);
    }
    ids.sort((a, b) => scores[b]! - scores[a]! || a - b);
    // Two words may stand for one term.
    const toldOnce = (list: number[]): number[] => (words.length > 1 ? [...new Set(list)] : list);
    const hits = ids.map((id): Hit => ({
      id,
      terms: toldOnce(marks.termsOf(id)).map((term) => terms[term]!),
    }));
    return { hits, lacks, known: meanings.every((list) => list.length > 0) };
  }

  return { rank };
}

/** The place of the last entry that is not above, of an ascending list. */
function lastUpTo(list: readonly number[], value: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (list[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of the first term that is not below. */
function firstFrom(terms: readonly string[], word: string): number {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
