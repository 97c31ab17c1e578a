/** The links among HTML that the author wrote: they are links of the note, as those of Markdown are. */
import { decodeHTMLAttribute } from 'entities';

const HREF = /^<a\s[^>]*?(?<=\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/i;
const CLOSE = /^<\/a\s*>/i;
/** Tags, and what is no text: comments, scripts, styles. */
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/gi;

/** What a tag is to a link; null where it is nothing to one. */
export type AnchorTag =
  | {
      readonly kind: 'open';
      readonly href: string;
      /** The tag with another address. */ readonly to: (href: string) => string;
    }
  | { readonly kind: 'close' }
  | null;

export function anchorTag(tag: string): AnchorTag {
  if (CLOSE.test(tag)) return { kind: 'close' };
  const match = HREF.exec(tag);
  if (match === null) return null;
  const written = match[1] ?? match[2] ?? match[3]!;
  const quoted = match[3] === undefined;
  const end = match[0].length - (quoted ? 1 : 0);
  const start = end - written.length;
  const to = (href: string): string => tag.slice(0, start) + (quoted ? href : `"${href}"`) + tag.slice(end);
  return { kind: 'open', href: decodeHTMLAttribute(written), to };
}

/** A block of HTML in pieces, one after the other: its tags and what no page shows, and the text between them. */
export function htmlPieces(
  html: string,
): { readonly tag: boolean; readonly source: string; readonly at: number }[] {
  const pieces: { tag: boolean; source: string; at: number }[] = [];
  let last = 0;
  for (const { 0: source, index } of html.matchAll(PIECE)) {
    if (index > last) pieces.push({ tag: false, source: html.slice(last, index), at: last });
    pieces.push({ tag: true, source, at: index });
    last = index + source.length;
  }
  if (last < html.length) pieces.push({ tag: false, source: html.slice(last), at: last });
  return pieces;
}

/** Whether a piece is neither a comment nor a script or style. */
export function isShown(piece: string): boolean {
  return !/^<(?:!--|script\b|style\b)/i.test(piece);
}
