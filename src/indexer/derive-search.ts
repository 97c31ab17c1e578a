/** The search index: one document a note, its headings and tags inside the body. */
import MiniSearch from 'minisearch';
import {
  SEARCH_FIELDS,
  SEARCH_OPTIONS,
  SEARCH_VERSION,
  type SearchDocument,
  type SearchFile,
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

/**
 * Keeps an index in step with the notes: where only some of them changed, only those are indexed again.
 * An index that was built in one go is the same for the same notes, byte for byte; one that was patched finds the same.
 */
export class SearchIndex {
  #index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
  #notes: readonly ParsedNote[] = [];

  /** Ids are the notes' places. Asynchronous, so that a server keeps answering meanwhile. */
  async update(notes: readonly ParsedNote[], onProgress: (done: number) => void): Promise<void> {
    const samePlaces =
      notes.length === this.#notes.length && notes.every(({ path }, id) => path === this.#notes[id]!.path);
    if (!samePlaces) {
      this.#index = new MiniSearch<SearchDocument>(SEARCH_OPTIONS);
      this.#notes = [];
    }
    const before = this.#notes;
    for (const [id, note] of notes.entries()) {
      const old = before[id];
      if (old === note) continue;
      if (old !== undefined) this.#index.remove(searchDocument(old, id));
      this.#index.add(searchDocument(note, id));
      if (id % 50 === 49) {
        onProgress(id + 1);
        await new Promise(setImmediate);
      }
    }
    this.#notes = notes;
  }

  /** @param texts folder of the notes' texts, from the site's root */
  file(texts: string): SearchFile {
    return { version: SEARCH_VERSION, fields: SEARCH_FIELDS, texts, index: this.#index.toJSON() };
  }
}
