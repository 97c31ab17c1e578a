/** Which file a map around a note needs first: it is told by the address alone. */
import type { EmbedSite } from '../../contract/embed-site.ts';
import { nearFile, nearFiles, pageName } from '../../contract/near-names.ts';
import { basePath } from './base-path.ts';
import { isThisMachine, type EmbedRequest } from './request.ts';

/** A page of the blog that may be a note's, and its name there. */
export interface NamedPage {
  readonly name: string;
  readonly at: URL;
}

type Asked = Pick<EmbedRequest, 'note' | 'about' | 'pages' | 'origin'>;
type Drawn = Asked & Pick<EmbedRequest, 'named' | 'query'>;

/** The file of surroundings that knows a name, from the site's root. */
export function nearOf(name: string, { near, notes }: Pick<EmbedSite, 'near' | 'notes'>): string {
  return near + nearFile(name, nearFiles(notes));
}

/** The pages that the map may be about, the likeliest first: the one in the browser, as a canonical one may be another site's. */
export function namedPages({ about, pages, origin }: Asked, { baseURL }: EmbedSite): NamedPage[] {
  const isKnown = (page: URL): boolean => isOfBlog(page, baseURL, origin);
  const known = about !== null && isKnown(about) ? [about] : pages.filter(isKnown).reverse();
  const base = basePath(baseURL);
  return known.map((at) => ({ name: pageName(at.pathname, base), at }));
}

/** The first file that a map drawn here reads, from the site's root; null where it reads none that is known by now. */
export function askedFirst(request: Drawn, site: EmbedSite): string | null {
  // The explorer shows those, in a frame of its own.
  if (request.named !== null || request.query !== '') return null;
  const name = request.note ?? namedPages(request, site)[0]?.name;
  return name === undefined ? null : nearOf(name, site);
}

/** Elsewhere a path may be a note's by chance. The blog is also where its map is, and where its author writes. @param origin the map's */
function isOfBlog(page: URL, baseURL: string | null, origin: string): boolean {
  const bare = ({ host }: URL): string => host.replace(/^www\./, '');
  return (
    baseURL === null ||
    page.origin === origin ||
    isThisMachine(page) ||
    bare(page) === bare(new URL(baseURL, origin))
  );
}
