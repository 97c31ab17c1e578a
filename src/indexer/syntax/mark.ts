/**
 * What was marked with a pen, in Obsidian.
 *
 *     a ==marked== word
 */
import type { MarkdownIt } from 'markdown-it';
import plugin from 'markdown-it-mark';

export function mark(md: MarkdownIt): void {
  md.use(plugin);
}
