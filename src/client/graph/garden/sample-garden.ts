/** A small garden for tests, made of link pairs. */
import { readColumns, type Garden } from '../../../contract/map.ts';

/** Notes are named by their titles; the last `ghosts` of them are ghosts. Positions are on a line, 30 apart. */
export function sampleGarden(
  titles: readonly string[],
  links: readonly (readonly [number, number])[],
  ghosts = 0,
): Garden {
  const sorted = [...links].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return readColumns({
    titles,
    slugs: titles.slice(0, titles.length - ghosts).map((title) => title.toLowerCase()),
    unit: 1,
    x: titles.map((_, index) => index * 30),
    y: titles.map(() => 0),
    region: titles.map(() => -1),
    regions: [],
    from: sorted.map((link) => link[0]),
    to: sorted.map((link) => link[1]),
    tags: [],
    noteTags: titles.slice(0, titles.length - ghosts).map(() => []),
  });
}
