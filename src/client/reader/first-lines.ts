/** The beginning of a note as plain text, for where there is room for a few lines. */
import { cutText } from './excerpt.ts';

/** What is no running text. */
const APART =
  'h1, h2, h3, h4, h5, h6, pre, table, figure, img, svg, nav, .footnote-ref, .footnotes, [data-hm-added]';

/** @param page all that a note's page holds; not changed. */
export function firstLines(page: HTMLElement, length: number): string {
  const body = page.querySelector('.hm-body') ?? page.querySelector('.hm-note') ?? page;
  let text = '';
  for (const block of body.children) {
    if (block.matches(APART)) continue;
    const copy = block.cloneNode(true) as Element;
    for (const other of copy.querySelectorAll(APART)) other.remove();
    // A formula's markup says everything twice; its source says it once.
    for (const formula of copy.querySelectorAll('.katex')) {
      formula.replaceWith(formula.querySelector('annotation')?.textContent ?? '…');
    }
    text = `${text} ${copy.textContent}`.replace(/\s+/g, ' ').trim();
    if (text.length > length) break;
  }
  if (text.length <= length) return text;
  const end = text.lastIndexOf(' ', length);
  return `${cutText(text, end > length / 2 ? end : length)}…`;
}
