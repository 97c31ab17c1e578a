/** Fills the holes for addresses in a note's HTML, once it is known where they lead. */
import { PAGE_CLASS } from '../contract/page.ts';
import { escapeText, fillHoles } from './holes.ts';

/** Where a link or picture leads, as the page writes it. */
export type Address =
  | { readonly kind: 'note'; readonly href: string }
  | { readonly kind: 'ghost'; readonly href: string }
  /** Leaves the site: the blog's own other pages. */
  | { readonly kind: 'external'; readonly href: string }
  | { readonly kind: 'file'; readonly href: string }
  /** A picture in an embed `![[…]]`. */
  | { readonly kind: 'picture'; readonly href: string }
  | { readonly kind: 'missing'; readonly label: string }
  /** Left as it was written. */
  | { readonly kind: 'plain'; readonly href: string };

export interface Addresses {
  readonly reference: (index: number) => Address;
  readonly asset: (index: number) => Address;
}

const GHOST_TITLE = 'Nobody has written this note yet';

/** @param html sanitised; its holes for references (r) and assets (a) have `prefix` */
export function fillAddresses(html: string, prefix: string, addresses: Addresses): string {
  const find = (kind: string, index: string): Address =>
    kind === 'r' ? addresses.reference(Number(index)) : addresses.asset(Number(index));
  const hole = `${prefix}([ra])(\\d+)x`;

  const withPictures = html.replace(
    new RegExp(`<a\\b[^>]*? href="${hole}(?:\\?width=(\\d+))?"[^>]*>([^<]*)</a>`, 'g'),
    (whole, kind: string, index: string, width: string | undefined, label: string) => {
      const address = find(kind, index);
      if (address.kind !== 'picture') return whole;
      const size = width === undefined ? '' : ` width="${width}"`;
      return `<img src="${escapeText(address.href)}" alt="${label}" loading="lazy"${size}>`;
    },
  );
  const withImages = withPictures.replace(
    new RegExp(`<img\\b([^>]*?) src="${hole}[^"]*"([^>]*)>`, 'g'),
    (_, before: string, kind: string, index: string, after: string) => {
      const address = find(kind, index);
      if (address.kind !== 'missing') return `<img${before} src="${escapeText(hrefOf(address))}"${after}>`;
      return `<span class="${PAGE_CLASS.missing}">picture: ${escapeText(address.label)}</span>`;
    },
  );
  const withLinks = withImages.replace(
    new RegExp(`<a\\b([^>]*?) href="${hole}([^"]*)"([^>]*)>`, 'g'),
    (_, before: string, kind: string, index: string, suffix: string, after: string) =>
      linkTag(find(kind, index), suffix, `${before}${after}`.replace(/ class="[^"]*"/, '')),
  );
  return fillHoles(withLinks, prefix, (kind, index) => escapeText(hrefOf(find(kind, String(index)))));
}

function linkTag(address: Address, suffix: string, rest: string): string {
  const href = escapeText(hrefOf(address));
  switch (address.kind) {
    case 'note':
      return `<a class="${PAGE_CLASS.link}" href="${href}${suffix.startsWith('#') ? suffix : ''}"${rest}>`;
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
