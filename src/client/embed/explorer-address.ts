import { notePage } from '../../contract/page.ts';
import type { EmbedRequest } from './request.ts';

/** The explorer's address with what is asked for, alone with its map. `client/address.ts` reads it. */
export function explorerAddress(
  { named, query, view, depth, direction }: EmbedRequest,
  slug: string | null,
  theme: string | undefined,
  root: URL,
): URL {
  const url = new URL(slug === null ? '' : notePage(slug), root);
  const set = (name: string, value: string | null | undefined): void => {
    if (value) url.searchParams.set(name, value);
  };
  set('embed', '1');
  set('map', named);
  set('q', query);
  if (view === 'local') {
    set('view', view);
    set('depth', String(depth));
    set('follow', direction);
  }
  set('theme', theme);
  return url;
}
