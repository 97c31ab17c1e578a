/** Cuts out of a note's HTML what an embed names: all of it, a heading with what stands under it, or a block. */
import type { ParsedNote } from '../common/types.ts';
import { titleHeading } from '../parse/title-heading.ts';

/** In sanitised HTML brackets in attributes are entities, and every element is closed. */
const TAG = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g;
const EMPTY: ReadonlySet<string> = new Set(['img', 'br', 'hr', 'input', 'col', 'wbr', 'source']);

const cuts = new WeakMap<ParsedNote, Map<string | null, string | null>>();

/** Null where the note has no such place. @param anchor id of a heading or block */
export function cutNote(note: ParsedNote, anchor: string | null): string | null {
  let known = cuts.get(note);
  if (known === undefined) cuts.set(note, (known = new Map()));
  let cut = known.get(anchor);
  if (cut === undefined) known.set(anchor, (cut = anchor === null ? whole(note) : partOf(note.html, anchor)));
  return cut;
}

/** Without the heading that is the note's title: it stands in the frame. */
function whole({ html, frontMatter }: ParsedNote): string {
  return (frontMatter.title === null ? titleHeading(html)?.body : undefined) ?? html;
}

function partOf(html: string, id: string): string | null {
  TAG.lastIndex = 0;
  const wanted = ` id="${escapeId(id)}"`;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const [, slash, name, attributes] = match;
    if (slash !== '' || !`${attributes} `.includes(`${wanted}`)) continue;
    const level = /^h([1-6])$/.exec(name!)?.[1];
    if (level !== undefined) return html.slice(match.index, sectionEnd(html, match.index, Number(level)));
    const element = html.slice(match.index, elementEnd(html, match.index));
    // An item by itself is no list.
    return name === 'li'
      ? `<ul>${element}</ul>`
      : name === 'dt' || name === 'dd'
        ? `<dl>${element}</dl>`
        : element;
  }
  return null;
}

/** Where the next heading of the same or a higher level begins, or what the heading stands in ends. */
function sectionEnd(html: string, start: number, level: number): number {
  let depth = 0;
  TAG.lastIndex = start;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const [, slash, name, attributes] = match;
    if (EMPTY.has(name!)) continue;
    if (slash === '/') {
      depth -= 1;
      if (depth < 0) return match.index;
      continue;
    }
    const other = /^h([1-6])$/.exec(name!)?.[1];
    if (depth === 0 && match.index > start) {
      if (other !== undefined && Number(other) <= level) return match.index;
      if (name === 'section' && attributes!.includes('class="footnotes"')) return match.index;
    }
    depth += 1;
  }
  return html.length;
}

function elementEnd(html: string, start: number): number {
  let depth = 0;
  TAG.lastIndex = start;
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    if (EMPTY.has(match[2]!)) continue;
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return match.index + match[0].length;
  }
  return html.length;
}

/** As the sanitiser writes it in an attribute. */
function escapeId(id: string): string {
  return id
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
