/**
 * Notes with the fields that sections above them, and the site's configuration, hand down by `cascade`. It comes after parsing:
 * what is kept of a note from build to build depends on its own file alone.
 */
import { noteName } from '../common/note-name.ts';
import type { Cascade, CascadeTarget, FieldName, FrontMatter, ParsedNote } from '../common/types.ts';
import { EMPTY_FRONT_MATTER } from '../front-matter/front-matter-fields.ts';
import { pathGlob } from '../front-matter/path-glob.ts';
import type { Configuration } from '../settings/configuration.ts';
import { distinctTags } from '../syntax/tag.ts';
import { changedNote } from './changed-note.ts';
import { kindOfSection, parentOf } from './permalink.ts';

type CascadeSettings = Pick<
  Configuration,
  'kind' | 'cascade' | 'environment' | 'contentLanguage' | 'taxonomies'
>;

/** What a note needs to be handed something. */
type Cascadable = Pick<ParsedNote, 'path' | 'file' | 'hash' | 'frontMatter' | 'title' | 'textTags'>;

interface Cascaded<Note> {
  readonly notes: readonly Note[];
  /** Front matter of the sections that Hugo makes without a file, by folder; '' is the home page. */
  readonly made: ReadonlyMap<string, FrontMatter>;
}

/** A note that nothing is handed to stays the same object, and so does one that is handed the same again. */
export function withCascades<Note extends Cascadable>(
  notes: readonly Note[],
  settings: CascadeSettings,
): Cascaded<Note> {
  const handed = new Map<string, readonly Cascade[]>();
  for (const { path, frontMatter } of notes) {
    const { folder, role } = noteName(path);
    if (role === 'section' && frontMatter.cascade !== undefined) handed.set(folder, frontMatter.cascade);
  }
  if (settings.kind !== 'hugo' || (handed.size === 0 && settings.cascade.length === 0)) {
    return { notes, made: new Map() };
  }

  const known = new Map<string, readonly Cascade[]>();
  /** The nearest section's in front: what is said there first counts. */
  const around = (folder: string): readonly Cascade[] => {
    let found = known.get(folder);
    if (found === undefined) {
      const above = folder === '' ? settings.cascade : around(parentOf(folder));
      known.set(folder, (found = [...(handed.get(folder) ?? []), ...above]));
    }
    return found;
  };
  const isTarget = createMatcher(settings);
  const changes = (page: Page, folder: string, fields: FrontMatter): Partial<FrontMatter> =>
    changesOf(
      fields,
      around(folder).filter(({ target }) => isTarget(target, page)),
    );

  const made = new Map<string, FrontMatter>();
  for (const folder of madeSections(notes)) {
    const page = { paths: [`/${folder.toLowerCase()}`], kind: folder === '' ? 'home' : 'section' };
    made.set(folder, { ...EMPTY_FRONT_MATTER, ...changes(page, folder, EMPTY_FRONT_MATTER) });
  }
  return {
    notes: notes.map((note) => {
      const page = pageOf(note, settings.taxonomies);
      return changed(note, changes(page, noteName(note.path).folder, note.frontMatter));
    }),
    made,
  };
}

interface Page {
  /** As Hugo 0.111 has it, by its file; behind it, as newer ones do. */
  readonly paths: readonly string[];
  readonly kind: string;
}

function pageOf({ path, file = path }: Cascadable, taxonomies: readonly string[]): Page {
  const { folder, base, role } = noteName(path);
  const logical = role === 'page' && folder !== '' ? `${folder}/${base}` : role === 'page' ? base : folder;
  return {
    paths: [`/${file.toLowerCase()}`, `/${logical.toLowerCase()}`],
    kind: role === 'section' ? kindOfSection(folder, taxonomies) : 'page',
  };
}

/** Home and the folders at the top that hold pages, where they have no `_index`. */
function madeSections(notes: readonly Cascadable[]): Set<string> {
  const tops = new Set(['']);
  const ownFile = new Set<string>();
  for (const { path } of notes) {
    const { folder, role } = noteName(path);
    if (role !== 'page' && (role === 'section' || folder !== '')) ownFile.add(folder);
    if (folder !== '') tops.add(folder.split('/')[0]!);
  }
  return new Set([...tops].filter((folder) => !ownFile.has(folder)));
}

/** A pattern that could be meant for a file is one: in Hugo 0.111, a page's path is its file's. */
const FOR_FILES = /\.(?:md|markdown)|[*?\]]\}?$/;

function createMatcher({
  environment,
  contentLanguage,
}: CascadeSettings): (target: CascadeTarget, page: Page) => boolean {
  const globs = new Map<string, (path: string) => boolean>();
  const matches = (pattern: string, text: string): boolean => {
    let glob = globs.get(pattern);
    if (glob === undefined) globs.set(pattern, (glob = pathGlob(pattern) ?? (() => false)));
    return glob(text);
  };
  return ({ path, kind, lang, environment: wanted }, page) =>
    (kind === undefined || matches(kind, page.kind)) &&
    (lang === undefined || matches(lang, contentLanguage.toLowerCase())) &&
    (wanted === undefined || matches(wanted, environment.toLowerCase())) &&
    (path === undefined ||
      page.paths.slice(0, FOR_FILES.test(path) ? 1 : 2).some((found) => matches(path, found)));
}

/** What isn't given by the note itself, nor by what stands in front. */
function changesOf(fields: FrontMatter, cascades: readonly Cascade[]): Partial<FrontMatter> {
  if (cascades.length === 0) return {};
  const given = new Set<FieldName>(fields.given);
  const changes: Record<string, unknown> = {};
  for (const { fields: handed } of cascades) {
    for (const name of handed.given) {
      if (given.has(name)) continue;
      // Where both are there, wherever they come from, `draft` counts.
      if (name !== 'published') changes[name] = handed[name] ?? EMPTY_FRONT_MATTER[name];
      else if (!given.has('draft') && !handed.given.includes('draft'))
        changes['draft'] = handed.draft ?? false;
    }
    for (const name of handed.given) given.add(name);
  }
  return changes;
}

/** The note with other fields; the same object again for the same ones. */
export function changed<Note extends Cascadable>(note: Note, changes: Partial<FrontMatter>): Note {
  if (Object.keys(changes).length === 0) return note;
  return changedNote(note, JSON.stringify(changes), () => {
    const tags =
      changes.tags === undefined ? note.frontMatter.tags : distinctTags([...changes.tags, ...note.textTags]);
    return { frontMatter: { ...note.frontMatter, ...changes, tags }, title: changes.title ?? note.title };
  });
}
