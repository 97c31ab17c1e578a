/** Hugo's `[permalinks]`: patterns such as `/:year/:sections[1:]/:slug/`. */
import { lowerCase, sanitisePath } from './hugo-path.ts';
import type { FrontMatter } from './types.ts';

export interface PatternNote {
  /** Names of the sections around the note, outermost first. */
  readonly sections: readonly string[];
  /** File name without extension; a bundle's folder. */
  readonly own: string;
  readonly fields: Pick<FrontMatter, 'title' | 'date' | 'publishDate' | 'lastmod' | 'slug'>;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The pattern with its words replaced, not yet cleaned or percent-encoded; an unknown word stays. */
export function expandPattern(pattern: string, note: PatternNote): string {
  // Hugo counts days in the date's own zone: the ISO text says them as they are.
  const { date, publishDate, lastmod, slug } = note.fields;
  const dated = date ?? publishDate ?? lastmod ?? '0001-01-01';
  const [year = '1', month = '1', day = '1'] = dated.slice(0, 10).split('-');
  const calendar = new Date(0);
  calendar.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const newYear = new Date(0);
  newYear.setUTCFullYear(Number(year), 0, 1);
  // Hugo finds no title in the text.
  const title = note.fields.title ?? '';

  const values = new Map<string, string>([
    ['year', String(Number(year))],
    ['month', month],
    ['monthname', MONTHS[Number(month) - 1] ?? ''],
    ['day', day],
    ['weekday', String(calendar.getUTCDay())],
    ['weekdayname', DAYS[calendar.getUTCDay()] ?? ''],
    ['yearday', String(Math.round((calendar.getTime() - newYear.getTime()) / 86_400_000) + 1)],
    ['section', note.sections[0] ?? ''],
    ['sections', note.sections.join('/')],
    ['title', name(title)],
    ['slug', name(slug ?? title)],
    ['slugorfilename', name(slug ?? note.own)],
    ['filename', name(note.own)],
    // Words of newer versions.
    ['slugorcontentbasename', name(slug ?? note.own)],
    ['contentbasename', name(note.own)],
  ]);
  const expanded = pattern.replace(/:(\w+)(\[.+?\])?/g, (whole, word: string, cut: string | undefined) =>
    cut !== undefined && word === 'sections'
      ? slice(note.sections, cut.slice(1, -1)).join('/')
      : cut === undefined
        ? (values.get(word) ?? whole)
        : (values.get(word) ?? `:${word}`) + cut,
  );
  return sanitisePath(expanded);
}

/** A plus sign and a percent sign are read as in a query before the name is cleaned again. */
function name(text: string): string {
  const clean = lowerCase(sanitisePath(text)).replaceAll('+', ' ');
  try {
    return sanitisePath(`x${decodeURIComponent(clean)}x`).slice(1, -1);
  } catch {
    return sanitisePath(`x${clean}x`).slice(1, -1);
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
