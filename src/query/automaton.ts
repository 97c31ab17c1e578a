/**
 * Runs a pattern over texts, each letter once: a deterministic automaton whose states are made when they are first met
 * (Cox, "Regular Expression Matching Can Be Simple And Fast", 2007). What it costs is counted and bounded.
 */
import { isWordLetter } from './pattern.ts';
import type { Program } from './program.ts';

/** Letters of a text that are looked at. */
export const MAX_TEXT = 1_000;
/** Instructions that are looked at in making states; a state that is known costs nothing. */
const MAX_WORK = 3_000_000;
const MAX_STATES = 1_000;

/** What stands before a place. */
const START = 0;
const WORD = 1;
const OTHER = 2;
type Before = typeof START | typeof WORD | typeof OTHER;

interface State {
  /** Instructions to go on with, ascending. */
  readonly kernel: readonly number[];
  readonly before: Before;
  /** By letter below 128. */
  readonly next: (State | typeof FOUND | undefined)[];
  readonly beyond: Map<number, State | typeof FOUND>;
  /** Whether a text that ends here fits. */
  ends: boolean | undefined;
}

const FOUND = true;

export class Automaton {
  readonly #program: Program;
  readonly #states = new Map<string, State>();
  #first: State;
  #work = 0;
  readonly #seen: Uint32Array;
  #round = 0;

  constructor(program: Program) {
    this.#program = program;
    this.#seen = new Uint32Array(program.length);
    this.#first = this.#state([], START);
  }

  /** Making states has cost more than a question may; answers are no longer to be trusted. */
  get isWorn(): boolean {
    return this.#work > MAX_WORK;
  }

  /** Whether the pattern fits somewhere in a folded text. */
  finds(text: string): boolean {
    if (this.isWorn) return false;
    let state = this.#first;
    const end = Math.min(text.length, MAX_TEXT);
    for (let at = 0; at < end; at++) {
      const letter = text.codePointAt(at)!;
      if (letter > 0xffff) at++;
      let next = letter < 128 ? state.next[letter] : state.beyond.get(letter);
      if (next === undefined) {
        next = this.#step(state, letter);
        if (letter < 128) state.next[letter] = next;
        else state.beyond.set(letter, next);
      }
      if (next === FOUND) return true;
      state = next;
    }
    return (state.ends ??= this.#reach(state, null) === FOUND);
  }

  #step(state: State, letter: number): State | typeof FOUND {
    const reached = this.#reach(state, letter);
    if (reached === FOUND) return FOUND;
    const kernel = new Set<number>();
    for (const place of reached) {
      const instruction = this.#program[place]!;
      if (instruction.op === 'letter' && instruction.fits(letter)) kernel.add(place + 1);
    }
    return this.#state(
      [...kernel].sort((a, b) => a - b),
      isWordLetter(letter) ? WORD : OTHER,
    );
  }

  /** Instructions that read the next letter, or that all is found. A match may begin anywhere. */
  #reach({ kernel, before }: State, letter: number | null): number[] | typeof FOUND {
    const isNextWord = letter !== null && isWordLetter(letter);
    const isEdge = (before === WORD) !== isNextWord;
    const round = ++this.#round;
    const waiting = [...kernel, 0];
    const reached: number[] = [];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (this.#seen[place] === round) continue;
      this.#seen[place] = round;
      this.#work++;
      const instruction = this.#program[place]!;
      switch (instruction.op) {
        case 'match':
          return FOUND;
        case 'letter':
          reached.push(place);
          break;
        case 'jump':
          waiting.push(instruction.to);
          break;
        case 'split':
          waiting.push(instruction.one, instruction.other);
          break;
        case 'assert': {
          const { what } = instruction;
          const holds =
            what === '^' ? before === START : what === '$' ? letter === null : (what === 'b') === isEdge;
          if (holds) waiting.push(place + 1);
        }
      }
    }
    return reached;
  }

  #state(kernel: readonly number[], before: Before): State {
    const key = `${before}:${kernel.join()}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    if (this.#states.size >= MAX_STATES) {
      // Those in use go on until they are passed.
      this.#states.clear();
      this.#first = { ...this.#first, next: [], beyond: new Map() };
    }
    const state: State = { kernel, before, next: [], beyond: new Map(), ends: undefined };
    this.#states.set(key, state);
    return state;
  }
}
