/**
 * Ids of headings: the author's, else goldmark's in the way that the site chose.
 *
 *     ## A heading {#its-id .class}
 */
import type { MarkdownIt } from 'markdown-it';
import { withoutHoles } from '../common/holes.ts';
import { lowerCase } from '../common/hugo-path.ts';
import { noteEnv } from './env.ts';

const ATTRIBUTES = /\{([^{}]*)\}[ \t]*$/;
const ID = /(?:^|\s)(?:#|id=)"?([^\s"{}]+)"?/;

/** Hugo's `autoHeadingIDType`, or none at all. */
export type HeadingIds = 'github' | 'github-ascii' | 'blackfriday' | 'none';

export function headingAttributes(
  md: MarkdownIt,
  { headingIds = 'github' }: { readonly headingIds?: HeadingIds },
): void {
  md.core.ruler.after('block', 'heading-attributes', (state) => {
    const { prefix } = noteEnv(state.env);
    const used = new Set<string>();
    /** By id: the number that the next heading of that name is tried with. */
    const numbers = new Map<string, number>();
    const automatic: { source: string; set: (id: string) => void }[] = [];
    state.tokens.forEach((token, index) => {
      if (token.type !== 'heading_open') return;
      const inline = state.tokens[index + 1]!;
      const match = ATTRIBUTES.exec(inline.content);
      const attributes = withoutHoles(match?.[1] ?? '', prefix);
      const id = /^\s*[#.\w]/.test(attributes) ? ID.exec(attributes)?.[1] : undefined;
      if (match !== null && (id !== undefined || /^\s*\.[\w-]/.test(attributes))) {
        inline.content = inline.content.slice(0, match.index).trimEnd();
      }
      if (id !== undefined) {
        token.attrSet('id', id);
        used.add(id);
        return;
      }
      // goldmark takes the last line of the heading's source.
      const last = inline.content.slice(inline.content.lastIndexOf('\n') + 1);
      const source = withoutHoles(last, prefix);
      automatic.push({ source, set: (found) => token.attrSet('id', found) });
    });
    if (headingIds === 'none') return;
    for (const { source, set } of automatic) set(unusedId(headingId(source, headingIds), used, numbers));
  });
}

/** goldmark's id of a heading's source text, as Hugo's `autoHeadingIDType` makes it. */
export function headingId(source: string, type: Exclude<HeadingIds, 'none'> = 'github'): string {
  const isAscii = type === 'github-ascii';
  const id = type === 'blackfriday' ? words(source) : letters(isAscii ? ascii(source.trim()) : source.trim());
  return id === '' ? 'heading' : id;
}

function letters(source: string): string {
  let id = '';
  for (const character of source) {
    if (character === '-' || character === ' ') id += '-';
    else if (/[\p{L}\p{Nd}_]/u.test(character)) id += lowerCase(character);
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
