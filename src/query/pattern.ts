/**
 * Regular expressions without the part of them that can take for ever: no references back and no looking around, so that
 * every text is read once. Letters count without case and marks, as everywhere in a query.
 */
import { fold } from '../contract/search.ts';
import { Refusal, writeProgram, type Node, type Program } from './program.ts';

const MAX_SOURCE = 1_000;
const MAX_DEPTH = 40;
const MAX_REPEAT = 1_000;

const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** What a source means, or why it can't be taken, in words. */
export function compilePattern(source: string): Program | string {
  if (source.length > MAX_SOURCE) return `is longer than ${MAX_SOURCE.toLocaleString('en')} characters`;
  try {
    return writeProgram(new Reader(source).whole());
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

export function isWordLetter(letter: number): boolean {
  if (letter < 128) return (letter >= 97 && letter <= 122) || (letter >= 48 && letter <= 57) || letter === 95;
  return WORD.test(String.fromCodePoint(letter));
}

class Reader {
  readonly #letters: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    // One letter, however it is composed: a voiced kana of half width is two.
    this.#letters = [...source.normalize('NFC').replace(/.[ﾞﾟ]/gu, (kana) => kana.normalize('NFKC'))];
  }

  whole(): Node {
    const node = this.#choice();
    if (this.#at < this.#letters.length) throw new Refusal('has a “)” too many');
    return node;
  }

  #choice(): Node {
    if (++this.#depth > MAX_DEPTH) throw new Refusal('has brackets nested too deep');
    const of = [this.#sequence()];
    while (this.#take('|')) of.push(this.#sequence());
    this.#depth--;
    return of.length === 1 ? of[0]! : { op: 'choice', of };
  }

  #sequence(): Node {
    const of: Node[] = [];
    for (;;) {
      const next = this.#letters[this.#at];
      if (next === undefined || next === '|' || next === ')') return { op: 'sequence', of };
      of.push(this.#repeated(this.#atom()));
    }
  }

  #repeated(node: Node): Node {
    const next = this.#letters[this.#at];
    let [least, most] = next === '*' ? [0, Infinity] : next === '+' ? [1, Infinity] : [0, 1];
    if (next === '{') {
      const [all, from, comma, to] =
        /^\{(\d{1,6})(,?)(\d{0,6})\}/.exec(this.#letters.slice(this.#at, this.#at + 20).join('')) ?? [];
      if (all === undefined) throw new Refusal('has a “{” that is no count; write \\{ for the sign');
      least = Number(from);
      most = comma === '' ? least : to === '' ? Infinity : Number(to);
      if (least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT))
        throw new Refusal(`repeats something more than ${MAX_REPEAT.toLocaleString('en')} times`);
      if (most < least) throw new Refusal('has a count whose end comes before its beginning');
      this.#at += all.length;
    } else if (next === '*' || next === '+' || next === '?') this.#at++;
    else return node;
    // Whether as little or as much as can be is taken: that something fits is the same.
    this.#take('?');
    if (/^[*+?{]$/.test(this.#letters[this.#at] ?? '')) throw new Refusal('repeats a repetition');
    return { op: 'repeat', of: node, least, most };
  }

  #atom(): Node {
    const letter = this.#letters[this.#at++]!;
    switch (letter) {
      case '.':
        return { op: 'letter', fits: () => true };
      case '^':
      case '$':
        return { op: 'assert', what: letter };
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw new Refusal(`has a “${letter}” with nothing before it to repeat`);
      default:
        return literal(letter);
    }
  }

  #group(): Node {
    if (this.#take('?')) {
      const rest = this.#letters.slice(this.#at, this.#at + 40).join('');
      const name = /^(?::|<[\p{L}_][\p{L}\p{N}_]*>)/u.exec(rest)?.[0];
      if (name === undefined) throw new Refusal('looks ahead or back, which is not done here');
      this.#at += [...name].length;
    }
    const node = this.#choice();
    if (!this.#take(')')) throw new Refusal('has a “(” that is never closed');
    return node;
  }

  #escape(): Node {
    const letter = this.#letters[this.#at];
    if (letter === undefined) throw new Refusal('ends with a “\\”');
    if (letter === 'b' || letter === 'B') {
      this.#at++;
      return { op: 'assert', what: letter };
    }
    const fits = this.#set();
    if (fits !== null) return { op: 'letter', fits };
    return literal(this.#sign());
  }

  /** Behind a backslash: what stands for many letters, or null. */
  #set(): ((letter: number) => boolean) | null {
    const letter = this.#letters[this.#at]!;
    const named = SETS.get(letter.toLowerCase());
    if (letter.toLowerCase() === 'p') {
      const rest = this.#letters.slice(this.#at, this.#at + 60).join('');
      const [source] = /^[pP]\{[\w=]+\}/.exec(rest) ?? [];
      if (source === undefined) throw new Refusal(`has a “\\${letter}” without a class in braces`);
      this.#at += source.length;
      const test = native(`\\${source}`);
      return (code) => test.test(String.fromCodePoint(code));
    }
    if (named === undefined) return null;
    this.#at++;
    return letter === letter.toLowerCase() ? named : (code) => !named(code);
  }

  /** Behind a backslash: one letter. */
  #sign(): string {
    const letter = this.#letters[this.#at++]!;
    if (letter === 't') return '\t';
    if (letter === 'n' || letter === 'r' || letter === 'f' || letter === 'v') return ' ';
    if (/[1-9k]/.test(letter)) throw new Refusal('refers back to a group, which is not done here');
    if (/[\p{L}\p{N}]/u.test(letter)) throw new Refusal(`has “\\${letter}”, which means nothing here`);
    return letter;
  }

  #class(): Node {
    const isNot = this.#take('^');
    const tests: ((letter: number) => boolean)[] = [];
    for (let first = true; ; first = false) {
      const letter = this.#letters[this.#at++];
      if (letter === undefined) throw new Refusal('has a “[” that is never closed');
      if (letter === ']' && !first) break;
      const set = letter === '\\' && this.#at < this.#letters.length ? this.#set() : null;
      if (set !== null) {
        tests.push(set);
        continue;
      }
      const from = letter === '\\' ? this.#signInClass() : letter;
      const isRange = this.#letters[this.#at] === '-' && (this.#letters[this.#at + 1] ?? ']') !== ']';
      if (!isRange) {
        tests.push(between(from, from));
        continue;
      }
      this.#at++;
      const end = this.#letters[this.#at++]!;
      const to = end === '\\' ? this.#signInClass() : end;
      if (to.codePointAt(0)! < from.codePointAt(0)!)
        throw new Refusal(`has the range “${from}-${to}”, whose end comes before its beginning`);
      tests.push(between(from, to));
    }
    return { op: 'letter', fits: (letter) => tests.some((test) => test(letter)) !== isNot };
  }

  #signInClass(): string {
    if (this.#at >= this.#letters.length) throw new Refusal('has a “[” that is never closed');
    return this.#sign();
  }

  #take(letter: string): boolean {
    if (this.#letters[this.#at] !== letter) return false;
    this.#at++;
    return true;
  }
}

const SETS: ReadonlyMap<string, (letter: number) => boolean> = new Map([
  ['w', isWordLetter],
  ['d', (letter) => (letter < 128 ? letter >= 48 && letter <= 57 : false)],
  ['s', (letter) => /\s/.test(String.fromCodePoint(letter))],
]);

function native(source: string): RegExp {
  try {
    return new RegExp(`^${source}$`, 'iu');
  } catch {
    throw new Refusal(`has “${source}”, which is no class of letters`);
  }
}

/** Texts are folded, and folding may make two letters of one. */
function literal(letter: string): Node {
  const codes = [...fold(letter)].map((folded) => folded.codePointAt(0)!);
  // A mark alone folds to nothing, and stands nowhere in a folded text.
  const of = codes.map((code): Node => ({ op: 'letter', fits: (found) => found === code }));
  return of.length === 1 ? of[0]! : { op: 'sequence', of };
}

/** A range as it stands, and in small letters. */
function between(from: string, to: string): (letter: number) => boolean {
  const [a, b] = [from.codePointAt(0)!, to.codePointAt(0)!];
  const [small, last] = [fold(from), fold(to)];
  const [c, d] = [...small].length === 1 && [...last].length === 1 ? [code(small), code(last)] : [a, b];
  return (letter) => (letter >= a && letter <= b) || (letter >= c && letter <= d);
}

function code(letter: string): number {
  return letter.codePointAt(0)!;
}
