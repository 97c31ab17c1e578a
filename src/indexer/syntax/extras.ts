/**
 * What Hugo knows since 0.126, where a site asks for it (`markup.goldmark.extensions.extras`).
 *
 *     ~~deleted~~   ++inserted++   ==marked==   H~2~O   1^st^
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import type { SyntaxSettings } from './index.ts';

export type Extra = 'delete' | 'insert' | 'mark' | 'subscript' | 'superscript';

interface Form {
  readonly sign: string;
  /** So many signs, and no others beside them. */
  readonly count: number;
  readonly tag: string;
}

const FORMS: Readonly<Record<Extra, Form>> = {
  delete: { sign: '~', count: 2, tag: 'del' },
  insert: { sign: '+', count: 2, tag: 'ins' },
  mark: { sign: '=', count: 2, tag: 'mark' },
  subscript: { sign: '~', count: 1, tag: 'sub' },
  superscript: { sign: '^', count: 1, tag: 'sup' },
};

/** Behind all characters: what other rules take for theirs. */
const FIRST_MARKER = 0x11_0000;

export function extras(md: MarkdownIt, { extras: wanted = [], without = [] }: SyntaxSettings): void {
  const forms = wanted.map((name) => FORMS[name]);
  const strikes = !without.includes('strikethrough');
  md.inline.ruler.before('strikethrough', 'extras', (state, silent) => {
    const sign = state.src[state.pos]!;
    if (silent || !forms.some((form) => form.sign === sign)) return false;
    const { length, can_open: open, can_close: close } = state.scanDelims(state.pos, true);
    const found = forms.findIndex((form) => form.sign === sign && form.count === length);
    if (found < 0) {
      if (sign === '~' && strikes) return false;
      state.pending += sign.repeat(length);
    } else {
      state.push('text', '', 0).content = sign.repeat(length);
      const token = state.tokens.length - 1;
      // Without a length, the rule of three that is meant for emphasis doesn't count.
      state.delimiters.push({ marker: FIRST_MARKER + found, length: 0, token, end: -1, open, close });
    }
    state.pos += length;
    return true;
  });
  md.inline.ruler2.before('strikethrough', 'extras', (state) => {
    pair(state, state.delimiters, forms);
    for (const meta of state.tokens_meta) {
      if (meta?.delimiters !== undefined) pair(state, meta.delimiters, forms);
    }
    return false;
  });
}

/** Makes elements of the signs that belong together. */
function pair(state: StateInline, delimiters: StateInline['delimiters'], forms: readonly Form[]): void {
  for (const { marker, token, end } of delimiters) {
    const form = forms[marker - FIRST_MARKER];
    if (form === undefined || end === -1) continue;
    const { tag } = form;
    Object.assign(state.tokens[token]!, { type: `${tag}_open`, tag, nesting: 1, content: '' });
    Object.assign(state.tokens[delimiters[end]!.token]!, {
      type: `${tag}_close`,
      tag,
      nesting: -1,
      content: '',
    });
  }
}
