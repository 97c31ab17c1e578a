/** What the page in a frame of `<hearth-map>` must know of its site before it can ask for anything: it stands in the page. */
import { DataError, isRecord } from './site.ts';

/** Where in the page, as JSON: `<html data-site="…">`. */
export const EMBED_SITE = 'site';

/** The same as a file of its own, from the site's root: for a map that has no page. */
export const EMBED_SITE_FILE = 'embed.json';

export interface EmbedSite {
  /** Folder of what stands around notes: see `nearFile`. */
  readonly near: string;
  /** Folder of texts: see `textAddress`. */
  readonly texts: string;
  readonly map: string;
  /** Where all notes stand on the blog: see `PagesFile`. */
  readonly pages: string;
  /** The blog's address, or its path alone where it is on the site's own host; null where notes are no blog's. */
  readonly baseURL: string | null;
  readonly notes: number;
}

/** @throws {DataError} in words, where it is none. */
export function readEmbedSite(json: string | undefined): EmbedSite {
  const value: unknown = json === undefined ? null : JSON.parse(json);
  if (!isRecord(value)) throw new DataError('The page of the embedded map is broken.');
  const text = (key: string): string => {
    const found = value[key];
    if (typeof found !== 'string') throw new DataError(`The page of the embedded map lacks "${key}".`);
    return found;
  };
  return {
    near: text('near'),
    texts: text('texts'),
    map: text('map'),
    pages: text('pages'),
    baseURL: typeof value['baseURL'] === 'string' ? value['baseURL'] : null,
    notes: Number(value['notes']),
  };
}
