/** The centres that the local map had before, told by the addresses that the reader came through. */
import { endOf, type Address } from './address.ts';
import { sameEnd, type End } from './end.ts';

/** A centre that the local map had. */
export interface Crumb {
  readonly end: End;
  /** How many steps of the browser lead back to it. */
  readonly steps: number;
}

/**
 * In the order of the walk; none where the map was whole in between.
 * @param way addresses, the last one left last
 * @param read null for what isn't one of this site
 */
export function crumbsOf(
  way: readonly string[],
  here: Address,
  read: (url: URL) => Address | null,
): readonly Crumb[] {
  const crumbs: Crumb[] = [];
  let next = here;
  for (let steps = 1; steps <= way.length; steps++) {
    const href = way[way.length - steps];
    // An older version may have written it.
    const before = typeof href === 'string' && URL.canParse(href) ? read(new URL(href)) : null;
    const [end, nextEnd] = [before === null ? null : endOf(before), endOf(next)];
    if (before === null || end === null || nextEnd === null) break;
    if (!sameEnd(end, nextEnd)) {
      if (before.view !== 'local' || next.view !== 'local') break;
      crumbs.push({ end, steps });
    }
    next = before;
  }
  return crumbs.reverse();
}
