/** Hugo's own figure, with the attributes that hold no code. */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { escapeText } from '../common/holes.ts';
import { placeOf } from '../common/place-of.ts';
import { EXTERNAL_REL } from '../sanitise/sanitise-rules.ts';
import { sanitiseHtml } from '../sanitise/sanitise.ts';
import type { Shortcode } from './shortcode.ts';

/** What Hugo prints as it is written and browsers understand: a number, of pixels, a share, or a length. */
const SIZE = /^(\d{1,5}(?:\.\d{1,3})?(?:%|[a-z]{1,4})?)$/i;

/** Each makes the hole for a part of a figure. */
export interface FigureMakers {
  readonly asset: (argument: string) => string;
  /** Of Markdown. */
  readonly caption: (text: string) => string;
  /** The tag that opens a link. @param words what the link says */
  readonly link: (href: string, words: string) => string;
}

export function figure(code: Shortcode, makers: FigureMakers): string {
  const get = (key: string): string => code.named.get(key) ?? '';
  const source = get('src') || code.positional[0] || '';
  const size = ['width', 'height']
    .map((key) => [key, SIZE.exec(get(key).trim())?.[1]?.replace(/px$/i, '')] as const)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${value}"`))
    .join('');
  const isElsewhere = placeOf(source).kind !== 'site';
  const caption = get('caption') === '' ? '' : makers.caption(get('caption'));
  // In a tag, its hole is filled with its text.
  const alt =
    escapeText(get('alt')) || (isElsewhere ? escapeText(get('caption').replace(/<[^<>]*>/g, '')) : caption);
  const image = isElsewhere
    ? sanitiseHtml(`<img src="${escapeText(source)}" alt="${alt}">`)
    : `<img src="${makers.asset(source)}" alt="${alt}" loading="lazy"${size}>`;
  // Of another host's picture, the link to it has the place.
  const link = isElsewhere ? '' : get('link');
  const linked = link === '' ? image : `${makers.link(link, get('alt'))}${image}</a>`;
  const title = get('title') === '' ? '' : `<h4>${escapeText(get('title'))}</h4>`;
  const told = [caption, attribution(get, makers)].filter((part) => part !== '').join(' ');
  const both = title + (told === '' ? '' : `<p>${told}</p>`);
  return `<figure>${linked}${both === '' ? '' : `<figcaption>${both}</figcaption>`}</figure>`;
}

/** Whose picture it is. Within a link there is no other, so its words are plain there. */
function attribution(get: (key: string) => string, makers: FigureMakers): string {
  const words = get('attr');
  if (words === '') return '';
  const href = get('attrlink');
  if (!/^https?:\/\//.test(href) || placeOf(href).kind !== 'host') return makers.caption(words);
  return `<a class="${PAGE_CLASS.external}" rel="${EXTERNAL_REL}" href="${escapeText(href)}">${escapeText(words)}</a>`;
}
