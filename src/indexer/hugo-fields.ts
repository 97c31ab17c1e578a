/** What a Hugo site's configuration makes of front matter: terms of its own taxonomies, and `[frontmatter]`'s ways to dates. */
import path from 'node:path/posix';
import { asDate, asText } from './front-matter-fields.ts';
import type { FrontMatterBlock } from './front-matter.ts';
import { noteName } from './permalink.ts';
import type { FrontMatter } from './types.ts';

/** For each of Hugo's dates the ways to it, the first that leads to one first: a field's name, or `:filename`. */
export type DateWays = Readonly<Partial<Record<DateName, readonly string[]>>>;
export type DateName = 'date' | 'lastmod' | 'publishdate' | 'expirydate';

export interface HugoFieldSettings {
  readonly taxonomies?: readonly string[];
  /** Null where the site says nothing of them. */
  readonly dateWays?: DateWays | null;
}

/** The moment before all others: it publishes a note whatever its date is. */
const ALWAYS = '0001-01-01';

/** A note's fields as the site's configuration has them. @param notePath from the content folder */
export function hugoFields(
  { fields, raw }: Pick<FrontMatterBlock, 'fields' | 'raw'>,
  notePath: string,
  { taxonomies = [], dateWays = null }: HugoFieldSettings,
): FrontMatter {
  const terms = taxonomies
    .map((plural) => plural.toLowerCase())
    .filter((plural) => plural !== 'tags' && plural !== 'categories')
    .flatMap((plural) => termsIn(raw.get(plural)).map((term) => [plural, term] as const));
  const dated = dateWays === null ? fields : { ...fields, ...datesOf(fields, raw, notePath, dateWays) };
  return terms.length === 0 ? dated : { ...dated, terms };
}

/** A text is one term, whatever commas are in it. */
function termsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((entry) => asText(entry) ?? []);
}

function datesOf(
  fields: FrontMatter,
  raw: ReadonlyMap<string, unknown>,
  notePath: string,
  ways: DateWays,
): Partial<FrontMatter> {
  const named = fromName(notePath);
  let slug = fields.slug;
  const first = (name: DateName): string | null => {
    for (const way of ways[name] ?? []) {
      const found = way === ':filename' ? (named?.date ?? null) : asDate(raw.get(way));
      if (found === null) continue;
      if (way === ':filename' && !raw.has('slug')) slug = named!.slug;
      return found;
    }
    return null;
  };
  const date = first('date');
  const lastmod = first('lastmod');
  const publishDate = first('publishdate') ?? (date === null ? null : ALWAYS);
  const expiryDate = first('expirydate');
  return { date, lastmod, publishDate, expiryDate, slug };
}

/** `2024-02-29-a-name.md`: a date, and a slug behind it, or null. */
function fromName(notePath: string): { date: string; slug: string | null } | null {
  const { folder, base, role } = noteName(notePath);
  const own = role === 'page' ? base : path.basename(folder);
  const name = own.replace(/\.[^.]*$/, '');
  const date = asDate(name.slice(0, 10));
  if (date === null) return null;
  const slug = name.slice(10).replace(/^[ _-]+|[ _-]+$/g, '');
  return { date, slug: slug === '' ? null : slug };
}
