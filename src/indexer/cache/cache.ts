/**
 * What is kept between builds: parsed notes by the hash of their files, and the last map. All of it may be lost at any time, and
 * none of it is believed unless this very program wrote it, or else it is checked like what an author wrote.
 *
 * `parsed.pack`: 8 bytes each with the length of the notes and of the head; as UTF-8, one after the other, each note's HTML and
 * sections (JSON), what only its page and the search index are made of; the head (JSON), which is all the rest of them; the HTML of
 * each formula and block of code.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fingerprint } from '../common/fingerprint.ts';
import type { ParsedNote } from '../common/types.ts';
import type { Inset, InsetKey } from '../insets/insets.ts';
import { withBody, withoutBody, type BareOutcome } from '../parse/lazy-body.ts';
import type { ParseOutcome } from '../parse/parse.ts';
import { Sink } from './sink.ts';

type Entry = readonly [key: string, outcome: BareOutcome, offset: number, html: number, sections: number];

interface Head {
  readonly fingerprint: string;
  readonly entries: readonly Entry[];
  readonly insets: readonly (readonly [key: InsetKey, error: string | null, length: number])[];
}

/** What was parsed, by key. */
export interface Kept {
  readonly outcomes: ReadonlyMap<string, ParseOutcome>;
  readonly insets: ReadonlyMap<InsetKey, Inset>;
}

export const NOTHING_KEPT: Kept = { outcomes: new Map(), insets: new Map() };

const PACK = 'parsed.pack';
/** Bytes that stand before the notes. */
const BEFORE = 16;

/**
 * A missing, cut or foreign file is an empty cache. It is read as a whole and not held open: some systems replace no file that
 * anybody has open.
 */
export function readParsed(folder: string): Kept {
  const outcomes = new Map<string, ParseOutcome>();
  const insets = new Map<InsetKey, Inset>();
  try {
    const pack = readFileSync(path.join(folder, PACK));
    const headAt = BEFORE + Number(pack.readBigUInt64LE());
    const headEnd = headAt + Number(pack.readBigUInt64LE(BEFORE / 2));
    const head = JSON.parse(pack.toString('utf8', headAt, headEnd)) as Head;
    if (head.fingerprint !== fingerprint()) return NOTHING_KEPT;
    const total = head.insets.reduce((sum, [, , length]) => sum + length, 0);
    // What is missing at its end would be missed no sooner than a page is made of it.
    if (pack.length !== headEnd + total) return NOTHING_KEPT;
    for (const [key, bare, offset, html, sections] of head.entries) {
      const at = BEFORE + offset;
      outcomes.set(
        key,
        withBody(bare, {
          html: () => pack.toString('utf8', at, at + html),
          sections: () =>
            JSON.parse(pack.toString('utf8', at + html, at + html + sections)) as ParsedNote['sections'],
        }),
      );
    }
    let at = headEnd;
    for (const [key, error, length] of head.insets) {
      insets.set(key, { error, html: pack.subarray(at, at + length) });
      at += length;
    }
    return { outcomes, insets };
  } catch {
    return NOTHING_KEPT;
  }
}

/** Keeps these and no others, as they are now. A failure costs the next build time and nothing else. */
export function writeParsed(folder: string, { outcomes, insets }: Kept): Promise<void> {
  return writeAside(folder, PACK, async (file) => {
    const out = new Sink(file.fd, BEFORE);
    const entries: Entry[] = [];
    for (const [key, outcome] of outcomes) {
      const { bare, html, sections } = withoutBody(outcome);
      const offset = out.end - BEFORE;
      entries.push([key, bare, offset, out.bytes(html), out.text(JSON.stringify(sections))]);
    }
    const notes = out.end - BEFORE;
    const made = [...insets].map(([key, { error, html }]) => [key, error, html.length]);
    // Note by note: as one text it would be the largest thing that a build holds.
    out.text(`{"fingerprint":${JSON.stringify(fingerprint())},"insets":${JSON.stringify(made)},"entries":[`);
    entries.forEach((entry, index) => out.text(`${index === 0 ? '' : ','}${JSON.stringify(entry)}`));
    out.text(']}');
    out.flush();
    const lengths = Buffer.alloc(BEFORE);
    lengths.writeBigUInt64LE(BigInt(notes));
    lengths.writeBigUInt64LE(BigInt(out.end - BEFORE - notes), BEFORE / 2);
    await writePieces(
      file,
      [...insets.values()].map(({ html }) => html),
      out.end,
    );
    await file.write(lengths, 0, BEFORE, 0);
  });
}

/** A small JSON value by name and key, or null. */
export function readKept(folder: string, name: string, key: string): unknown {
  try {
    const found = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Record<
      string,
      unknown
    >;
    return found['fingerprint'] === fingerprint() && found['key'] === key ? found['value'] : null;
  } catch {
    return null;
  }
}

export function writeKept(folder: string, name: string, key: string, value: unknown): Promise<void> {
  const text = JSON.stringify({ fingerprint: fingerprint(), key, value });
  return writeAside(folder, `${name}.json`, (file) => writePieces(file, [Buffer.from(text)]));
}

/** A text by name, whichever version of this program wrote it: whoever reads it checks it. Null where there is none. */
export function readText(folder: string, name: string): string | null {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return null;
  }
}

export function writeText(folder: string, name: string, text: string): Promise<void> {
  return writeAside(folder, name, (file) => writePieces(file, [Buffer.from(text)]));
}

/** Tells backups that they may pass over the folder (https://bford.info/cachedir/), and us that it is ours. */
const TAG = 'CACHEDIR.TAG';
const TAG_TEXT = `Signature: 8a477f597d28d172789f06886806bc55
# What Hearthmap keeps between builds. It may be deleted at any time.
`;

/** Whether what a folder holds was kept there by a build, so that the next one may replace it. */
export function isCache(folder: string): boolean {
  return readText(folder, TAG)?.startsWith(TAG_TEXT) === true || existsSync(path.join(folder, PACK));
}

let asides = 0;

/** Written under another name and renamed: a reader sees the old file or the new one, whole. */
async function writeAside(
  folder: string,
  name: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const aside = path.join(folder, `${name}.${process.pid}-${++asides}`);
  try {
    await mkdir(folder, { recursive: true });
    // It stays as it is where it is there already.
    await writeFile(path.join(folder, TAG), TAG_TEXT, { flag: 'wx' }).catch(() => {});
    const file = await open(aside, 'w');
    try {
      await write(file);
    } finally {
      await file.close();
    }
    await rename(aside, path.join(folder, name));
  } catch {
    // Neither may clearing away what was never there.
    await rm(aside, { force: true }).catch(() => {});
  }
}

/**
 * In one call: `writeFile` would come back for every half megabyte, while this thread is busy.
 * @throws {Error} where the disk is full
 */
async function writePieces(file: FileHandle, pieces: readonly Uint8Array[], at = 0): Promise<void> {
  const { bytesWritten } = await file.writev(pieces, at);
  if (bytesWritten < pieces.reduce((sum, { length }) => sum + length, 0)) throw new Error('no room');
}
