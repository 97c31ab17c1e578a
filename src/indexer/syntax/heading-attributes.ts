/**
 * Ids of headings: the author's, else goldmark's in the way that the site chose, else, in a folder of no blog, GitHub's.
 *
 *     ## A heading {#its-id .class}
 */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { withoutHoles } from '../common/holes.ts';
import { lowerCase } from '../common/hugo-path.ts';
import { noteEnv } from './env.ts';

const ATTRIBUTES = /\{([^{}]*)\}[ \t]*$/;
const ID = /(?:^|\s)(?:#|id=)"?([^\s"{}]+)"?/;

/** Hugo's `autoHeadingIDType`, or none at all; `text` is of the words that are read, as GitHub and editors have it. */
export type HeadingIds = 'github' | 'github-ascii' | 'blackfriday' | 'text' | 'none';

export function headingAttributes(
  md: MarkdownIt,
  { headingIds = 'github' }: { readonly headingIds?: HeadingIds },
): void {
  md.core.ruler.after('block', 'heading-attributes', (state) => {
    const { prefix } = noteEnv(state.env);
    for (const [token, inline] of headings(state)) {
      const match = ATTRIBUTES.exec(inline.content);
      const attributes = withoutHoles(match?.[1] ?? '', prefix);
      const id = /^\s*[#.\w]/.test(attributes) ? ID.exec(attributes)?.[1] : undefined;
      if (match !== null && (id !== undefined || /^\s*\.[\w-]/.test(attributes))) {
        inline.content = inline.content.slice(0, match.index).trimEnd();
      }
      if (id !== undefined) token.attrSet('id', id);
    }
  });
  if (headingIds === 'none') return;
  const isText = headingIds === 'text';
  md.core.ruler.after(isText ? 'inline' : 'heading-attributes', 'heading-ids', (state) => {
    const { prefix } = noteEnv(state.env);
    const all = headings(state);
    const used = new Set(all.map(([token]) => String(token.attrGet('id') ?? '')));
    /** By id: the number that the next heading of that name is tried with. */
    const numbers = new Map<string, number>();
    for (const [token, inline] of all) {
      if (token.attrGet('id') !== null) continue;
      // goldmark takes the last line of the heading's source.
      const source = isText
        ? (inline.children ?? []).map(wordsOf).join('')
        : inline.content.slice(inline.content.lastIndexOf('\n') + 1);
      token.attrSet('id', unusedId(headingId(withoutHoles(source, prefix), headingIds), used, numbers));
    }
  });
}

/** Each with what stands in it. A loop, as most tokens are none. */
function headings({ tokens }: StateCore): (readonly [heading: Token, inline: Token])[] {
  const found: (readonly [Token, Token])[] = [];
  for (let index = 0; index < tokens.length; index++)
    if (tokens[index]!.type === 'heading_open') found.push([tokens[index]!, tokens[index + 1]!]);
  return found;
}

/** What is read of a part of a heading; a formula as it is written. */
function wordsOf({ type, content, meta }: Token): string {
  if (type === 'math') return (meta as { readonly raw: string }).raw;
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  return type === 'text' || type === 'text_special' || type === 'code_inline' ? content : '';
}

/** The id of a heading: goldmark's of its source, as Hugo's `autoHeadingIDType` makes it, or GitHub's of its words. */
export function headingId(source: string, type: Exclude<HeadingIds, 'none'> = 'github'): string {
  if (type === 'text') return letters(source, MARKED) || 'heading';
  const trimmed = source.trim();
  const id =
    type === 'blackfriday'
      ? words(source)
      : letters(type === 'github-ascii' ? ascii(trimmed) : trimmed, LETTER);
  return id === '' ? 'heading' : id;
}

const LETTER = /[\p{L}\p{Nd}_]/u;
/** GitHub keeps the marks that letters of some scripts consist of. */
const MARKED = /[\p{L}\p{M}\p{Nd}\p{Pc}]/u;

function letters(source: string, kept: RegExp): string {
  let id = '';
  for (const character of source) {
    if (character === '-' || character === ' ') id += '-';
    else if (kept.test(character)) id += lowerCase(character);
  }
  return id;
}

function ascii(source: string): string {
  return source.normalize('NFD').replace(/[^\x00-\x7f]/g, '');
}

/** Whatever stands between words is one hyphen. */
function words(source: string): string {
  return lowerCase((source.match(/[\p{L}\p{N}]+/gu) ?? []).join('-'));
}

function unusedId(id: string, used: Set<string>, numbers: Map<string, number>): string {
  let free = id;
  let number = numbers.get(id) ?? 1;
  while (used.has(free)) free = `${id}-${number++}`;
  numbers.set(id, number);
  used.add(free);
  return free;
}
