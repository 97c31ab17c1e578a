/**
 * The pages of a site as Hugo looks them up: three trees of lower-cased paths without extension, from the content folder.
 * Each page hangs below its nearest section, which decides how a reference is read.
 */
import path from 'node:path/posix';
import { escapePath, lowerCase } from '../common/hugo-path.ts';
import { memo } from '../common/memo.ts';
import { noteName } from '../common/note-name.ts';
import type { FrontMatter, ParsedNote } from '../common/types.ts';
import type { Configuration } from '../settings/configuration.ts';
import { bundleMembers, cleanPath, endingIn, sitePath } from './permalink.ts';

/** What a reference may name: a note by its index, or a page that Hugo makes without a file, by its permalink. */
export type Named = number | { readonly target: string };

interface HugoSection {
  readonly named: Named;
  /** Name of the section's own file, in lower case; null where Hugo makes the section without one. */
  readonly file: string | null;
}

export interface HugoTree {
  /** Its key, as `lang=` names it. A name may end with it, as in `post.fr.md`. */
  readonly language: string;
  /** '' is the home page. */
  readonly sections: ReadonlyMap<string, HugoSection>;
  /** Pages and leaf bundles. */
  readonly pages: ReadonlyMap<string, Named>;
  /** Taxonomies and their terms. */
  readonly taxonomies: ReadonlyMap<string, Named>;
  /** The last part of a path → all that have it. */
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  /** As Hugo has them since 0.123; null for a site that isn't written for that. */
  readonly newer: NewerNames | null;
  readonly all: readonly (readonly [place: string, Named])[];
}

/** With hyphens for spaces. */
interface NewerNames {
  readonly byPath: ReadonlyMap<string, Named>;
  /** The last part of a path → all that have it. */
  readonly byName: ReadonlyMap<string, readonly Named[]>;
}

export type TreeSettings = Pick<Configuration, 'baseURL' | 'taxonomies' | 'terms'> &
  Partial<
    Pick<
      Configuration,
      | 'languages'
      | 'uglyURLs'
      | 'uglySections'
      | 'hostlessPath'
      | 'disablePathToLower'
      | 'removePathAccents'
      | 'keepsSpaces'
    >
  >;

/** Of a site whose notes no index of ours names. */
interface Elsewhere {
  /** Of the notes. */
  readonly addresses: readonly string[];
  /** Of the site's host, where it is another one, else ''. */
  readonly origin: string;
}

/** A page that has a file and is no note. */
export interface FiledPage extends Pick<ParsedNote, 'path' | 'frontMatter'> {
  /** The file's own path. */
  readonly own: string;
  /** Permalink. */
  readonly target: string;
}

export function createHugoTree(
  ofNotes: readonly Pick<ParsedNote, 'path' | 'frontMatter'>[],
  settings: TreeSettings,
  elsewhere: Elsewhere | null = null,
  others: readonly FiledPage[] = [],
): HugoTree {
  const notes: readonly (Pick<ParsedNote, 'path' | 'frontMatter'> & Partial<FiledPage>)[] = [
    ...ofNotes,
    ...others,
  ];
  const sections = new Map<string, HugoSection>();
  const pages = new Map<string, Named>();
  const taxonomies = new Map<string, Named>();
  const parts = bundleMembers(notes.map((note) => note.path));
  const made = (name: string): Named => ({
    target: `${elsewhere?.origin ?? ''}${sitePath(settings)}${escapePath(name === '' ? '/' : `/${cleanPath(name, settings)}${endingIn(name.split('/')[0]!, settings)}`)}`,
  });
  const plurals = settings.taxonomies.map(lowerCase);

  notes.forEach((note, at) => {
    if (parts.has(note.path)) return;
    const target = elsewhere === null ? note.target : elsewhere.origin + elsewhere.addresses[at]!;
    const named: Named = target === undefined ? at : { target };
    const { folder, base, role } = noteName(note.path);
    const place = lowerCase(role === 'page' ? path.join(folder, base) : folder);
    const depth = place.split('/').length;
    if (role === 'section' && depth <= 2 && plurals.includes(place.split('/')[0]!)) {
      if (!taxonomies.has(place)) taxonomies.set(place, named);
    } else if (role === 'section') {
      if (!sections.has(place)) {
        sections.set(place, { named, file: lowerCase(path.basename(note.own ?? note.path)) });
      }
    } else if (!pages.has(place) || (role === 'bundle' && note.target === undefined)) {
      pages.set(place, named);
    }
  });

  // Hugo makes the home page, a section for each folder at the top that holds pages, and the taxonomies.
  const tops = notes.flatMap((note) => {
    const { folder, role } = noteName(note.path);
    const [top = '', ...below] = folder.split('/');
    return parts.has(note.path) || (role !== 'page' && below.length === 0) ? [] : top;
  });
  for (const top of ['', ...tops]) {
    const key = lowerCase(top);
    if (!sections.has(key)) sections.set(key, { named: made(key), file: null });
  }
  for (const plural of settings.taxonomies) {
    const around = lowerCase(plural);
    if (!taxonomies.has(around)) taxonomies.set(around, made(plural));
    if (!settings.terms) continue;
    for (const term of notes.flatMap((note) => termsOf(note.frontMatter, around))) {
      const clean = cleanPath(term, settings);
      if (clean === '') continue;
      const name = `${plural}/${clean}`;
      if (!taxonomies.has(lowerCase(name))) taxonomies.set(lowerCase(name), made(name));
    }
  }

  const filed = [...pages, ...[...sections].map(([place, { named }]): [string, Named] => [place, named])];
  const all = [...filed, ...taxonomies];
  return {
    language: settings.languages?.chosen ?? 'en',
    sections,
    pages,
    taxonomies,
    byName: named(all),
    newer: settings.keepsSpaces === true ? newerNames(all) : null,
    all,
  };
}

/** The same tree as Hugo has it since 0.123. */
export const asNewer = memo((tree: HugoTree): HugoTree => ({ ...tree, newer: newerNames(tree.all) }));

/** By the last part of their paths; the home page has none. */
function named(all: readonly (readonly [place: string, Named])[]): Map<string, readonly Named[]> {
  const byName = new Map<string, Named[]>();
  for (const [place, one] of all) {
    if (place === '') continue;
    const name = path.basename(place);
    const found = byName.get(name);
    if (found === undefined) byName.set(name, [one]);
    else found.push(one);
  }
  return byName;
}

function newerNames(all: readonly (readonly [place: string, Named])[]): NewerNames {
  const paths = all.map(([place, one]) => [hyphened(place), one] as const);
  // A page stands before a section of the same path.
  return { byPath: new Map(paths.toReversed()), byName: named(paths) };
}

/** As Hugo has paths since 0.123. */
export function hyphened(place: string): string {
  return place.replace(/\s/gu, '-');
}

function termsOf(fields: FrontMatter, taxonomy: string): readonly string[] {
  if (taxonomy === 'tags' || taxonomy === 'categories') return fields[taxonomy];
  return (fields.terms ?? []).flatMap(([own, term]) => (own === taxonomy ? term : []));
}
