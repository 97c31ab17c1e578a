/** What a Hugo site's configuration makes of front matter: terms of its own taxonomies, and `[frontmatter]`'s ways to dates. */
import path from 'node:path/posix';
import { noteName } from '../common/note-name.ts';
import type { FrontMatter, OutsideDate, OutsideWay } from '../common/types.ts';
import { asDate, asText } from './front-matter-fields.ts';
import type { FrontMatterBlock } from './front-matter.ts';

/** For each of Hugo's dates the ways to it, the first that leads to one first: a field's name, or `:filename`, `:git`, `:filemodtime`. */
export type DateWays = Readonly<Partial<Record<DateName, readonly string[]>>>;
export type DateName = 'date' | 'lastmod' | 'publishdate' | 'expirydate';

export interface HugoFieldSettings {
  readonly taxonomies?: readonly string[];
  /** Null where the site says nothing of them. */
  readonly dateWays?: DateWays | null;
}

/** The moment before all others: it publishes a note whatever its date is. */
export const ALWAYS = '0001-01-01';

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
  const ownSlug = raw.has('slug') ? null : (named?.slug ?? null);
  let slug = fields.slug;
  const outside: OutsideDate[] = [];
  const first = (name: DateName): string | null => {
    const before: OutsideWay[] = [];
    let found: string | null = null;
    let isNamed = false;
    for (const way of ways[name] ?? []) {
      if (way === ':git' || way === ':filemodtime') {
        before.push(way);
        continue;
      }
      isNamed = way === ':filename';
      found = isNamed ? (named?.date ?? null) : asDate(raw.get(way));
      if (found !== null) break;
    }
    const namedSlug = isNamed && found !== null ? ownSlug : null;
    if (before.length > 0)
      outside.push({ field: FIELDS[name], ways: before, ...(namedSlug === null ? {} : { slug: namedSlug }) });
    else slug = namedSlug ?? slug;
    return found;
  };
  const date = first('date');
  const lastmod = first('lastmod');
  const publishDate = first('publishdate') ?? (date === null ? null : ALWAYS);
  const expiryDate = first('expirydate');
  const dates = { date, lastmod, publishDate, expiryDate, slug };
  return outside.length === 0 ? dates : { ...dates, outside };
}

const FIELDS: Readonly<Record<DateName, OutsideDate['field']>> = {
  date: 'date',
  lastmod: 'lastmod',
  publishdate: 'publishDate',
  expirydate: 'expiryDate',
};

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
