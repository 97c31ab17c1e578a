import { MOST_BYTES } from '../common/utf8.ts';
import { isFormula, readKey, type InsetBatch, type InsetKey } from './insets.ts';

const CHEMISTRY = /\\(?:ce|pu)(?![a-zA-Z])/;

const encoder = new TextEncoder();
/** Grows to hold the largest batch. */
let space = new Uint8Array(1 << 20);

/** Makes insets, all of them; the HTML of a formula that can't be set is its source. */
export async function makeBatch(keys: readonly InsetKey[]): Promise<InsetBatch> {
  // Either takes a tenth of a second to load, and many notes have no code, or no formulas.
  const setMath = keys.some(isFormula) ? (await import('../math/math.ts')).renderMath : null;
  // Chemistry is a package of its own, as large as a third of KaTeX.
  if (keys.some((key) => isFormula(key) && CHEMISTRY.test(key))) await import('katex/contrib/mhchem');
  const setCode = keys.every(isFormula) ? null : (await import('./code-block.ts')).codeBlock;
  const lengths: number[] = [];
  const errors: (string | null)[] = [];
  let end = 0;
  for (const key of keys) {
    const inset = readKey(key);
    const { html, error } =
      inset.kind === 'code'
        ? { html: setCode!(inset), error: null }
        : setMath!(inset.tex, inset.display, inset.definitions);
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
