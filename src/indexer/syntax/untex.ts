import MarkdownIt from 'markdown-it';

const { unescapeAll } = new MarkdownIt().utils;

/**
 * TeX as MathJax sees it in a page that goldmark made of Markdown: a backslash before punctuation is gone, once, and
 * entities are the characters they stand for.
 */
export function untex(raw: string): string {
  return unescapeAll(raw.replaceAll('\\\n', '\n'));
}
