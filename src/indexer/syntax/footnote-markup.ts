/**
 * Footnotes with goldmark's ids, roles and numbers, so that links to them and styles for them work here too.
 *
 *     A word[^1].   [^1]: What is to be said of it.
 */
import type { MarkdownIt, Token } from 'markdown-it';

export function footnoteMarkup(md: MarkdownIt, settings: { readonly wikilinks: boolean }): void {
  // Obsidian's; in a Hugo blog `x^[2]` is text.
  if (!settings.wikilinks) md.disable('footnote_inline');
  const { rules } = md.renderer;
  rules['footnote_ref'] = (tokens, index) => {
    const { number, reference } = placeOf(tokens[index]!);
    const link = `<a href="#fn:${number}" class="footnote-ref" role="doc-noteref">${number}</a>`;
    return `<sup id="fnref${reference}:${number}">${link}</sup>`;
  };
  rules['footnote_block_open'] = () =>
    '<hr class="footnotes-sep">\n<section class="footnotes" role="doc-endnotes">\n<ol>\n';
  rules['footnote_open'] = (tokens, index) => `<li id="fn:${placeOf(tokens[index]!).number}">\n`;
  rules['footnote_anchor'] = (tokens, index) => {
    const { number, reference } = placeOf(tokens[index]!);
    return `&nbsp;<a href="#fnref${reference}:${number}" class="footnote-backref" role="doc-backlink">↩︎</a>`;
  };
}

/** The footnote's number, and which of the references to it: the first has none. */
function placeOf({ meta }: Token): { number: number; reference: string } {
  const { id, subId = 0 } = meta as { id: number; subId?: number };
  return { number: id + 1, reference: subId === 0 ? '' : String(subId) };
}
