/** Every term that any text has, by a number. */
import { tokenize } from '../../contract/search.ts';

const [A, Z, LOWER] = [65, 90, 32];
/** What may part words of ASCII without a look at what it is made of: dashes, quotation marks, dots. */
const [DASH, LAST_DASH, DOTS, LAST_DOTS] = [0x2010, 0x2027, 0x2030, 0x203e];

/** By ASCII code: 1 where it is a part of a word. */
const IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * Numbers terms in the order in which they come. A table of its own (open addressing, FNV-1a), as most words have been seen before:
 * they are told by their letters where they stand, and none is cut out of its text to be looked up.
 */
export class Terms {
  readonly #list: string[] = [];
  /** Numbers of terms, at the first free place from their hash on; -1 where there is none. */
  #slots = new Int32Array(1 << 12).fill(-1);

  /** By number. */
  get list(): readonly string[] {
    return this.#list;
  }

  /** The number of a term as it is written, a new one where it has none yet. */
  numberOf(term: string): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(term) & mask;
    for (let number; (number = this.#slots[slot]!) >= 0; slot = (slot + 1) & mask) {
      if (this.#list[number] === term) return number;
    }
    return this.#add(slot, term);
  }

  /** The numbers of a text's terms, one for each time: those of `tokenize`, in its order. */
  read(text: string): number[] {
    const found: number[] = [];
    let start = -1;
    let hash = FIRST;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 128 ? IN_WORD[code] === 1 : !isDash(code)) {
        if (code >= 128) return tokenize(text).map((term) => this.numberOf(term));
        if (start < 0) {
          start = at;
          hash = FIRST;
        }
        hash = step(hash, lower(code));
      } else if (start >= 0) {
        found.push(this.#numberAt(text, start, at, hash));
        start = -1;
      }
    }
    if (start >= 0) found.push(this.#numberAt(text, start, text.length, hash));
    return found;
  }

  #numberAt(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = spread(hash) & mask;
    for (let number; (number = this.#slots[slot]!) >= 0; slot = (slot + 1) & mask) {
      if (isSame(this.#list[number]!, text, start, end)) return number;
    }
    return this.#add(slot, text.slice(start, end).toLowerCase());
  }

  #add(slot: number, term: string): number {
    this.#slots[slot] = this.#list.push(term) - 1;
    if (2 * this.#list.length > this.#slots.length) this.#grow();
    return this.#list.length - 1;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1);
    const mask = slots.length - 1;
    this.#list.forEach((term, number) => {
      let slot = hashOf(term) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    });
    this.#slots = slots;
  }
}

const FIRST = 0x811c9dc5;

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function hashOf(term: string): number {
  let hash = FIRST;
  for (let at = 0; at < term.length; at++) hash = step(hash, term.charCodeAt(at));
  return spread(hash);
}

/** The high bits into the low ones, which alone choose the place. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function lower(code: number): number {
  return code >= A && code <= Z ? code + LOWER : code;
}

function isDash(code: number): boolean {
  return (code >= DASH && code <= LAST_DASH) || (code >= DOTS && code <= LAST_DOTS);
}

function isSame(term: string, text: string, start: number, end: number): boolean {
  if (term.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (term.charCodeAt(at - start) !== lower(text.charCodeAt(at))) return false;
  }
  return true;
}
