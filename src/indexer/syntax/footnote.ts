/**
 * Footnotes, and inline ones.
 *
 *     A word[^1].   [^1]: What is to be said of it.   A word^[What is to be said.]
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import plugin from 'markdown-it-footnote';
import { noteEnv } from './env.ts';

/** Grows in place: the plugin makes a new list of all tokens for each footnote, which would take quadratic time. */
class Growing extends Array<Token> {
  override concat(...lists: (Token | ConcatArray<Token>)[]): Token[] {
    for (const list of lists as Token[][]) for (const token of list) this.push(token);
    return this;
  }
}

export function footnote(md: MarkdownIt): void {
  md.use(plugin);
  const rules = (
    md.core.ruler as unknown as { __rules__: { name: string; fn: (state: StateCore) => void }[] }
  ).__rules__;
  const tail = rules.find(({ name }) => name === 'footnote_tail')!.fn;
  md.core.ruler.at('footnote_tail', (state) => {
    if (noteEnv(state.env)['footnotes'] === undefined) return;
    state.tokens = Growing.from(state.tokens) as Growing;
    tail(state);
    state.tokens = Array.from(state.tokens);
  });
}
