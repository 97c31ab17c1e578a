/**
 * What Logseq writes beside Markdown: properties of pages and blocks, of which those for Logseq itself are not shown, links to
 * blocks by their ids, and sizes of pictures.
 *
 *     alias:: Yard, The garden
 *
 *     - a block
 *       id:: 64f1a2b3-1111-4222-8333-444455556666
 *     - ((64f1a2b3-1111-4222-8333-444455556666)), {{embed [[Yard]]}}, ![](a.png){:width 300}, #[[two words]]
 *       SCHEDULED: <2023-09-01 Fri>
 */
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { BLOCK_REFERENCE } from '../common/block-reference.ts';
import { noteEnv } from './env.ts';
import { pushTag } from './tag.ts';
import { pushLink } from './wikilink.ts';

const PROPERTY = /([A-Za-z][\w.-]*)::(?:[ \t]+([^\n]*))?(?=\n|$)/y;
/** Others are the author's own, and are shown as they are written. */
const HIDDEN =
  /^(?:id|collapsed|heading|icon|public|filters|title|tags|alias(?:es)?|exclude-from-graph-view|created-at|updated-at|background-(?:color|image)|template(?:-including-parent)?|(?:logseq|query|ls|hl)[.-].*)$/i;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const EMBED = /\{\{\s*embed\s+(?:\[\[([^[\]\n|]+)\]\]|(\(\([\da-f-]{36}\)\)))\s*\}\}/iy;
const BLOCK = new RegExp(BLOCK_REFERENCE.source.slice(1, -1), 'iy');
const SIZE = /\{:(?:height|width) [^{}\n]*\}/y;
/** Times at which a task was worked on. */
const LOGBOOK = ':LOGBOOK:';
const LOGBOOK_END = ':END:';
const MAX_LOGBOOK = 4_000;
/** When a task is to be begun or done: a day, its name, and maybe a time and how often. */
const PLANNED = /(SCHEDULED|DEADLINE):[ \t]*<(\d{4}-\d{2}-\d{2})(?:[ \t]+\p{L}+\.?)?([^<>\n]*)>/uy;
const TAG = /#\[\[([^[\]|\n]+)\]\]/y;

/** Words of a link to a block, whose own are elsewhere. */
const WORDS = 'block';

export function logseq(md: MarkdownIt): void {
  md.inline.ruler.before('text', 'logseq', (state, silent) => {
    const sign = state.src[state.pos]!;
    if (sign === '(') return readLink(state, silent, BLOCK, ([whole]) => [false, whole, WORDS]);
    if (sign === '{') {
      return (
        readLink(state, silent, EMBED, ([, page, block]) => [
          page !== undefined,
          page ?? block!,
          page ?? WORDS,
        ]) || readSize(state, silent)
      );
    }
    if (sign === '#') return readTag(state, silent);
    if (!/[A-Za-z:]/.test(sign) || !beginsLine(state)) return false;
    return readLogbook(state) || readPlanned(state, silent) || readProperty(state, silent);
  });
  md.core.ruler.after('inline', 'logseq', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.children !== null) token.children = withoutEmptyLines(token.children);
      const open = tokens[index - 1];
      if (open?.type !== 'paragraph_open' || !(token.children ?? []).every(isNothing)) return;
      for (const part of [open, tokens[index + 1]!]) part.hidden = true;
      token.children = [];
    });
  });
}

function isNothing({ type, content }: Token): boolean {
  return type === 'softbreak' || (type === 'text' && content.trim() === '');
}

/** What is hidden leaves lines behind, where single breaks are shown. Names of blocks stay. */
function withoutEmptyLines(children: readonly Token[]): Token[] {
  const lines: Token[][] = [[]];
  for (const token of children) {
    if (token.type === 'softbreak') lines.push([]);
    lines.at(-1)!.push(token);
  }
  const isEmpty = (line: readonly Token[]): boolean =>
    line.every((token) => isNothing(token) || token.type.startsWith('block_name'));
  const first = lines.findIndex((line) => !isEmpty(line));
  return lines.flatMap((line, index) =>
    isEmpty(line) || index === first
      ? line.filter((token, at) => at > 0 || token.type !== 'softbreak')
      : line,
  );
}

function beginsLine({ src, pos }: StateInline): boolean {
  let before = pos - 1;
  while (src[before] === ' ') before--;
  return before < 0 || src[before] === '\n';
}

function readProperty(state: StateInline, silent: boolean): boolean {
  const match = matchAt(PROPERTY, state);
  const [whole, name = '', value = ''] = match ?? [];
  if (whole === undefined || !HIDDEN.test(name)) return false;
  if (!silent) {
    const key = name.toLowerCase();
    if (key === 'id' && UUID.test(value.trim())) {
      state.push('block_name_open', 'span', 1).attrSet('id', value.trim().toLowerCase());
      state.push('block_name_close', 'span', -1);
    }
    noteEnv(state.env).properties.push([key, value.trim()]);
  }
  state.pos += whole.length;
  return true;
}

/** Counted with the other tags, as one without brackets is. */
function readTag(state: StateInline, silent: boolean): boolean {
  const [whole, name = ''] = matchAt(TAG, state) ?? [];
  const { prefix } = noteEnv(state.env);
  const { src, pos, linkLevel } = state;
  if (whole === undefined || linkLevel > 0 || (pos > 0 && !/\s/.test(src[pos - 1]!))) return false;
  const own = name.trim();
  if (own === '' || own.includes(prefix)) return false;
  if (!silent) pushTag(state, own);
  state.pos += whole.length;
  return true;
}

function readPlanned(state: StateInline, silent: boolean): boolean {
  const [whole, kind, day, rest = ''] = matchAt(PLANNED, state) ?? [];
  if (whole === undefined) return false;
  const name = kind === 'DEADLINE' ? 'Deadline' : 'Scheduled';
  if (!silent) state.push('text', '', 0).content = `${name}: ${[day, rest.trim()].join(' ').trim()}`;
  state.pos += whole.length;
  return true;
}

function readLogbook(state: StateInline): boolean {
  const { src, pos } = state;
  if (!src.startsWith(LOGBOOK, pos)) return false;
  const end = src.slice(pos, pos + MAX_LOGBOOK).indexOf(LOGBOOK_END);
  if (end < 0) return false;
  state.pos += end + LOGBOOK_END.length;
  return true;
}

function readLink(
  state: StateInline,
  silent: boolean,
  pattern: RegExp,
  parts: (match: RegExpExecArray) => readonly [isEmbed: boolean, target: string, words: string],
): boolean {
  const match = state.linkLevel > 0 ? null : matchAt(pattern, state);
  if (match === null) return false;
  if (!silent) pushLink(state, ...parts(match));
  state.pos += match[0].length;
  return true;
}

function readSize(state: StateInline, silent: boolean): boolean {
  const match = matchAt(SIZE, state);
  if (match === null || silent || state.tokens.at(-1)?.type !== 'image' || state.pending !== '') return false;
  state.pos += match[0].length;
  return true;
}

function matchAt(pattern: RegExp, { src, pos, posMax }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  const match = pattern.exec(src);
  return match !== null && pos + match[0].length <= posMax ? match : null;
}
