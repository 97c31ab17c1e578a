/** Hugo's `[permalinks]`: patterns such as `/:year/:sections[1:]/:slug/`, or with dates as Go writes them, `/:2006/:01/`. */
import { lowerCase, sanitisePath } from '../common/hugo-path.ts';
import type { FrontMatter } from '../common/types.ts';
import { dateParts, formatDate } from './go-date-layout.ts';

export interface PatternNote {
  /** Names of the sections around the note, outermost first. */
  readonly sections: readonly string[];
  /** File name without extension; a bundle's folder; nothing for a section. */
  readonly own: string;
  /** The same, and a section's folder. */
  readonly base: string;
  /** What the sections around the note are called by slug or title, outermost first. */
  readonly sectionSlugs: readonly string[];
  readonly fields: Pick<FrontMatter, 'title' | 'date' | 'publishDate' | 'lastmod' | 'slug'>;
}

/**
 * The pattern with its words replaced, not yet percent-encoded; an unknown word stays.
 * @param keepsCase whether capitals stay capitals: `disablePathToLower`
 */
export function expandPattern(pattern: string, note: PatternNote, keepsCase = false): string {
  return sanitisePath(expandWords(pattern, note, keepsCase));
}

/** The same, and what stands around the words is as it was written. */
export function expandWords(pattern: string, note: PatternNote, keepsCase = false): string {
  // Hugo counts days in the date's own zone: the ISO text says them as they are.
  const { date, publishDate, lastmod, slug } = note.fields;
  const dated = date ?? publishDate ?? lastmod ?? '0001-01-01';
  const parts = dateParts(dated);
  const [, month = '1', day = '1'] = dated.slice(0, 10).split('-');
  const name = (text: string): string => nameOf(text, keepsCase);
  // Hugo finds no title in the text.
  const title = note.fields.title ?? '';

  const slugs = note.sectionSlugs.map(name);
  const values = new Map<string, string>([
    ['year', String(parts.year)],
    ['month', month],
    ['monthname', parts.monthName],
    ['day', day],
    ['weekday', String(parts.weekday)],
    ['weekdayname', parts.weekdayName],
    ['yearday', String(parts.dayOfYear)],
    ['section', note.sections[0] ?? ''],
    ['sections', note.sections.join('/')],
    ['title', name(title)],
    ['slug', name(slug ?? title)],
    ['slugorfilename', name(slug ?? note.own)],
    ['filename', name(note.own)],
    // Words of newer versions.
    ['slugorcontentbasename', name(slug ?? note.base)],
    ['contentbasename', name(note.base)],
    ['sectionslug', slugs[0] ?? ''],
    ['sectionslugs', slugs.join('/')],
  ]);
  const lists = new Map<string, readonly string[]>([
    ['sections', note.sections],
    ['sectionslugs', slugs],
  ]);
  return pattern.replace(/:(\w+)(\[.+?\])?/g, (whole, word: string, cut: string | undefined) => {
    const value = values.get(word) ?? formatDate(word, parts);
    if (cut === undefined) return value ?? whole;
    const list = lists.get(word);
    return list === undefined ? (value ?? `:${word}`) + cut : slice(list, cut.slice(1, -1)).join('/');
  });
}

/** A plus sign and a percent sign are read as in a query before the name is cleaned again; a fragment without a name is none. */
function nameOf(text: string, keepsCase: boolean): string {
  const path = sanitisePath(text);
  const clean = (keepsCase ? path : lowerCase(path)).replaceAll('+', ' ');
  return sanitisePath(`x${decoded(clean)}x`)
    .slice(1, -1)
    .replace(/^([^#]*)#$/, '$1');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `[2]`, `[last]`, `[1:]`, `[:last]`, `[1:last]`. */
function slice(sections: readonly string[], cut: string): readonly string[] {
  const place = (text: string, otherwise: number): number =>
    text === '' ? otherwise : text === 'last' ? sections.length - 1 : Math.max(0, Number.parseInt(text) || 0);
  const [low = '', high] = cut.split(':');
  if (high === undefined) return sections.slice(place(low, 0)).slice(0, 1);
  return sections.slice(place(low, 0), place(high, sections.length));
}
