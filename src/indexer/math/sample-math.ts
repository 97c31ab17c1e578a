/** Formulas for tests of what is set. */
import { renderMath } from './math.ts';

/** The HTML of a formula for the eye, without what it was written as. @throws {Error} where it can't be set */
export function shownMath(tex: string): string {
  const { html, error } = renderMath(tex, true);
  if (error !== null) throw new Error(`${tex}: ${error}`);
  return html.slice(html.indexOf('katex-html'));
}
