/**
 * Holes are short words that stand in Markdown and HTML for what is put in later: a reference's address once all notes are
 * known, formulas and code once the HTML around them is sanitised.
 */
import { hash } from 'node:crypto';

/** r: address of a reference; a: address of an asset; m: formula; c: code block; b: HTML of our own making; t: caption; g: address of a tag; l: tag that opens a figure's link. */
export type HoleKind = 'r' | 'a' | 'm' | 'c' | 'b' | 't' | 'g' | 'l';

/**
 * A prefix that no note can make its text hold, whatever it encodes or takes apart: a text can't name its own digest. Letters
 * and digits only, so that Markdown leaves it whole.
 */
export function holePrefix(text: string): string {
  return `HM${hash('sha256', text).slice(0, 16)}`;
}

export function hole(prefix: string, kind: HoleKind, index: number): string {
  return `${prefix}${kind}${index}x`;
}

export interface Hole {
  readonly kind: HoleKind;
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

const AFTER_PREFIX = /([ramcbtgl])(\d+)x/y;

/**
 * The holes of a text, in order. Not by a pattern that holds the prefix: one that is new for each note is never compiled,
 * and a note is read many times.
 */
export function* holesIn(text: string, prefix: string): Generator<Hole> {
  for (let start = text.indexOf(prefix); start >= 0;) {
    AFTER_PREFIX.lastIndex = start + prefix.length;
    const match = AFTER_PREFIX.exec(text);
    const end = start + prefix.length + (match?.[0].length ?? 0);
    if (match !== null) yield { kind: match[1] as HoleKind, index: Number(match[2]), start, end };
    start = text.indexOf(prefix, end);
  }
}

/** The text with something in the place of each hole. */
export function replaceHoles(text: string, prefix: string, fill: (hole: Hole) => string): string {
  let result = '';
  let last = 0;
  for (const hole of holesIn(text, prefix)) {
    result += text.slice(last, hole.start) + fill(hole);
    last = hole.end;
  }
  return last === 0 ? text : result + text.slice(last);
}

/** The text without its holes. */
export function withoutHoles(text: string, prefix: string): string {
  return replaceHoles(text, prefix, () => '');
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
  let last = 0;
  let inTag = false;
  return replaceHoles(html, prefix, ({ kind, index, start, end }) => {
    const before = html.slice(last, start);
    const open = before.lastIndexOf('<');
    const close = before.lastIndexOf('>');
    if (open !== close) inTag = open > close;
    last = end;
    return fill(kind, index, inTag);
  });
}

export function escapeText(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
