/** A file of configuration: TOML, YAML or JSON, read without trust. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument, YAMLParseError } from 'yaml';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { isRecord } from '../../contract/site.ts';
import { diagnose } from '../common/diagnose.ts';
import { Positions, type Position } from '../common/positions.ts';
import { tomlFault } from '../front-matter/toml-fault.ts';
import { MAX_NESTING, tooDeepAt } from '../front-matter/yaml-depth.ts';
import { yamlFault } from '../front-matter/yaml-fault.ts';

/** Hugo's keys don't heed case; values are checked as they are asked for. */
export class Settings {
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(value: unknown) {
    this.#fields = new Map(
      isRecord(value) ? Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry]) : [],
    );
  }

  /** The same with these fields over it; a table is joined with the table that it stands over. */
  with(value: unknown): Settings {
    const fields = new Map(this.#fields);
    for (const [key, entry] of new Settings(value).entries()) {
      const under = fields.get(key);
      const joined = isRecord(entry) && isRecord(under);
      fields.set(key, joined ? Object.fromEntries(new Settings(under).with(entry).entries()) : entry);
    }
    return new Settings(Object.fromEntries(fields));
  }

  entries(): [string, unknown][] {
    return [...this.#fields];
  }

  has(key: string): boolean {
    return this.#fields.has(key);
  }

  inner(key: string): Settings {
    return new Settings(this.#fields.get(key));
  }

  text(key: string): string | null {
    const value = this.#fields.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  }

  texts(key: string, otherwise: readonly string[]): readonly string[] {
    const value = this.#fields.get(key);
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : otherwise;
  }

  /** As it stands there, whatever that is. */
  value(key: string): unknown {
    return this.#fields.get(key);
  }

  list(key: string): readonly unknown[] {
    const value = this.value(key);
    return Array.isArray(value) ? value : [];
  }

  /** Null where it is something else than a number; undefined where nothing is said. */
  number(key: string): number | null | undefined {
    const value = this.#fields.get(key);
    if (value === undefined) return undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  /** Undefined where nothing is said. */
  maybe(key: string): boolean | undefined {
    const value = this.#fields.get(key);
    return typeof value === 'boolean' ? value : undefined;
  }

  flag(key: string, otherwise: boolean): boolean {
    return this.maybe(key) ?? otherwise;
  }
}

/** A value as a message says it. */
export function inShort(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isRecord(value)) return 'a table';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value);
}

/** What the file says; nothing, and a diagnostic, where it can't be read. */
export function readSettings(root: string, name: string, diagnostics: Diagnostic[]): unknown {
  let text = '';
  try {
    text = readFileSync(path.join(root, name), 'utf8').replace(/^\uFEFF/, '');
    return parse(text, name);
  } catch (error) {
    const { message, ...position } = explain(error, text);
    const suggestion = 'Mend it; the defaults are used.';
    diagnostics.push(diagnose('bad-configuration', name, position, `can't be read: ${message}`, suggestion));
    return {};
  }
}

/**
 * The same, of a file that may say what stays out: with the defaults, that would be public.
 * @param keys what such a file speaks of where it says so
 * @throws {Error} in words, where it can't be read and has one of them
 */
export function readGuardedSettings(
  root: string,
  name: string,
  keys: readonly string[],
  diagnostics: Diagnostic[],
): unknown {
  const told: Diagnostic[] = [];
  const read = readSettings(root, name, told);
  const [fault] = told;
  if (fault !== undefined) {
    const text = readFileSync(path.join(root, name), 'utf8').toLowerCase();
    if (keys.some((key) => text.includes(key.toLowerCase()))) {
      throw new Error(
        `${name}:${fault.line}:${fault.column} ${fault.message}. It says what stays out, so nothing is published until you mend it.`,
      );
    }
    diagnostics.push(fault);
  }
  return read;
}

function parse(text: string, name: string): unknown {
  if (name.endsWith('.toml')) return parseToml(text);
  if (name.endsWith('.json')) return JSON.parse(text);
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const { line, column } = new Positions(text).at(deep);
    throw new TooDeep(`it is nested deeper than ${MAX_NESTING} levels`, line, column);
  }
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent' });
  if (document.errors[0] !== undefined) throw document.errors[0];
  return document.toJS({ maxAliasCount: 50 });
}

class TooDeep extends Error {
  constructor(
    message: string,
    /** From 1. */
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

function explain(error: unknown, text: string): Position & { message: string } {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  if (error instanceof TomlError) {
    const { line, column } = error;
    return { line, column, message: tomlFault(error, text) };
  }
  if (error instanceof TooDeep) return { line: error.line, column: error.column, message };
  if (!(error instanceof YAMLParseError)) return { line: 1, column: 1, message };
  const { line = 1, col: column = 1 } = error.linePos?.[0] ?? {};
  return { line, column, message: yamlFault(error, text.split('\n', line)[line - 1] ?? '') };
}
