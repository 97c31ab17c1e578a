/**
 * Obsidian's tags in the text, counted with those of the front matter. A number alone is none.
 *
 *     A #draft about #garden/fruit-trees, but not about #1
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { hole } from '../common/holes.ts';
import { spellingKey } from '../common/spelling-key.ts';
import { noteEnv } from './env.ts';

const HASH = 0x23;
const PART = String.raw`[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d_-]+`;
const TAG = new RegExp(`#(${PART}(?:/${PART})*)`, 'uy');
const NUMBER = /^[\p{N}/]+$/u;

export function tag(md: MarkdownIt): void {
  md.inline.ruler.before('text', 'tag', (state, silent) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== HASH || state.linkLevel > 0) return false;
    if (pos > 0 && !/\s/.test(src[pos - 1]!)) return false;
    TAG.lastIndex = pos;
    const { prefix } = noteEnv(state.env);
    // A shortcode ends it.
    const name = TAG.exec(src)?.[1]?.split(prefix)[0]!.replace(/\/$/, '') ?? '';
    if (name === '' || pos + 1 + name.length > state.posMax || NUMBER.test(name)) return false;
    if (!silent) pushTag(state, name);
    state.pos += 1 + name.length;
    return true;
  });
}

/** A tag as tokens, which is counted with the note's. */
export function pushTag(state: StateInline, name: string): void {
  const { prefix, tags } = noteEnv(state.env);
  state.push('link_open', 'a', 1).attrSet('href', hole(prefix, 'g', tags.push(name) - 1));
  state.push('text', '', 0).content = `#${name}`;
  state.push('link_close', 'a', -1);
}

/** Tags once each, whatever their letter case and composition; the first spelling counts. */
export function distinctTags(tags: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const name of tags) {
    const key = spellingKey(name);
    if (!first.has(key)) first.set(key, name);
  }
  return [...first.values()];
}
