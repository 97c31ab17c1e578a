/** `site.json`: the one data file with a stable address. It names the hash-named files of the same build. */

export const SITE_VERSION = 1;

export interface SiteFile {
  readonly version: typeof SITE_VERSION;
  readonly title: string;
  /** Where the notes are published by their author's own tool, a path alone where that is the site's own host; or null. */
  readonly baseURL: string | null;
  /** Paths from the site's root. */
  readonly map: string;
  readonly search: string;
  readonly report: string;
  /** Where all notes stand on the blog: see `PagesFile`. */
  readonly pages?: string;
  /** Folder of the sentences that say why notes are linked: see `linksAddress`. */
  readonly links?: string;
  /** When notes were written and what is in them: see `readFacts`. */
  readonly facts?: string;
  /** Whether the facts know the day of any note. */
  readonly dates?: true;
  /** Which attachments notes have: see `readAttachments`. Left out where they have none. */
  readonly attachments?: string;
  /** Views of the map that the author named, in their order. */
  readonly views?: readonly NamedView[];
  /** The author doesn't want browsers to keep what was read for when they are offline. */
  readonly offline?: false;
  /** Present while `hearthmap dev` serves: an event stream that says when the notes changed. */
  readonly live?: string;
}

export interface NamedView {
  /** In addresses; never NO_VIEW. */
  readonly id: string;
  readonly name: string;
  /** What it chooses, as parameters of an address. */
  readonly address: string;
  /** What is shown to those who come without a choice of their own; one view at the most. */
  readonly first?: true;
}

/** In an address: none of the views, though one of them is the first. */
export const NO_VIEW = 'all';

/** Thrown where a data file is not what this version of the app reads. The message is for the reader. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {DataError} in words, where the value is no site file of this version. */
export function readSite(value: unknown): SiteFile {
  if (!isRecord(value)) throw new DataError('site.json holds no site description.');
  if (value['version'] !== SITE_VERSION) {
    throw new DataError(
      `site.json has version ${String(value['version'])}; this page reads version ${SITE_VERSION}. Reload the page.`,
    );
  }
  const text = (key: string): string => {
    const found = value[key];
    if (typeof found !== 'string') throw new DataError(`site.json lacks "${key}".`);
    return found;
  };
  return {
    version: SITE_VERSION,
    title: text('title'),
    baseURL: typeof value['baseURL'] === 'string' ? value['baseURL'] : null,
    map: text('map'),
    search: text('search'),
    report: text('report'),
    ...(typeof value['pages'] === 'string' ? { pages: value['pages'] } : {}),
    ...(typeof value['links'] === 'string' ? { links: value['links'] } : {}),
    ...(typeof value['facts'] === 'string' ? { facts: value['facts'] } : {}),
    ...(typeof value['attachments'] === 'string' ? { attachments: value['attachments'] } : {}),
    ...(value['dates'] === true ? { dates: true } : {}),
    ...(Array.isArray(value['views']) ? { views: value['views'].filter(isView) } : {}),
    ...(value['offline'] === false ? { offline: false } : {}),
    ...(typeof value['live'] === 'string' ? { live: value['live'] } : {}),
  };
}

function isView(value: unknown): value is NamedView {
  return isRecord(value) && ['id', 'name', 'address'].every((key) => typeof value[key] === 'string');
}
