/**
 * What was struck out: goldmark says that the text was deleted.
 *
 *     ~~struck~~
 */
import type { MarkdownIt } from 'markdown-it';

export function strikethrough(md: MarkdownIt): void {
  md.renderer.rules['s_open'] = () => '<del>';
  md.renderer.rules['s_close'] = () => '</del>';
}
