/** Where Hugo publishes a note, and where Hearthmap does. */
import { createHash } from 'node:crypto';
import path from 'node:path/posix';
import type { Configuration } from './configuration.ts';
import type { FrontMatter } from './types.ts';

/**
 * A path's text as Hugo writes it into addresses: spaces become hyphens, what isn't a letter, digit, mark or one of
 * `./\_#+~-@` goes away.
 * Source: `UnicodeSanitize` of Hugo 0.111 (helpers/path.go), by its behaviour.
 */
export function sanitisePath(text: string): string {
  let result = '';
  let pendingHyphen = false;
  let wasHyphen = false;
  for (const match of text.matchAll(/%[0-9a-fA-F]{2}|[^]/gu)) {
    for (const character of match[0]) {
      if (
        match[0].length === 3 && match[0][0] === '%' ? true : /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(character)
      ) {
        wasHyphen = character === '-';
        if (pendingHyphen && !wasHyphen) result += '-';
        pendingHyphen = false;
        result += character;
      } else if (result !== '' && !wasHyphen && /\s/u.test(character)) {
        pendingHyphen = true;
      }
    }
  }
  return result;
}

/** Percent-encodes a path as Go's `URL.EscapedPath` does. */
function escapePath(text: string): string {
  return text
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment)
        .replace(/%(24|26|2B|3A|3B|3D|40|2C)/g, (code) => decodeURIComponent(code))
        .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
}

export interface NoteName {
  /** Folder from the content folder, '' at the top. */
  readonly folder: string;
  /** File name without its extension. */
  readonly base: string;
  /** `_index`: a section; `index`: a leaf bundle, which is named by its folder. */
  readonly role: 'page' | 'bundle' | 'section';
}

export function noteName(notePath: string): NoteName {
  const base = path.basename(notePath).replace(/\.(md|markdown)$/i, '');
  const folder = path.dirname(notePath) === '.' ? '' : path.dirname(notePath);
  return { folder, base, role: base === '_index' ? 'section' : base === 'index' ? 'bundle' : 'page' };
}

/** Site-relative address, percent-encoded, as Hugo's `.RelPermalink`. */
export function permalinkOf(
  notePath: string,
  fields: FrontMatter,
  title: string,
  configuration: Pick<Configuration, 'permalinks' | 'uglyURLs' | 'disablePathToLower' | 'baseURL'>,
): string {
  const prefix = basePath(configuration.baseURL);
  const { folder, base, role } = noteName(notePath);
  if (fields.url !== null) {
    const url = fields.url.startsWith('/') ? fields.url : `/${fields.url}`;
    const file = /\.\w+$/.test(url) || url.endsWith('/');
    return prefix + escapePath(file ? url : `${url}/`);
  }
  const lower = (text: string): string => (configuration.disablePathToLower ? text : text.toLowerCase());
  const clean = (text: string): string => lower(sanitisePath(text));
  if (role === 'section') return prefix + escapePath(folder === '' ? '/' : `/${clean(folder)}/`);

  const own = role === 'bundle' ? path.basename(folder) : base;
  const around = role === 'bundle' ? dirname(folder) : folder;
  const name = clean(fields.slug ?? own);
  const pattern = configuration.permalinks.get(folder.split('/')[0]?.toLowerCase() ?? '');
  const address =
    pattern === undefined || (role === 'page' && folder === '')
      ? path.join('/', clean(around), name)
      : expand(pattern, { folder: around, own, fields, title, clean });
  const trimmed = address.replace(/\/+$/, '') || '/';
  return (
    prefix +
    escapePath(
      configuration.uglyURLs && trimmed !== '/' ? `${trimmed}.html` : `${trimmed === '/' ? '' : trimmed}/`,
    )
  );
}

function dirname(folder: string): string {
  const parent = path.dirname(folder);
  return parent === '.' ? '' : parent;
}

/** `baseURL`'s own path without its last slash: '' for a site at the top of its host. */
function basePath(baseURL: string | null): string {
  return baseURL === null ? '' : new URL(baseURL).pathname.replace(/\/+$/, '');
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function expand(
  pattern: string,
  note: { folder: string; own: string; fields: FrontMatter; title: string; clean: (text: string) => string },
): string {
  // Hugo counts days in the date's own zone: the ISO text says them as they are.
  const [year = '0001', month = '01', day = '01'] = (note.fields.date ?? '0001-01-01')
    .slice(0, 10)
    .split('-');
  const calendar = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const values: readonly (readonly [string, string])[] = [
    ['year', year],
    ['monthname', MONTHS[Number(month) - 1] ?? ''],
    ['month', month],
    ['day', day],
    ['weekdayname', DAYS[calendar.getUTCDay()] ?? ''],
    ['weekday', String(calendar.getUTCDay())],
    ['yearday', String((calendar.getTime() - Date.UTC(Number(year), 0, 1)) / 86_400_000 + 1)],
    ['sections', note.folder],
    ['section', note.folder.split('/')[0] ?? ''],
    ['title', note.title],
    ['slugorfilename', note.fields.slug ?? note.own],
    ['slugorcontentbasename', note.fields.slug ?? note.own],
    ['contentbasename', note.own],
    ['slug', note.fields.slug ?? note.title],
    ['filename', note.own],
  ];
  const expanded = pattern.replace(/:([a-z]+)/g, (whole, name: string) => {
    const found = values.find(([key]) => key === name);
    return found === undefined ? whole : note.clean(found[1]);
  });
  return expanded.startsWith('/') ? expanded : `/${expanded}`;
}

const MAX_SEGMENT_BYTES = 100;

/**
 * Slugs of all notes, in their order: the path in lower case, without what file systems or addresses treat specially.
 * Of notes that would share one, the note whose name is the slug itself keeps it, else the first; the others carry a piece of
 * their path's hash. So a newcomer seldom moves an older note's address.
 */
export function slugsOf(paths: readonly string[]): string[] {
  const plain = paths.map(plainSlug);
  const owner = new Map<string, number>();
  plain.forEach((slug, index) => {
    if (!owner.has(slug) || paths[index]!.replace(/\.\w+$/, '') === slug) owner.set(slug, index);
  });
  return plain.map((slug, index) =>
    owner.get(slug) === index ? slug : `${slug}-${shortHash(paths[index]!)}`,
  );
}

function plainSlug(notePath: string): string {
  const { folder, base, role } = noteName(notePath);
  const whole = role === 'page' ? path.join(folder, base) : folder === '' ? 'index' : folder;
  return whole
    .split('/')
    .map((segment) => {
      const clean = segment
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-')
        .replace(/^-+|-+$/g, '');
      if (clean === '') return shortHash(segment);
      if (Buffer.byteLength(clean) <= MAX_SEGMENT_BYTES) return clean;
      return `${Buffer.from(clean)
        .subarray(0, MAX_SEGMENT_BYTES - 10)
        .toString()
        .replace(/\uFFFD+$/, '')}-${shortHash(segment)}`;
    })
    .join('/');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
