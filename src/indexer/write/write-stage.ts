import {
  constants,
  closeSync,
  copyFileSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { inOnePiece } from '../common/in-one-piece.ts';
import type { Made, SiteContent } from '../common/types.ts';
import { PublishError } from '../common/write-error.ts';

/** Below this, a call of fsync a file is cheaper than one sync of the disk: 3,600 take a second of CPU. */
const FSYNC_EACH = 64;
/** Times survive a copy to the millisecond at best. */
const SAME_TIME_MS = 2;

/** A file that is copied. */
interface Copied {
  readonly from: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What a file is to hold. */
export type Prepared = Made | Copied;

export async function prepare(path: string, content: SiteContent): Promise<Prepared> {
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..') || path.includes('\0')) {
    throw new PublishError(
      `The site has a file with the impossible path ${JSON.stringify(path)}. Please report it.`,
    );
  }
  if (content.kind === 'bytes') return content.bytes;
  if (content.kind === 'made') return content.make();
  const { size, mtimeMs } = statSync(content.from);
  return { from: content.from, size, mtimeMs };
}

export function isCopied(prepared: Prepared): prepared is Copied {
  return typeof prepared === 'object' && 'mtimeMs' in prepared;
}

/** In bytes. */
export function sizeOf(prepared: Prepared): number {
  if (typeof prepared === 'string') return Buffer.byteLength(prepared);
  if (prepared instanceof Uint8Array) return prepared.length;
  return isCopied(prepared) ? prepared.size : prepared.reduce((sum, piece) => sum + sizeOf(piece), 0);
}

/**
 * Whether a written file already holds these bytes. Of a copied file size and time are compared, as `make` does;
 * anything but a regular file differs.
 */
export function isSame(path: string, prepared: Prepared, buffer: Buffer): boolean {
  if (isCopied(prepared)) {
    const found = statSync(path, { throwIfNoEntry: false });
    const near = Math.abs((found?.mtimeMs ?? Infinity) - prepared.mtimeMs) < SAME_TIME_MS;
    return found !== undefined && found.isFile() && found.size === prepared.size && near;
  }
  const bytes = inOnePiece(prepared);
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return false;
  }
  try {
    for (let at = 0; ;) {
      const length = readSync(file, buffer, 0, buffer.length, null);
      // A pipe reads as empty too.
      if (length === 0) return at === bytes.length && fstatSync(file).isFile();
      if (buffer.compare(bytes, at, at + length, 0, length) !== 0) return false;
      at += length;
    }
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

/** The old site's file under a second name: it is never written to, only replaced. */
export function linkFile(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

export function copyFile(path: string, prepared: Copied): void {
  copyFileSync(prepared.from, path, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  utimesSync(path, new Date(prepared.mtimeMs), new Date(prepared.mtimeMs));
}

/** Brings written files to the disk, so that a power cut after the swap finds them whole. */
export function flush(folder: string, written: readonly string[]): void {
  if (written.length > FSYNC_EACH && syncDisk(folder)) return;
  for (const path of written) fsyncPath(join(folder, path));
  for (const path of new Set(written.map((path) => dirname(path)))) fsyncPath(join(folder, path));
}

/** Brings all that a folder's file system holds to its disk. False where the system can't. */
function syncDisk(folder: string): boolean {
  return process.platform === 'linux' && spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0;
}

/** Begins to do so, and waits for nothing: what is on the disk by the end needn't be brought there then. */
export function beginSync(folder: string): void {
  if (process.platform !== 'linux') return;
  const sync = spawn('sync', ['-f', folder], { stdio: 'ignore' });
  // Where there is no such command, all is done in the end.
  sync.on('error', () => {}).unref();
}

/** Folders can't be opened on every system; there the renaming itself is all that can be had. */
export function fsyncPath(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(file);
  } catch {
    // Some file systems can't sync a folder.
  } finally {
    closeSync(file);
  }
}
