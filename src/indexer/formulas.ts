/**
 * The formulas of all notes, each set once: half of a blog's formulas are repeated ones. Where there are many, a thread of
 * their own sets them while this one goes on with the notes.
 */
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../contract/diagnostic.ts';
import { diagnose } from './diagnose.ts';
import { memo } from './memo.ts';
import { threadFile } from './thread-file.ts';
import type { ParsedNote } from './types.ts';

export interface SetFormula {
  /** UTF-8: outside the heap, and put into pages as it is. */
  readonly html: Uint8Array;
  /** Why it could not be set; its source is shown instead. */
  readonly error: string | null;
}

/** A batch as its thread answers: the HTML of all, one after the other. */
export interface SetBatch {
  readonly html: Uint8Array;
  /** Bytes of each. */
  readonly lengths: readonly number[];
  readonly errors: readonly (string | null)[];
}

/** The first character says how it is shown. */
export type FormulaKey = `${'d' | 'i'}${string}`;

/** Sent to the thread at a time. Fewer than that aren't worth a thread: loading KaTeX takes as long. */
const BATCH = 200;
const THREAD = 'formula-worker.js';

export function formulaKey({ tex, display }: { tex: string; display: boolean }): FormulaKey {
  return `${display ? 'd' : 'i'}${tex}`;
}

export class Formulas {
  readonly #threaded: boolean;
  readonly #set = new Map<FormulaKey, SetFormula | null>();
  #waiting: FormulaKey[] = [];
  #thread: Worker | null = null;
  #sent: FormulaKey[][] = [];
  #open = 0;
  #failure: unknown;
  #onAnswer: () => void = () => {};

  /** @param known what an earlier run has set; @param threaded whether another thread may be started */
  constructor(known: Iterable<readonly [FormulaKey, SetFormula]>, threaded: boolean) {
    for (const [key, formula] of known) this.#set.set(key, formula);
    this.#threaded = threaded && threadFile(THREAD) !== null;
  }

  /** Has a note's formulas set, sooner or later. */
  want(note: ParsedNote): void {
    for (const formula of note.formulas) {
      const key = formulaKey(formula);
      if (this.#set.has(key)) continue;
      this.#set.set(key, null);
      this.#open += 1;
      this.#waiting.push(key);
    }
    if (this.#waiting.length >= BATCH && this.#threaded) this.#send();
  }

  /** How many are wanted and not set yet. */
  get open(): number {
    return this.#open;
  }

  /** Waits until all that were wanted are set. */
  async settle(onProgress: (done: number) => void): Promise<void> {
    const total = this.#open;
    if (this.#thread === null) {
      if (this.#waiting.length > 0) {
        const { setBatch } = await import('./math-batch.ts');
        while (this.#waiting.length > 0) {
          const keys = this.#waiting.splice(0, BATCH);
          this.#put(keys, setBatch(keys));
          onProgress(total - this.#open);
          // Lets a server answer, and Ctrl-C.
          await new Promise(setImmediate);
        }
      }
      return;
    }
    this.#send();
    this.#thread.ref();
    await new Promise<void>((resolve, reject) => {
      this.#onAnswer = () => {
        onProgress(total - this.#open);
        if (this.#failure !== undefined) reject(this.#failure as Error);
        else if (this.#open === 0) resolve();
      };
      this.#onAnswer();
    });
    await this.#thread.terminate();
    this.#thread = null;
  }

  /** A formula that was wanted and is set. */
  get(key: FormulaKey): SetFormula {
    const found = this.#set.get(key);
    if (found === undefined || found === null) throw new Error('a formula was not waited for');
    return found;
  }

  /** Those of a note's formulas that could not be set. */
  readonly bad = memo((note: ParsedNote) => badFormulas(note, this));

  #send(): void {
    const keys = this.#waiting;
    if (keys.length === 0) return;
    this.#waiting = [];
    this.#sent.push(keys);
    (this.#thread ??= this.#start()).postMessage(keys);
  }

  #start(): Worker {
    // What a formula is made of lives for a moment: with more room for such things they are gone before they are looked at.
    const thread = new Worker(threadFile(THREAD)!, { resourceLimits: { maxYoungGenerationSizeMb: 96 } });
    thread.on('message', (batch: SetBatch) => {
      this.#put(this.#sent.shift()!, batch);
      this.#onAnswer();
    });
    thread.on('error', (error) => {
      this.#failure = error;
      this.#onAnswer();
    });
    // A run that fails before it waits must be able to end. Not sooner: to listen holds the program again.
    thread.unref();
    return thread;
  }

  #put(keys: readonly FormulaKey[], { html, lengths, errors }: SetBatch): void {
    let at = 0;
    keys.forEach((key, index) => {
      const end = at + lengths[index]!;
      this.#set.set(key, { html: html.subarray(at, end), error: errors[index]! });
      at = end;
    });
    this.#open -= keys.length;
  }
}

/** Those of a note's formulas that could not be set. */
export function badFormulas(note: ParsedNote, formulas: Pick<Formulas, 'get'>): Diagnostic[] {
  return note.formulas.flatMap((formula) => {
    const { error } = formulas.get(formulaKey(formula));
    if (error === null) return [];
    const message = `a formula can't be set: ${error}`;
    return diagnose('bad-math', note.path, formula, message, 'Its source is shown.');
  });
}
