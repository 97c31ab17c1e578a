/** Where Hugo publishes a note. */
import path from 'node:path/posix';
import { escapePath, lowerCase, sanitisePath } from '../common/hugo-path.ts';
import { type NoteName, noteName } from '../common/note-name.ts';
import type { FrontMatter, ParsedNote } from '../common/types.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { ListKind } from '../settings/hugo-permalinks.ts';
import { expandPattern, expandWords, type PatternNote } from './permalink-pattern.ts';

type PermalinkSettings = Pick<
  Configuration,
  'kind' | 'permalinks' | 'uglyURLs' | 'disablePathToLower' | 'removePathAccents' | 'baseURL'
> &
  Partial<
    Pick<
      Configuration,
      | 'languagePrefix'
      | 'uglySections'
      | 'hostlessPath'
      | 'listPermalinks'
      | 'taxonomies'
      | 'keepsSpaces'
      | 'dateWays'
    >
  >;

/** Front matter of the sections' own files, by folder. */
type Sections = ReadonlyMap<string, FrontMatter>;

/**
 * Site-relative addresses of all notes, percent-encoded, as Hugo's `.RelPermalink`. Empty where Hugo gives a note no page of
 * its own: a headless one, or a file that belongs to a leaf bundle.
 */
export function permalinksOf(
  notes: readonly Pick<ParsedNote, 'path' | 'frontMatter'>[],
  settings: PermalinkSettings,
): string[] {
  const paths = notes.map((note) => note.path);
  const sections = new Map(
    notes.flatMap(({ path, frontMatter }): [string, FrontMatter][] => {
      const { folder, role } = noteName(path);
      return role === 'section' ? [[folder, frontMatter]] : [];
    }),
  );
  const belongs = settings.kind === 'hugo' ? bundleMembers(paths) : new Set<string>();
  return notes.map((note) =>
    hasNoPage(note) || belongs.has(note.path) ? '' : permalinkOf(note, sections, settings),
  );
}

function hasNoPage({ path, frontMatter }: Pick<ParsedNote, 'path' | 'frontMatter'>): boolean {
  return frontMatter.unrendered || (frontMatter.headless && noteName(path).role === 'bundle');
}

/** The notes that stand in a leaf bundle's folder or below: parts of that page, no pages of their own. */
export function bundleMembers(paths: readonly string[]): Set<string> {
  const bundles = new Set(
    paths.map(noteName).flatMap(({ folder, role }) => (role === 'bundle' && folder !== '' ? folder : [])),
  );
  const isInside = (notePath: string): boolean => {
    const { folder, role } = noteName(notePath);
    let around = role === 'bundle' ? parentOf(folder) : folder;
    for (; around !== ''; around = parentOf(around)) if (bundles.has(around)) return true;
    return false;
  };
  return new Set(paths.filter(isInside));
}

function permalinkOf(
  { path: notePath, frontMatter: fields }: Pick<ParsedNote, 'path' | 'frontMatter'>,
  sections: Sections,
  settings: PermalinkSettings,
): string {
  const prefix = sitePath(settings);
  const { folder, base: file, role } = noteName(notePath);
  const around = role === 'bundle' ? parentOf(folder) : folder;
  const base = role === 'page' ? file : path.basename(folder);
  const own = role === 'section' ? '' : base;
  const note = (): PatternNote => ({
    own,
    base,
    fields: settings.kind === 'hugo' ? datedByWays(fields, settings) : namedByFile(fields, base),
    sections: entries(around, sections),
    sectionSlugs: sectionSlugs(around, sections),
  });
  // With a slash in front, it counts from the site and not from the language.
  const languagePart = fields.url?.startsWith('/') === true ? (settings.languagePrefix ?? '').length : 0;
  if (fields.url !== null) {
    const url = fields.url.includes(':')
      ? expandWords(fields.url, note(), settings.disablePathToLower)
      : fields.url;
    return prefix.slice(0, prefix.length - languagePart) + escapePath(fromUrl(url));
  }

  const clean = (text: string): string => cleanPath(text, settings);
  // A key of the configuration is in lower case, the section's name is not.
  const section = around.split('/')[0]!;
  const ending = endingIn(section, settings);
  const pattern = patternOf(role, around, settings);
  const expanded = (): string =>
    path.join('/', cleanText(expandPattern(pattern!, note(), settings.disablePathToLower), settings));
  if (role === 'section') {
    if (pattern === undefined) return prefix + escapePath(folder === '' ? '/' : `/${clean(folder)}${ending}`);
    return prefix + escapePath(expanded().replace(/\/*$/, ending === '/' ? '/' : '/index.html'));
  }
  // Hugo cleans it as a whole: what begins with a space is no beginning behind a slash.
  const place = around === '' ? own : `${around}/${own}`;
  const address =
    pattern === undefined
      ? path.join(
          '/',
          fields.slug === null ? clean(place) : `${clean(around)}/${cleanText(fields.slug, settings)}`,
        )
      : expanded();
  const isNameless = fields.slug === null ? clean(own) === '' : cleanText(fields.slug, settings) === '';
  const nameless = pattern === undefined && around !== '' && isNameless;
  const whole = address.replace(/\/+$/, '') + (nameless ? '/' : '');
  return prefix + escapePath(whole === '' && ending === '/' ? '/' : (whole === '' ? '/' : whole) + ending);
}

/** Where the site says where dates come from, `date` is all that addresses have. */
function datedByWays(fields: FrontMatter, { dateWays = null }: PermalinkSettings): FrontMatter {
  return dateWays === null ? fields : { ...fields, publishDate: null, lastmod: null };
}

/** Other makers of blogs know a note by its file, and have no title that the front matter doesn't say. */
function namedByFile(fields: FrontMatter, base: string): FrontMatter {
  return { ...fields, slug: fields.slug ?? base, title: fields.title ?? base };
}

/** That of the nearest folder; what stands at the top has one of its own. @param folder of the section, or around the page */
function patternOf(
  role: NoteName['role'],
  folder: string,
  { permalinks, listPermalinks, taxonomies = [] }: PermalinkSettings,
): string | undefined {
  const kind = role === 'section' ? kindOfSection(folder, taxonomies) : 'page';
  if (kind === 'home') return undefined;
  const patterns = kind === 'page' ? permalinks : listPermalinks?.[kind];
  const isAtTop = kind === 'section' ? parentOf(folder) === '' : folder === '';
  if (isAtTop && patterns?.has('') === true) return patterns.get('');
  for (let at = folder; at !== ''; at = parentOf(at)) {
    const pattern = patterns?.get(at);
    if (pattern !== undefined) return pattern;
  }
  return undefined;
}

/** Of a page that lists others, as Hugo calls it. @param taxonomies their plural names, in lower case */
export function kindOfSection(folder: string, taxonomies: readonly string[]): 'home' | ListKind {
  if (folder === '') return 'home';
  const [top = '', ...below] = folder.split('/');
  if (!taxonomies.includes(top.toLowerCase())) return 'section';
  return below.length === 0 ? 'taxonomy' : 'term';
}

/** The path of a file, folder or term as the site's settings write it into addresses. */
export function cleanPath(
  path: string,
  settings: Partial<Pick<Configuration, 'disablePathToLower' | 'removePathAccents' | 'keepsSpaces'>>,
): string {
  return cleanText(settings.keepsSpaces === true ? path.replace(/\s/gu, '-') : path, settings);
}

/** The same of a text that its author wrote for an address. */
function cleanText(
  text: string,
  settings: Partial<Pick<Configuration, 'disablePathToLower' | 'removePathAccents'>>,
): string {
  const lower = settings.disablePathToLower === true ? sanitisePath(text) : lowerCase(sanitisePath(text));
  return settings.removePathAccents === true ? withoutAccents(lower) : lower;
}

/** As the author wrote it; without an extension it is a folder. */
function fromUrl(url: string): string {
  const address = path.normalize(`/${url}`);
  const isFile = /\.\w+$/.test(address) && path.basename(address) !== 'index.html';
  return isFile || address.endsWith('/') ? address : `${address}/`;
}

/** Names of the sections around a folder: those with an `_index`, and the folder at the top. */
function entries(folder: string, sections: Sections): string[] {
  if (folder === '') return [];
  let section = folder;
  while (section.includes('/') && !sections.has(section)) section = parentOf(section);
  // Hugo counts a nameless entry behind a section that it makes itself.
  return sections.has(section) ? section.split('/') : [section, ''];
}

/** By slug, title or folder: of the same sections, and of none that has no name of its own. */
function sectionSlugs(folder: string, sections: Sections): string[] {
  const folders = folder.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  return folders
    .filter((one, index) => one !== '' && (index === 0 || sections.has(one)))
    .map((one) => sections.get(one)?.slug ?? sections.get(one)?.title ?? path.basename(one));
}

/** "" for a folder at the top. */
export function parentOf(folder: string): string {
  const parent = path.dirname(folder);
  return parent === '.' ? '' : parent;
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

/** What an address ends with. @param section the folder at the top, '' for what stands there itself */
export function endingIn(
  section: string,
  { uglyURLs = false, uglySections = [] }: Partial<Pick<Configuration, 'uglyURLs' | 'uglySections'>>,
): string {
  return uglyURLs || uglySections.includes(section) ? '.html' : '/';
}

/** What all addresses of a site begin with, without its last slash. */
export function sitePath({
  baseURL,
  hostlessPath = '',
}: Pick<Configuration, 'baseURL'> & Partial<Pick<Configuration, 'hostlessPath'>>): string {
  return baseURL === null ? hostlessPath : basePath(baseURL);
}

/** Where a blog is, for who stands on its host. */
export interface Blog {
  /** `baseURL`, or the path alone where a Hugo site names no host; null where notes are no blog's. */
  readonly address: string | null;
  /** Its path, without its last slash; null likewise. */
  readonly path: string | null;
}

export function blogOf(
  configuration: Pick<Configuration, 'kind' | 'baseURL'> & Partial<Pick<Configuration, 'hostlessPath'>>,
): Blog {
  const { kind, baseURL } = configuration;
  if (baseURL === null && kind !== 'hugo') return { address: null, path: null };
  const path = sitePath(configuration);
  return { address: baseURL ?? `${path}/`, path };
}

/** `baseURL`'s own path as written, without its last slash: '' for a site at the top of its host. */
function basePath(baseURL: string | null): string {
  const [, written = ''] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(baseURL ?? '') ?? [];
  return written.replace(/\/+$/, '');
}
