/** Keeps a formula on the line of the signs that belong to it: a browser may end a line at each of its sides. */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import type { Formula } from '../syntax/env.ts';

/** Characters of TeX: one that is longer must be able to break. */
const SHORT_FORMULA = 24;
// Not with the brackets before it: a pattern that may begin with any sign is tried at each of them.
const FORMULA = /(HM[0-9a-f]{16})m(\d+)x(?:<\/(a|em|strong)>)?([.,;:!?)\]’”'"%/–—\p{Ll}-]{0,12})/gu;
const OPENING = '([“‘"\'';
/** In characters: how far before its end the link, or what is stressed, is looked for. */
const FAR = 2_000;

const HELD = `<span class="${PAGE_CLASS.nowrap}">`;

/**
 * A line may end behind a formula, but neither before the comma or the rest of the word that follows it (`$n$th`) nor behind the
 * bracket before it; nor before the comma behind a link that ends with a formula. The rest of that link may break, and so may a
 * long formula.
 * Formulas stand in text only, never in a tag.
 *
 * @param html with holes for formulas
 * @param prefix of the holes
 */
export function keepPunctuation(html: string, prefix: string, formulas: readonly Formula[]): string {
  if (formulas.length === 0) return html;
  let result = '';
  let last = 0;
  for (const { 0: found, 1: own, 2: index, 3: name, 4: after, index: at } of html.matchAll(FORMULA)) {
    if (own !== prefix) continue;
    const opened = name === undefined || after === '' ? null : openedBy(name, html, last, at);
    const isWhole = opened !== null && opened.end === at;
    const start = withOpening(html, last, isWhole ? opened.start : at);
    if (opened !== null && !isWhole) {
      const tag = html.slice(opened.start, opened.end);
      result += `${html.slice(last, opened.start)}${HELD}${tag}${breaking(html.slice(opened.end, start))}`;
    } else {
      if (start === at && (after === '' || (name !== undefined && !isWhole))) continue;
      result += html.slice(last, start) + HELD;
    }
    const end = html.indexOf('x', at) + 1;
    const formula = html.slice(at, end);
    const isLong = formulas[Number(index)]!.tex.length > SHORT_FORMULA;
    last = name !== undefined && opened === null ? end : at + found.length;
    result += `${html.slice(start, at)}${isLong ? breaking(formula) : formula}${html.slice(end, last)}</span>`;
  }
  return last === 0 ? html : result + html.slice(last);
}

function breaking(html: string): string {
  return `<span class="${PAGE_CLASS.wrap}">${html}</span>`;
}

/** The tag that opens the element which ends behind a formula; null where it is not in reach. */
function openedBy(
  name: string,
  html: string,
  from: number,
  at: number,
): { readonly start: number; readonly end: number } | null {
  const before = html.slice(Math.max(from, at - FAR), at);
  const found = before.lastIndexOf(`<${name}`);
  const end = before.indexOf('>', found) + 1;
  if (found < 0 || end === 0 || !' >'.includes(before[found + name.length + 1]!)) return null;
  if (before.includes(`</${name}>`, end)) return null;
  return { start: at - before.length + found, end: at - before.length + end };
}

function withOpening(html: string, from: number, at: number): number {
  let start = at;
  while (start > from && OPENING.includes(html[start - 1]!)) start--;
  return start;
}
