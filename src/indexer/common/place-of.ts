/** Where the address in a link or a picture leads. */

export type Place =
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
