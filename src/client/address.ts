/** What the reader chose, as an address, and back. The address is all that a shared link carries. */
import { MAX_DEPTH, MIN_DEPTH } from '../contract/choice.ts';
import { notePage } from '../contract/page.ts';
import { NO_VIEW } from '../contract/site.ts';
import { ALONE, formatBeside, parseBeside, type Beside } from './beside.ts';
import type { MapChoice } from './graph/garden/filter.ts';
import type { End } from './end.ts';
import { readEnds, writeEnds } from './ends.ts';
import { NO_CHOICE, readChoice, writeChoice } from './map-choice.ts';
import { parseQuestion, writeQuestion, type Question } from './question.ts';

export type MapView = 'whole' | 'local';

export interface Address {
  /** The note that is open. */
  readonly slug: string | null;
  /** A name that nobody has written yet; only without a note. */
  readonly ghost: string | null;
  /** A view in the reader's place; only without a note and a ghost. */
  readonly page: 'health' | null;
  readonly query: string;
  /** The view that the author named, whose choice the next three are: see `withView`. */
  readonly named: string | null;
  readonly view: MapView;
  /** How many links the local map reaches, from MIN_DEPTH to MAX_DEPTH. */
  readonly depth: number;
  /** Nodes of the local map whose neighbours are on it too; only there. */
  readonly grown: readonly End[];
  /** What the reader has selected on the map, beside the note that is open. */
  readonly picks: readonly End[];
  /** Shows the selected ones alone on the map. */
  readonly alone: boolean;
  /** What is let on the map, and how it is coloured. */
  readonly choice: MapChoice;
  /** The last date on the map, such as 2024-05-17; null where all of time is. */
  readonly until: string | null;
  /** What the map is asked, beside whatever else is open. */
  readonly question: Question | null;
  /** Id of a heading of the note, without `#`. */
  readonly heading: string | null;
  /** Words of the note that a link leads to, as `reader/quote.ts` writes them. */
  readonly quote: string | null;
  /** Notes and ghosts beside the open one. */
  readonly beside: Beside;
  /** Shows the map alone, for somebody else's page. */
  readonly embed: boolean;
}

export const HOME: Address = {
  slug: null,
  ghost: null,
  page: null,
  query: '',
  named: null,
  view: 'whole',
  depth: MIN_DEPTH,
  grown: [],
  picks: [],
  alone: false,
  choice: NO_CHOICE,
  until: null,
  question: null,
  heading: null,
  quote: null,
  beside: ALONE,
  embed: false,
};

/** Reads any address under the site's root; what it doesn't know is left at its default. */
export function parseAddress(url: URL, root: URL): Address {
  const slug = slugOf(url, root);
  const query = url.searchParams;
  const ghost = slug === null ? query.get('ghost') || null : null;
  const picks = readEnds(query.get('sel') ?? '');
  const here = endOf({ slug, ghost });
  // What follows is for the browser, which may show it or not.
  const hash = decoded(url.hash.slice(1).replace(/:~:.*$/, ''));
  return {
    slug,
    ghost,
    page: slug === null && ghost === null && query.get('page') === 'health' ? 'health' : null,
    query: query.get('q') ?? '',
    named: query.get('map') || null,
    ...mapPart(query),
    until: /^\d{4}-\d{2}-\d{2}$/.exec(query.get('until') ?? '')?.[0] ?? null,
    grown: readEnds(query.get('grow') ?? ''),
    picks,
    alone: picks.length > 0 && query.has('alone'),
    question: parseQuestion(query),
    heading: slug === null || hash === '' ? null : hash,
    quote: slug === null ? null : query.get('quote') || null,
    beside: here === null ? ALONE : parseBeside(query.get('beside'), here),
    embed: query.has('embed'),
  };
}

/** The note or ghost that is open. */
export function endOf({ slug, ghost }: Pick<Address, 'slug' | 'ghost'>): End | null {
  if (slug !== null) return { name: slug, ghost: false };
  return ghost === null ? null : { name: ghost, ghost: true };
}

/** What the parameters of an address choose for the map. */
export function mapPart(query: URLSearchParams): Pick<Address, 'view' | 'depth' | 'choice'> {
  return {
    view: query.get('view') === 'local' ? 'local' : 'whole',
    depth: clampDepth(Number(query.get('depth') ?? MIN_DEPTH)),
    choice: readChoice(query),
  };
}

/** The shortest address that `parseAddress` reads as this one. */
export function formatAddress(address: Address, root: URL): URL {
  const url = new URL(address.slug === null ? '' : notePage(address.slug), root);
  const query = url.searchParams;
  if (address.slug === null && address.ghost !== null) query.set('ghost', address.ghost);
  else if (address.slug === null && address.page !== null) query.set('page', address.page);
  if (address.query !== '') query.set('q', address.query);
  if (address.named !== null) query.set('map', address.named);
  if (address.named === null || address.named === NO_VIEW) {
    if (address.view === 'local') query.set('view', 'local');
    if (address.view === 'local' && address.depth !== MIN_DEPTH) query.set('depth', String(address.depth));
    writeChoice(address.choice, query);
  }
  if (address.until !== null) query.set('until', address.until);
  if (address.view === 'local' && address.grown.length > 0) query.set('grow', writeEnds(address.grown));
  if (address.picks.length > 0) {
    query.set('sel', writeEnds(address.picks));
    if (address.alone) query.set('alone', '1');
  }
  if (address.question !== null) writeQuestion(address.question, query);
  if (address.slug !== null && address.quote !== null) query.set('quote', address.quote);
  const beside = formatBeside(address.beside);
  if (beside !== '') query.set('beside', beside);
  if (address.embed) query.set('embed', '1');
  // Both signs may stand in a query as they are.
  if (address.question !== null || beside !== '' || address.picks.length + address.grown.length > 0)
    url.search = url.search.replaceAll('%2F', '/').replaceAll('%7E', '~');
  if (address.slug !== null && address.heading !== null) url.hash = encodeURIComponent(address.heading);
  return url;
}

/** The slug of the note whose page this is, or null for any other address. */
export function slugOf(url: URL, root: URL): string | null {
  if (url.origin !== root.origin || !url.pathname.startsWith(`${root.pathname}notes/`)) return null;
  const path = url.pathname
    .slice(root.pathname.length + 'notes/'.length)
    .replace(/(?:^|\/)index\.html$/, '')
    .replace(/\/$/, '');
  return path === '' ? null : path.split('/').map(decoded).join('/');
}

export function clampDepth(depth: number): number {
  return Number.isFinite(depth) ? Math.min(MAX_DEPTH, Math.max(MIN_DEPTH, Math.round(depth))) : MIN_DEPTH;
}

/** Percent-decoded, or as it is where that fails: an address is whatever somebody typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
