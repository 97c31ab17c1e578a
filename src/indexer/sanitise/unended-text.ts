/** Elements whose content browsers read as mere text, up to their end: without one, that is all that follows. */

/** Also `option`, the content of which is never shown. */
const OPENING = /<(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext|option)(?![\w-])/gi;

/**
 * HTML in which such a tag without an end is shown as it is written: who writes about the <title> of a page means no element, and
 * loses nothing of what follows. GitHub does the same. Linear in the HTML's length.
 */
export function showUnended(html: string): string {
  const lastEnds = new Map<string, number>();
  return html.replace(OPENING, (tag, name: string, at: number) => {
    const end = `</${name.toLowerCase()}`;
    let last = lastEnds.get(end);
    if (last === undefined) lastEnds.set(end, (last = html.toLowerCase().lastIndexOf(end)));
    return last > at && end !== '</plaintext' ? tag : `&lt;${tag.slice(1)}`;
  });
}
