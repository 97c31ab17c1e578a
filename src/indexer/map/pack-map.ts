/** The map's columns as they are published: without what follows from the rest. */
import { MAP_VERSION, slugOf, type MapColumns, type MapFile } from '../../contract/map.ts';

/** Beginnings of slugs that are worth a place in the list. */
const MOST_STEMS = 200;
const JOINERS = ['-', '_', ' ', ''];

export function packMap({ slugs, from, to, ...columns }: MapColumns): MapFile {
  const { titles } = columns;
  const tries = JOINERS.map((joiner) => ({ joiner, stems: stemsOf(slugs, titles, joiner) }));
  const saves = ({ stems }: (typeof tries)[number]): number =>
    stems.reduce((sum, [, count]) => sum + count, 0);
  const best = tries.reduce((a, b) => (saves(b) > saves(a) ? b : a));
  const stems = best.stems.map(([stem]) => stem);
  const place = new Map(stems.map((stem, index) => [stem, index]));
  const out = new Array<number>(titles.length).fill(0);
  for (const node of from) out[node]! += 1;
  return {
    version: MAP_VERSION,
    ...columns,
    stems,
    joiner: best.joiner,
    slugs: slugs.map((slug, note) => {
      const stem = stemOf(slug, titles[note]!, best.joiner);
      return (stem === null ? undefined : place.get(stem)) ?? slug;
    }),
    out,
    to: to.map((node, link) => (link > 0 && from[link] === from[link - 1] ? node - to[link - 1]! : node)),
  };
}

/** What stands before the words of the title; null where the slug doesn't end with them. */
function stemOf(slug: string, title: string, joiner: string): string | null {
  const words = slugOf(title, joiner);
  return words !== '' && slug.endsWith(words) ? slug.slice(0, slug.length - words.length) : null;
}

/** With how many slugs have each, the commonest first; such as only one has aside. */
function stemsOf(slugs: readonly string[], titles: readonly string[], joiner: string): [string, number][] {
  const counts = new Map<string, number>();
  slugs.forEach((slug, note) => {
    const stem = stemOf(slug, titles[note]!, joiner);
    if (stem !== null) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  });
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .slice(0, MOST_STEMS);
}
