/** The words of all notes, counted once for each text: for the search index, for notes that are alike, for names that are said. */
import { dictionaryWords } from '../../contract/dictionary-words.ts';
import { SEARCH_FIELDS } from '../../contract/search.ts';
import { sameItems } from '../common/memo.ts';
import type { ParsedNote } from '../common/types.ts';
import { NameTree, type Said } from './names-said.ts';
import { spokenAliases } from './spoken-aliases.ts';
import { Terms } from './terms.ts';

/** The terms of one field of one note, each once, and how often each occurs. */
export interface Counts {
  readonly terms: Uint32Array;
  readonly frequencies: Uint32Array;
}

export interface NoteWords {
  /** In the order of `SEARCH_FIELDS`. */
  readonly fields: readonly Counts[];
  /** Names of notes in the text, each once. */
  readonly said: readonly Said[];
  /** What the text has behind a backslash: commands of formulas, no words of the author's. */
  readonly commands: readonly string[];
}

/** Notes handled between two looks at the event loop, so that a server keeps answering. */
const BREATH = 50;
/** What a reader would type for a command, where it isn't the command's name. A note has it once, however often it integrates. */
const SAID_AS = new Map([
  ...['int', 'iint', 'iiint', 'oint'].map((name): [string, string[]] => [name, ['integral']]),
  ['le', ['leq']],
  ['ge', ['geq']],
  ['ne', ['neq']],
  ['to', ['rightarrow']],
]);
const COMMAND = /\\([a-z]{2,})/gi;

/** Keeps words in step with the notes: only texts that changed are read again, and all of them when a name did. */
export class Words {
  /** All that were ever seen. */
  readonly terms = new Terms();
  #names: readonly string[] = [];
  #tree = new NameTree([], this.terms);
  #read = new WeakMap<ParsedNote, NoteWords>();
  readonly #counter = new Counter();

  async update(notes: readonly ParsedNote[], onProgress: (done: number) => void): Promise<void> {
    const names = notes.flatMap((note) => [note.title, ...spokenAliases(note)]);
    if (!sameItems(names, this.#names)) {
      this.#names = names;
      this.#tree = new NameTree(names, this.terms);
      this.#read = new WeakMap();
    }
    let count = 0;
    for (const [index, note] of notes.entries()) {
      if (this.#read.has(note)) continue;
      this.#read.set(note, this.#readNote(note));
      if (++count % BREATH > 0) continue;
      onProgress(index + 1);
      await new Promise(setImmediate);
    }
  }

  /** Of a note that `update` was given. */
  of(note: ParsedNote): NoteWords {
    return this.#read.get(note)!;
  }

  #readNote({ title, frontMatter, sections }: ParsedNote): NoteWords {
    const { terms } = this;
    const counter = this.#counter;
    const addWords = (words: readonly string[]): void =>
      counter.add(words.map((word) => terms.numberOf(word)));
    const addText = (text: string): void => {
      counter.add(terms.read(text));
      addWords(dictionaryWords(text));
    };
    const said = new Map<string, Said>();
    const commands = new Set<string>();
    for (const text of [...frontMatter.tags, ...frontMatter.aliases, frontMatter.description ?? '']) {
      addText(text);
    }
    for (const { heading, text } of sections) {
      addText(heading);
      addWords(dictionaryWords(text));
      for (const line of text.split('\n')) {
        const numbers = terms.read(line);
        counter.add(numbers);
        this.#tree.find(line, numbers, said);
      }
      if (text.includes('\\')) {
        for (const [, name] of text.matchAll(COMMAND)) commands.add(name!.toLowerCase());
      }
    }
    for (const name of commands) addWords(SAID_AS.get(name) ?? []);
    const body = counter.take();
    addText(title);
    const fields = { title: counter.take(), body };
    return {
      fields: SEARCH_FIELDS.map((field) => fields[field]),
      said: [...said.values()],
      commands: [...commands],
    };
  }
}

/** Counts terms in a list by their number: a map for each note would take three times as long. */
class Counter {
  #counts = new Uint32Array(1 << 12);
  /** Terms that were counted, in the order in which they came. */
  #counted: number[] = [];

  add(terms: readonly number[]): void {
    for (const term of terms) {
      while (term >= this.#counts.length) this.#grow();
      if (this.#counts[term]!++ === 0) this.#counted.push(term);
    }
  }

  /** What was counted since the last time. */
  take(): Counts {
    const terms = Uint32Array.from(this.#counted);
    const frequencies = terms.map((term) => this.#counts[term]!);
    for (const term of this.#counted) this.#counts[term] = 0;
    this.#counted = [];
    return { terms, frequencies };
  }

  #grow(): void {
    const counts = new Uint32Array(2 * this.#counts.length);
    counts.set(this.#counts);
    this.#counts = counts;
  }
}
