/**
 * The block of metadata at a note's top: TOML between `+++`, YAML between `---`, or a JSON object.
 *
 * gray-matter chooses its engine by what stands behind the first fence, and one of its engines runs code. So the fence is
 * checked before, every engine it ships is replaced, and an options object is always passed (without one it caches by text).
 */
import matter from 'gray-matter';
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { parseDocument, YAMLParseError } from 'yaml';
import { isRecord } from '../contract/site.ts';
import type { FrontMatter } from './types.ts';

export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError';
  constructor(
    message: string,
    /** From 1, in the whole file. */
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

export interface FrontMatterBlock {
  readonly fields: FrontMatter;
  /** UTF-16 offset where the note's text begins. */
  readonly end: number;
}

const MAX_BLOCK = 64 * 1024;
const MAX_TEXT = 2_000;
const MAX_LIST = 200;

/** An object, or what was meant as one; other text may begin with a brace too. */
const JSON_OBJECT = /^\{\s*(?:$|["'}]|[\w-]+\s*:)/;

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
};

/**
 * Reads the block of a file's text (LF line breaks, no byte order mark).
 * @throws {FrontMatterError} with the place, where the block is there but can't be read
 */
export function readFrontMatter(text: string): FrontMatterBlock {
  const lineEnd = text.indexOf('\n');
  const first = (lineEnd < 0 ? text : text.slice(0, lineEnd)).trimEnd();
  if (first === '+++') return fenced(text, '+++', (block) => parseToml(block));
  if (first === '---') return fenced(text, '---', yaml);
  if (/^(---|\+\+\+) *[A-Za-z]+$/.test(first)) {
    throw new FrontMatterError(
      `front matter begins with "${first.slice(0, 40)}", a form that could run code and is never read`,
      1,
      1,
    );
  }
  if (JSON_OBJECT.test(text)) return json(text);
  return { fields: EMPTY_FRONT_MATTER, end: 0 };
}

function refuse(): never {
  throw new Error('this engine is switched off');
}

function fenced(text: string, fence: string, parse: (block: string) => unknown): FrontMatterBlock {
  const close = new RegExp(`\\n${fence.replaceAll('+', '\\+')}[ \\t]*(?:\\n|$)`, 'g');
  close.lastIndex = fence.length - 1;
  const match = close.exec(text);
  if (match === null) {
    throw new FrontMatterError(`front matter begins with ${fence} and is never closed with ${fence}`, 1, 1);
  }
  if (match.index > MAX_BLOCK) {
    throw new FrontMatterError(`front matter is longer than ${MAX_BLOCK / 1024} kB`, 1, 1);
  }
  const end = match.index + match[0].length;
  // The fences are given afresh: trailing blanks behind them would be taken for a language.
  const block = `${fence}\n${text.slice(text.indexOf('\n') + 1, match.index + 1)}${fence}\n`;
  try {
    const engine = { parse: (inner: string) => parse(inner) as object, stringify: refuse };
    const { data } = matter(block, {
      language: 'block',
      delimiters: fence,
      engines: { block: engine, yaml: refuse, json: refuse, javascript: refuse, toml: refuse } as never,
    });
    return { fields: pick(data), end };
  } catch (error) {
    throw located(error);
  }
}

function yaml(block: string): unknown {
  if (/^\s*$/.test(block)) return {};
  const document = parseDocument(block, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return document.toJS({ maxAliasCount: 50 }) ?? {};
}

function json(text: string): FrontMatterBlock {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < Math.min(text.length, MAX_BLOCK); i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) {
        const block = text.slice(0, i + 1);
        const end = text[i + 1] === '\n' ? i + 2 : i + 1;
        return { fields: pick(parseJson(block)), end };
      }
    }
  }
  throw new FrontMatterError('front matter begins with { and is never closed with }', 1, 1);
}

function parseJson(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch {
    throw locatedJson(block);
  }
}

/** gray-matter hands the parsers the block with the fence's line break, so they count the file's lines. */
function located(error: unknown): FrontMatterError {
  if (error instanceof FrontMatterError) return error;
  if (error instanceof TomlError) {
    const [message = 'it is not TOML'] = error.message.replace('Invalid TOML document: ', '').split('\n');
    return new FrontMatterError(`front matter is not TOML: ${message}`, error.line, error.column);
  }
  if (error instanceof YAMLParseError) return locatedYaml(error, 'YAML');
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new FrontMatterError(`front matter can't be read: ${message}`, 1, 1);
}

function locatedYaml({ linePos, message }: YAMLParseError, language: string): FrontMatterError {
  const [first = ''] = message.split('\n');
  const plain = first.replace(/ at line \d+, column \d+:?$/, '');
  const [start] = linePos ?? [];
  return new FrontMatterError(`front matter is not ${language}: ${plain}`, start?.line ?? 1, start?.col ?? 1);
}

/** `JSON.parse` doesn't say where it failed; JSON is YAML too, and that parser does. */
function locatedJson(block: string): FrontMatterError {
  const [error] = parseDocument(block, { schema: 'json', logLevel: 'silent' }).errors;
  return error instanceof YAMLParseError
    ? locatedYaml(error, 'JSON')
    : new FrontMatterError('front matter is not JSON', 1, 1);
}

/** Copies the known fields, each checked; an unknown one, `__proto__` among them, is never looked at. */
function pick(data: unknown): FrontMatter {
  if (!isRecord(data)) throw new FrontMatterError('front matter is not a list of fields with values', 2, 1);
  const fields = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  const build = fields.get('build') ?? fields.get('_build');
  return {
    title: asText(fields.get('title')),
    date: asDate(fields.get('date')),
    lastmod: asDate(fields.get('lastmod') ?? fields.get('modified') ?? fields.get('updated')),
    publishDate: asDate(fields.get('publishdate') ?? fields.get('pubdate') ?? fields.get('published')),
    expiryDate: asDate(fields.get('expirydate') ?? fields.get('unpublishdate')),
    created: asDate(fields.get('created')),
    tags: asList(fields.get('tags') ?? fields.get('tag')).map((tag) => tag.replace(/^#/, '')),
    categories: asList(fields.get('categories')),
    aliases: asList(fields.get('aliases') ?? fields.get('alias')),
    description: asText(fields.get('description') ?? fields.get('summary')),
    draft: fields.get('draft') === true || fields.get('draft') === 'true',
    slug: asText(fields.get('slug')),
    url: asText(fields.get('url')),
    headless: fields.get('headless') === true || (isRecord(build) && build['render'] === 'never'),
  };
}

function asText(value: unknown): string | null {
  const text =
    value instanceof TomlDate
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
          ? String(value)
          : '';
  const clean = text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT).toWellFormed();
  return clean === '' ? null : clean;
}

function asList(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [value];
  const found = entries.slice(0, MAX_LIST).flatMap((entry) => asText(entry) ?? []);
  return [...new Set(found)];
}

const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)? *(Z|[+-]\d{2}:?\d{2})?$/i;

/** ISO 8601, its zone kept. A date without a zone is UTC, wherever the build runs; anything else is no date. */
function asDate(value: unknown): string | null {
  const text =
    value instanceof TomlDate ? value.toISOString() : typeof value === 'string' ? value.trim() : '';
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const iso =
    hour === undefined
      ? `${year}-${month}-${day}`
      : `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
