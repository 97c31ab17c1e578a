/** The author's file of positions, beside the notes: read where it is there, written when it is asked for. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { KeptError, readKept, type Kept } from '../../layout/kept.ts';
import { diagnose } from '../common/diagnose.ts';
import { codeOf } from '../common/write-error.ts';
import { nameFrom } from '../settings/name-from.ts';
import { writeBeside } from '../write/write-beside.ts';

export const POSITIONS_FILE = 'hearthmap.positions.json';

/** A hundred thousand notes with long names need a tenth of it. */
const MOST_BYTES = 100_000_000;

export interface KeptPositions {
  readonly kept: Kept;
  /** Fingerprint of the file's bytes. */
  readonly hash: string;
  /** The file, from the content folder. */
  readonly name: string;
}

/** A file that can't be used, in words. */
interface Refused {
  readonly line: number;
  readonly seen: string;
}

/** Where the author of this folder keeps it. */
export function positionsFile(root: string): string {
  return path.join(root, POSITIONS_FILE);
}

/** What the author's file says; null where there is none, and with a diagnostic where it can't be used. */
export function readPositions(
  file: string,
  content: string,
  diagnostics: Diagnostic[],
): KeptPositions | null {
  const found = read(file, content);
  if (found === null || 'kept' in found) return found;
  diagnostics.push(badPositions(nameFrom(content, file), found.seen, found.line));
  return null;
}

/** @param file from the content folder */
export function badPositions(file: string, seen: string, line = 1): Diagnostic {
  const suggestion = 'The map is laid out without it. "hearthmap build --keep-positions" writes it anew.';
  return diagnose('bad-positions', file, { line, column: 1 }, seen, suggestion);
}

function read(file: string, content: string): KeptPositions | Refused | null {
  let text: string;
  try {
    // Not followed where it is a link: what it shows of a file is published.
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (!stats.isFile()) return { line: 1, seen: 'It is no plain file.' };
    if (stats.size > MOST_BYTES) return { line: 1, seen: 'It has more than 100 MB.' };
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return { line: 1, seen: `It can't be read (${codeOf(error)}).` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken(text);
  }
  try {
    return { kept: readKept(value), hash: hashOf(text), name: nameFrom(content, file) };
  } catch (error) {
    if (!(error instanceof KeptError)) throw error;
    return { line: error.row === undefined ? 1 : lineOf(error.row, text), seen: error.message };
  }
}

/** The same as a text that may be cut or foreign: null then. */
export function readPositionsText(text: string): Omit<KeptPositions, 'name'> | null {
  try {
    return { kept: readKept(JSON.parse(text)), hash: hashOf(text) };
  } catch {
    return null;
  }
}

/** @throws {PublishError} in words. @returns whether it has changed */
export function writePositions(file: string, text: string): boolean {
  return writeBeside(file, text, 'The site is written, but the positions could not be kept', null);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);
}

/** One row stands on a line, as it was written. */
const LINE = /^(?:\{"version":\d+,"unit":[\d.e+-]+,|"[a-z]+":\[(?:\](?:,|\}))?|\[.*\](?:,|\],|\]\})?)$/;

/** The first line that isn't as it was written; the last one where each is. */
function broken(text: string): Refused {
  const lines = text.split('\n').map((line) => line.trim());
  const found = lines.findIndex((line) => line !== '' && !isWhole(line));
  const at = found < 0 ? lines.findLastIndex((line) => line !== '') : found;
  const seen = lines[at] ?? '';
  if (found < 0) return { line: Math.max(1, at + 1), seen: 'It ends too early.' };
  const shown = JSON.stringify(seen.length > 60 ? `${seen.slice(0, 60)}…` : seen);
  return { line: at + 1, seen: `It is broken here: ${shown}.` };
}

function isWhole(line: string): boolean {
  if (!LINE.test(line)) return false;
  if (!line.startsWith('[')) return true;
  return [0, 1, 2].some((cut) => {
    try {
      return Array.isArray(JSON.parse(line.slice(0, line.length - cut)));
    } catch {
      return false;
    }
  });
}

/** Where a row stands, as far as it has a line of its own. */
function lineOf(row: unknown, text: string): number {
  const start = JSON.stringify(row);
  const at = text.split('\n').findIndex((line) => line.trim().startsWith(start));
  return Math.max(0, at) + 1;
}
