/** Remembers where each Markdown link and picture stands, which markdown-it's tokens don't say. */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { noteEnv } from './env.ts';

/** Tokens that may hold an address. */
const PLACED: ReadonlySet<string> = new Set(['link_open', 'image', 'html_inline']);

type InlineRule = (state: StateInline, silent: boolean) => boolean;

export function linkPlace(md: MarkdownIt): void {
  for (const name of ['link', 'image', 'autolink', 'html_inline']) {
    const rules = (md.inline.ruler as unknown as { __rules__: { name: string; fn: InlineRule }[] }).__rules__;
    const original = rules.find((rule) => rule.name === name)!.fn;
    md.inline.ruler.at(name, (state, silent) => {
      const { pos } = state;
      const first = state.tokens.length;
      if (!original(state, silent)) return false;
      if (!silent) {
        const token = state.tokens.slice(first).find(({ type }) => PLACED.has(type));
        const offset = noteEnv(state.env).place(state.src, pos);
        if (token !== undefined) token.meta = { ...(token.meta as object | null), offset };
      }
      return true;
    });
  }
}
