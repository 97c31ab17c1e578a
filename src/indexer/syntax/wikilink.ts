/**
 * Obsidian's links and embeds.
 *
 *     [[note]]   [[note|text]]   [[folder/note#heading#inner]]   [[#heading]]   [[note#^block]]   ![[picture.png|300]]
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { noteEnv } from './env.ts';

const WIKILINK = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/y;

export function wikilink(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wikilink', parseWikilink);
}

function parseWikilink(state: StateInline, silent: boolean): boolean {
  const code = state.src.charCodeAt(state.pos);
  if (code !== 0x5b && code !== 0x21) return false;
  WIKILINK.lastIndex = state.pos;
  const match = WIKILINK.exec(state.src);
  if (match === null || state.pos + match[0].length > state.posMax) return false;
  // In a table the bar before the text is written `\|`.
  const argument = match[2]!.replace(/\\$/, '').trim();
  if (argument === '') return false;
  if (!silent) {
    const env = noteEnv(state.env);
    const embed = match[1] === '!';
    const offset = env.place(state.src, state.pos);
    const index =
      env.firstLink + env.links.push({ kind: embed ? 'embed' : 'wikilink', argument, offset }) - 1;
    const open = state.push('link_open', 'a', 1);
    // The size of an embedded picture rides behind the hole.
    const size = embed ? /^\d{1,4}/.exec(match[3]?.trim() ?? '')?.[0] : undefined;
    open.attrSet('href', `${env.prefix}r${index}x${size === undefined ? '' : `?width=${size}`}`);
    const text = state.push('text', '', 0);
    text.content = (embed ? '' : (match[3]?.trim() ?? '')) || readable(argument);
    state.push('link_close', 'a', -1);
  }
  state.pos += match[0].length;
  return true;
}

/** As Obsidian shows it: `note > heading`. */
function readable(argument: string): string {
  return argument
    .split('#')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' > ');
}
