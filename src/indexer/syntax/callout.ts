/**
 * Callouts: Obsidian's, of any kind, and GitHub's five alerts. A sign behind the kind makes one that folds.
 *
 *     > [!warning] Its title, with *markup*
 *     > What it says.
 *
 *     > [!faq]- Closed at first
 *     > Until somebody opens it.
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { calloutKind, calloutName } from './callout-kinds.ts';

const HEAD = /^\[!([^\[\]|\n]{1,60})(?:\|[^\[\]\n]{0,60})?\]([+-]?)[ \t]*([^\n]*)(?:\n|$)/;

interface Callout {
  readonly kind: string;
  readonly name: string;
  readonly sign: string;
  readonly title: string;
  /** What is left of the paragraph that began with it. */
  readonly rest: string;
}

export function callout(md: MarkdownIt, { wikilinks }: { readonly wikilinks: boolean }): void {
  md.core.ruler.before('inline', 'callout', (state) => {
    const { tokens } = state;
    const isCallout = (token: Token, index: number): boolean =>
      token.type === 'blockquote_open' && readHead(tokens, index, wikilinks) !== null;
    if (!tokens.some(isCallout)) return;
    state.tokens = withCallouts(state, wikilinks);
  });
  const { rules } = md.renderer;
  rules['callout_title_open'] = (tokens, index) => {
    const { tag, meta } = tokens[index]!;
    const { name, title } = meta as unknown as Callout;
    return `<${tag} class="callout-title">${kindInWords(md.utils.escapeHtml(name), title)}`;
  };
}

/** A sign and a colour alone say nothing to those who don't see them. */
function kindInWords(name: string, title: string): string {
  if (title === '') return name;
  return title.toLowerCase() === name.toLowerCase() ? '' : `<span class="callout-kind">${name}: </span>`;
}

function readHead(tokens: readonly Token[], quote: number, obsidian: boolean): Callout | null {
  const inline = tokens[quote + 2];
  if (tokens[quote + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline') return null;
  const match = HEAD.exec(inline.content);
  if (match === null) return null;
  const [whole, written, sign, title] = match;
  const kind = calloutKind(written!, obsidian);
  if (kind === null || calloutName(written!) === '') return null;
  const rest = inline.content.slice(whole.length);
  return { kind, name: calloutName(written!), sign: sign!, title: title!.trim(), rest };
}

function withCallouts(state: StateCore, obsidian: boolean): Token[] {
  const result: Token[] = [];
  /** For each open quote: the callout that it is. */
  const open: (Callout | null)[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index]!;
    if (token.type === 'blockquote_close') {
      const own = open.pop() ?? null;
      if (own !== null) {
        token.type = 'callout_close';
        token.tag = elementOf(own);
      }
    }
    result.push(token);
    if (token.type !== 'blockquote_open') continue;
    const found = readHead(state.tokens, index, obsidian);
    open.push(found);
    if (found === null) continue;
    token.type = 'callout_open';
    token.tag = elementOf(found);
    token.attrSet('class', `callout callout-${found.kind}`);
    if (found.sign === '') token.attrSet('role', 'note');
    if (found.sign === '+') token.attrSet('open', '');
    result.push(...titleOf(state, found, state.tokens[index + 2]!));
    if (found.rest === '') {
      index += 3;
    } else {
      const inline = state.tokens[index + 2]!;
      inline.content = found.rest;
      inline.map = [inline.map![0] + 1, inline.map![1]];
    }
  }
  return result;
}

function elementOf({ sign }: Callout): string {
  return sign === '' ? 'div' : 'details';
}

function titleOf(state: StateCore, found: Callout, paragraph: Token): Token[] {
  const tag = found.sign === '' ? 'p' : 'summary';
  const { level } = paragraph;
  const open = new state.Token('callout_title_open', tag, 1);
  const inline = new state.Token('inline', '', 0);
  const close = new state.Token('callout_title_close', tag, -1);
  for (const token of [open, close]) {
    token.block = true;
    token.level = level - 1;
  }
  open.meta = { ...found };
  inline.content = found.title;
  inline.map = [paragraph.map![0], paragraph.map![0] + 1];
  inline.children = [];
  inline.level = level;
  return [open, inline, close];
}
