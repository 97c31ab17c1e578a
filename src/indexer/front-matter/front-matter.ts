/**
 * The block of metadata at a note's top: TOML between `+++`, YAML between `---`, or a JSON object.
 *
 * gray-matter chooses its engine by what stands behind the first fence, and one of its engines runs code. So the fence is
 * checked before, every engine it ships is replaced, and an options object is always passed (without one it caches by text).
 */
import matter from 'gray-matter';
import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument, YAMLParseError } from 'yaml';
import { isRecord } from '../../contract/site.ts';
import { Positions } from '../common/positions.ts';
import type { FrontMatter } from '../common/types.ts';
import { readCascades } from './cascade.ts';
import { fieldOffset } from './field-offset.ts';
import { EMPTY_FRONT_MATTER, pickFields, type FieldProblem } from './front-matter-fields.ts';
import { jsonFault, type JsonFault } from './json-fault.ts';
import { propertyLinks, type PropertyLink } from './property-links.ts';
import { tomlFault } from './toml-fault.ts';
import { MAX_NESTING, tooDeepAt } from './yaml-depth.ts';
import { startsWrong, yamlFault } from './yaml-fault.ts';

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
  /** Fields that are left out, or read with care; offsets in UTF-16, in the whole file. */
  readonly problems: readonly (FieldProblem & { readonly offset: number })[];
  /** Names in lower case → values as they were read; what `fields` has no name for is asked of it. */
  readonly raw: ReadonlyMap<string, unknown>;
  /** Offsets in UTF-16, in the whole file. */
  readonly links: readonly PropertyLink[];
  /** UTF-16 offset where the note's text begins. */
  readonly end: number;
}

const MAX_BLOCK = 64 * 1024;

/** An object, or what was meant as one; other text may begin with a brace too. */
const JSON_OBJECT = /^\{\s*(?:$|["'}]|[\w-]+\s*:)/;

/**
 * Reads the block of a file's text (LF line breaks, no byte order mark).
 * @param dotsClose whether `...` closes YAML too, as for Pandoc, R Markdown and Zettlr
 * @throws {FrontMatterError} with the place, where the block is there but can't be read
 */
export function readFrontMatter(text: string, dotsClose = false): FrontMatterBlock {
  const lineEnd = text.indexOf('\n');
  const first = (lineEnd < 0 ? text : text.slice(0, lineEnd)).trimEnd();
  if (first === '+++') return fenced(text, '+++', /\n\+\+\+[ \t]*(?:\n|$)/g, toml);
  const yamlEnd = dotsClose ? /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/g : /\n---[ \t]*(?:\n|$)/g;
  if (first === '---') return fenced(text, '---', yamlEnd, yaml);
  if (/^(---|\+\+\+) *[A-Za-z]+$/.test(first)) {
    throw new FrontMatterError(
      `front matter begins with "${first.slice(0, 40)}", a form that could run code and is never read`,
      1,
      1,
    );
  }
  if (JSON_OBJECT.test(text)) return json(text);
  return NO_FRONT_MATTER;
}

/**
 * As Hugo reads it: empty lines and blanks may stand before the block.
 * @throws {FrontMatterError} as `readFrontMatter` does
 */
export function readHugoFrontMatter(text: string): FrontMatterBlock {
  const blank = /^\s*/.exec(text)![0];
  if (blank === '') return readFrontMatter(text);
  const { length } = blank;
  try {
    const block = readFrontMatter(text.slice(length));
    if (block.end === 0) return block;
    const moved = <Placed extends { readonly offset: number }>(placed: readonly Placed[]): Placed[] =>
      placed.map((one) => ({ ...one, offset: one.offset + length }));
    const { problems, links, end } = block;
    return { ...block, problems: moved(problems), links: moved(links), end: end + length };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const lines = blank.split('\n');
    const column = error.line === 1 ? lines.at(-1)!.length + error.column : error.column;
    throw new FrontMatterError(error.message, error.line + lines.length - 1, column);
  }
}

/** A file's own text from its first character on. */
export const NO_FRONT_MATTER: FrontMatterBlock = {
  fields: EMPTY_FRONT_MATTER,
  problems: [],
  raw: new Map(),
  links: [],
  end: 0,
};

/** `---`, and an empty line below it. */
const RULE = /^---[ \t]*\n[ \t]*\n/;
const FIELD = /^["']?[\p{L}\p{N}_-]+["']?\s*:(?:\s|$)/u;
/** Fields that keep a note from being seen: text that only looks like a rule may not lose them. */
const KEEPS_OUT = /^[ \t]*["']?(?:draft|publish\w*|private|\w*date|headless|_?build)["']?[ \t]*:/im;

/** Whether a text may open with a rule, not with a block. */
export function mayOpenWithRule(text: string): boolean {
  return RULE.test(text);
}

/** Whether it does, by what stands below, where that can't be read as a block, or has no fields. */
export function opensWithRule(text: string): boolean {
  if (!mayOpenWithRule(text)) return false;
  const below = text.slice(text.indexOf('\n') + 1);
  const close = /^---[ \t]*$/m.exec(below);
  const block = (close === null ? below : below.slice(0, close.index)).trim();
  return block !== '' && !FIELD.test(block) && !KEEPS_OUT.test(block);
}

function refuse(): never {
  throw new Error('this engine is switched off');
}

/** The same to gray-matter, which takes the square of the time that a run of blanks is long. */
function withoutGaps(block: string): string {
  if (!/\s{100}/.test(block)) return block;
  return block.replace(/\s+/g, (blanks) => blanks.replace(/[^\n]+/g, ' ').replace(/\n[^]*\n/, '\n'));
}

function fenced(
  text: string,
  fence: string,
  close: RegExp,
  parse: (block: string) => unknown,
): FrontMatterBlock {
  close.lastIndex = fence.length - 1;
  const match = close.exec(text);
  if (match === null) {
    throw new FrontMatterError(`front matter begins with ${fence} and is never closed with ${fence}`, 1, 1);
  }
  if (match.index > MAX_BLOCK) {
    throw new FrontMatterError(`front matter is longer than ${MAX_BLOCK / 1024} kB`, 1, 1);
  }
  const end = match.index + match[0].length;
  const block = text.slice(text.indexOf('\n'), match.index + 1);
  const early = block.indexOf(`\n${fence}`);
  const inner = early < 0 ? block.slice(0, -1) : block.slice(0, early);
  try {
    const engine = { parse: () => parse(inner) as object, stringify: refuse };
    // The fences are given afresh: trailing blanks behind them would be taken for a language.
    const { data } = matter(`${fence}${withoutGaps(inner)}\n${fence}\n`, {
      language: 'block',
      delimiters: fence,
      engines: { block: engine, yaml: refuse, json: refuse, javascript: refuse, toml: refuse } as never,
    });
    return { ...pick(data, text.slice(0, match.index + 1)), end };
  } catch (error) {
    throw located(error, text);
  }
}

const TOML_DATE = /\b(\d{4})-(\d{2})-(\d{2})(?=[Tt\s,\]}#]|$)/g;

/** The library takes the 30th of February for the 1st of March; Hugo stops at it. */
function toml(block: string): unknown {
  const value = parseToml(block);
  for (const { 0: date, 1: year, 2: month, 3: day, index } of block.matchAll(TOML_DATE)) {
    const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    if (Number(day) <= last || !isTomlValue(block, index)) continue;
    const { line, column } = new Positions(block).at(index);
    throw new FrontMatterError(`front matter has the date ${date}, which doesn't exist`, line, column);
  }
  return value;
}

/** Whether it is a value that stands there, and neither a name nor within a text or comment. */
function isTomlValue(block: string, at: number): boolean {
  const line = block.slice(block.lastIndexOf('\n', at) + 1, at);
  return !/["'#]/.test(line) && /[=[,]$/.test(block.slice(0, at).trimEnd());
}

function yaml(block: string): unknown {
  if (/^\s*$/.test(block)) return {};
  const deep = tooDeepAt(block);
  if (deep !== null) {
    const { line, column } = new Positions(block).at(deep);
    const told = `front matter is not YAML: it is nested deeper than ${MAX_NESTING} levels`;
    throw new FrontMatterError(told, line, column);
  }
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
        return { ...pick(parseJson(block), block), end };
      }
    }
  }
  const fault = jsonFault(text.slice(0, MAX_BLOCK));
  if (fault !== null && fault.offset < Math.min(text.length, MAX_BLOCK)) throw notJson(text, fault);
  throw new FrontMatterError('front matter begins with { and is never closed with }', 1, 1);
}

function parseJson(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch (error) {
    const fault = jsonFault(block);
    if (fault === null) throw located(error, block);
    throw notJson(block, fault);
  }
}

function notJson(text: string, { offset, message }: JsonFault): FrontMatterError {
  const { line, column } = new Positions(text).at(offset);
  return new FrontMatterError(`front matter is not JSON: ${message}`, line, column);
}

/** gray-matter hands the parsers the block with the fence's line break, so they count the file's lines. */
function located(error: unknown, text: string): FrontMatterError {
  if (error instanceof FrontMatterError) return error;
  if (error instanceof TomlError) {
    return new FrontMatterError(
      `front matter is not TOML: ${tomlFault(error, text)}`,
      error.line,
      error.column,
    );
  }
  if (error instanceof YAMLParseError) return locatedYaml(error, text);
  const alias = error instanceof Error ? /^Unresolved alias .*: (.+)$/.exec(error.message)?.[1] : undefined;
  if (alias !== undefined) {
    const { line, column } = new Positions(text).at(text.indexOf(`*${alias}`));
    return new FrontMatterError(`front matter is not YAML: ${startsWrong('*')}`, line, column);
  }
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new FrontMatterError(`front matter can't be read: ${message}`, 1, 1);
}

function locatedYaml(error: YAMLParseError, text: string): FrontMatterError {
  const [start = { line: 1, col: 1 }] = error.linePos ?? [];
  const line = text.split('\n', start.line)[start.line - 1] ?? '';
  return new FrontMatterError(`front matter is not YAML: ${yamlFault(error, line)}`, start.line, start.col);
}

function pick(data: unknown, block: string): Omit<FrontMatterBlock, 'end'> {
  if (!isRecord(data)) throw new FrontMatterError('front matter is not a list of fields with values', 2, 1);
  const problems: FieldProblem[] = [];
  const tell = (problem: FieldProblem): void => void problems.push(problem);
  const picked = pickFields(data, tell);
  const [, handed] = Object.entries(data).find(([key]) => key.toLowerCase() === 'cascade') ?? [];
  const cascade = handed === undefined ? [] : readCascades(handed, tell);
  const fields = cascade.length === 0 ? picked : { ...picked, cascade };
  return {
    fields,
    links: propertyLinks(data, block),
    raw: new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value])),
    problems: problems.map((problem) => ({ ...problem, offset: fieldOffset(block, problem.field) })),
  };
}
