/**
 * What is kept between builds: parsed notes by the hash of their files, and the last map. All of it may be lost at any time, and
 * none of it is believed unless this very program wrote it.
 *
 * `parsed.pack`: 8 bytes with the length of the head, the head (JSON), then each note's HTML as UTF-8, one after the other.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { withHtml, withoutHtml, type BareOutcome } from './lazy-html.ts';
import type { ParseOutcome } from './parse.ts';

interface Head {
  readonly fingerprint: string;
  readonly entries: readonly (readonly [key: string, outcome: BareOutcome, offset: number, length: number])[];
}

/** Outcomes by key. A missing, cut or foreign file is an empty cache. */
export function readParsed(folder: string): Map<string, ParseOutcome> {
  const outcomes = new Map<string, ParseOutcome>();
  let file: number;
  try {
    file = openSync(path.join(folder, 'parsed.pack'), 'r');
  } catch {
    return outcomes;
  }
  try {
    const start = 8 + Number(readAt(file, 0, 8).readBigUInt64LE());
    const head = JSON.parse(readAt(file, 8, start - 8).toString('utf8')) as Head;
    if (head.fingerprint !== fingerprint()) {
      closeSync(file);
      return outcomes;
    }
    for (const [key, bare, offset, length] of head.entries) {
      outcomes.set(
        key,
        withHtml(bare, () => readAt(file, start + offset, length).toString('utf8')),
      );
    }
    return outcomes;
  } catch {
    closeSync(file);
    return new Map();
  }
}

/** Keeps these outcomes and no others. A failure costs the next build time and nothing else. */
export function writeParsed(folder: string, outcomes: ReadonlyMap<string, ParseOutcome>): void {
  const entries: [string, BareOutcome, number, number][] = [];
  const blobs: Uint8Array[] = [];
  let offset = 0;
  for (const [key, outcome] of outcomes) {
    const { bare, html } = withoutHtml(outcome);
    entries.push([key, bare, offset, html.length]);
    blobs.push(html);
    offset += html.length;
  }
  const head = Buffer.from(JSON.stringify({ fingerprint: fingerprint(), entries } satisfies Head));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(head.length));
  writeAside(folder, 'parsed.pack', [length, head, ...blobs]);
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

export function writeKept(folder: string, name: string, key: string, value: unknown): void {
  const text = JSON.stringify({ fingerprint: fingerprint(), key, value });
  writeAside(folder, `${name}.json`, [Buffer.from(text)]);
}

/** Written under another name and renamed: a reader sees the old file or the new one, whole. */
function writeAside(folder: string, name: string, parts: readonly Uint8Array[]): void {
  const aside = path.join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(aside, 'w');
    try {
      for (const part of parts) for (let at = 0; at < part.length;) at += writeSync(file, part, at);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path.join(folder, name));
  } catch {
    rmSync(aside, { force: true });
  }
}

function readAt(file: number, at: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let got = 0;
  while (got < length) {
    const read = readSync(file, buffer, got, length - got, at + got);
    if (read === 0) throw new Error('the cache is cut');
    got += read;
  }
  return buffer;
}
