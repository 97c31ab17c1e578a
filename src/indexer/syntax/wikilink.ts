/**
 * Obsidian's links and embeds.
 *
 *     [[note]]   [[note|text]]   [[folder/note#heading#inner]]   [[#heading]]   [[note#^block]]
 *     ![[note]]   ![[picture.png|300]]   ![[picture.png|what it shows|300x200]]
 *
 * In a wiki of GitHub's the text comes first: `[[the text|the page]]`.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { ATTACHMENT } from './attachment.ts';
import { noteEnv, type NoteEnv, type SeenLink } from './env.ts';
import { readSize } from './picture-size.ts';

const WIKILINK = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/y;
const WHOLE = /^\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]$/;

/** Blocks whose text may hold a whole note. */
const ROOMY: ReadonlySet<string> = new Set(['paragraph_open', 'td_open', 'th_open']);

export function wikilink(md: MarkdownIt, { textFirst = false }: { readonly textFirst?: boolean }): void {
  md.inline.ruler.before('link', 'wikilink', (state, silent) => parseWikilink(state, silent, textFirst));
  md.core.ruler.after('inline', 'embed', ({ tokens, env }) => {
    if (!noteEnv(env).links.some(({ kind }) => kind === 'embed')) return;
    tokens.forEach(({ type, children }, index) => {
      if (type !== 'inline' || !ROOMY.has(tokens[index - 1]!.type)) return;
      for (const token of children ?? []) {
        const isEmbed = (token.meta as { embed?: true } | null)?.embed === true;
        // Within emphasis or a link it stays a link.
        if (isEmbed && token.level === 0) token.attrSet('href', `${token.attrGet('href')}?embed`);
      }
    });
  });
}

/** What a text leads to, and its words, where it is a link and nothing else; null where it isn't. */
export function readWikilink(text: string): { readonly argument: string; readonly text: string } | null {
  const [, target = '', words = ''] = WHOLE.exec(text) ?? [];
  const argument = target.trim();
  return argument === '' ? null : { argument, text: words.trim() || readable(argument) };
}

function parseWikilink(state: StateInline, silent: boolean, textFirst: boolean): boolean {
  const code = state.src.charCodeAt(state.pos);
  if (code !== 0x5b && code !== 0x21) return false;
  WIKILINK.lastIndex = state.pos;
  const match = WIKILINK.exec(state.src);
  if (match === null || state.pos + match[0].length > state.posMax) return false;
  // In a table the bar before the text is written `\|`.
  const first = match[2]!.replace(/\\$/, '').trim();
  if (first === '') return false;
  const second = match[3]?.trim() ?? '';
  const isEmbed = match[1] === '!';
  const isTurned = textFirst && !isEmbed && second !== '' && !ATTACHMENT.test(first);
  if (!silent) pushLink(state, isEmbed, isTurned ? second : first, isTurned ? first : second);
  state.pos += match[0].length;
  return true;
}

/** A link or embed, as tokens. @param written its words, or '' */
export function pushLink(state: StateInline, isEmbed: boolean, target: string, written: string): void {
  const env = noteEnv(state.env);
  const seen = { argument: env.asWritten(target), offset: env.place(state.src, state.pos) };
  const { href, text, meta } = linkParts(env, { kind: isEmbed ? 'embed' : 'wikilink', ...seen }, written);
  const open = state.push('link_open', 'a', 1);
  open.attrSet('href', href);
  open.meta = meta;
  state.push('text', '', 0).content = text;
  state.push('link_close', 'a', -1);
}

/** What the tokens of a link or embed hold, which is counted with the note's. @param written its words, and a picture's size */
export function linkParts(
  { prefix, firstLink, links }: NoteEnv,
  link: SeenLink,
  written: string,
): { readonly href: string; readonly text: string; readonly meta: { readonly embed: true } | null } {
  const { kind, argument } = link;
  const index = firstLink + links.push(link) - 1;
  const isFile = kind === 'embed' && ATTACHMENT.test(argument.replace(/#.*$/, '').trim());
  const isNote = kind === 'embed' && !isFile;
  const { text, size } = isFile ? readSize(written.replaceAll('\\|', '|')) : { text: written, size: null };
  // The size of an embedded picture rides behind the hole.
  const suffix = size === null ? '' : `?size=${size.join('x')}`;
  return {
    href: `${prefix}r${index}x${suffix}`,
    text: (isNote ? '' : text) || readable(argument),
    meta: isNote ? { embed: true } : null,
  };
}

/** As Obsidian shows it: `note > heading`. Of a place in a file, only a page says something to readers. */
function readable(argument: string): string {
  const [file = '', place = ''] = argument.split('#', 2);
  if (place !== '' && ATTACHMENT.test(file.trim())) {
    const page = /^page=(\d+)/.exec(place)?.[1];
    return page === undefined ? file.trim() : `${file.trim()}, page ${page}`;
  }
  return argument
    .split('#')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' > ');
}
