import { beforeEach, expect, test, vi } from 'vitest';
import type { ParsedNote } from '../common/types.ts';
import type { InsetKey } from './insets.ts';

/** How many threads were started, and what ends one. */
const threads = { started: 0, dies: (_: readonly InsetKey[]): boolean => false };

/** Stands for a thread. */
class Thread {
  readonly #listeners = new Map<string, (found: unknown) => void>();

  constructor() {
    threads.started += 1;
  }

  on(event: string, listener: (found: unknown) => void): void {
    this.#listeners.set(event, listener);
  }

  postMessage(keys: readonly InsetKey[]): void {
    if (threads.dies(keys)) setImmediate(() => this.#listeners.get('error')!(new Error('out of memory')));
    else
      void import('./inset-batch.ts')
        .then(({ makeBatch }) => makeBatch(keys))
        .then((batch) => this.#listeners.get('message')!(batch));
  }

  ref(): void {}
  unref(): void {}

  terminate(): Promise<void> {
    return Promise.resolve();
  }
}

vi.doMock('../common/thread-file.ts', () => ({ threadFile: () => 'inset-worker.js' }));
vi.doMock('node:worker_threads', () => ({ Worker: Thread }));
const { formulaKey, Insets } = await import('./insets.ts');

beforeEach(() => {
  threads.started = 0;
  threads.dies = () => false;
});

function noteWith(...formulas: string[]): ParsedNote {
  const placed = formulas.map((tex) => ({ tex, display: false, line: 1, column: 1 }));
  return { formulas: placed, codes: [] } as unknown as ParsedNote;
}

const keyOf = (tex: string): InsetKey => formulaKey({ tex, display: false });
/** As many as are worth a thread. */
const many = Array.from({ length: 250 }, (_, index) => `x_{${index}}`);
const nothing = (): void => {};

test('after a thread that ended amid its work, the next run makes what its notes have, on another', async () => {
  const insets = new Insets([], true);
  const notes = [noteWith(...many), noteWith('dies')];
  threads.dies = (keys) => keys.includes(keyOf('dies'));
  for (const note of notes) insets.want(note);
  await expect(insets.settle(nothing)).rejects.toThrow('out of memory');

  const mended = [notes[0]!, noteWith('mended')];
  insets.want(mended[1]!);
  insets.wantLost(mended);
  await insets.settle(nothing);
  expect(threads.started).toBe(2);
  expect(insets.open).toBe(0);
  for (const tex of [...many, 'mended']) expect(insets.get(keyOf(tex)).error).toBeNull();
});

test('what ends a thread ends the build with it again, as long as a note has it', async () => {
  const insets = new Insets([], true);
  const notes = [noteWith(...many, 'dies')];
  threads.dies = (keys) => keys.includes(keyOf('dies'));
  insets.want(notes[0]!);
  await expect(insets.settle(nothing)).rejects.toThrow('out of memory');
  insets.wantLost(notes);
  await expect(insets.settle(nothing)).rejects.toThrow('out of memory');
});

test('what no note has any more is forgotten, but not before the site that shows it is gone', async () => {
  const insets = new Insets([], false);
  const run = async (...notes: ParsedNote[]): Promise<void> => {
    for (const note of notes) insets.want(note);
    await insets.settle(nothing);
    insets.forgetAllBut(notes);
  };
  const isKept = (tex: string): boolean => {
    try {
      return insets.get(keyOf(tex)).error === null;
    } catch {
      return false;
    }
  };
  const other = noteWith('shared', 'o');
  await run(noteWith('a', 'shared', 'back'), other);
  await run(noteWith('b'), other);
  expect(['a', 'b', 'shared', 'o', 'back'].filter(isKept)).toEqual(['a', 'b', 'shared', 'o', 'back']);
  await run(noteWith('c', 'back'), other);
  expect(['a', 'b', 'c', 'shared', 'o', 'back'].filter(isKept)).toEqual(['b', 'c', 'shared', 'o', 'back']);
  await run(noteWith('c', 'back'), other);
  expect(['b', 'c', 'shared', 'o', 'back'].filter(isKept)).toEqual(['c', 'shared', 'o', 'back']);
});
