/** Resolves the references of all notes, and none again that can't have changed. */
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { Configuration } from './configuration.ts';
import type { ResolvedNote } from './derive-graph.ts';
import { diagnose } from './diagnose.ts';
import { createNames, type NamedNote, type Names } from './names.ts';
import { permalinksOf } from './permalink.ts';
import { resolveNote } from './resolve.ts';
import { slugsOf } from './slug.ts';
import type { ParsedNote } from './types.ts';

export interface Resolved {
  readonly notes: readonly ResolvedNote[];
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keeps what it found: as long as no name changes, a note that is the same leads where it led. */
export class Resolver {
  #key = '';
  #names: Names | null = null;
  #found = new WeakMap<ParsedNote, ReturnType<typeof resolveNote>>();

  run(notes: readonly ParsedNote[], configuration: Configuration, assets: readonly string[]): Resolved {
    const permalinks = permalinksOf(notes, configuration);
    const key = JSON.stringify([
      configuration,
      assets,
      permalinks,
      notes.map(({ path, title, frontMatter, headings, ids }) => [path, title, frontMatter, headings, ids]),
    ]);
    const named: NamedNote[] = notes.map((note, index) => ({ note, permalink: permalinks[index]! }));
    if (this.#names === null || key !== this.#key) {
      this.#names = createNames(named, assets, configuration);
      this.#found = new WeakMap();
      this.#key = key;
    }
    const names = this.#names;
    const diagnostics = findDuplicates(named);
    const slugs = slugsOf(notes.map((note) => note.path));
    const resolved = notes.map((note, from): ResolvedNote => {
      const found = this.#found.get(note) ?? resolveNote(from, names, note, configuration);
      this.#found.set(note, found);
      for (const diagnostic of found.diagnostics) diagnostics.push(diagnostic);
      return { note, slug: slugs[from]!, permalink: permalinks[from]!, resolutions: found.resolutions };
    });
    return { notes: resolved, names, diagnostics };
  }
}

function findDuplicates(named: readonly NamedNote[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, string>();
  for (const { note, permalink } of named) {
    const other = first.get(permalink);
    if (other === undefined || permalink === '') {
      first.set(permalink, note.path);
      continue;
    }
    const message = `has the same address as ${other} (${permalink}) on the blog`;
    const suggestion = 'Rename one of them, or give it a slug of its own.';
    diagnostics.push(diagnose('duplicate-note', note.path, { line: 1, column: 1 }, message, suggestion));
  }
  return diagnostics;
}
