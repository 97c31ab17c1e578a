/** What a page says of itself to search engines, feed readers and those who preview links. */
import { escapeText } from '../common/holes.ts';
import type { SharedPicture } from './shared-picture.ts';

export interface NoteFacts {
  /** ISO 8601. */
  readonly date: string | null;
  readonly lastmod: string | null;
  readonly tags: readonly string[];
}

export interface PageFacts {
  readonly title: string;
  readonly siteTitle: string;
  readonly language: string;
  readonly description: string | null;
  /** The address that stands for the page wherever it is copied: the blog's, else the site's own; null where neither is known. */
  readonly canonical: string | null;
  /** Null where the note has none, or where it will be isn't known. */
  readonly picture: SharedPicture | null;
  /** Null for one of the site's own pages. */
  readonly note: NoteFacts | null;
}

/** Open Graph (ogp.me) and JSON-LD (schema.org), as elements of the head. */
export function headOf(page: PageFacts): string[] {
  const { title, siteTitle, description, canonical, picture, note } = page;
  const property = (name: string, content: string | null): string =>
    content === null || content === '' ? '' : `<meta property="${name}" content="${escapeText(content)}">`;
  return [
    property('og:type', note === null ? 'website' : 'article'),
    property('og:title', title),
    property('og:site_name', siteTitle),
    property('og:description', description),
    property('og:url', canonical),
    property('og:image', picture?.href ?? null),
    property('og:image:alt', picture?.alt ?? null),
    picture === null ? '' : '<meta name="twitter:card" content="summary_large_image">',
    property('article:published_time', note?.date ?? null),
    property('article:modified_time', note?.lastmod ?? null),
    ...(note?.tags ?? []).map((tag) => property('article:tag', tag)),
    note === null ? '' : linkedData(page, note),
  ].filter((line) => line !== '');
}

function linkedData(
  { title, siteTitle, language, description, canonical, picture }: PageFacts,
  { date, lastmod, tags }: NoteFacts,
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: title,
    inLanguage: language,
    ...(description === null ? {} : { description }),
    ...(canonical === null ? {} : { url: canonical, mainEntityOfPage: canonical }),
    ...(picture === null ? {} : { image: picture.href }),
    ...(date === null ? {} : { datePublished: date }),
    ...(lastmod === null ? {} : { dateModified: lastmod }),
    ...(tags.length === 0 ? {} : { keywords: tags }),
    isPartOf: { '@type': 'WebSite', name: siteTitle },
  };
  // Data, not a program; but no text in it may end its element.
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
