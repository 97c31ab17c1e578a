/** The picture that stands for a note where a link to it is shown: the first that its page has of its own site. */
import { decodeHTMLAttribute } from 'entities';

export interface SharedPicture {
  /** Absolute, as those who show it need it. */
  readonly href: string;
  /** What it shows; null where nobody said so. */
  readonly alt: string | null;
}

const PICTURE = /<img\b[^>]*>/g;
/** Those who show previews draw no SVG. */
const SHOWN = /\.(?:png|jpe?g|gif|webp|avif)$/i;

/**
 * @param html sanitised, with the addresses that it has on its page
 * @param page the page's own address
 * @param site the site's, with a slash at the end
 */
export function sharedPicture(html: string, page: URL, site: string): SharedPicture | null {
  if (!html.includes('<img')) return null;
  for (const [tag] of html.matchAll(PICTURE)) {
    const source = attribute(tag, 'src');
    if (source === null || !URL.canParse(source, page)) continue;
    const { href, pathname } = new URL(source, page);
    if (!href.startsWith(site) || !SHOWN.test(pathname)) continue;
    const alt = attribute(tag, 'alt')?.trim() ?? '';
    // An embed without words is called like its file.
    return { href, alt: alt === '' || SHOWN.test(alt) ? null : alt };
  }
  return null;
}

function attribute(tag: string, name: 'src' | 'alt'): string | null {
  const written = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return written === undefined ? null : decodeHTMLAttribute(written);
}
