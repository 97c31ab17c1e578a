import type { FormulaKey, SetBatch } from './formulas.ts';
import { renderMath } from './math.ts';

/** Sets formulas, all of them; the HTML of one that can't be set is its source. */
export function setBatch(keys: readonly FormulaKey[]): SetBatch {
  const set = keys.map((key) => renderMath(key.slice(1), key.startsWith('d')));
  const parts = set.map(({ html }) => Buffer.from(html));
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return { html: all, lengths: parts.map(({ length }) => length), errors: set.map(({ error }) => error) };
}
