/** Who links to each note, in which sentences: a file of data for the templates of the author's own blog. */
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import type { Neighbour } from './backlinks.ts';

export const BACKLINKS_VERSION = 1;

/** What `--backlinks` writes. A template escapes its texts, as it does any other. */
export interface BacklinksFile {
  readonly version: typeof BACKLINKS_VERSION;
  /** Hugo's key of the notes' language; none where the folder is no Hugo site. Paths of another language may be the same. */
  readonly language?: string;
  /** By the note's path from the content folder; only notes that others link to. */
  readonly notes: Readonly<Record<string, readonly Backlink[]>>;
}

/** A note that links here; the nearest and most linked come first. */
export interface Backlink {
  readonly title: string;
  /** Of its page on the blog, from the host's root. Empty where it has none. */
  readonly permalink: string;
  readonly places: readonly BacklinkPlace[];
}

/** A sentence in three parts, plain text: before the link, the link's own words, and after it. */
export interface BacklinkPlace {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/**
 * @param back by note, those that link to it
 * @param language null where the folder is no Hugo site
 * @returns the file's text, with a line for each note, so that a diff says what changed
 */
export function backlinksData(
  notes: readonly ResolvedNote[],
  back: readonly (readonly Neighbour[])[],
  language: string | null,
): string {
  const lines = notes.flatMap(({ note }, id) => {
    const links = back[id]!.map((neighbour) => backlink(neighbour, notes));
    return links.length === 0 ? [] : [`${JSON.stringify(note.file ?? note.path)}: ${JSON.stringify(links)}`];
  });
  const body = lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`;
  const of = language === null ? '' : `"language": ${JSON.stringify(language)}, `;
  return `{"version": ${BACKLINKS_VERSION}, ${of}"notes": {${body}}}\n`;
}

function backlink({ note, places }: Neighbour, notes: readonly ResolvedNote[]): Backlink {
  const from = notes[note]!;
  return {
    title: from.note.title,
    permalink: from.permalink,
    places: places.map(({ sentence, at, text }) =>
      at < 0
        ? { before: sentence, text: '', after: '' }
        : { before: sentence.slice(0, at), text, after: sentence.slice(at + text.length) },
    ),
  };
}
