/** The search index: one document a note, its headings and tags inside the body. The same notes give the same bytes. */
import {
  BLOCKS_FROM,
  packPostings,
  packTerms,
  SEARCH_FIELDS,
  SEARCH_VERSION,
  type BlockIndex,
  type SearchBlock,
  type WholeIndex,
} from '../../contract/search.ts';
import type { ParsedNote } from '../common/types.ts';
import type { Terms } from './terms.ts';
import type { Counts, Words } from './words.ts';

/** Notes for whose postings there is a block, up to so many blocks: few files for the author's host, few bytes for a query. */
const NOTES_A_BLOCK = 48;
const MOST_BLOCKS = 256;

/** How many files the index of so many notes has beside the first: none where it is whole. */
export function searchBlocks(notes: number): number {
  return notes < BLOCKS_FROM ? 0 : Math.min(MOST_BLOCKS, Math.ceil(notes / NOTES_A_BLOCK));
}

/**
 * The texts of the files: the first, and those of the blocks, `searchBlocks` of them. Ids are the notes' places.
 * @param words of these notes
 * @param texts folder of the notes' texts, from the site's root
 */
export function searchFiles(
  notes: readonly ParsedNote[],
  words: Words,
  texts: string,
  count = searchBlocks(notes.length),
): { readonly index: string; readonly blocks: readonly string[] } {
  if (count === 0) return { index: wholeIndex(notes, words, texts), blocks: [] };
  const documents = notes.map((note) => words.of(note).fields);
  const fields = columns(words.terms.list.length, documents);
  const terms: string[] = [];
  const postings: string[] = [];
  for (const word of [...words.terms.list].sort()) {
    const term = words.terms.numberOf(word);
    const own = fields.map(({ starts, documents, frequencies }) => ({
      notes: documents.subarray(starts[term], starts[term + 1]),
      frequencies: frequencies.subarray(starts[term], starts[term + 1]),
    }));
    // What was in a text that has changed since.
    if (own.every((list) => list.notes.length === 0)) continue;
    terms.push(word);
    postings.push(packPostings(own));
  }
  const starts = evenly(postings, count);
  const index: BlockIndex = {
    version: SEARCH_VERSION,
    fields: SEARCH_FIELDS,
    texts,
    store: 'blocks',
    lengths: SEARCH_FIELDS.map((_, field) => documents.map((own) => own[field]!.terms.length)),
    terms: packTerms(terms),
    blocks: starts,
  };
  const blocks = starts.map((start, block): SearchBlock => {
    return { version: SEARCH_VERSION, postings: postings.slice(start, starts[block + 1]) };
  });
  return { index: line(index), blocks: blocks.map(line) };
}

/** Where each of so many blocks begins, so that all have about as many letters. */
function evenly(postings: readonly string[], count: number): number[] {
  const total = postings.reduce((sum, { length }) => sum + length + 3, 0);
  const starts = [0];
  let sum = 0;
  postings.forEach(({ length }, term) => {
    while (starts.length < count && sum >= (total * starts.length) / count) starts.push(term);
    sum += length + 3;
  });
  while (starts.length < count) starts.push(postings.length);
  return starts;
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * As MiniSearch writes itself (serialization version 2), but counted term by term: its radix tree, made for changing and
 * searching, takes twice as long to build and is thrown away at once.
 */
function wholeIndex(notes: readonly ParsedNote[], words: Words, texts: string): string {
  const documents = notes.map((note) => words.of(note).fields);
  const lengths = documents.map((fields) => fields.map(({ terms }) => terms.length));
  const total = (field: number): number => lengths.reduce((sum, length) => sum + length[field]!, 0);
  const rest: WholeIndex = {
    version: SEARCH_VERSION,
    fields: SEARCH_FIELDS,
    store: 'whole',
    texts,
    index: {
      documentCount: documents.length,
      nextId: documents.length,
      documentIds: Object.fromEntries(documents.map((_, id) => [id, id])),
      fieldIds: Object.fromEntries(SEARCH_FIELDS.map((field, index) => [field, index])),
      fieldLength: Object.fromEntries(lengths.entries()),
      averageFieldLength:
        documents.length === 0 ? [] : SEARCH_FIELDS.map((_, field) => total(field) / documents.length),
      storedFields: {},
      dirtCount: 0,
      serializationVersion: 2,
    },
  };
  // The postings go in last, as text: as objects they would be ten times as large.
  const open = JSON.stringify(rest).slice(0, -2);
  return `${open},"index":[${postings(words.terms, documents)}]}}\n`;
}

/** `["term",{"field":{"document":frequency}}]` for each term that a document has, in the order of their code units. */
function postings(terms: Terms, documents: readonly (readonly Counts[])[]): string {
  const fields = columns(terms.list.length, documents);
  const rows: string[] = [];
  for (const word of [...terms.list].sort()) {
    const term = terms.numberOf(word);
    const found: string[] = [];
    fields.forEach(({ starts, documents, frequencies }, field) => {
      const from = starts[term]!;
      const to = starts[term + 1]!;
      if (from === to) return;
      let text = `"${documents[from]}":${frequencies[from]}`;
      for (let i = from + 1; i < to; i++) text += `,"${documents[i]}":${frequencies[i]}`;
      found.push(`"${field}":{${text}}`);
    });
    if (found.length > 0) rows.push(`[${JSON.stringify(word)},{${found.join()}}]`);
  }
  return rows.join();
}

function columns(size: number, documents: readonly (readonly Counts[])[]): Postings[] {
  return SEARCH_FIELDS.map((_, field) =>
    byTerm(
      size,
      documents.map((counts) => counts[field]!),
    ),
  );
}

/** The documents of each term, from `starts[term]` to before `starts[term + 1]`. */
interface Postings {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
}

function byTerm(size: number, documents: readonly Counts[]): Postings {
  const starts = new Uint32Array(size + 1);
  for (const { terms } of documents) for (const term of terms) starts[term + 1]! += 1;
  for (let term = 0; term < size; term++) starts[term + 1]! += starts[term]!;
  const next = starts.slice();
  const sorted = {
    starts,
    documents: new Uint32Array(starts[size]!),
    frequencies: new Uint32Array(starts[size]!),
  };
  documents.forEach(({ terms, frequencies }, id) =>
    terms.forEach((term, i) => {
      const at = next[term]!++;
      sorted.documents[at] = id;
      sorted.frequencies[at] = frequencies[i]!;
    }),
  );
  return sorted;
}
