/** Tables of the names by which notes are found, made once for all references. */
import path from 'node:path/posix';
import { noteName } from '../common/note-name.ts';
import { spellingKey } from '../common/spelling-key.ts';
import type { ParsedNote } from '../common/types.ts';
import { createHugoTree, type FiledPage, type HugoTree, type TreeSettings } from './hugo-tree.ts';
import { NearestNames } from './nearest.ts';
import { sitePath } from './permalink.ts';

export interface NamedNote {
  readonly note: Pick<ParsedNote, 'path' | 'file' | 'title' | 'frontMatter' | 'headings' | 'ids'>;
  readonly permalink: string;
}

export interface Names {
  readonly notes: readonly NamedNote[];
  /** For `ref` and `relref`. */
  readonly hugo: HugoTree;
  /** By key, as `lang=` names them. */
  readonly otherLanguages: ReadonlyMap<string, HugoTree>;
  /** By note: `stemOf` its path. */
  readonly stems: readonly string[];
  /** `stemOf` a path from the content folder → the notes there. */
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  /** The last part of a stem, and a bundle's or section's folder → all that have it. */
  readonly byFile: ReadonlyMap<string, readonly number[]>;
  /** `spellingKey` of an alias or title → notes. */
  readonly byAlias: ReadonlyMap<string, readonly number[]>;
  readonly byTitle: ReadonlyMap<string, readonly number[]>;
  /** Whether it is known where the blog is that the notes are pages of: then it has other pages too. */
  readonly hasBlog: boolean;
  /** By `permalinkKey`; aliases too. */
  readonly byPermalink: ReadonlyMap<string, number>;
  readonly ids: readonly ReadonlySet<string>[];
  /** Of `byFile`'s names. */
  readonly nearest: NearestNames;
  /** Assets by the last part of their `assetKey` → paths from the content folder. */
  readonly assets: ReadonlyMap<string, readonly string[]>;
}

export function createNames(
  notes: readonly NamedNote[],
  assetPaths: Iterable<string>,
  settings: TreeSettings,
  otherLanguages: ReadonlyMap<string, HugoTree> = new Map(),
  others: readonly FiledPage[] = [],
): Names {
  const byStem = new Map<string, number[]>();
  const byFile = new Map<string, number[]>();
  const byAlias = new Map<string, number[]>();
  const byTitle = new Map<string, number[]>();
  const byPermalink = new Map<string, number>();
  const prefix = sitePath(settings);

  const add = <Value>(table: Map<string, Value[]>, key: string, value: Value): void => {
    const found = table.get(key);
    if (found === undefined) table.set(key, [value]);
    // One note comes with all its names before the next.
    else if (found.at(-1) !== value) found.push(value);
  };

  const stems = notes.map(({ note }) => stemOf(note.path));
  notes.forEach(({ note }, index) => {
    const { folder, role } = noteName(note.path);
    const stem = stems[index]!;
    add(byStem, stem, index);
    add(byFile, path.basename(stem), index);
    if (note.file !== undefined) {
      add(byStem, stemOf(note.file), index);
      add(byFile, path.basename(stemOf(note.file)), index);
    }
    if (role !== 'page' && folder !== '') add(byFile, path.basename(path.dirname(stem)), index);
    for (const alias of note.frontMatter.aliases) {
      add(byAlias, spellingKey(alias), index);
      if (alias.startsWith('/')) byPermalink.set(permalinkKey(prefix + alias), index);
    }
    add(byTitle, spellingKey(note.title), index);
  });
  for (const [index, { permalink }] of [...notes.entries()].reverse()) {
    // An address with a fragment or query in it is another page's.
    if (permalink !== '' && !/[?#]/.test(permalink)) byPermalink.set(permalinkKey(permalink), index);
  }

  const assets = new Map<string, string[]>();
  for (const asset of assetPaths) add(assets, path.basename(assetKey(asset)), asset);
  const ids = notes.map(({ note }) => new Set(note.ids));
  const nearest = new NearestNames(byFile.keys());
  const hugo = createHugoTree(
    notes.map(({ note }) => note),
    settings,
    null,
    others,
  );
  return {
    notes,
    hugo,
    otherLanguages,
    stems,
    byStem,
    byFile,
    byAlias,
    byTitle,
    hasBlog: settings.baseURL !== null,
    byPermalink,
    ids,
    nearest,
    assets,
  };
}

/** A path without its extension, as links compare it: letter case and the composition of accents don't count. */
export function stemOf(notePath: string): string {
  return spellingKey(notePath.replace(/\.(md|markdown)$/i, ''));
}

/** A file's path, as links compare it. */
export function assetKey(assetPath: string): string {
  return spellingKey(assetPath);
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
