/**
 * Makes a note's HTML safe to stand in a page: only what a text needs, nothing that runs, loads from elsewhere or
 * looks like the app. Runs before formulas and highlighted code are put in.
 */
import sanitize from 'sanitize-html';
import { PAGE_CLASS } from '../contract/page.ts';
import { htmlDepth, MAX_HTML_DEPTH } from './html-depth.ts';

export { htmlDepth, MAX_HTML_DEPTH } from './html-depth.ts';

export interface SanitiseOptions {
  /** Hosts, lower-case, whose pictures are shown; others become links. */
  readonly allowImageHosts?: ReadonlySet<string>;
}

/** In UTF-16 units. */
export const MAX_HTML_LENGTH = 16_000_000;

/** Searched from the start, so what is frequent comes first. */
export const ALLOWED_TAGS = [
  ...['p', 'li', 'a', 'ul', 'code', 'em', 'strong', 'h2', 'h3', 'span', 'div', 'br', 'td', 'tr', 'ol', 'pre'],
  ...[
    'h1',
    'h4',
    'h5',
    'h6',
    'section',
    'blockquote',
    'hr',
    'wbr',
    'dl',
    'dt',
    'dd',
    'figure',
    'figcaption',
    'details',
    'summary',
    'address',
  ],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'th'],
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'i',
    'ins',
    'kbd',
    'mark',
    'q',
    's',
  ],
  ...['samp', 'small', 'sub', 'sup', 'time', 'u', 'var', 'ruby', 'rb', 'rp', 'rt', 'rtc'],
  ...['img', 'audio', 'video', 'source', 'input'],
];

export const ALLOWED_ATTRIBUTES: Record<string, string[]> = {
  '*': ['id', 'class', 'title', 'lang', 'dir', 'role', 'aria-label'],
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  audio: ['src', 'controls', 'loop', 'muted', 'preload'],
  video: ['src', 'controls', 'loop', 'muted', 'preload', 'width', 'height', 'poster'],
  source: ['src', 'type'],
  input: ['type', 'disabled', 'checked'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  th: ['colspan', 'rowspan', 'align', 'scope'],
  td: ['colspan', 'rowspan', 'align'],
  col: ['span'],
  colgroup: ['span'],
  details: ['open'],
  time: ['datetime'],
  ins: ['datetime'],
  del: ['datetime'],
  code: ['data-lang'],
  span: ['data-ghost'],
};

export const ALLOWED_SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** Roles of footnotes; any other could make a text pass for a control. */
const ROLES: ReadonlySet<string> = new Set(['doc-noteref', 'doc-backlink', 'doc-endnotes', 'doc-endnote']);

/** What syntax rules write into a note's own text. The rest of PAGE_CLASS is for what stands around a note. */
const OWN_CLASSES: ReadonlySet<string> = new Set([
  PAGE_CLASS.link,
  PAGE_CLASS.ghost,
  PAGE_CLASS.external,
  PAGE_CLASS.shortcode,
  PAGE_CLASS.missing,
  PAGE_CLASS.scroll,
]);

/** Classes of ox-hugo, Org, citations and Markdown extensions, which say what a piece of text is. */
const TEXT_CLASS =
  /^(?:language-[\w+#.-]{1,40}|footnotes?(?:-[a-z]+)*|(?:contains-)?task-list(?:-item)?(?:-checkbox)?|csl-[a-z-]+|callout(?:-[a-z]+)*|markdown-alert(?:-[a-z]+)*|table-(?:caption|number)|figure-number|example-number|org-(?:todo|target)|todo|done|TODO|DONE|timestamp|timestamp-wrapper|underline|verse|theorem|definition|proof|lemma|corollary|proposition|remark|example)$/;

/** A tag that nothing allows: the sanitiser leaves its content only. */
const DROPPED = { tagName: 'hm-dropped', attribs: {} };

const EXTERNAL_REL = 'noopener noreferrer';
const PICTURE_REL = 'noopener noreferrer nofollow';

type Place =
  | { readonly kind: 'site'; readonly href: string }
  | { readonly kind: 'host'; readonly href: string; readonly host: string }
  /** Another scheme, or an address that leads nowhere. */
  | { readonly kind: 'other'; readonly href: string };

/** Where an address leads, read as browsers read it: without controls and line ends, `\\` as `/`. */
export function placeOf(address: string): Place {
  const href = address.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  if (scheme === undefined && !/^[\\/]{2}/.test(href)) return { kind: 'site', href };
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'other', href };
  try {
    return { kind: 'host', href, host: new URL(scheme === undefined ? `https:${href}` : href).hostname };
  } catch {
    return { kind: 'other', href };
  }
}

/**
 * Keeps what ALLOWED_TAGS, ALLOWED_ATTRIBUTES and ALLOWED_SCHEMES name. Pictures and frames of other hosts become
 * links. Linear in the HTML's length; what is nested too deep or too long is shown as its source.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): string {
  if (html.length > MAX_HTML_LENGTH || htmlDepth(html) > MAX_HTML_DEPTH) {
    return `<pre>${html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`;
  }
  const hosts = options.allowImageHosts ?? new Set<string>();
  let openLinks = 0;
  const remoteMedia = /<source\b[^<>]*?\bsrc\s*=\s*["']?\s*(?:https?:|[\\/]{2})/i.test(html);

  /** A link, or, where one is open already, a span: links don't nest. */
  const missing = (text: string, href: string | null): sanitize.Tag =>
    href === null || openLinks > 0
      ? { tagName: 'span', attribs: { class: PAGE_CLASS.missing }, text }
      : { tagName: 'a', attribs: { class: PAGE_CLASS.missing, href, rel: PICTURE_REL }, text };

  const media = (tagName: string, attribs: sanitize.Attributes): sanitize.Tag => {
    if (attribs['poster'] !== undefined && placeOf(attribs['poster']).kind !== 'site')
      delete attribs['poster'];
    if (attribs['src'] === undefined) return remoteMedia ? DROPPED : { tagName, attribs };
    const place = placeOf(attribs['src']);
    if (place.kind === 'site') return { tagName, attribs };
    return missing(place.kind === 'host' ? place.host : tagName, place.kind === 'host' ? place.href : null);
  };

  return sanitize(html, {
    allowedTags: [...ALLOWED_TAGS, 'iframe'],
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: ALLOWED_SCHEMES,
    selfClosing: ['img', 'br', 'hr', 'input', 'col', 'wbr', 'source'],
    onOpenTag: (name) => {
      if (name === 'a') openLinks++;
    },
    onCloseTag: (name) => {
      if (name === 'a') openLinks--;
    },
    transformTags: {
      img: (tagName, attribs) => {
        const place = placeOf(attribs['src'] ?? '');
        if (place.kind === 'site' || (place.kind === 'host' && hosts.has(place.host))) {
          return { tagName, attribs: { ...attribs, src: place.href, loading: 'lazy' } };
        }
        const alt = attribs['alt'] || attribs['title'] || '';
        if (place.kind === 'other') return missing(alt || 'picture', null);
        return missing(alt === '' ? place.host : `${alt} (${place.host})`, place.href);
      },
      // Allowed above and always something else here: the library would otherwise read its content as HTML.
      iframe: (_, attribs) => {
        const place = placeOf(attribs['src'] ?? '');
        const text = attribs['title'] || (place.kind === 'host' ? place.host : 'frame');
        if (place.kind !== 'host' || openLinks > 0) {
          return { tagName: 'span', attribs: { class: PAGE_CLASS.missing }, text };
        }
        return {
          tagName: 'a',
          attribs: { class: PAGE_CLASS.external, href: place.href, rel: EXTERNAL_REL },
          text,
        };
      },
      audio: media,
      video: media,
      source: (tagName, attribs) => {
        const src = attribs['src'];
        if (src === undefined) return DROPPED;
        const place = placeOf(src);
        if (place.kind === 'site' && !remoteMedia) return { tagName, attribs };
        if (place.kind === 'other') return DROPPED;
        return missing(place.kind === 'host' ? place.host : place.href, place.href);
      },
      input: (tagName, attribs) => {
        if (attribs['type']?.toLowerCase() !== 'checkbox') return DROPPED;
        const checked = attribs['checked'] === undefined ? {} : { checked: '' };
        return {
          tagName,
          attribs: { type: 'checkbox', disabled: '', ...checked, ...pick(attribs, 'class') },
        };
      },
      a: (tagName, attribs) => ({ tagName, attribs: link(attribs) }),
      '*': (tagName, attribs) => ({ tagName, attribs: common(tagName, attribs) }),
    },
  });
}

function pick(attribs: sanitize.Attributes, name: string): sanitize.Attributes {
  return attribs[name] === undefined ? {} : { [name]: attribs[name] };
}

/** The class and the relation come last, so that doing it again changes nothing. */
function link(attribs: sanitize.Attributes): sanitize.Attributes {
  const { name, class: written, ...kept } = attribs;
  delete kept['rel'];
  if (kept['id'] === undefined && name !== undefined) kept['id'] = name;
  const place = placeOf(kept['href'] ?? '');
  if (kept['href'] !== undefined) kept['href'] = place.href;
  const classes = new Set(written?.split(/\s+/));
  if (place.kind !== 'site') classes.delete(PAGE_CLASS.link);
  if (place.kind !== 'host') classes.delete(PAGE_CLASS.external);
  else if (!classes.has(PAGE_CLASS.missing)) classes.add(PAGE_CLASS.external);
  if (classes.size > 0) kept['class'] = [...classes].join(' ');
  if (place.kind === 'host') kept['rel'] = classes.has(PAGE_CLASS.missing) ? PICTURE_REL : EXTERNAL_REL;
  return kept;
}

function common(tagName: string, attribs: sanitize.Attributes): sanitize.Attributes {
  const { id, role, style } = attribs;
  const classes = attribs['class'];
  if (id !== undefined && /^hm-|\s/i.test(id)) delete attribs['id'];
  if (role !== undefined && !ROLES.has(role)) delete attribs['role'];
  if (classes !== undefined) {
    const kept = classes.split(/\s+/).filter((name) => OWN_CLASSES.has(name) || TEXT_CLASS.test(name));
    if (kept.length > 0) attribs['class'] = kept.join(' ');
    else delete attribs['class'];
  }
  if (style !== undefined && (tagName === 'td' || tagName === 'th')) {
    const align = /^text-align:\s*(left|center|right);?$/.exec(style)?.[1];
    if (align !== undefined) attribs['align'] = align;
  }
  return attribs;
}
