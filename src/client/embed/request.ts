/** What the address of the frame's page asks for: somebody else wrote it, so anything may stand there. */
import { DIRECTIONS, MAX_DEPTH, MIN_DEPTH } from '../../contract/choice.ts';
import { OPENS, type Opens, type Scheme } from '../../contract/embed.ts';

export interface EmbedRequest {
  /** This site's own. */
  readonly origin: string;
  /** Slug. */
  readonly note: string | null;
  /** Where the map stands; one of these pages may be a note's own. The last is the address in the browser. */
  readonly pages: readonly URL[];
  /** The page that the map is about, where that is named and another than these. */
  readonly about: URL | null;
  /** The one of them that is on this site's own host, on this very machine: there an author sees the blog, wherever it is published. */
  readonly host: URL | null;
  readonly depth: number;
  readonly direction: (typeof DIRECTIONS)[number];
  /** A local map, the whole, or whichever is possible. */
  readonly view: 'local' | 'whole' | null;
  /** A view that the author named. */
  readonly named: string | null;
  readonly query: string;
  readonly open: Opens;
  readonly scheme: Scheme | null;
}

/** Whether an address is the author's own machine, such as that of `hugo server`. */
export function isThisMachine({ hostname }: Pick<URL, 'hostname'>): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** @param origin this site's own */
export function readRequest(search: URLSearchParams, origin: string): EmbedRequest {
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === search.get(name)) ?? null;
  const view = search.get('view') || null;
  const depth = Number(search.get('depth') ?? MIN_DEPTH);
  const pages = search
    .getAll('page')
    .slice(0, 2)
    .filter((page) => URL.canParse(page) && /^https?:/.test(page))
    .map((page) => new URL(page));
  const named = search.get('about');
  const about = named && URL.canParse(named, pages.at(-1)?.href) ? new URL(named, pages.at(-1)) : null;
  const isOther =
    about?.protocol.startsWith('http') && pages.every((page) => page.pathname !== about.pathname);
  return {
    origin,
    about: isOther ? about : null,
    note: search.get('note')?.replace(/^\/+|\/+$/g, '') || null,
    pages,
    host: pages.find((page) => page.origin === origin && isThisMachine(page)) ?? null,
    depth: Math.min(MAX_DEPTH, Math.max(MIN_DEPTH, Math.round(depth) || MIN_DEPTH)),
    direction: oneOf('direction', DIRECTIONS) ?? 'both',
    view: oneOf('view', ['local', 'whole']),
    named: view === 'local' || view === 'whole' ? null : view,
    query: search.get('query') ?? '',
    open: oneOf('open', OPENS) ?? 'blog',
    scheme: oneOf('scheme', ['light', 'dark']),
  };
}
