import type { FormulaKey, SetBatch } from './formulas.ts';
import { renderMath } from './math.ts';

/** A UTF-16 unit has three bytes of UTF-8 at most. */
const MOST_BYTES = 3;

const encoder = new TextEncoder();
/** Grows to hold the largest batch. */
let space = new Uint8Array(1 << 20);

/** Sets formulas, all of them; the HTML of one that can't be set is its source. */
export function setBatch(keys: readonly FormulaKey[]): SetBatch {
  const lengths: number[] = [];
  const errors: (string | null)[] = [];
  let end = 0;
  for (const key of keys) {
    const { html, error } = renderMath(key.slice(1), key.startsWith('d'));
    const needed = end + MOST_BYTES * html.length;
    if (needed > space.length) {
      const larger = new Uint8Array(2 * needed);
      larger.set(space.subarray(0, end));
      space = larger;
    }
    const { written } = encoder.encodeInto(html, space.subarray(end));
    lengths.push(written);
    errors.push(error);
    end += written;
  }
  return { html: space.slice(0, end), lengths, errors };
}
