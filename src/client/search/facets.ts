/** Which tags hits have, to narrow a search by. */
import type { Garden } from '../../contract/map.ts';
import { format } from '../../query/format.ts';
import { countTags } from '../../query/count-tags.ts';
import type { Hit } from '../../search/engine.ts';

export interface Facet {
  readonly tag: string;
  /** Hits that have it, or a tag below. */
  readonly count: number;
  /** Whether the query asks for it already. */
  readonly chosen: boolean;
}

/** Facets that are shown at most. */
const MOST = 8;

/** The tags of most hits first; chosen ones before all. A tag that every hit has narrows nothing, unless it was chosen. */
export function facetsOf(hits: readonly Hit[], garden: Garden, query: string): Facet[] {
  const counts = countTags(
    garden.tags,
    hits.map(({ id }) => garden.noteTags[id] ?? []),
  );
  return [...counts]
    .map(([index, count]) => {
      const tag = garden.tags[index]!;
      return { tag, count, chosen: placeOf(query, tag) !== null };
    })
    .filter(({ count, chosen }) => chosen || count < hits.length)
    .sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || (a.tag < b.tag ? -1 : 1))
    .slice(0, MOST);
}

/** The query with the tag asked for, or not any more. */
export function withTag(query: string, tag: string): string {
  const place = placeOf(query, tag);
  if (place !== null)
    return `${query.slice(0, place[0])} ${query.slice(place[1])}`.replace(/\s+/g, ' ').trim();
  // Either side of an OR is to be narrowed.
  const asked = /(?:^|\s)OR(?:\s|$)/.test(query) ? `(${query.trim()})` : query.trim();
  return `${asked} ${termOf(tag)}`.trim();
}

const written = (tag: string): string => format({ kind: 'tag', tag });

function termOf(tag: string): string {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_/-]*$/u.test(tag) ? `#${tag}` : written(tag);
}

/** From where to where the query asks for the tag; null where it doesn't. */
function placeOf(query: string, tag: string): readonly [number, number] | null {
  for (const term of [termOf(tag), written(tag)]) {
    for (let at = query.indexOf(term); at >= 0; at = query.indexOf(term, at + 1)) {
      const end = at + term.length;
      if (/^$|\s/.test(query.charAt(at - 1)) && /^$|\s/.test(query.charAt(end))) return [at, end];
    }
  }
  return null;
}
