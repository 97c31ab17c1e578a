/** Terms that are told of a hit: nobody sees more of them marked. */
const MOST_MARKS = 50;

/** Which terms each note has, as chains of entries: the beginning of a word may stand for thousands. */
export class HitTerms {
  /** By note: its last entry, or -1. */
  readonly #last: Int32Array;
  /** By note: how many entries it has, `MOST_MARKS` at most. */
  readonly #entries: Uint8Array;
  #terms = new Int32Array(1 << 10);
  #before = new Int32Array(1 << 10);
  #count = 0;

  constructor(notes: number) {
    this.#last = new Int32Array(notes).fill(-1);
    this.#entries = new Uint8Array(notes);
  }

  put(note: number, term: number): void {
    const last = this.#last[note]!;
    // In another field.
    if ((last !== -1 && this.#terms[last] === term) || this.#entries[note] === MOST_MARKS) return;
    this.#entries[note]! += 1;
    if (this.#count === this.#terms.length) {
      this.#terms = doubled(this.#terms);
      this.#before = doubled(this.#before);
    }
    this.#terms[this.#count] = term;
    this.#before[this.#count] = last;
    this.#last[note] = this.#count++;
  }

  /** In the order in which they came; twice where a word was asked for twice. */
  termsOf(note: number): number[] {
    let at = this.#entries[note]!;
    const found = new Array<number>(at);
    for (let entry = this.#last[note]!; entry !== -1; entry = this.#before[entry]!)
      found[--at] = this.#terms[entry]!;
    return found;
  }
}

function doubled(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * list.length);
  larger.set(list);
  return larger;
}
