/** What machines ask a site for: all its addresses, what is new, and what it is about in plain words. */
import type { MapRegion } from '../../contract/map.ts';
import { notePage } from '../../contract/page.ts';
import { compareText } from '../common/diagnose.ts';
import { withoutControls, xmlText } from '../common/xml-text.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';

/** Entries of the feed. */
const NEWEST = 30;
/** What a sitemap may hold (sitemaps.org). */
const MOST_ADDRESSES = 50_000;

/**
 * `sitemap.xml`: the start page and each note's page.
 * @param url the site's own address, with a slash at the end
 */
export function sitemap(notes: readonly ResolvedNote[], url: string): string {
  const entries = notes.slice(0, MOST_ADDRESSES - 1).map(({ note, slug }) => {
    const changed = (note.frontMatter.lastmod ?? note.frontMatter.date)?.slice(0, 10);
    const lastmod = changed === undefined ? '' : `<lastmod>${xmlText(changed)}</lastmod>`;
    return `<url><loc>${xmlText(new URL(notePage(slug), url).href)}</loc>${lastmod}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    `<url><loc>${xmlText(url)}</loc></url>`,
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

/** `feed.xml` in Atom (RFC 4287), the newest notes first; null where no note has a date. */
export function feed(
  notes: readonly ResolvedNote[],
  url: string,
  title: string,
  summaryOf: (id: number) => string | null,
): string | null {
  const dated = notes
    .flatMap(({ note, slug }, id) => {
      const { date, lastmod } = note.frontMatter;
      const written = instant(date ?? lastmod);
      return written === null
        ? []
        : [{ id, slug, title: note.title, written, changed: instant(lastmod) ?? written }];
    })
    .sort((a, b) => compareText(b.written, a.written) || compareText(a.slug, b.slug))
    .slice(0, NEWEST);
  if (dated.length === 0) return null;
  const updated = dated.reduce((last, { changed }) => (changed > last ? changed : last), '');
  const entries = dated.map(({ id, slug, title, written, changed }) => {
    const href = xmlText(new URL(notePage(slug), url).href);
    const summary = summaryOf(id);
    return [
      `<entry><title>${xmlText(title)}</title><id>${href}</id><link href="${href}"/>`,
      `<published>${written}</published><updated>${changed}</updated>`,
      summary === null ? '' : `<summary>${xmlText(summary)}</summary>`,
      '</entry>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${xmlText(title)}</title><id>${xmlText(url)}</id>`,
    `<link href="${xmlText(url)}"/><link rel="self" href="${xmlText(new URL('feed.xml', url).href)}"/>`,
    `<updated>${updated}</updated><author><name>${xmlText(title)}</name></author>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** RFC 3339 in UTC; a date alone is its first instant. */
function instant(date: string | null): string | null {
  if (date === null) return null;
  const time = Date.parse(
    /^\d{4}-\d{2}-\d{2}T[^Z+]*$/.test(date) && !/[+-]\d{2}:?\d{2}$/.test(date) ? `${date}Z` : date,
  );
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

/** `llms.txt` (llmstxt.org): what the site is, where to begin, and every note by its title. */
export function llmsText(
  notes: readonly ResolvedNote[],
  title: string,
  regions: readonly MapRegion[],
): string {
  const link = ({ note, slug }: ResolvedNote): string =>
    `[${oneLine(note.title)}](${notePage(slug)})${note.frontMatter.description === null ? '' : `: ${oneLine(note.frontMatter.description)}`}`;
  const begin = regions
    .filter(({ hub }) => hub < notes.length)
    .map(
      ({ hub, words }) =>
        `- ${link(notes[hub]!)}${words.length === 0 ? '' : ` (${words.map(oneLine).join(', ')})`}`,
    );
  return [
    `# ${oneLine(title)}`,
    '',
    `> ${notes.length} linked notes. Each has a page of plain HTML with its text, who links to it in which sentence, and notes like it.`,
    '',
    '- [All notes and references as JSON](graph.json): titles, headings, tags; each reference with its sentence',
    '- [What the links lack](report.json)',
    ...(begin.length === 0 ? [] : ['', '## Where to begin', '', ...begin]),
    '',
    '## Notes',
    '',
    ...notes.map((note) => `- ${link(note)}`),
    '',
  ].join('\n');
}

/** Markdown of one line, in which nothing is a link or markup. */
function oneLine(text: string): string {
  return withoutControls(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]<>]/g, '\\$&')
    .trim();
}
