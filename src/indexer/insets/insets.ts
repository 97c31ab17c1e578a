/**
 * What stands in notes and takes long to make: formulas and blocks of code, each made once, as half of a blog's formulas are
 * repeated ones. Where there are many, a thread of their own makes them while this one goes on with the notes.
 */
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import { memo } from '../common/memo.ts';
import { threadFile } from '../common/thread-file.ts';
import type { ParsedNote, PlacedFormula, CodeBlock } from '../common/types.ts';

export interface Inset {
  /** UTF-8: outside the heap, and put into pages as it is. */
  readonly html: Uint8Array;
  /** Why a formula could not be set; its source is shown instead. */
  readonly error: string | null;
}

/** A batch as its thread answers: the HTML of all, one after the other. */
export interface InsetBatch {
  readonly html: Uint8Array;
  /** Bytes of each. */
  readonly lengths: readonly number[];
  readonly errors: readonly (string | null)[];
}

/**
 * `d` or `i` and the TeX of a formula, displayed or within text, behind the definitions that it uses and NUL, where it uses some;
 * `c`, a language, a line break and code.
 */
export type InsetKey = `${'d' | 'i' | 'c'}${string}`;

/** What a key stands for. */
export type InsetSource = ({ readonly kind: 'formula' } & Formula) | ({ readonly kind: 'code' } & CodeBlock);

/** Sent to the thread at a time. Fewer than that aren't worth a thread: loading KaTeX takes as long. */
const BATCH = 200;
const THREAD = 'inset-worker.js';

type Formula = Pick<PlacedFormula, 'tex' | 'display' | 'definitions'>;

export function formulaKey({ tex, display, definitions }: Formula): InsetKey {
  return `${display ? 'd' : 'i'}${definitions === undefined ? '' : `${definitions}\0`}${tex}`;
}

export function codeKey({ code, language }: CodeBlock): InsetKey {
  return `c${language.replaceAll('\n', ' ')}\n${code}`;
}

export function isFormula(key: InsetKey): boolean {
  return !key.startsWith('c');
}

export function readKey(key: InsetKey): InsetSource {
  if (isFormula(key)) {
    const border = key.indexOf('\0');
    const formula = {
      kind: 'formula',
      tex: key.slice(Math.max(border, 0) + 1),
      display: key.startsWith('d'),
    } as const;
    return border < 0 ? formula : { ...formula, definitions: key.slice(1, border) };
  }
  const end = key.indexOf('\n');
  return { kind: 'code', language: key.slice(1, end), code: key.slice(end + 1) };
}

/** The keys of all that a note has. */
export function insetKeys({ formulas, codes }: Pick<ParsedNote, 'formulas' | 'codes'>): InsetKey[] {
  return [...formulas.map(formulaKey), ...codes.map(codeKey)];
}

export class Insets {
  readonly #threaded: boolean;
  readonly #made = new Map<InsetKey, Inset | null>();
  #waiting: InsetKey[] = [];
  #thread: Worker | null = null;
  #sent: InsetKey[][] = [];
  #open = 0;
  #failure: unknown;
  #onAnswer: () => void = () => {};
  #notes: ReadonlySet<ParsedNote> = new Set();
  /** What notes of the run before the last had, and those that came in their stead have not. */
  #left = new Set<InsetKey>();
  /** Whether some of what was wanted is neither made nor waited for. */
  #hasLost = false;

  /** @param known what an earlier run has made; @param threaded whether another thread may be started */
  constructor(known: Iterable<readonly [InsetKey, Inset]>, threaded: boolean) {
    for (const [key, inset] of known) this.#made.set(key, inset);
    this.#threaded = threaded && threadFile(THREAD) !== null;
  }

  /** Has what is in a note made, sooner or later. */
  want(note: ParsedNote): void {
    for (const key of insetKeys(note)) {
      if (this.#made.has(key)) continue;
      this.#made.set(key, null);
      this.#open += 1;
      this.#waiting.push(key);
    }
    if (this.#waiting.length >= BATCH && this.#threaded) this.#send();
  }

  /** How many are wanted and not made yet. */
  get open(): number {
    return this.#open;
  }

  /** Has made what a run before this one wanted and could not have. @param notes all that there are now */
  wantLost(notes: readonly ParsedNote[]): void {
    if (!this.#hasLost) return;
    this.#hasLost = false;
    for (const note of notes) this.want(note);
  }

  /** Waits until all that were wanted are made. */
  async settle(onProgress: (done: number) => void): Promise<void> {
    try {
      await this.#makeAll(onProgress);
    } catch (error) {
      this.#giveUp();
      throw error;
    } finally {
      this.#onAnswer = () => {};
    }
  }

  async #makeAll(onProgress: (done: number) => void): Promise<void> {
    const total = this.#open;
    if (this.#thread === null) {
      if (this.#waiting.length > 0) {
        const { makeBatch } = await import('./inset-batch.ts');
        while (this.#waiting.length > 0) {
          const keys = this.#waiting.splice(0, BATCH);
          this.#put(keys, await makeBatch(keys));
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

  /** What is wanted still may be what it failed at: the next run asks for what its own notes have. */
  #giveUp(): void {
    void this.#thread?.terminate();
    this.#thread = null;
    this.#failure = undefined;
    for (const [key, inset] of this.#made) if (inset === null) this.#made.delete(key);
    this.#waiting = [];
    this.#sent = [];
    this.#open = 0;
    this.#hasLost = true;
  }

  /**
   * Forgets what neither these notes have nor those of the run before, whose site is served until theirs is whole.
   * @param notes all that there are now, with what they have made
   */
  forgetAllBut(notes: readonly ParsedNote[]): void {
    const now = new Set(notes);
    const gone = [...this.#notes].filter((note) => !now.has(note));
    // Mostly nothing: an edit of words leaves formulas and code as they were, and then nobody is asked.
    for (const note of this.#left.size === 0 ? [] : [...gone, ...notes])
      for (const key of insetKeys(note)) this.#left.delete(key);
    for (const key of this.#left) this.#made.delete(key);
    this.#left = new Set(gone.flatMap(insetKeys));
    if (this.#left.size > 0)
      for (const note of notes)
        if (!this.#notes.has(note)) for (const key of insetKeys(note)) this.#left.delete(key);
    this.#notes = now;
  }

  /** What was wanted and is made. */
  get(key: InsetKey): Inset {
    const found = this.#made.get(key);
    if (found === undefined || found === null) throw new Error('a formula or code was not waited for');
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
    const thread = new Worker(threadFile(THREAD)!, { resourceLimits: { maxYoungGenerationSizeMb: 48 } });
    thread.on('message', (batch: InsetBatch) => {
      // It was given up, and what it was sent is no longer waited for.
      if (thread !== this.#thread) return;
      this.#put(this.#sent.shift()!, batch);
      this.#onAnswer();
    });
    thread.on('error', (error) => {
      if (thread !== this.#thread) return;
      this.#failure = error;
      this.#onAnswer();
    });
    // A run that fails before it waits must be able to end. Not sooner: to listen holds the program again.
    thread.unref();
    return thread;
  }

  #put(keys: readonly InsetKey[], { html, lengths, errors }: InsetBatch): void {
    let at = 0;
    keys.forEach((key, index) => {
      const end = at + lengths[index]!;
      this.#made.set(key, { html: html.subarray(at, end), error: errors[index]! });
      at = end;
    });
    this.#open -= keys.length;
  }
}

/** Those of a note's formulas that could not be set. */
export function badFormulas(note: ParsedNote, insets: Pick<Insets, 'get'>): Diagnostic[] {
  return note.formulas.flatMap((formula) => {
    const { error } = insets.get(formulaKey(formula));
    if (error === null) return [];
    const message = `a formula can't be set: ${error}`;
    return diagnose('bad-math', note.path, formula, message, 'Its source is shown.');
  });
}
