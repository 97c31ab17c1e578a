/**
 * Where a shortcode leaves a block of code within a paragraph, as Hugo does, the paragraph ends before it and goes on behind it:
 * so browsers read it, and so it doesn't end the list around it.
 */
import { holesIn } from '../common/holes.ts';
import { endParagraph, goOnBehind, isClosed } from './embed-place.ts';

/** @param html sanitised; @param count of the note's first blocks of code, those that shortcodes left */
export function freeCodes(html: string, prefix: string, count: number): string {
  if (count === 0) return html;
  let result = '';
  let opens = '';
  let done = 0;
  for (const { kind, index, start, end } of holesIn(html, prefix)) {
    if (kind !== 'c' || index >= count) continue;
    const before = opens + html.slice(done, start);
    const paragraph = Math.max(before.lastIndexOf('<p>'), before.lastIndexOf('<p '));
    const isWithin =
      paragraph > before.lastIndexOf('</p>') && isClosed(before.slice(before.indexOf('>', paragraph) + 1));
    result += (isWithin ? endParagraph(before) : before) + html.slice(start, end);
    ({ opens, at: done } = isWithin ? goOnBehind(html, end) : { opens: '', at: end });
  }
  return result + opens + html.slice(done);
}
