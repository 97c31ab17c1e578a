/**
 * Links in front matter, as Obsidian has them in properties: texts that are a wikilink and nothing else, alone or in a list.
 *
 *     up: "[[Home]]"
 *     related:
 *       - "[[note#heading|text]]"
 */
import { sentenceAround, type Sentence } from '../common/sentence.ts';
import { ATTACHMENT } from '../syntax/attachment.ts';
import { readWikilink } from '../syntax/wikilink.ts';
import { asText } from './front-matter-fields.ts';

export interface PropertyLink {
  readonly argument: string;
  /** Where it is read: the property's name and the link. */
  readonly context: Sentence;
  /** UTF-16, in the block. */
  readonly offset: number;
}

/**
 * In the order of the properties. No page shows them, so files are left to the text.
 * @param block the front matter's text, in which the places are looked for
 */
export function propertyLinks(data: Readonly<Record<string, unknown>>, block: string): PropertyLink[] {
  if (!block.includes('[[')) return [];
  const links: PropertyLink[] = [];
  let offset = 0;
  for (const [property, value] of Object.entries(data)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const link = typeof one === 'string' ? readWikilink(asText(one) ?? '') : null;
      if (link === null || ATTACHMENT.test(link.argument)) continue;
      const { argument, text } = link;
      // It may be written with escapes: then it is somewhere behind the last one.
      const found = block.indexOf(`[[${argument}`, offset + 1);
      if (found >= 0) offset = found;
      const name = `${asText(property) ?? ''}: `;
      const context = sentenceAround(name + text, name.length, name.length + text.length);
      links.push({ argument, context, offset });
    }
  }
  return links;
}
