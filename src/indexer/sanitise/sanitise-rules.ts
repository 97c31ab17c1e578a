/** What a note's HTML may hold: elements, attributes, addresses, classes. */
import type { Attributes } from 'sanitize-html';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { placeOf } from '../common/place-of.ts';

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
  p: ['align'],
  div: ['align'],
  a: ['href', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  audio: ['src', 'controls', 'loop', 'muted', 'preload'],
  video: ['src', 'controls', 'loop', 'muted', 'preload', 'width', 'height', 'poster'],
  source: ['src', 'type'],
  input: ['type', 'disabled', 'checked', 'data-task'],
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
/** Of links, which do nothing until they are clicked. */
export const LINK_SCHEMES = [
  ...ALLOWED_SCHEMES,
  ...['ftp', 'sms', 'irc', 'ircs', 'xmpp', 'matrix', 'geo', 'webcal'],
  // Programs in which authors keep what their notes are about.
  ...[
    'obsidian',
    'zotero',
    'logseq',
    'org-protocol',
    'x-devonthink-item',
    'hook',
    'things',
    'omnifocus',
    'bear',
  ],
];

/** Roles of footnotes and callouts; any other could make a text pass for a control. */
const ROLES: ReadonlySet<string> = new Set([
  'note',
  'doc-noteref',
  'doc-backlink',
  'doc-endnotes',
  'doc-endnote',
]);

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

export const EXTERNAL_REL = 'noopener noreferrer';
export const PICTURE_REL = 'noopener noreferrer nofollow';

/** The class and the relation come last, so that doing it again changes nothing. */
export function linkAttributes(attribs: Attributes): Attributes {
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

/** For every element: classes and roles that are a text's own, no id of the app's, an alignment as attribute. */
export function textAttributes(tagName: string, attribs: Attributes): Attributes {
  const { id, role, style, align: written } = attribs;
  const classes = attribs['class'];
  if (id !== undefined && /^hm-|\s/i.test(id)) delete attribs['id'];
  if (role !== undefined && !ROLES.has(role)) delete attribs['role'];
  if (classes !== undefined) {
    const kept = classes.split(/\s+/).filter((name) => OWN_CLASSES.has(name) || TEXT_CLASS.test(name));
    if (kept.length > 0) attribs['class'] = kept.join(' ');
    else delete attribs['class'];
  }
  if (written !== undefined && (tagName === 'p' || tagName === 'div')) {
    const align = /^(?:left|center|right|justify)$/.exec(written.trim().toLowerCase())?.[0];
    if (align === undefined) delete attribs['align'];
    else attribs['align'] = align;
  }
  if (style !== undefined && (tagName === 'td' || tagName === 'th')) {
    const align = /^text-align:\s*(left|center|right);?$/.exec(style)?.[1];
    if (align !== undefined) attribs['align'] = align;
  }
  return attribs;
}
