/**
 * Embeds as Obsidian writes them where wikilinks are turned off: pictures that are notes, sounds, films or documents.
 *
 *     ![](Other%20note.md)   ![](note.md#A%20heading)   ![a talk](talk.mp3)   ![](paper.pdf#page=3)
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { ATTACHMENT, shownAs } from './attachment.ts';
import { noteEnv } from './env.ts';
import { linkParts } from './wikilink.ts';

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
const NOTE = /\.(?:md|markdown)$/i;

export function markdownEmbed(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'markdown-embed', (state) => {
    for (const token of state.tokens) {
      if (token.children?.some(({ type }) => type === 'image') === true)
        token.children = withEmbeds(token.children, state);
    }
  });
}

function withEmbeds(tokens: readonly Token[], state: StateCore): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') links++;
    else if (token.type === 'link_close') links--;
    const argument = token.type === 'image' && links === 0 ? embeddedBy(token) : null;
    return argument === null ? token : asEmbed(token, argument, state);
  });
}

/** As a wikilink would have it; null for a picture. */
function embeddedBy(image: Token): string | null {
  const source = String(image.attrGet('src') ?? '');
  if (ELSEWHERE.test(source)) return null;
  const argument = decoded(source);
  const path = argument.replace(/#.*$/s, '');
  const isFile = ATTACHMENT.test(path) && shownAs(path) !== 'picture';
  return NOTE.test(path) || isFile ? argument : null;
}

function asEmbed(image: Token, argument: string, { env, Token: Made }: StateCore): Token[] {
  const { level, content, meta } = image;
  const { offset } = meta as { readonly offset: number };
  const own = noteEnv(env);
  const parts = linkParts(own, { kind: 'embed', argument: own.asWritten(argument), offset }, content);
  const open = Object.assign(new Made('link_open', 'a', 1), { level, meta: parts.meta });
  open.attrSet('href', parts.href);
  const text = Object.assign(new Made('text', '', 0), { level: level + 1, content: parts.text });
  return [open, text, Object.assign(new Made('link_close', 'a', -1), { level })];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address).toWellFormed();
  } catch {
    return address;
  }
}
