/** What each posting of a term is worth, worked out once: while one types, the same words are asked for with every key. */
import { countPostings, readPostings } from '../contract/search.ts';

/** Of one term: its notes, field by field, and the worth of each. The same length. */
export interface Impacts {
  readonly notes: Uint32Array;
  readonly worths: Float64Array;
}

/** The worth of a term that stands so often in a field of a note; `notes` is how many have it in that field. */
export type Worth = (field: number, note: number, frequency: number, notes: number) => number;

export class KnownImpacts {
  readonly #worth: Worth;
  readonly #most: number;
  readonly #known = new Map<number, Impacts>();
  #held = 0;

  /** @param most postings that are kept at hand, each in 12 bytes */
  constructor(worth: Worth, most: number) {
    this.#worth = worth;
    this.#most = most;
  }

  /** @param packed the term's postings: see `packPostings` */
  of(term: number, packed: string): Impacts {
    const found = this.#known.get(term);
    if (found !== undefined) return found;
    const impacts = this.#read(packed);
    this.#held += impacts.notes.length;
    if (this.#held > this.#most) {
      this.#known.clear();
      this.#held = impacts.notes.length;
    }
    this.#known.set(term, impacts);
    return impacts;
  }

  #read(packed: string): Impacts {
    const counts = countPostings(packed);
    const size = counts.reduce((sum, count) => sum + count, 0);
    const notes = new Uint32Array(size);
    const worths = new Float64Array(size);
    let length = 0;
    readPostings(packed, (field, note, frequency) => {
      const worth = this.#worth(field, note, frequency, counts[field] ?? 0);
      if (worth === 0 || length === size) return;
      notes[length] = note;
      worths[length++] = worth;
    });
    return { notes: notes.subarray(0, length), worths: worths.subarray(0, length) };
  }
}
