/**
 * The search index's one home for its options: the build writes with them, the browser's worker reads with them.
 * A difference between the two ends would find nothing, without a word.
 */
import { DataError, isRecord } from './site.ts';

export const SEARCH_VERSION = 3;

/** One document a note. Its `body` holds headings and tags too: two fields rank better than four. */
export interface SearchDocument {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

export const SEARCH_FIELDS = ['title', 'body'] as const;

/** How much a match in each field counts. */
export const SEARCH_BOOST = { title: 4, body: 1 } as const;

interface AnySearchFile {
  readonly version: typeof SEARCH_VERSION;
  readonly fields: readonly string[];
  /** Folder of the notes' plain texts, from the site's root: see `textAddress`. */
  readonly texts: string;
}

/** The index of a few notes, whole: one request. */
export interface WholeIndex extends AnySearchFile {
  readonly store: 'whole';
  /** MiniSearch's own JSON. */
  readonly index: unknown;
}

/** The index of many notes: all terms, and where their postings are, which are fetched when they are needed. */
export interface BlockIndex extends AnySearchFile {
  readonly store: 'blocks';
  /** By field: how many different terms each note has. */
  readonly lengths: readonly (readonly number[])[];
  /** See `packTerms`; ascending by code units. */
  readonly terms: string;
  /**
   * By block: the place of its first term in the list, ascending. Its file stands beside this one and is called by its
   * number, with `.json`: `SearchBlock`.
   */
  readonly blocks: readonly number[];
}

export type SearchFile = WholeIndex | BlockIndex;

export interface SearchBlock {
  readonly version: typeof SEARCH_VERSION;
  /** By term: see `packPostings`. */
  readonly postings: readonly string[];
}

/** So many notes have their index in blocks; fewer are asked for sooner as a whole. */
export const BLOCKS_FROM = 100;

/** The first letters that a term shares with the one before it are one sign, from this one on: no quotation mark, which JSON makes two of. */
const SHARED = 35;
/** Signs that JSON takes as they are: up to the backslash. */
const MOST_SHARED = 92 - SHARED - 1;

/** Sorted terms in one text: each without the letters that it shares with the one before, a line for each. */
export function packTerms(terms: readonly string[]): string {
  let last = '';
  return terms
    .map((term) => {
      let shared = 0;
      while (shared < MOST_SHARED && shared < last.length && last[shared] === term[shared]) shared++;
      last = term;
      return String.fromCharCode(SHARED + shared) + term.slice(shared);
    })
    .join('\n');
}

export function unpackTerms(packed: string): string[] {
  let last = '';
  if (packed === '') return [];
  return packed
    .split('\n')
    .map((line) => (last = last.slice(0, Math.max(0, line.charCodeAt(0) - SHARED)) + line.slice(1)));
}

/** The notes of one term in one field, and how often each has it. */
export interface Postings {
  /** Ascending. */
  readonly notes: ArrayLike<number>;
  readonly frequencies: ArrayLike<number>;
}

/**
 * The notes of a term by field, with semicolons between: how far each is from the one before (the first from -1), in base
 * 36, and behind a colon how often it has the term, where that is more than once. `1:3 a;4` are notes 0 and 10, and 3.
 */
export function packPostings(fields: readonly Postings[]): string {
  return fields
    .map(({ notes, frequencies }) => {
      let last = -1;
      return Array.from(notes, (note, index) => {
        const gap = (note - last).toString(36);
        last = note;
        return frequencies[index]! > 1 ? `${gap}:${frequencies[index]!.toString(36)}` : gap;
      }).join(' ');
    })
    .join(';');
}

const [SPACE, COLON, SEMICOLON] = [32, 58, 59];

/** How many notes each field has. */
export function countPostings(packed: string): number[] {
  return packed.split(';').map((field) => {
    if (field === '') return 0;
    let count = 1;
    for (let at = field.indexOf(' '); at !== -1; at = field.indexOf(' ', at + 1)) count++;
    return count;
  });
}

/** Calls back for each note of each field. What is no posting ends the text. */
export function readPostings(
  packed: string,
  visit: (field: number, note: number, frequency: number) => void,
): void {
  let [field, note, gap, frequency] = [0, -1, 0, 0];
  let isFrequency = false;
  const end = (): void => {
    if (gap > 0) visit(field, (note += gap), isFrequency ? frequency : 1);
    gap = frequency = 0;
    isFrequency = false;
  };
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at);
    if (code === SPACE) end();
    else if (code === COLON) isFrequency = true;
    else if (code === SEMICOLON) {
      end();
      field++;
      note = -1;
    } else {
      const digit = code < COLON ? code - 48 : code - 87;
      if (!(digit >= 0 && digit < 36)) return;
      if (isFrequency) frequency = 36 * frequency + digit;
      else gap = 36 * gap + digit;
    }
  }
  end();
}

/** Letters that are marked by more than marks, as those type them who don't have them. */
const PLAINER = new Map(
  Object.entries({ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe' }),
);
/**
 * Letters of Latin and Greek, and the marks that stand on them; of Cyrillic, `ѐ`, `ё` and `ѝ`: who types leaves their marks out,
 * while `й`, `ї` and the like are letters of their own. Points of Hebrew and Arabic, which few texts and fewer readers write. In
 * other scripts marks are vowels, or make another letter of one.
 */
const MARKED =
  /[\u00c0-\u03ff\u0450\u0451\u045d\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670\u1ab0-\u1aff\u1dc0-\u1fff\u20d0-\u20ff\ufe20-\ufe2f\p{VS}]/gu;
const MARKS = /\p{Mn}+/gu;
const ASCII = /^[\x00-\x7f]*$/;

/** Letters without their case and, in Latin, Greek and Cyrillic, their marks: `Gödel` and `godel` are one word. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').toLowerCase().replace(MARKED, withoutMarks).normalize('NFC');
}

function withoutMarks(letter: string): string {
  const bare = letter.normalize('NFD').replace(MARKS, '');
  return PLAINER.get(bare) ?? bare;
}

/** Dashes, quotation marks and dots part words, whatever NFKC makes of them, and are in every third line of an essay. */
export const PLAIN = /^[\x00-\x7f\u2010-\u2027\u2030-\u203e]*$/;
const ASCII_WORD = /[a-z0-9_]+/g;
export const EXPONENT = /[⁰¹²³⁴-⁹ⁿᵀ⁺⁻]+/g;
const INDEX = /[₀-₉]+/g;
const BEFORE_GREEK = /([\p{Script=Latin}\p{N}]\p{M}*)(\p{Script=Greek})/gu;
const BEHIND_GREEK = /(\p{Script=Greek}\p{M}*)([\p{Script=Latin}\p{N}])/gu;
/** Letters that folding would take for others. */
const COMPOSED_NAMES = new Map(
  Array.from('CHNPQRZ', (letter, index) => ['ℂℍℕℙℚℝℤ'[index]!, `mathbb ${letter}`] as const),
);
const COMPOSED = new RegExp(`[${[...COMPOSED_NAMES.keys()].join('')}]`, 'g');
/** A sign of mathematics is a word too. */
export const MATH_SIGNS = '∂∇∑∏∫∞√≤≥≠≈≡≃≅∼∝→⇒⟹⟺↦⊂⊆⊃∪∩⋃⋂∅∉∀∃∧∨⊥⊨∘⊗⊕±×⟨⌊⌈∣';
export const WORD = new RegExp(`[\\p{L}\\p{N}\\p{M}_]+|[${MATH_SIGNS}]`, 'gu');
/** Signs that stand alone, by the names that TeX gives them: what is typed either way is found either way. */
const SIGN_NAMES = new Map(
  Object.entries({
    ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta' },
    ...{ ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma' },
    ...{ ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega' },
    ...{ '∂': 'partial', '∇': 'nabla', '∑': 'sum', '∏': 'prod', '∫': 'int', '∞': 'infty', '√': 'sqrt' },
    ...{ '≤': 'leq', '≥': 'geq', '≈': 'approx', '≡': 'equiv', '→': 'rightarrow', '⇒': 'implies' },
    ...{ '⊂': 'subset', '⊆': 'subseteq', '∪': 'cup', '∩': 'cap', '∀': 'forall', '∃': 'exists' },
    ...{ '⊗': 'otimes', '⊕': 'oplus', '±': 'pm', '×': 'times', '∘': 'circ', '∝': 'propto', '∼': 'sim' },
    ...{ '≃': 'simeq', '≅': 'cong', '⟹': 'implies', '⟺': 'iff', '↦': 'mapsto', '⊃': 'supset', '⋃': 'bigcup' },
    ...{ '⋂': 'bigcap', '∅': 'emptyset', '∧': 'land', '∨': 'lor', '⊥': 'perp', '⊨': 'models' },
    ...{ '≠': 'neq', '∉': 'notin' },
    ...{ '⟨': 'langle', '⌊': 'lfloor', '⌈': 'lceil', '∣': 'mid' },
  }),
);
/**
 * Scripts that have no spaces between words, with the marks that stand on their letters. Pairs of characters find them: they are
 * the same everywhere, while dictionaries that part words differ from browser to browser. These help to rank: `dictionaryWords`.
 */
const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .concat('ー\u3099\u309a')
  .join('');
export const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]+`, 'u');
const UNSPACED_RUN = new RegExp(`[${UNSPACED_SCRIPTS}]+|[^${UNSPACED_SCRIPTS}]+`, 'gu');

/** The text folded, with signs by their names and formulas as one would type them, for what is compared as it stands. */
export function spelled(text: string): string {
  return parted(fold(asTyped(text))).replace(WORD, (word) =>
    SIGN_NAMES.has(word) ? ` ${SIGN_NAMES.get(word)!} ` : word,
  );
}

/** Folded words; runs of scripts without spaces, such as Chinese and Thai, as overlapping pairs of characters. */
export function tokenize(text: string): string[] {
  const terms: string[] = [];
  // Most lines have nothing to normalise: a third of the time.
  for (const line of text.split('\n')) {
    if (!PLAIN.test(line)) tokenizeLine(line, terms);
    else for (const term of line.toLowerCase().match(ASCII_WORD) ?? []) terms.push(term);
  }
  return terms;
}

/**
 * `x²` and `x₁` are `x^2` and `x_1`: an exponent is no part of the word before it, an index is. `ℝ` is `\mathbb{R}`.
 */
function asTyped(text: string): string {
  return text
    .replace(EXPONENT, ' $&')
    .replace(INDEX, '_$&')
    .replace(COMPOSED, (sign) => ` ${COMPOSED_NAMES.get(sign)!} `);
}

/** `2πr` is three words, as in TeX. */
function parted(text: string): string {
  return text.replace(BEFORE_GREEK, '$1 $2').replace(BEHIND_GREEK, '$1 $2');
}

function tokenizeLine(line: string, terms: string[]): void {
  for (const [word] of parted(asTyped(line).normalize('NFKC')).matchAll(WORD)) {
    if (!UNSPACED.test(word)) {
      pushTerm(fold(word), terms);
      continue;
    }
    for (const [run] of word.matchAll(UNSPACED_RUN)) {
      if (!UNSPACED.test(run)) {
        pushTerm(fold(run), terms);
        continue;
      }
      const characters = [...run];
      if (characters.length === 1) terms.push(run);
      for (let i = 0; i + 1 < characters.length; i++) terms.push(characters[i]! + characters[i + 1]!);
    }
  }
}

function pushTerm(term: string, terms: string[]): void {
  if (term.length === 1) terms.push(SIGN_NAMES.get(term) ?? term);
  else if (term !== '') terms.push(term);
}

/** MiniSearch's options, without its types: the contract imports no package. */
export const SEARCH_OPTIONS = {
  idField: 'id',
  fields: [...SEARCH_FIELDS] as string[],
  storeFields: [] as string[],
  tokenize,
  // The tokenizer folds already, and MiniSearch would fold again.
  processTerm: (term: string): string => term,
};

/** @throws {DataError} in words, where the value is no search index of this version and these fields. */
export function readSearch(value: unknown): SearchFile {
  if (!isRecord(value) || typeof value['texts'] !== 'string') {
    throw new DataError('The search file holds no index.');
  }
  if (value['version'] !== SEARCH_VERSION) {
    throw new DataError(
      `The search index has version ${String(value['version'])}; this page reads version ${SEARCH_VERSION}. Reload the page.`,
    );
  }
  const fields: unknown = value['fields'];
  if (!Array.isArray(fields) || fields.join() !== SEARCH_FIELDS.join()) {
    throw new DataError(`The search index has the fields ${String(fields)}, not ${SEARCH_FIELDS.join()}.`);
  }
  const file = { version: SEARCH_VERSION, fields: fields as string[], texts: value['texts'] } as const;
  const { store, index, lengths, terms, blocks } = value;
  if (store === 'whole' && isRecord(index)) return { ...file, store, index };
  const isLengths =
    Array.isArray(lengths) && lengths.length === SEARCH_FIELDS.length && lengths.every(areCounts);
  if (store !== 'blocks' || typeof terms !== 'string' || !isLengths || !areCounts(blocks))
    throw new DataError('The search file holds no index.');
  return { ...file, store, lengths: lengths as number[][], terms, blocks };
}

/** @throws {DataError} in words, where the value is no block of this version. */
export function readBlock(value: unknown): SearchBlock {
  const postings: unknown = isRecord(value) && value['version'] === SEARCH_VERSION ? value['postings'] : null;
  if (!Array.isArray(postings) || !postings.every((entry) => typeof entry === 'string'))
    throw new DataError('A part of the search index is broken, or of another version.');
  return { version: SEARCH_VERSION, postings };
}

function areCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => Number.isInteger(entry) && (entry as number) >= 0);
}
