/** Notes with the dates that a Hugo site has from elsewhere than from their files' text: from git, or the time of the file. */
import type { FrontMatter, OutsideWay, ParsedNote, Source } from '../common/types.ts';
import { ALWAYS } from '../front-matter/hugo-fields.ts';
import { writtenAt } from '../read/source.ts';
import type { GitDates } from './git-dates.ts';
import { changed } from './with-cascades.ts';

/**
 * It comes after parsing, as cascades do: what is kept of a note depends on its own file alone. A note that asks for nothing stays the
 * same object, and so does one that is told the same again.
 * @param sources the notes' files
 */
export function withOutsideDates(
  notes: readonly ParsedNote[],
  git: GitDates,
  sources: readonly Source[],
): readonly ParsedNote[] {
  if (notes.every(({ frontMatter }) => frontMatter.outside === undefined)) return notes;
  const files = new Map(sources.map((source) => [source.path, source]));
  return notes.map((note) => {
    const { path, file = path, frontMatter } = note;
    return changed(
      note,
      datesOf(frontMatter, (way) => (way === ':git' ? git.get(file)?.last : writtenAt(files.get(path)!))),
    );
  });
}

function datesOf(
  { outside = [], ...fields }: FrontMatter,
  ask: (way: OutsideWay) => string | undefined,
): Partial<FrontMatter> {
  const changes: { -readonly [Field in keyof FrontMatter]?: FrontMatter[Field] } = {};
  for (const { field, ways, slug } of outside) {
    const found = ways.map(ask).find((date) => date !== undefined);
    if (found !== undefined) changes[field] = found;
    else if (slug !== undefined) changes.slug = slug;
  }
  // A date from elsewhere doesn't make a note one of the future.
  const isDated = changes.date !== undefined && fields.date === null;
  if (isDated && fields.publishDate === null) changes.publishDate ??= ALWAYS;
  return changes;
}
