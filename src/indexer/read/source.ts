/** Reads a folder's notes: regular files inside it, in one order on every machine. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { compareText, diagnose } from '../common/diagnose.ts';
import { isOwnSite } from '../common/own-site.ts';
import { mustBeReadable } from '../common/readable-folder.ts';
import type { Source } from '../common/types.ts';
import { unreadableAdvice } from '../common/unreadable.ts';
import { controlIn } from '../common/xml-text.ts';
import type { Configuration } from '../settings/configuration.ts';

export interface Folder {
  /** By path. */
  readonly notes: readonly Source[];
  /** Other regular files: path from the content folder → absolute path. */
  readonly assets: ReadonlyMap<string, string>;
  /** Paths of notes that are left out by where they lie, ascending. */
  readonly excluded: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export const MAX_NOTE_BYTES = 16 * 1024 * 1024;

const NOTHING_LEFT = { ignoreFiles: [], exclude: [] };
const TOP = { line: 1, column: 1 };

/** Notes of an earlier reading by path, all but those that were told to have changed. */
export type KnownSources = ReadonlyMap<string, Source>;

/**
 * Walks the content folder. Hidden files, `node_modules` and links that lead outside are left alone, and so are sites
 * that Hearthmap wrote.
 * @param settings what is left alone (`ignoreFiles`, by the absolute path) or left out (`exclude`)
 * @throws {Error} where the folder itself can't be listed
 */
export function readFolder(
  content: string,
  known: KnownSources = new Map(),
  { ignoreFiles, exclude }: Pick<Configuration, 'ignoreFiles' | 'exclude'> = NOTHING_LEFT,
): Folder {
  const notes: Source[] = [];
  const excluded: string[] = [];
  const assets = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  mustBeReadable(content);
  const root = realpathSync.native(content);

  const visited = new Set<string>();
  /** Links to folders wait until all that needs no link is found: a folder is read once, by its own path if it has one. */
  const linked: { absolute: string; relative: string }[] = [];

  const walk = (folder: string, prefix: string): void => {
    const real = realpathSync.native(folder);
    if (visited.has(real) || (folder !== root && isOwnSite(folder))) return;
    visited.add(real);
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const absolute = folder + path.sep + entry.name;
      const relative = prefix + entry.name.toWellFormed();
      if (ignoreFiles.some((pattern) => pattern.test(path.join(content, relative)))) continue;
      attempt(relative, () => visit(absolute, relative, entry));
    }
  };

  const attempt = (relative: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      const reason =
        error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
      diagnostics.push(
        diagnose('unreadable-file', relative, TOP, `can't be read (${reason})`, unreadableAdvice(reason)),
      );
    }
  };

  const visit = (absolute: string, relative: string, entry: Dirent): void => {
    const isNote = /\.(md|markdown)$/i.test(relative);
    // Some file systems don't tell what an entry is.
    const isKnown = entry.isFile() || entry.isDirectory();
    const isLink = !isKnown && lstatSync(absolute).isSymbolicLink();
    if (isLink) {
      const real = realpathSync.native(absolute);
      if (real !== root && !real.startsWith(root + path.sep)) {
        const message = 'is a link that leads outside the notes’ folder';
        diagnostics.push(
          diagnose('outside-folder', relative, TOP, message, 'Copy the file into the folder.'),
        );
        return;
      }
    }
    const status = statSync(absolute);
    if (status.isDirectory()) {
      if (isLink) linked.push({ absolute, relative });
      else walk(absolute, `${relative}/`);
    } else if (!status.isFile()) {
      diagnostics.push(diagnose('not-a-file', relative, TOP, 'is no regular file', 'Move it elsewhere.'));
    } else if (!isNote) {
      assets.set(relative, absolute);
    } else if (exclude.some(({ fits }) => fits(relative))) {
      excluded.push(relative);
    } else if (status.size > MAX_NOTE_BYTES) {
      const size = `${(status.size / 1024 / 1024).toFixed(1)} MB`;
      const most = `${MAX_NOTE_BYTES / 1024 / 1024} MB`;
      diagnostics.push(
        diagnose(
          'too-large',
          relative,
          TOP,
          `is ${size} long; a note may have ${most}`,
          'Split it into notes.',
        ),
      );
    } else {
      const stamp = `${status.size} ${status.mtimeMs} ${status.ino}`;
      const before = known.get(relative);
      notes.push(before?.stamp === stamp ? before : readSource(absolute, relative, stamp));
    }
  };

  walk(root, '');
  for (const { absolute, relative } of linked) {
    attempt(relative, () => walk(absolute, `${relative}/`));
  }
  notes.sort((a, b) => compareText(a.path, b.path));
  return { notes, assets, excluded: excluded.sort(compareText), diagnostics };
}

/** When the file was written last: an ISO moment in UTC, to the second. */
export function writtenAt({ stamp }: Source): string {
  const milliseconds = Number(stamp.split(' ')[1]);
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function readSource(absolute: string, relative: string, stamp: string): Source {
  const bytes = readFileSync(absolute);
  return { path: relative, bytes, hash: hash('sha256', bytes, 'base64url'), stamp };
}

/**
 * Bytes to text with LF line breaks. A byte order mark is dropped; what is no UTF-8, and NUL, becomes U+FFFD and is told. UTF-16
 * that has its mark is read as that and told: else what its front matter says would count for nothing, that it is a draft, say.
 * Other control characters are told and stay, since Hugo leaves them too.
 */
export function decode(source: { readonly path: string; readonly bytes: Uint8Array }): {
  text: string;
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const utf16 = utf16Of(source.bytes);
  const decoded = new TextDecoder(utf16 ?? 'utf-8').decode(source.bytes);
  let text = decoded.includes('\r') ? decoded.replaceAll('\r\n', '\n').replaceAll('\r', ' ') : decoded;
  const at = (offset: number): { line: number; column: number } => {
    const before = text.slice(0, offset);
    const start = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: Buffer.byteLength(before.slice(start)) + 1 };
  };
  const broken = text.indexOf('\uFFFD');
  if (utf16 !== null) {
    const suggestion = 'Save the file as UTF-8: other tools may not read it.';
    diagnostics.push(diagnose('invalid-utf8', source.path, TOP, 'is written in UTF-16', suggestion));
  } else if (
    broken >= 0 &&
    !Buffer.from(source.bytes).equals(Buffer.from(decoded)) &&
    !startsWithMark(source.bytes, decoded)
  ) {
    diagnostics.push(
      diagnose(
        'invalid-utf8',
        source.path,
        at(broken),
        'holds bytes that are no UTF-8',
        'Save the file as UTF-8.',
      ),
    );
  }
  // A page break is a blank to browsers, and old texts have them.
  const control = controlIn(text.replaceAll('\f', ' '));
  if (control !== null) {
    const message = `holds the control character ${control.name}`;
    diagnostics.push(diagnose('control-character', source.path, at(control.offset), message, 'Delete it.'));
    text = text.replaceAll('\0', '\uFFFD');
  }
  return { text, diagnostics };
}

/** Which UTF-16 the bytes say that they are; null where they don't. */
function utf16Of([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const isWider = third === 0 && fourth === 0;
  return first === 0xff && second === 0xfe && !isWider ? 'utf-16le' : null;
}

/** Whether the bytes differ from the decoded text by a byte order mark alone. */
function startsWithMark(bytes: Uint8Array, decoded: string): boolean {
  return bytes[0] === 0xef && Buffer.from(bytes.subarray(3)).equals(Buffer.from(decoded));
}
