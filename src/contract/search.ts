/**
 * The search index's one home for its options: the build writes with them, the browser's worker reads with them.
 * A difference between the two ends would find nothing, without a word.
 */
import { DataError, isRecord } from './site.ts';

export const SEARCH_VERSION = 1;

/** One document a note. Its `body` holds headings and tags too: two fields rank better than four. */
export interface SearchDocument {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

export const SEARCH_FIELDS = ['title', 'body'] as const;

/** How much a match in each field counts. */
export const SEARCH_BOOST = { title: 4, body: 1 } as const;

export interface SearchFile {
  readonly version: typeof SEARCH_VERSION;
  readonly fields: readonly string[];
  /** Folder of the notes' plain texts, from the site's root: see `textAddress`. */
  readonly texts: string;
  /** MiniSearch's own JSON. */
  readonly index: unknown;
}

/** Plain text of one note for snippets: the lead text first, then a section a heading. */
export interface TextFile {
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/** Notes whose texts share a file: the reader loads little that is not shown, the author's host keeps few files. */
export const TEXTS_A_FILE = 8;

/** Where a note's text stands: the file below the folder of texts, a list of `TextFile`, and the place in it. */
export function textAddress(id: number): { readonly file: string; readonly place: number } {
  return { file: `${Math.floor(id / TEXTS_A_FILE)}.json`, place: id % TEXTS_A_FILE };
}

/** Letters without their case and marks: `Gödel` and `godel` are one word. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** Dashes, quotation marks and dots part words, whatever NFKC makes of them, and are in every third line of an essay. */
const PLAIN = /^[\x00-\x7f\u2010-\u2027\u2030-\u203e]*$/;
const ASCII_WORD = /[a-z0-9_]+/g;
/** A sign of mathematics is a word too. */
export const WORD = /[\p{L}\p{N}\p{M}_]+|[∂∇∑∏∫∞√]/gu;
/** Signs that stand alone, by the names that TeX gives them: what is typed either way is found either way. */
const SIGN_NAMES = new Map(
  Object.entries({
    ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta' },
    ...{ ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', π: 'pi', ρ: 'rho', σ: 'sigma' },
    ...{ ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega' },
    ...{ '∂': 'partial', '∇': 'nabla', '∑': 'sum', '∏': 'prod', '∫': 'int', '∞': 'infty', '√': 'sqrt' },
  }),
);
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/u;
const CJK_RUN = new RegExp(
  `${CJK.source}|[^\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]+`,
  'gu',
);

/** Folded words; runs of Chinese, Japanese and Korean as overlapping pairs, since they have no spaces. */
export function tokenize(text: string): string[] {
  const terms: string[] = [];
  // Most lines have nothing to normalise: a third of the time.
  for (const line of text.split('\n')) {
    if (!PLAIN.test(line)) tokenizeLine(line, terms);
    else for (const term of line.toLowerCase().match(ASCII_WORD) ?? []) terms.push(term);
  }
  return terms;
}

function tokenizeLine(line: string, terms: string[]): void {
  for (const [word] of line.normalize('NFKC').matchAll(WORD)) {
    if (!CJK.test(word)) {
      pushTerm(fold(word), terms);
      continue;
    }
    for (const [run] of word.matchAll(CJK_RUN)) {
      if (!CJK.test(run)) {
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
  if (!isRecord(value) || !isRecord(value['index']) || typeof value['texts'] !== 'string') {
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
  return {
    version: SEARCH_VERSION,
    fields: fields as string[],
    texts: value['texts'],
    index: value['index'],
  };
}
