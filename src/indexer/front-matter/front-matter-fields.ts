/** Known fields of front matter, each checked; an unknown one, `__proto__` among them, is never looked at. */
import { TomlDate } from 'smol-toml';
import type { DiagnosticCode, Severity } from '../../contract/diagnostic.ts';
import { isRecord } from '../../contract/site.ts';
import type { FieldName, FrontMatter } from '../common/types.ts';
import { controlIn, withoutControls } from '../common/xml-text.ts';
import { readWikilink } from '../syntax/wikilink.ts';
import { truthOf } from './truth.ts';

/** A field that says something else than its kind of thing. */
export interface FieldProblem {
  /** In lower case. */
  readonly field: string;
  readonly message: string;
  readonly suggestion: string;
  readonly severity: Severity;
  /** `bad-front-matter`, if nothing else is said. */
  readonly code?: DiagnosticCode;
}

export type TellProblem = (problem: FieldProblem) => void;

const MAX_TEXT = 2_000;
export const MAX_LIST = 200;

export const EMPTY_FRONT_MATTER: FrontMatter = {
  title: null,
  date: null,
  lastmod: null,
  publishDate: null,
  expiryDate: null,
  created: null,
  tags: [],
  categories: [],
  aliases: [],
  description: null,
  draft: false,
  slug: null,
  url: null,
  headless: false,
  unrendered: false,
  given: [],
};

/** Names in front matter, in lower case, of each field; the first that says something counts. */
const NAMES: readonly (readonly [FieldName, readonly string[]])[] = [
  ['title', ['title']],
  ['date', ['date']],
  ['lastmod', ['lastmod', 'modified', 'updated']],
  ['publishDate', ['publishdate', 'pubdate', 'published']],
  ['expiryDate', ['expirydate', 'unpublishdate']],
  ['created', ['created']],
  ['tags', ['tags', 'tag']],
  ['categories', ['categories']],
  ['aliases', ['aliases', 'alias']],
  ['description', ['description', 'summary']],
  ['draft', ['draft']],
  ['published', ['published']],
  ['slug', ['slug']],
  ['url', ['url']],
  ['headless', ['headless']],
  ['unrendered', ['build', '_build']],
];

/** Copies what is known of a block's fields. */
export function pickFields(data: Record<string, unknown>, tell: TellProblem): FrontMatter {
  const fields = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  // It may be a date or a yes or no.
  const published = truthOf(fields.get('published'));
  const found = new Map<FieldName, Found>();
  for (const [name, names] of NAMES) {
    const there = names.filter(
      (key) => fields.has(key) && (name !== 'publishDate' || key !== 'published' || published === undefined),
    );
    const field = there.find((key) => (fields.get(key) ?? null) !== null) ?? there[0];
    if (field !== undefined) found.set(name, { field, value: fields.get(field), tell });
  }
  const text = (name: FieldName): string | null => textOf(found.get(name));
  const date = (name: FieldName): string | null => dateOf(found.get(name));
  const list = (name: FieldName): string[] => listOf(found.get(name));
  return {
    title: text('title'),
    date: date('date'),
    lastmod: date('lastmod'),
    publishDate: date('publishDate'),
    expiryDate: date('expiryDate'),
    created: date('created'),
    tags: list('tags').map((tag) => tag.replace(/^#/, '')),
    categories: list('categories'),
    aliases: list('aliases'),
    description: text('description'),
    draft:
      (found.has('draft')
        ? draftOf(found.get('draft')!)
        : found.has('published') && draftOfPublished(published, fields.get('published'))) ||
      // Obsidian's own word for it.
      (truthOf(fields.get('publish')) === false && 'in-vault'),
    // As Hugo takes it: with no hyphens around.
    slug: text('slug')?.replace(/^-+|-+$/g, '') || null,
    url: text('url'),
    headless: headlessOf(found.get('headless')),
    unrendered: unrenderedOf(found.get('unrendered')),
    given: [...found.keys()],
  };
}

interface Found {
  readonly field: string;
  readonly value: unknown;
  readonly tell: TellProblem;
}

function complain(
  { field, value, tell }: Found,
  fault: string,
  suggestion: string,
  severity: Severity = 'warning',
): void {
  tell({ field, message: `"${field}" is ${shown(value)}, ${fault}`, suggestion, severity });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof TomlDate) return value.toISOString();
  if (isRecord(value)) return 'a table';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What is neither yes nor no may have been meant as a yes, and then nobody should see the note. */
function draftOf(found: Found): boolean {
  const truth = truthOf(found.value);
  if (truth === undefined) {
    complain(
      found,
      'which is neither true nor false',
      'Write one of them; until then the note is a draft.',
      'error',
    );
  }
  return truth ?? truth === undefined;
}

/** Empty, it is a no to Hugo; in a vault it is a property that nobody filled in. */
function draftOfPublished(truth: boolean | null | undefined, value: unknown): FrontMatter['draft'] {
  return truth === null && typeof value !== 'string' ? 'in-hugo' : truth === false;
}

function headlessOf(found: Found | undefined): boolean {
  const truth = truthOf(found?.value);
  if (truth === undefined) complain(found!, 'which is neither true nor false', 'Write one of them.');
  return truth ?? false;
}

function unrenderedOf(found: Found | undefined): boolean {
  const value = found?.value ?? null;
  if (value === null) return false;
  if (!isRecord(value)) {
    complain(found!, 'and not a table of settings', 'Write render = "never" in a table of that name.');
    return false;
  }
  const { value: render } = entry(value, 'render');
  return ['never', 'false', '0'].includes(String(render));
}

function entry(record: Record<string, unknown>, wanted: string): { readonly value: unknown } {
  return { value: Object.entries(record).find(([key]) => key.toLowerCase() === wanted)?.[1] };
}

function textOf(found: Found | undefined): string | null {
  if (found === undefined) return null;
  if (!isText(found.value)) complain(found, 'and not a text', 'Write a text; until then there is none.');
  tellControl(found, [found.value]);
  return asText(found.value);
}

/** They come in by escapes, so that nobody sees them in the file. */
function tellControl({ field, tell }: Found, values: readonly unknown[]): void {
  const control = controlIn(values.map(plainText).join());
  if (control === null) return;
  const message = `"${field}" holds the control character ${control.name}`;
  const suggestion = 'Take it out; a backslash that is meant as such is written twice.';
  tell({ field, message, suggestion, severity: 'info', code: 'control-character' });
}

function isText(value: unknown): boolean {
  return value === null || value === undefined || typeof value !== 'object' || value instanceof TomlDate;
}

export function asText(value: unknown): string | null {
  const clean = withoutControls(plainText(value));
  return clean === '' ? null : clean;
}

/** On one line, and with all that no text should hold. */
function plainText(value: unknown): string {
  const text =
    value instanceof TomlDate
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
          ? String(value)
          : '';
  return text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT).toWellFormed();
}

function listOf(found: Found | undefined): string[] {
  if (found === undefined) return [];
  const { value, field, tell } = found;
  const entries: unknown[] = Array.isArray(value)
    ? value.slice(0, MAX_LIST)
    : typeof value === 'string'
      ? value.split(',').slice(0, MAX_LIST)
      : [value];
  const odd = entries.find((one) => !isText(one));
  if (odd !== undefined) {
    const message = Array.isArray(value)
      ? `"${field}" holds ${shown(odd)} among its texts`
      : `"${field}" is ${shown(value)}, and not a list of texts`;
    const suggestion = 'Write each as a text; until then it is left out.';
    tell({ field, message, suggestion, severity: 'warning' });
  }
  tellControl(found, entries);
  return [...new Set(entries.flatMap((one) => asText(one) ?? []))];
}

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? *(Z|[+-]\d{2}:?\d{2})?$/i;

function dateOf(found: Found | undefined): string | null {
  if (found === undefined) return null;
  const date = asDate(found.value);
  const isEmpty = found.value === null || found.value === undefined || found.value === '';
  if (date === null && !isEmpty) {
    complain(found, 'which is no date here', 'Write it like 2026-11-21 or 2026-11-21T10:00:00+01:00.');
  }
  return date;
}

/** `02 Jan 2006`, as mails and feeds have it, and Hugo reads it. A zone's name means UTC to Hugo. */
const MAIL_DATE =
  /^(?:[a-z]{3,9}, )?(\d{2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (\d{4})(?: (\d{2}:\d{2}:\d{2}) (?:([+-]\d{4})|[a-z]{3,4}))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function fromMailDate(text: string): string {
  const match = MAIL_DATE.exec(text);
  if (match === null) return text;
  const [, day, name, year, time, zone = 'Z'] = match;
  const month = String(MONTHS.indexOf(name!.toLowerCase()) + 1).padStart(2, '0');
  return `${year}-${month}-${day}${time === undefined ? '' : `T${time}${zone}`}`;
}

/** Seconds since 1970, as Hugo takes numbers, or milliseconds, from 2001 on. A year, or a day without hyphens, is neither. */
const SINCE_1970 = /^(\d{10})(?:\d{3})?$/;

/** ISO 8601, its zone kept. A date without a zone is UTC, wherever the build runs; anything else is no date. */
export function asDate(value: unknown): string | null {
  if (typeof value === 'number') {
    const seconds = SINCE_1970.exec(String(value))?.[1];
    return seconds === undefined ? null : new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
  }
  const written =
    value instanceof TomlDate ? value.toISOString() : typeof value === 'string' ? value.trim() : '';
  // In a vault, a date may be a link to the note of that day.
  const text = readWikilink(written)?.argument.split('/').at(-1) ?? written;
  const match = DATE.exec(text) ?? DATE.exec(fromMailDate(text));
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const iso =
    hour === undefined
      ? `${year}-${month}-${day}`
      : `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  // The 30th of February is the 1st of March to JavaScript.
  const isDay = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  return !isDay || Number.isNaN(Date.parse(iso)) ? null : iso;
}
