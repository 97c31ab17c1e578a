/**
 * Logseq's macros and queries, which are answered in Logseq alone: a quiet mark with their name stands in their place. Films are links,
 * and what is hidden to be learned is shown.
 *
 *     {{query (todo TODO)}}   {{renderer :board}}   {{cloze the answer}}   {{video https://example.org/film}}
 *
 *     #+BEGIN_QUERY
 *     {:title "Open" :query [:find …]}
 *     #+END_QUERY
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { PAGE_CLASS } from '../../contract/page-class.ts';

/** Those of Logseq itself: other words between two braces may be anything, such as TeX. */
const MACRO =
  /\{\{\s*(query|cards|namespace|function|renderer|cloze|embed|pdf|video|youtube|youtube-timestamp|vimeo|bilibili|tweet|twitter|zotero-(?:imported|linked)-file)(?=[\s}])\s*/iy;
const ADDRESS = /^https?:\/\/\S+$/i;
const MAX_MACRO = 1_000;
const QUERY = '#+BEGIN_QUERY';
const QUERY_END = '#+END_QUERY';
const MAX_QUERY = 4_000;

export function logseqMacro(md: MarkdownIt): void {
  md.inline.ruler.after('logseq', 'logseq macro', (state, silent) => {
    const sign = state.src[state.pos];
    if (sign === '{') return readMacro(state, silent);
    return sign === '#' && readQuery(state, silent);
  });
  md.renderer.rules['logseq_mark'] = (tokens, index) =>
    `<span class="${PAGE_CLASS.shortcode}">${md.utils.escapeHtml(tokens[index]!.content)}</span>`;
}

function readMacro(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  MACRO.lastIndex = pos;
  const [opening, name = ''] = MACRO.exec(src) ?? [];
  if (opening === undefined) return false;
  const from = pos + opening.length;
  const length = src.slice(from, Math.min(posMax, from + MAX_MACRO)).indexOf('}}');
  if (length < 0) return false;
  const argument = src.slice(from, from + length).trim();
  if (!silent) {
    if (name.toLowerCase() === 'cloze') readBetween(state, from, from + length);
    else if (ADDRESS.test(argument) && state.linkLevel === 0) pushAddress(state, argument);
    else state.push('logseq_mark', '', 0).content = name.toLowerCase();
  }
  state.pos = from + length + 2;
  return true;
}

function readBetween(state: StateInline, from: number, until: number): void {
  const { posMax } = state;
  state.pos = from;
  state.posMax = until;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
}

function pushAddress(state: StateInline, address: string): void {
  const href = state.md.normalizeLink(address);
  state.push('link_open', 'a', 1).attrSet('href', href);
  state.push('text', '', 0).content = address;
  state.push('link_close', 'a', -1);
}

function readQuery(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith(QUERY, pos)) return false;
  const length = src.slice(pos, pos + MAX_QUERY).indexOf(QUERY_END);
  if (length < 0) return false;
  if (!silent) state.push('logseq_mark', '', 0).content = 'query';
  state.pos += length + QUERY_END.length;
  return true;
}
