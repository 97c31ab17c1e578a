/**
 * The search index: one document a note, its headings and tags inside the body. Written as MiniSearch writes itself
 * (serialization version 2), but counted term by term: its radix tree, made for changing and searching, takes twice as long
 * to build and is thrown away at once.
 */
import { SEARCH_FIELDS, SEARCH_VERSION, type SearchFile } from '../contract/search.ts';
import type { ParsedNote } from './types.ts';
import type { Counts, Words } from './words.ts';

/**
 * The text of the file. Ids are the notes' places. The same notes give the same bytes.
 * @param words of these notes
 * @param texts folder of the notes' texts, from the site's root
 */
export function searchFile(notes: readonly ParsedNote[], words: Words, texts: string): string {
  const documents = notes.map((note) => words.of(note).fields);
  const lengths = documents.map((fields) => fields.map(({ terms }) => terms.length));
  const total = (field: number): number => lengths.reduce((sum, length) => sum + length[field]!, 0);
  const rest: SearchFile = {
    version: SEARCH_VERSION,
    fields: SEARCH_FIELDS,
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
function postings(terms: ReadonlyMap<string, number>, documents: readonly (readonly Counts[])[]): string {
  const fields = SEARCH_FIELDS.map((_, field) =>
    byTerm(
      terms.size,
      documents.map((counts) => counts[field]!),
    ),
  );
  const rows: string[] = [];
  for (const word of [...terms.keys()].sort()) {
    const term = terms.get(word)!;
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
