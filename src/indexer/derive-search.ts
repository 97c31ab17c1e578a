/** The search index: one document a note, its headings and tags inside the body. */
import MiniSearch from 'minisearch';
import {
  SEARCH_FIELDS,
  SEARCH_OPTIONS,
  SEARCH_VERSION,
  type SearchDocument,
  type SearchFile,
  type TextFile,
} from '../contract/search.ts';
import type { ParsedNote } from './types.ts';

export function searchDocument(note: ParsedNote, id: number): SearchDocument {
  const { frontMatter, sections } = note;
  const around = [...frontMatter.tags, ...frontMatter.aliases, frontMatter.description ?? ''];
  const body = [...around, ...sections.flatMap(({ heading, text }) => [heading, text])]
    .filter(Boolean)
    .join('\n');
  return { id, title: note.title, body };
}

/** Builds the index of all notes, ids being their places. Asynchronous, so that a server keeps answering. */
export async function deriveSearch(notes: readonly ParsedNote[], texts: string): Promise<SearchFile> {
  const index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
  await index.addAllAsync(notes.map(searchDocument), { chunkSize: 100 });
  return { version: SEARCH_VERSION, fields: SEARCH_FIELDS, texts, index: index.toJSON() };
}

export function textFile(note: ParsedNote): TextFile {
  return { sections: note.sections };
}
