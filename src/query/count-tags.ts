/**
 * How many of some notes have each tag, or one below it: `physics/waves` is about `physics`.
 * @param noteTags of each note, places in the list
 */
export function countTags(
  tags: readonly string[],
  noteTags: Iterable<readonly number[]>,
): ReadonlyMap<number, number> {
  const places = new Map(tags.map((tag, place) => [tag, place]));
  const counts = new Map<number, number>();
  for (const own of noteTags) {
    const names = new Set<string>();
    for (const tag of own) {
      const name = tags[tag] ?? '';
      for (let end = name.length; end > 0; end = name.lastIndexOf('/', end - 1))
        names.add(name.slice(0, end));
    }
    for (const name of names) {
      const place = places.get(name);
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}
