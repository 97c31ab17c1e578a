/** What Logseq has names for that Markdown has not: blocks, and pages whose names no file may have. */
import { noteName } from '../common/note-name.ts';
import type { FrontMatter } from '../common/types.ts';
import { asText, MAX_LIST } from './front-matter-fields.ts';
import { truthOf } from './truth.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const JOURNAL = /^(\d{4})[_-](0[1-9]|1[0-2])[_-](\d{2})$/;

export interface PageProperties extends Pick<FrontMatter, 'title' | 'aliases' | 'tags'> {
  readonly title: string;
  readonly isPrivate: boolean;
}

/**
 * What a page's properties say, and the name of its file: `a___b.md` is the page `a/b`, and a journal's file that of a day.
 */
export function pageProperties(
  notePath: string,
  properties: readonly (readonly [name: string, value: string])[],
): PageProperties {
  const listed = (...names: readonly string[]): string[] =>
    properties
      .filter(([name]) => names.includes(name))
      .flatMap(([, value]) => value.split(',', MAX_LIST))
      .slice(0, MAX_LIST)
      .flatMap((one) => asText(one.trim().replace(/^#?\[\[(.*)\]\]$|^#/, '$1')) ?? []);
  const { base } = noteName(notePath);
  const [, year, month, day] = JOURNAL.exec(base) ?? [];
  const named = asText(properties.find(([name]) => name === 'title')?.[1]);
  const file = decoded(base.replaceAll('___', '/'));
  const ofDay = day === undefined ? [] : [`${MONTHS[Number(month) - 1]} ${ordinal(Number(day))}, ${year}`];
  return {
    title: named ?? (day === undefined ? file : `${year}-${month}-${day}`),
    aliases: [...listed('alias', 'aliases'), ...(named === null ? [] : [file]), ...ofDay],
    tags: listed('tags'),
    isPrivate: properties.some(([name, value]) => name === 'public' && truthOf(value) === false),
  };
}

/** The fields of the front matter, which a page may have besides, with those. Tags aside. */
export function withProperties(fields: FrontMatter, { aliases, isPrivate }: PageProperties): FrontMatter {
  return {
    ...fields,
    aliases: [...fields.aliases, ...aliases],
    ...(isPrivate ? { draft: true } : {}),
  };
}

function ordinal(day: number): string {
  const isTeen = day > 10 && day < 14;
  return `${day}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th'}`;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name).toWellFormed();
  } catch {
    return name;
  }
}
