/** Where to go on from a note that a new build deleted, or a ghost that it wrote: the links to it tell. */
import { ghostName, type Garden } from '../contract/map.ts';
import { endOf, type Address } from './address.ts';
import { keyOfEnd } from './beside.ts';
import { sameEnd, type End } from './end.ts';

/**
 * What an address must say instead, in the garden that took the place of another; null where all that it names is there
 * still, or no link says where that went.
 */
export function movedEnds(
  address: Address,
  before: Garden,
  now: Garden,
): Pick<Address, 'slug' | 'ghost' | 'heading' | 'beside'> | null {
  const here = endOf(address);
  const { beside } = address;
  const ends = [...beside.before, ...(here === null ? [] : [here]), ...beside.after];
  const [old, today] = [keysOf(before), keysOf(now)];
  const there = ends.map((end) => heirOf(end, before, old, now, today));
  if (here === null || there.every((end, index) => end === ends[index])) return null;
  const place = beside.before.length;
  const { name, ghost } = there[place]!;
  // Two that became one stand there once.
  const others = (from: number, to: number): End[] =>
    there.slice(from, to).filter((end, index) => {
      const same = (other: End): boolean => sameEnd(other, end);
      return there.findIndex(same) === from + index && !same(there[place]!);
    });
  return {
    slug: ghost ? null : name,
    ghost: ghost ? name : null,
    heading: there[place] === here ? address.heading : null,
    beside: { before: others(0, place), after: others(place + 1, there.length) },
  };
}

/**
 * The new end that most of the notes link to which linked to a vanished one; others stay what they are.
 * @param old keys of the nodes of `before`; @param today those of `now`
 */
function heirOf(
  end: End,
  before: Garden,
  old: readonly string[],
  now: Garden,
  today: readonly string[],
): End {
  const key = keyOfEnd(end);
  const node = old.indexOf(key);
  if (node < 0 || today.includes(key)) return end;
  const linking = new Set<string>();
  before.to.forEach((to, link) => to === node && linking.add(old[before.from[link]!]!));
  const known = new Set(old);
  const counts = new Map<number, number>();
  now.to.forEach((to, link) => {
    if (linking.has(today[now.from[link]!]!) && !known.has(today[to]!))
      counts.set(to, (counts.get(to) ?? 0) + 1);
  });
  let heir: number | null = null;
  for (const [to, count] of counts) if (heir === null || count > counts.get(heir)!) heir = to;
  return heir === null ? end : endAt(now, heir);
}

function keysOf(garden: Garden): string[] {
  return garden.titles.map((_, node) => keyOfEnd(endAt(garden, node)));
}

function endAt(garden: Garden, node: number): End {
  const slug = garden.slugs[node];
  return slug === undefined ? { name: ghostName(garden, node), ghost: true } : { name: slug, ghost: false };
}
