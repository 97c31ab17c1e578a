/**
 * Plain text, up to the next character that a rule may begin with. markdown-it's own also stops where no rule of ours
 * begins, and runs over quotes, dots and the beginnings of bare addresses.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import type { SyntaxSettings } from './index.ts';

/** Bits of a character's entry. */
const ALWAYS = 1;
/** Only where the text holds a bare address: before one stands a space or a bracket. */
const WITH_ADDRESSES = 2;
/** Only in a Logseq graph. */
const IN_LOGSEQ = 4;

const STOPS = new Uint8Array(128);
for (const character of '\n!#$%&*+-:<=>@[\\]^_`{}~\'"') STOPS[character.charCodeAt(0)] = ALWAYS;
for (const character of ' (') STOPS[character.charCodeAt(0)] = WITH_ADDRESSES;
STOPS['('.charCodeAt(0)]! |= IN_LOGSEQ;

const DOT = 0x2e;

export function text(md: MarkdownIt, { logseq = false }: Pick<SyntaxSettings, 'logseq'> = {}): void {
  const always = logseq ? ALWAYS | IN_LOGSEQ : ALWAYS;
  md.inline.ruler.at('text', (state, silent) => {
    const { src, posMax } = state;
    const stops = holdsAddress(state) ? always | WITH_ADDRESSES : always;
    let pos = state.pos;
    for (; pos < posMax; pos++) {
      const code = src.charCodeAt(pos);
      if (code === DOT) {
        if (src.charCodeAt(pos + 1) === DOT && src.charCodeAt(pos + 2) === DOT) break;
      } else if (code < 128 && (STOPS[code]! & stops) !== 0) break;
    }
    if (pos === state.pos) return false;
    if (!silent) state.pending += src.slice(state.pos, pos);
    state.pos = pos;
    return true;
  });
}

const answers = new WeakMap<StateInline, boolean>();
let asked: StateInline | null = null;
let answer = false;

/**
 * Whether the text may hold an address without angle brackets. Asked often of one text, and in turn of a picture's text
 * and the text around it.
 */
export function holdsAddress(state: StateInline): boolean {
  if (state === asked) return answer;
  const { src } = state;
  answer = answers.get(state) ?? (src.includes('://') || src.includes('www.') || src.includes('@'));
  answers.set(state, answer);
  asked = state;
  return answer;
}
