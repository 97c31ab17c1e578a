/** Fills the holes for addresses in a note's HTML, once it is known where they lead. */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { escapeText, holesIn } from '../common/holes.ts';
import type { Pixels } from '../derive/picture-pixels.ts';
import { embedPlace, endParagraph, goOnBehind } from '../parse/embed-place.ts';
import { missingPlayer } from './missing-player.ts';
import { ownRoom, withWrittenRatios } from './picture-room.ts';

/** Where a link or picture leads, as the page writes it. */
export type Address =
  /** `written` is what stands in a text that has the address itself, as the blog shows it. */
  | { readonly kind: 'note'; readonly href: string; readonly written?: string }
  | { readonly kind: 'ghost'; readonly href: string }
  /** Leaves the site: the blog's own other pages. */
  | { readonly kind: 'external'; readonly href: string }
  | Media
  /** A note in an embed: made where it fits, else a link. */
  | { readonly kind: 'embed'; readonly href: string; readonly make: () => string }
  | { readonly kind: 'missing'; readonly label: string }
  /** A search for a tag. */
  | { readonly kind: 'tag'; readonly href: string }
  /** Left as it was written. */
  | { readonly kind: 'plain'; readonly href: string };

interface Media {
  /** A file, or what shows it in an embed `![[…]]`. */
  readonly kind: 'file' | 'picture' | 'audio' | 'video';
  readonly href: string;
  /** How large the picture is by itself, where it tells. */
  readonly pixels?: Pixels | undefined;
}

export interface Addresses {
  readonly reference: (index: number) => Address;
  readonly asset: (index: number) => Address;
  readonly tag: (index: number) => Address;
}

const GHOST_TITLE = 'Nobody has written this note yet';

/** @param html sanitised; its holes for references (r), assets (a) and tags (g) have `prefix` */
export function fillAddresses(html: string, prefix: string, addresses: Addresses): string {
  let result = '';
  let done = 0;
  for (const { kind, index, start, end } of holesIn(html, prefix)) {
    // Some are filled with the tag before them.
    if (start < done || (kind !== 'r' && kind !== 'a' && kind !== 'g')) continue;
    const address = addressOf(addresses, kind, index);
    const tag = tagAround(html, start, done);
    const embed = address.kind === 'embed' && tag !== null ? embedPlace(html, tag, end) : null;
    if (embed !== null) {
      const before = result + html.slice(done, tag!.start);
      result = embed.inParagraph ? endParagraph(before) : before;
      result += (address as Extract<Address, { kind: 'embed' }>).make();
      done = embed.end;
      if (embed.inParagraph) {
        const { opens, at } = goOnBehind(html, done);
        result += opens;
        done = at;
      }
      continue;
    }
    const player =
      address.kind === 'missing' && tag !== null
        ? missingPlayer(html, prefix, tag, (file) => addresses.asset(file).kind === 'missing')
        : null;
    if (player !== null && player.start >= done) {
      result += html.slice(done, player.start);
      if (player.kind !== null)
        result += missing(player.kind, (address as Extract<Address, { kind: 'missing' }>).label);
      done = player.end;
      continue;
    }
    const filled = tag === null ? null : fillTag(html, tag, start, end, address);
    if (filled === null) {
      result +=
        html.slice(done, start) +
        (tag === null ? asText(address, result + html.slice(done, start)) : escapeText(hrefOf(address)));
      done = end;
    } else {
      result += html.slice(done, tag!.start) + filled.text;
      done = filled.end;
    }
  }
  return result + html.slice(done);
}

/** The address itself, as the text of a link unless it is within one. */
function asText(address: Address, before: string): string {
  const text = escapeText((address.kind === 'note' ? address.written : undefined) ?? hrefOf(address));
  const isWithinLink = before.lastIndexOf('<a ') > before.lastIndexOf('</a>');
  return address.kind !== 'note' || isWithinLink ? text : `${linkTag(address, '', '')}${text}</a>`;
}

function addressOf(addresses: Addresses, kind: 'r' | 'a' | 'g', index: number): Address {
  if (kind === 'r') return addresses.reference(index);
  return kind === 'a' ? addresses.asset(index) : addresses.tag(index);
}

interface Tag {
  readonly start: number;
  /** Behind its `>`. */
  readonly end: number;
}

/** The tag that a place stands in: in sanitised HTML brackets in attributes are entities. */
function tagAround(html: string, at: number, from: number): Tag | null {
  const before = html.slice(from, at);
  const start = before.lastIndexOf('<');
  if (start < 0 || before.lastIndexOf('>') > start) return null;
  const end = html.indexOf('>', at);
  return end < 0 ? null : { start: from + start, end: end + 1 };
}

/** Writes a link or picture anew whose address is the hole; null where the hole is something else of the tag. */
function fillTag(
  html: string,
  tag: Tag,
  from: number,
  to: number,
  address: Address,
): { text: string; end: number } | null {
  const before = html.slice(tag.start, from);
  const value = /^<(a|img)\b([^>]*?) (href|src)="$/.exec(before);
  if (value === null) return null;
  const [, name, first] = value;
  const rest = html.slice(to, tag.end - 1);
  const quote = rest.indexOf('"');
  if (quote < 0) return null;
  const suffix = rest.slice(0, quote);
  const attributes = first! + rest.slice(quote + 1);
  if (name === 'img') {
    if (address.kind !== 'missing') {
      const pixels = 'pixels' in address ? address.pixels : undefined;
      const source = `src="${escapeText(hrefOf(address))}"${ownRoom(attributes, pixels)}`;
      const text = `<img${first} ${source}${rest.slice(quote + 1)}>`;
      return { text, end: tag.end };
    }
    return { text: missing('picture', address.label), end: tag.end };
  }
  if (address.kind === 'picture' || address.kind === 'audio' || address.kind === 'video') {
    const close = html.indexOf('</a>', tag.end);
    const label = html.slice(tag.end, close);
    if (close >= 0 && !label.includes('<')) {
      const text = mediaTag(address, suffix, label.replaceAll('"', '&quot;'));
      return { text, end: close + '</a>'.length };
    }
  }
  return { text: linkTag(address, suffix, attributes.replace(/ class="[^"]*"/, '')), end: tag.end };
}

function missing(what: string, label: string): string {
  return `<span class="${PAGE_CLASS.missing}">${what}: ${escapeText(label)}</span>`;
}

function mediaTag({ kind, href, pixels }: Media, suffix: string, label: string): string {
  const [, width, height] = /^\?size=(\d+)(?:x(\d+))?$/.exec(suffix) ?? [];
  const size = (width ? ` width="${width}"` : '') + (height ? ` height="${height}"` : '');
  const source = escapeText(href);
  if (kind === 'picture')
    return `${withWrittenRatios(`<img src="${source}" alt="${label}" loading="lazy"${size}`)}${ownRoom(size, pixels)}>`;
  const player = `<${kind} src="${source}" aria-label="${label}" controls preload="metadata"${size}`;
  return `${withWrittenRatios(player)}></${kind}>`;
}

function linkTag(address: Address, suffix: string, rest: string): string {
  const href = escapeText(hrefOf(address));
  switch (address.kind) {
    case 'note':
    case 'embed':
      return `<a class="${PAGE_CLASS.link}" href="${href}${suffix.startsWith('#') ? suffix : ''}"${rest}>`;
    case 'tag':
      return `<a class="${PAGE_CLASS.tag}" href="${href}"${rest}>`;
    case 'ghost':
      return `<a class="${PAGE_CLASS.ghost}" href="${href}" title="${GHOST_TITLE}"${rest}>`;
    case 'external':
      return `<a class="${PAGE_CLASS.external}" rel="noopener noreferrer" href="${href}"${rest}>`;
    case 'missing':
      return `<a class="${PAGE_CLASS.missing}" title="${escapeText(address.label)}"${rest}>`;
    default:
      return `<a href="${href}"${rest}>`;
  }
}

function hrefOf(address: Address): string {
  return address.kind === 'missing' ? '' : address.href;
}
