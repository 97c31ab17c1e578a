/**
 * Links that no page may have: to a file of one computer, to a script, to a scheme that isn't known. Their text stays, and
 * they are told. markdown-it leaves the worst of them as they are written.
 *
 *     [x](file:///home/me/x.pdf)   <file:///x>   [x](javascript:alert(1))   ![x](file:x.png)
 */
import type { MarkdownIt, Token } from 'markdown-it';
import { LINK_SCHEMES } from '../sanitise/sanitise-rules.ts';
import { noteEnv, type NoteEnv } from './env.ts';

const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const KNOWN: ReadonlySet<string> = new Set(LINK_SCHEMES);

/** The scheme of an address of HTML that no page may have, in lower case; else null. */
export function unknownScheme(address: string): string | null {
  const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
  return scheme === undefined || KNOWN.has(scheme) ? null : scheme;
}

export function refusedAddress(md: MarkdownIt): void {
  const isHarmless = md.validateLink.bind(md);
  /** The scheme of an address that is refused; null for all others. @param mayBeNew whether one that nobody knows is no link */
  const refusedScheme = (address: string, mayBeNew: boolean): string | null => {
    const scheme = SCHEME.exec(address)?.[1]?.toLowerCase() ?? null;
    const isRefused = !isHarmless(address) || (mayBeNew && scheme !== null && !KNOWN.has(scheme));
    return isRefused ? (scheme ?? '') : null;
  };
  // Else they would be no tokens.
  md.validateLink = () => true;

  // Behind the rule that puts footnotes to the end.
  md.core.ruler.after('footnote_tail', 'refused-address', ({ tokens, env }) => {
    for (const token of tokens) {
      if (token.children !== null)
        token.children = withoutRefused(token.children, noteEnv(env), refusedScheme);
    }
  });
}

function withoutRefused(
  tokens: Token[],
  env: NoteEnv,
  refusedScheme: (address: string, mayBeNew: boolean) => string | null,
): Token[] {
  const kept: Token[] = [];
  const open: boolean[] = [];
  for (const token of tokens) {
    const isLink = token.type === 'link_open';
    const name = isLink ? 'href' : 'src';
    // `<std::vector>` looks like an address, and may be none.
    const scheme =
      isLink || token.type === 'image'
        ? refusedScheme(String(token.attrGet(name) ?? ''), isLink && token.markup !== 'autolink')
        : null;
    if (scheme !== null) {
      env.refused.push({ scheme, offset: (token.meta as { offset: number }).offset });
    }
    if (isLink) open.push(scheme !== null);
    const isRefused = token.type === 'link_close' ? open.pop() === true : scheme !== null;
    if (isRefused && token.type === 'image') becomeText(token);
    if (!isRefused || token.type === 'text') kept.push(token);
  }
  return kept;
}

function becomeText(picture: Token): void {
  picture.content = (picture.children ?? []).map(({ content }) => content).join('');
  Object.assign(picture, { type: 'text', tag: '', attrs: null, children: null, meta: null });
}
