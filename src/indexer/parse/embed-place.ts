/** Where in a note's HTML an embedded note fits: blocks of its own, so it ends the paragraph that it stands in. */

const VOID = /^<(?:img|br|hr|input|col|wbr|source)\b/;

export interface EmbedPlace {
  readonly inParagraph: boolean;
  /** Behind the link that gives way. */
  readonly end: number;
}

/**
 * Null where only a link fits.
 * @param link the opening tag of the link that stands for the embed; @param holeEnd behind its address
 */
export function embedPlace(
  html: string,
  link: { readonly start: number; readonly end: number },
  holeEnd: number,
): EmbedPlace | null {
  const close = html.indexOf('</a>', link.end);
  if (!html.startsWith('?embed"', holeEnd) || close < 0) return null;
  const end = close + '</a>'.length;
  const paragraph = Math.max(html.lastIndexOf('<p>', link.start), html.lastIndexOf('<p ', link.start));
  if (paragraph <= html.lastIndexOf('</p>', link.start)) return { inParagraph: false, end };
  const inside = html.slice(html.indexOf('>', paragraph) + 1, link.start);
  return isClosed(inside) ? { inParagraph: true, end } : null;
}

/** Ends the paragraph at the end of what is written, or takes it back where it is empty. */
export function endParagraph(written: string): string {
  let end = written.length;
  for (;;) {
    if (/\s/.test(written.charAt(end - 1))) end -= 1;
    else if (written.startsWith('<br />', end - '<br />'.length)) end -= '<br />'.length;
    else break;
  }
  const trimmed = written.slice(0, end);
  return trimmed.endsWith('<p>') ? trimmed.slice(0, -'<p>'.length) : `${trimmed}</p>`;
}

/** Where the text goes on behind an embed, and with which tag. */
export function goOnBehind(html: string, at: number): { opens: string; at: number } {
  const blank = /(?:\s|<br \/>)*/y;
  blank.lastIndex = at;
  blank.exec(html);
  const next = blank.lastIndex;
  return html.startsWith('</p>', next) ? { opens: '', at: next + '</p>'.length } : { opens: '<p>', at: next };
}

/** Whether all the elements that open in it close in it. */
export function isClosed(html: string): boolean {
  let depth = 0;
  for (const [tag] of html.matchAll(/<[^>]*>/g)) {
    if (!VOID.test(tag)) depth += tag.startsWith('</') ? -1 : 1;
  }
  return depth === 0;
}
