/** Tables of the names by which notes are found, made once for all references. */
import path from 'node:path/posix';
import { fold } from '../contract/search.ts';
import { NearestNames } from './nearest.ts';
import { noteName } from './permalink.ts';
import type { ParsedNote } from './types.ts';

/** What a reference may name: a note by its index, or a page that Hugo makes without a file, by its permalink. */
export type Named = number | { readonly target: string };

export interface NamedNote {
  readonly note: Pick<ParsedNote, 'path' | 'title' | 'frontMatter' | 'headings' | 'ids'>;
  readonly permalink: string;
}

export interface Names {
  readonly notes: readonly NamedNote[];
  /** Lower-cased path without extension, from the content folder → what stands there. Sections too. */
  readonly byPath: ReadonlyMap<string, Named>;
  readonly sections: ReadonlySet<string>;
  /** Lower-cased file name without extension (a bundle's folder) → all that have it. */
  readonly byBase: ReadonlyMap<string, readonly Named[]>;
  /** The same, for files of any folder by the last part of their path; notes only. */
  readonly byFile: ReadonlyMap<string, readonly number[]>;
  /** Folded alias or title → notes. */
  readonly byAlias: ReadonlyMap<string, readonly number[]>;
  readonly byTitle: ReadonlyMap<string, readonly number[]>;
  /** Decoded permalink without its last slash, lower-cased. */
  readonly byPermalink: ReadonlyMap<string, number>;
  readonly ids: readonly ReadonlySet<string>[];
  /** Of `byFile`'s names. */
  readonly nearest: NearestNames;
  /** Assets by lower-cased file name → paths from the content folder. */
  readonly assets: ReadonlyMap<string, readonly string[]>;
}

export function createNames(
  notes: readonly NamedNote[],
  assetPaths: Iterable<string>,
  sitePath: string,
): Names {
  const byPath = new Map<string, Named>();
  const byBase = new Map<string, Named[]>();
  const byFile = new Map<string, number[]>();
  const byAlias = new Map<string, number[]>();
  const byTitle = new Map<string, number[]>();
  const byPermalink = new Map<string, number>();
  const sections = new Set<string>(['']);

  const add = <Value>(table: Map<string, Value[]>, key: string, value: Value): void => {
    const found = table.get(key);
    if (found === undefined) table.set(key, [value]);
    else if (!found.includes(value)) found.push(value);
  };

  notes.forEach(({ note }, index) => {
    const { folder, base, role } = noteName(note.path);
    const place = (role === 'page' ? path.join(folder, base) : folder).toLowerCase();
    if (!byPath.has(place)) byPath.set(place, index);
    if (role === 'section') sections.add(place);
    const name = role === 'page' ? base : path.basename(folder);
    if (name !== '') add(byBase, name.toLowerCase(), index);
    add(byFile, base.toLowerCase(), index);
    if (role !== 'page' && name !== '') add(byFile, name.toLowerCase(), index);
    for (const alias of note.frontMatter.aliases) {
      add(byAlias, fold(alias), index);
      if (alias.startsWith('/')) byPermalink.set(permalinkKey(alias), index);
    }
    add(byTitle, fold(note.title), index);
  });
  notes.forEach(({ permalink }, index) => byPermalink.set(permalinkKey(permalink), index));

  // Hugo makes the home page, a page for each folder at the top, and the taxonomies, without a file.
  const made = new Map([['', '']]);
  for (const { note } of notes) {
    const top = note.path.includes('/') ? note.path.slice(0, note.path.indexOf('/')) : '';
    if (top !== '') made.set(top.toLowerCase(), top.toLowerCase());
  }
  for (const taxonomy of ['tags', 'categories']) made.set(taxonomy, taxonomy);
  for (const [key, name] of made) {
    if (byPath.has(key)) continue;
    const named = { target: `${sitePath}/${name === '' ? '' : `${encodeURI(name)}/`}` };
    byPath.set(key, named);
    sections.add(key);
    if (name !== '') add(byBase, key, named);
  }

  const assets = new Map<string, string[]>();
  for (const asset of assetPaths) add(assets, path.basename(asset).toLowerCase(), asset);
  const ids = notes.map(({ note }) => new Set(note.ids));
  const nearest = new NearestNames(byFile.keys());
  return { notes, byPath, sections, byBase, byFile, byAlias, byTitle, byPermalink, ids, nearest, assets };
}

/** One key for all spellings of an address: decoded, lower-cased, no last slash, no `index.html`. */
export function permalinkKey(address: string): string {
  const plain = address.replace(/[?#].*$/, '');
  let decoded = plain;
  try {
    decoded = decodeURIComponent(plain);
  } catch {
    // Kept as it is: a lone % names nothing else.
  }
  return decoded
    .replace(/\/index\.html?$/i, '/')
    .replace(/\/+$/, '')
    .toLowerCase();
}
