/** How Hugo writes a path's text into addresses. Source: the behaviour of Hugo 0.111 on some thousand names. */

const KEPT = /[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u;

/** Most names. */
const ALL_KEPT = /^[\w./\\#+~@-]*$/;

/**
 * Spaces become hyphens; what isn't a letter, digit, mark or one of `./\_#+~-@` goes away; `%` stays where two
 * hexadecimal digits follow it.
 */
export function sanitisePath(text: string): string {
  if (ALL_KEPT.test(text)) return text;
  let result = '';
  let pendingHyphen = false;
  let wasHyphen = false;
  for (const [part] of text.matchAll(/%[0-9a-fA-F]{2}|[^]/gu)) {
    const encoded = part.length === 3 && part.startsWith('%');
    if (encoded || KEPT.test(part)) {
      wasHyphen = part === '-';
      if (pendingHyphen && !wasHyphen) result += '-';
      pendingHyphen = false;
      result += part;
    } else if (result !== '' && !wasHyphen && /\s/u.test(part)) {
      pendingHyphen = true;
    }
  }
  return result;
}

/** Letter by letter, whatever stands around it: Σ has one small form, and İ is an i. */
export function lowerCase(text: string): string {
  return /[İΣ]/.test(text)
    ? text.replaceAll('İ', 'i').replaceAll('Σ', 'σ').toLowerCase()
    : text.toLowerCase();
}

/** Percent-encodes an address as Go's `url.Parse(…).String()` does: a `#` or `?` in a name begins a fragment or query. */
export function escapePath(address: string): string {
  if (ALL_PLAIN.test(address)) return address;
  const [, path, query, fragment] = /^([^?#]*)(\?[^#]*)?(#[^]*)?$/.exec(address)!;
  return (
    escapePart(path!, "!$&'()*+,;=:@[]/", '$&+,/:;=@') +
    (query ?? '') +
    (fragment === undefined ? '' : `#${escapePart(fragment.slice(1), "!$&'()*+,;=:@[]/?", '$&+,/:;=?@!()*')}`)
  );
}

const PLAIN = /^[A-Za-z0-9._~-]$/;
/** Most addresses. */
const ALL_PLAIN = /^[A-Za-z0-9._~/-]*$/;

/** @param allowed what may stand unencoded in what was written with care; then nothing of it is changed */
function escapePart(text: string, allowed: string, kept: string): string {
  const parts = text.match(/%[0-9a-fA-F]{2}|[^]/gu) ?? [];
  const careful = parts.every((part) => part.length === 3 || PLAIN.test(part) || allowed.includes(part));
  if (careful) return text;
  return parts
    .map((part) => {
      const byte = part.length === 3 && part.startsWith('%') ? Number.parseInt(part.slice(1), 16) : -1;
      const character = byte >= 0 && byte < 0x80 ? String.fromCharCode(byte) : part;
      if (byte >= 0x80) return part.toUpperCase();
      if (PLAIN.test(character) || kept.includes(character)) return character;
      return [...Buffer.from(character)]
        .map((code) => `%${code.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');
    })
    .join('');
}
