/**
 * Single line breaks within a paragraph, shown: as Obsidian does, and Hugo where it is asked for hard wraps. A displayed
 * formula has lines of its own.
 *
 *     one line
 *     and another
 */
import type { MarkdownIt, Token } from 'markdown-it';
import type { Formula } from './env.ts';

export function lineBreak(md: MarkdownIt): void {
  md.renderer.rules['softbreak'] = (tokens, index) =>
    isDisplayed(tokens[index - 1]) || isDisplayed(tokens[index + 1]) ? '\n' : '<br />\n';
}

function isDisplayed(token: Token | undefined): boolean {
  return token?.type === 'math' && (token.meta as Pick<Formula, 'display'>).display;
}
