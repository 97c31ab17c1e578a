/** goldmark's typographer: dashes, dots, guillemets and curly quotes. markdown-it's own also rewrites (c), +- and more. */
import type { MarkdownIt } from 'markdown-it';

export function typographer(md: MarkdownIt): void {
  md.set({ typographer: true, quotes: '“”‘’' });
  md.disable('replacements');
  md.core.ruler.before('smartquotes', 'goldmark-replacements', (state) => {
    for (const block of state.tokens) {
      if (block.type !== 'inline') continue;
      for (const token of block.children ?? []) {
        if (token.type !== 'text' || token.content === '') continue;
        token.content = token.content
          .replaceAll('---', '—')
          .replaceAll('--', '–')
          .replaceAll('...', '…')
          .replaceAll('<<', '«')
          .replaceAll('>>', '»');
      }
    }
  });
}
