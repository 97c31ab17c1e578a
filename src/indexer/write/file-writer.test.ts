import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileWriter, loadWriter, type Load, type LoadAnswer, type LoadThread } from './file-writer.ts';

/** Does in this thread what the worker does, each load a moment later. */
class NearThread implements LoadThread {
  readonly loads: Load[] = [];
  isEnded = false;
  readonly #write: (load: Load) => LoadAnswer;
  #answer: (answer: LoadAnswer) => void = () => {};

  constructor(root: string) {
    this.#write = loadWriter(root);
  }

  postMessage(load: Load): void {
    this.loads.push(load);
    setTimeout(() => this.#answer(this.#write(load)), 1);
  }

  on(event: string, listener: (value: never) => void): void {
    if (event === 'message') this.#answer = listener as (answer: LoadAnswer) => void;
  }

  terminate(): Promise<void> {
    this.isEnded = true;
    return Promise.resolve();
  }
}

let root: string;
let threads: NearThread[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hearthmap-file-writer-'));
  threads = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const start = (folder: string): LoadThread => {
  threads.push(new NearThread(folder));
  return threads[0]!;
};
const nameOf = (index: number): string => `notes/${index % 7}/n${index}/index.html`;
const bytesOf = (index: number): Uint8Array => Buffer.from(`nöte ${index} 🔥 `.repeat((index * 37) % 5_000));

/** As bytes, as text, or in pieces of both. */
async function put(writer: FileWriter, index: number): Promise<void> {
  const bytes = bytesOf(index);
  const text = Buffer.from(bytes).toString();
  const half = text.indexOf('🔥') + 2;
  const pieces = [text.slice(0, half), Buffer.from(text.slice(half)), ''];
  const size = writer.put(nameOf(index), [bytes, text, pieces][index % 3]!);
  expect(size).toBe(bytes.length);
  await writer.ready();
}

describe('a writer of files', () => {
  it('has written every byte of every file at its end, many of them by the thread', async () => {
    const writer = new FileWriter(root, start);
    for (let i = 0; i < 600; i++) await put(writer, i);
    // More than what is sent at a time.
    const large = 'ö🔥'.repeat(1 << 18);
    expect(writer.put('large.html', [large, Buffer.from(large)])).toBe(2 * Buffer.byteLength(large));
    await writer.end();
    expect(readFileSync(join(root, 'large.html'), 'utf8') === large + large).toBe(true);
    for (let i = 0; i < 600; i++) {
      expect(Buffer.compare(readFileSync(join(root, nameOf(i))), bytesOf(i)), nameOf(i)).toBe(0);
    }
    expect(threads[0]!.loads.length).toBeGreaterThan(3);
    expect(threads[0]!.isEnded).toBe(true);
  });

  it('fills the memory of a load again that the thread is done with', async () => {
    const writer = new FileWriter(root, start);
    for (let i = 0; i < 600; i++) {
      await put(writer, i);
      if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await writer.end();
    const buffers = new Set(threads[0]!.loads.map(({ bytes }) => bytes.buffer));
    expect(buffers.size).toBeLessThan(threads[0]!.loads.length / 2);
  });

  it('writes here what the thread is too far behind for', async () => {
    const writer = new FileWriter(root, (folder) => {
      const thread = new NearThread(folder);
      const late: Load[] = [];
      const write = thread.postMessage.bind(thread);
      // Does nothing until all is made.
      thread.postMessage = (load) => void late.push(load);
      setTimeout(() => late.forEach(write), 500);
      return thread;
    });
    const large = Buffer.alloc(100_000, 'x');
    for (let i = 0; i < 300; i++) writer.put(nameOf(i), large);
    const sent = Math.ceil((4 << 20) / large.length);
    for (const i of [199 + 2 * sent, 299]) expect(existsSync(join(root, nameOf(i))), nameOf(i)).toBe(true);
    await writer.end();
    for (let i = 0; i < 300; i++) expect(statSync(join(root, nameOf(i))).size).toBe(large.length);
  });

  it('tells size and time of what the thread has written', async () => {
    const writer = new FileWriter(root, start);
    for (let i = 0; i < 300; i++) await put(writer, i);
    await writer.end();
    expect(writer.written.size).toBeGreaterThan(50);
    for (const [path, stands] of writer.written) expect(statSync(join(root, path))).toMatchObject(stands);
  });

  it('begins no thread for a few', async () => {
    const writer = new FileWriter(root, start);
    for (let i = 0; i < 50; i++) await put(writer, i);
    expect(existsSync(join(root, nameOf(49)))).toBe(true);
    await writer.end();
    expect(threads).toEqual([]);
  });

  it('tells by the end what the thread could not write, with the file and the system’s name for it', async () => {
    const writer = new FileWriter(root, start);
    for (let i = 0; i < 300; i++) await put(writer, i);
    writeFileSync(join(root, 'blocked'), 'a file where a folder is needed');
    const failing = (async () => {
      writer.put('blocked/index.html', bytesOf(9));
      await writer.ready();
      await writer.end();
    })();
    await expect(failing).rejects.toMatchObject({
      code: expect.stringMatching(/ENOTDIR|EEXIST/) as string,
      path: expect.stringContaining('blocked') as string,
    });
    await writer.stop();
    expect(threads[0]!.isEnded).toBe(true);
  });
});
