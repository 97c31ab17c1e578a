/** Writes a site's files while the next ones are made: on a thread of its own where they are many. */
import { mkdirSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../common/thread-file.ts';
import { inOnePiece } from '../common/in-one-piece.ts';
import type { Made } from '../common/types.ts';
import { MOST_BYTES } from '../common/utf8.ts';
import { copyFile, isCopied, sizeOf, type Prepared } from './write-stage.ts';

/** Fewer than that are written before a thread has started. */
const WORTH_A_THREAD = 200;
/** Sent to the thread at a time. */
const LOAD_BYTES = 1 << 18;
/** Made and not yet written; beyond, the maker writes too. */
const MAX_OPEN_BYTES = 4 << 20;

const NONE = Buffer.alloc(0);

/** Files of one message, their bytes one after the other. */
export interface Load {
  readonly paths: readonly string[];
  /** Of each file. */
  readonly lengths: readonly number[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the system tells of a written file: of its bytes, how many there are, and when they came. */
export type Stands = Pick<Stats, 'size' | 'mtimeMs'>;

/** How the thread answers a load. */
export interface LoadAnswer {
  /** Those of the load, to be filled again: memory that was never touched before is slow to write to. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly written: readonly (readonly [path: string, stands: Stands])[];
  /** What went wrong, as the system named it. */
  readonly failure: { readonly message: string; readonly code?: string; readonly path?: string } | null;
}

/** A thread, or what stands for one in a test. */
export interface LoadThread {
  postMessage(load: Load, transfer: readonly ArrayBuffer[]): void;
  on(event: 'message', listener: (answer: LoadAnswer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): Promise<unknown>;
}

/** Makes the folders of files, each once. */
export function folderMaker(root: string): (path: string) => void {
  const made = new Set<string>();
  return (path) => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    mkdirSync(join(root, folder), { recursive: true });
    made.add(folder);
  };
}

/** What the thread does with its loads. @param root the folder that paths begin in */
export function loadWriter(root: string): (load: Load) => LoadAnswer {
  const makeFolder = folderMaker(root);
  return ({ paths, lengths, bytes }) => {
    let at = 0;
    const written: [string, Stands][] = [];
    try {
      for (const [index, path] of paths.entries()) {
        makeFolder(path);
        const place = join(root, path);
        writeFileSync(place, bytes.subarray(at, (at += lengths[index]!)), { flag: 'wx' });
        const { size, mtimeMs } = statSync(place);
        written.push([path, { size, mtimeMs }]);
      }
      return { bytes, written, failure: null };
    } catch (error) {
      const { message, code, path } = error as NodeJS.ErrnoException;
      const named = { ...(code === undefined ? {} : { code }), ...(path === undefined ? {} : { path }) };
      return { bytes, written, failure: { message, ...named } };
    }
  };
}

/** A file may be half written, or not at all, until `end` is over. Errors are the file system's own, a little late. */
export class FileWriter {
  /** Files that the thread has written. */
  readonly written = new Map<string, Stands>();
  readonly #root: string;
  readonly #start: () => LoadThread | null;
  readonly #makeFolder: (path: string) => void;
  #count = 0;
  #thread: LoadThread | null = null;
  #paths: string[] = [];
  #lengths: number[] = [];
  /** What is sent next, filled up to `#end`. */
  #bytes = NONE;
  #end = 0;
  /** What the thread has given back. */
  readonly #free: Buffer<ArrayBuffer>[] = [];
  /** Bytes of each load that is with the thread. */
  #open: number[] = [];
  #failure: Error | null = null;
  #onAnswer: () => void = () => {};

  /** @param root folder that paths begin in; @param start makes the thread, or null where there is none */
  constructor(root: string, start: (root: string) => LoadThread | null = startThread) {
    this.#root = root;
    this.#start = () => start(root);
    this.#makeFolder = folderMaker(root);
  }

  /** @returns its size in bytes. `ready` is to be waited for before the next one. */
  put(path: string, file: Prepared): number {
    if (this.#failure !== null) throw this.#failure;
    this.#count += 1;
    if (this.#count === WORTH_A_THREAD) this.#thread = this.#listen(this.#start());
    if (this.#thread === null || isCopied(file) || this.#openBytes > MAX_OPEN_BYTES) {
      const place = join(this.#root, path);
      this.#makeFolder(path);
      if (isCopied(file)) copyFile(place, file);
      else writeFileSync(place, inOnePiece(file), { flag: 'wx' });
      return sizeOf(file);
    }
    // It is written where it is sent from: to make its bytes elsewhere took a twentieth of a build.
    const room = this.#room(file);
    const start = this.#end;
    for (const piece of isWhole(file) ? [file] : file) {
      if (typeof piece === 'string') this.#end += room.write(piece, this.#end);
      else {
        room.set(piece, this.#end);
        this.#end += piece.length;
      }
    }
    this.#paths.push(path);
    this.#lengths.push(this.#end - start);
    return this.#end - start;
  }

  /** Lets the thread's answers in where it is far behind. */
  ready(): Promise<void> | undefined {
    return this.#openBytes > MAX_OPEN_BYTES ? new Promise((resolve) => setImmediate(resolve)) : undefined;
  }

  /** Bytes of which as many are free as a file takes. */
  #room(file: Made): Buffer<ArrayBuffer> {
    // Its size is counted only where it may not fit.
    if (mostBytes(file) <= this.#bytes.length - this.#end) return this.#bytes;
    const bytes = sizeOf(file);
    if (bytes <= this.#bytes.length - this.#end) return this.#bytes;
    this.#send();
    // Not from the pool that small buffers share: it is given away.
    if (bytes > LOAD_BYTES) this.#bytes = Buffer.allocUnsafeSlow(bytes);
    else this.#bytes = this.#free.pop() ?? Buffer.allocUnsafeSlow(LOAD_BYTES);
    return this.#bytes;
  }

  /** Waits until all is written. */
  async end(): Promise<void> {
    this.#send();
    await this.#until(() => this.#open.length === 0);
    await this.stop();
  }

  /** Writes no more. */
  async stop(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = null;
  }

  get #openBytes(): number {
    return this.#open.reduce((sum, bytes) => sum + bytes, 0);
  }

  #send(): void {
    if (this.#paths.length === 0) return;
    const load = { paths: this.#paths, lengths: this.#lengths, bytes: this.#bytes };
    this.#thread!.postMessage(load, [this.#bytes.buffer]);
    this.#open.push(this.#end);
    this.#paths = [];
    this.#lengths = [];
    this.#bytes = NONE;
    this.#end = 0;
  }

  #listen(thread: LoadThread | null): LoadThread | null {
    const answered = (failure: Error | null): void => {
      this.#failure ??= failure;
      this.#onAnswer();
    };
    thread?.on('message', ({ bytes, written, failure }) => {
      this.#open.shift();
      for (const [path, stands] of written) this.written.set(path, stands);
      if (bytes.length === LOAD_BYTES) this.#free.push(Buffer.from(bytes.buffer));
      answered(failure === null ? null : Object.assign(new Error(failure.message), failure));
    });
    thread?.on('error', answered);
    return thread;
  }

  /** @throws what the thread met */
  async #until(isDone: () => boolean): Promise<void> {
    while (this.#failure === null && !isDone()) {
      await new Promise<void>((resolve) => (this.#onAnswer = resolve));
    }
    if (this.#failure !== null) throw this.#failure;
  }
}

function isWhole(file: Made): file is string | Uint8Array {
  return typeof file === 'string' || file instanceof Uint8Array;
}

function mostBytes(file: Made): number {
  if (typeof file === 'string') return MOST_BYTES * file.length;
  return isWhole(file) ? file.length : file.reduce((sum, piece) => sum + mostBytes(piece), 0);
}

function startThread(root: string): LoadThread | null {
  const file = threadFile('write-worker.js');
  return file === null ? null : new Worker(file, { workerData: root });
}
