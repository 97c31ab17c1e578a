/** Scripts of the map in a page that Vite reads: they are no module of the blog, and come to be when Vite is done. */

// Quoted values may hold the sign that ends a tag.
const SCRIPT = /<script(?=\s)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const SOURCE = /(\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

export interface VitePage {
  /** Where the map is from the blog's base, without slashes around. */
  readonly place: string;
  /** The blog's base, as Vite has it: `/`, `/blog/`, or `./` for wherever it will lie. */
  readonly base: string;
  /** Path of the page from the root, with a slash in front. */
  readonly page: string;
}

/**
 * The page with its scripts from below the map's place marked, so that Vite leaves them to the browser. Their addresses get the
 * blog's base in front, as Vite gives it to files that it copies.
 */
export function leaveScripts(html: string, { place, base, page }: VitePage): string {
  const isRelative = base === '' || base === './';
  const front = isRelative ? '../'.repeat(page.split('/').length - 2) || './' : base.replace(/\/*$/, '/');
  return html.replace(SCRIPT, (tag) => {
    const [, written = '', ...values] = SOURCE.exec(tag) ?? [];
    const address = fromRoot(values.find((value) => value !== undefined) ?? '', page);
    if (/\svite-ignore[\s=>]/i.test(tag)) return tag;
    const hasBase = !isRelative && address.startsWith(`${front}${place}/`);
    if (!hasBase && !address.startsWith(`/${place}/`)) return tag;
    const full = hasBase ? address : front + address.slice(1);
    return tag.replace(SOURCE, () => `${written}"${full.replaceAll('"', '&quot;')}" vite-ignore`);
  });
}

/** An address that counts from its page, from the root; others as they are. */
function fromRoot(address: string, page: string): string {
  if (address === '' || /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(address)) return address;
  const { pathname, search } = new URL(address, `http://a${page}`);
  return pathname + search;
}
