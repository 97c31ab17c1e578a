/**
 * Reads a query. It never fails: what can't be meant so is told with its place, and the rest is taken as well as it can be.
 *
 *     any   = all { "OR" all }
 *     all   = { ["AND"] part }
 *     part  = { "-" } ( "(" any ")" | [ field ":" ] ( value | "(" any ")" ) | "#" value )
 *     value = bare | '"' … '"' | "/" … "/"
 */
import { nearestOf } from './distance.ts';
import { clip, FIELDS, isField, listed, termOf, type Field, type Value } from './fields.ts';
import { allOf, ALL, anyOf, notThis, type Problem, type Query } from './query.ts';

export interface Reading {
  readonly query: Query;
  readonly problems: readonly Problem[];
}

export const MAX_LENGTH = 100_000;
export const MAX_TERMS = 1_000;
export const MAX_NESTING = 64;
/** Letters in which the end of a regular expression is looked for: twice what one may have. */
const MAX_PATTERN = 2_000;
/** More of them help nobody. */
const MAX_PROBLEMS = 20;

const SPACE = /\s/;
const BARE = /[^\s()"]*/y;
const NAME = /([A-Za-z]{2,20}):/y;
/** Behind an expression: those who write them often are used to it. Capitals never matter, and all of a text is looked through. */
const FLAGS = /[gimsu]*(?=[\s()]|$)/y;
const WORD_OR = /(OR|AND)(?![^\s()"])/y;
/** Marks that telephones make of a plain one. */
const OPENING = '"“”„';
const CLOSING = '"“”';

export function parse(text: string): Reading {
  return new Parser(text).read();
}

class Parser {
  readonly #whole: string;
  readonly #text: string;
  readonly #problems: Problem[] = [];
  #at = 0;
  #terms = 0;
  #depth = 0;
  /** Brackets that were too deep to be opened, and are still to be closed. */
  #passed = 0;
  /** There is more than is taken in. */
  #isCut = false;

  constructor(whole: string) {
    this.#whole = whole;
    // Letter for letter, so that places stay: control characters and halves of letters mean nothing.
    this.#text = whole.slice(0, MAX_LENGTH).replace(/[\p{Cc}\p{Cs}]/gu, ' ');
  }

  read(): Reading {
    if (this.#whole.length > MAX_LENGTH) {
      const most = MAX_LENGTH.toLocaleString('en');
      this.#tell(
        MAX_LENGTH,
        this.#whole.length,
        `The query is longer than ${most} characters; the rest is left out.`,
      );
    }
    const query = this.#any(null) ?? ALL;
    return { query, problems: this.#problems };
  }

  #any(field: Field | null): Query | null {
    const parts: Query[] = [];
    let last: readonly [from: number, to: number] | null = null;
    for (;;) {
      const told = this.#problems.length;
      const part = this.#all(field);
      if (part !== null) parts.push(part);
      const from = this.#at;
      const isMore = this.#word('OR');
      const isNothing = part === null && told === this.#problems.length && !this.#isCut;
      if (isNothing && (isMore || last !== null)) {
        const [a, b] = last ?? [from, this.#at];
        this.#tell(a, b, 'OR joins what stands before and behind it; here there is nothing on one side.');
      }
      if (!isMore) return parts.length === 0 ? null : anyOf(parts);
      last = [from, this.#at];
    }
  }

  #all(field: Field | null): Query | null {
    const parts: Query[] = [];
    for (;;) {
      this.#skipSpace();
      if (this.#at >= this.#text.length) break;
      const next = this.#text[this.#at]!;
      if (next === ')') {
        if (this.#depth > 0 && this.#passed === 0) break;
        if (this.#passed > 0) this.#passed--;
        else this.#tell(this.#at, this.#at + 1, 'This bracket closes nothing.');
        this.#at++;
        continue;
      }
      const at = this.#at;
      if (this.#word('OR')) {
        this.#at = at;
        break;
      }
      if (this.#word('AND')) continue;
      const part = this.#part(field);
      if (part !== null) parts.push(part);
    }
    return parts.length === 0 ? null : allOf(parts);
  }

  #part(field: Field | null): Query | null {
    let isNot = false;
    while (this.#text[this.#at] === '-') {
      isNot = !isNot;
      this.#at++;
    }
    if (this.#at >= this.#text.length || SPACE.test(this.#text[this.#at]!)) return null;
    const part = this.#bracketed(field) ?? this.#fielded(field);
    return part === null || part.kind === 'all' || !isNot ? part : notThis(part);
  }

  /** Null where no bracket opens here; `all` where nothing stands in it. */
  #bracketed(field: Field | null): Query | null {
    if (this.#text[this.#at] !== '(') return null;
    const from = this.#at++;
    if (this.#depth >= MAX_NESTING) {
      if (this.#passed++ === 0)
        this.#tell(from, from + 1, `Brackets are nested deeper than ${MAX_NESTING}; these are left out.`);
      return ALL;
    }
    this.#depth++;
    const inner = this.#any(field);
    this.#depth--;
    if (this.#text[this.#at] === ')') this.#at++;
    else if (!this.#isCut) this.#tell(from, from + 1, 'This bracket is never closed.');
    if (inner === null && !this.#isCut) this.#tell(from, this.#at, 'Nothing stands between these brackets.');
    return inner ?? ALL;
  }

  #fielded(around: Field | null): Query | null {
    const from = this.#at;
    if (this.#text[from] === '#' && /[^\s()#]/.test(this.#text[from + 1] ?? ' ')) {
      this.#at++;
      return this.#term('tag', from);
    }
    NAME.lastIndex = from;
    const name = NAME.exec(this.#text)?.[1];
    if (name === undefined) return this.#term(around, from);
    const behind = from + name.length + 1;
    const field = name.toLowerCase();
    if (!isField(field)) {
      this.#unknown(from, behind, field);
      return this.#term(around, from);
    }
    this.#at = behind;
    if (/[\s)]/.test(this.#text[behind] ?? ' ')) {
      this.#tell(from, behind, `Nothing stands behind “${field}:”. Write it without a space.`);
      return null;
    }
    return this.#bracketed(field) ?? this.#term(field, from);
  }

  /** What may be an address, or a name of some language of programming, is left in peace. */
  #unknown(from: number, behind: number, name: string): void {
    if (/[\s()/:]/.test(this.#text[behind] ?? ' ')) return;
    const near = nearestOf(name, FIELDS);
    if (near !== undefined) {
      this.#tell(from, behind, `I don't know “${name}:”; did you mean “${near}:”?`, `${near}:`);
      return;
    }
    const known = listed(FIELDS.map((field) => `${field}:`));
    this.#tell(
      from,
      behind,
      `I don't know “${name}:”. I know ${known}. Quotation marks make it a text to look for.`,
    );
  }

  /** @param from where the field begins */
  #term(field: Field | null, from: number): Query | null {
    const start = this.#at;
    const value = this.#value();
    if (value === null) return null;
    if (++this.#terms > MAX_TERMS) {
      this.#tell(
        from,
        this.#text.length,
        `More than ${MAX_TERMS.toLocaleString('en')} words; the rest is left out.`,
      );
      this.#at = this.#text.length;
      this.#isCut = true;
      return null;
    }
    const term = termOf(field, value);
    if ('kind' in term) return term;
    this.#tell(term.instead === undefined ? from : start, this.#at, term.message, term.instead);
    return null;
  }

  #value(): Value | null {
    const first = this.#text[this.#at]!;
    if (OPENING.includes(first)) return this.#quoted(first);
    const pattern = first === '/' ? this.#pattern() : null;
    if (pattern !== null) return pattern;
    BARE.lastIndex = this.#at;
    const [text] = BARE.exec(this.#text)!;
    this.#at += text.length;
    if (text === '') return null;
    // In quotation marks a slash begins nothing, wherever the query is put together anew.
    return { kind: first === '/' ? 'quoted' : 'bare', text };
  }

  #quoted(opening: string): Value | null {
    const from = this.#at++;
    const closing = opening === '"' ? '"' : CLOSING;
    let text = '';
    for (; this.#at < this.#text.length; this.#at++) {
      let letter = this.#text[this.#at]!;
      if (closing.includes(letter)) break;
      if (letter === '\\' && /["\\]/.test(this.#text[this.#at + 1] ?? '')) letter = this.#text[++this.#at]!;
      text += letter;
    }
    if (this.#at < this.#text.length) this.#at++;
    else this.#tell(from, from + 1, 'This quotation mark is never closed.');
    if (text.trim() !== '') return { kind: 'quoted', text };
    this.#tell(from, this.#at, 'Nothing stands between these quotation marks.');
    return null;
  }

  /** Null where this is no expression, but a path or a sign. */
  #pattern(): Value | null {
    let isInClass = false;
    const last = Math.min(this.#text.length, this.#at + MAX_PATTERN);
    for (let at = this.#at + 1; at < last; at++) {
      const letter = this.#text[at];
      if (letter === '\\') at++;
      else if (letter === '[') isInClass = true;
      else if (letter === ']') isInClass = false;
      else if (letter === '/' && !isInClass) {
        FLAGS.lastIndex = at + 1;
        const flags = FLAGS.exec(this.#text)?.[0];
        if (flags === undefined) continue;
        const text = this.#text.slice(this.#at + 1, at);
        if (text === '') return null;
        this.#at = at + 1 + flags.length;
        return { kind: 'pattern', text };
      }
    }
    BARE.lastIndex = this.#at;
    const { length } = BARE.exec(this.#text)![0];
    const word = this.#text.slice(this.#at, this.#at + length);
    if (isInClass && /.\/$/.test(word)) {
      this.#tell(this.#at, this.#at + length, 'The regular expression has a “[” that is never closed.');
    } else if (length > 1 && !word.includes('/', 1)) {
      const message = `A regular expression ends with a slash; “${clip(word)}” is taken as a word.`;
      this.#tell(this.#at, this.#at + length, message);
    }
    return null;
  }

  /** Takes OR or AND, which are words of the language in capital letters only. */
  #word(which: 'OR' | 'AND'): boolean {
    WORD_OR.lastIndex = this.#at;
    if (WORD_OR.exec(this.#text)?.[1] !== which) return false;
    this.#at += which.length;
    return true;
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && SPACE.test(this.#text[this.#at]!)) this.#at++;
  }

  #tell(from: number, to: number, message: string, instead?: string): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    this.#problems.push({ from, to, message, ...(instead === undefined ? {} : { instead }) });
  }
}
