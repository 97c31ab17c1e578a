/**
 * Holes are short words that stand in Markdown and HTML for what is put in later: a reference's address once all notes are
 * known, formulas and code once the HTML around them is sanitised.
 */
import { createHash } from 'node:crypto';

/** r: address of a reference; a: address of an asset; m: formula; c: code block; b: HTML of our own making; t: caption. */
export type HoleKind = 'r' | 'a' | 'm' | 'c' | 'b' | 't';

/**
 * A prefix that no note can make its text hold, whatever it encodes or takes apart: a text can't name its own digest. Letters
 * and digits only, so that Markdown leaves it whole.
 */
export function holePrefix(text: string): string {
  return `HM${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

export function hole(prefix: string, kind: HoleKind, index: number): string {
  return `${prefix}${kind}${index}x`;
}

/** Matches all holes of a prefix: the kind, then the index. */
export function holePattern(prefix: string): RegExp {
  return new RegExp(`${prefix}([ramcbt])(\\d+)x`, 'g');
}

/** The text without its holes. */
export function withoutHoles(text: string, prefix: string): string {
  return text.includes(prefix) ? text.replace(holePattern(prefix), '') : text;
}

/**
 * Fills the holes of sanitised HTML, told whether each stands inside a tag: there `<` and `>` occur as entities only, so the
 * nearest bracket before a hole says it.
 */
export function fillHoles(
  html: string,
  prefix: string,
  fill: (kind: HoleKind, index: number, inTag: boolean) => string,
): string {
  const pattern = holePattern(prefix);
  let result = '';
  let last = 0;
  let inTag = false;
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const before = html.slice(last, match.index);
    const open = before.lastIndexOf('<');
    const close = before.lastIndexOf('>');
    if (open !== close) inTag = open > close;
    result += before + fill(match[1] as HoleKind, Number(match[2]), inTag);
    last = match.index + match[0].length;
  }
  return result + html.slice(last);
}

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
