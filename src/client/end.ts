/** How an address names what stands on the map. */

/** A note by its slug, or a ghost by its name. */
export interface End {
  readonly name: string;
  readonly ghost: boolean;
}

export function sameEnd(a: End, b: End): boolean {
  return a.name === b.name && a.ghost === b.ghost;
}

/** A ghost begins with a question mark; what would be misread is percent-encoded. */
export function formatEnd({ name, ghost }: End): string {
  const text = name.replace(/[%~]/g, encodeSign);
  return ghost ? `?${text}` : text.replace(/^\?/, encodeSign);
}

export function parseEnd(text: string): End | null {
  const ghost = text.startsWith('?');
  const name = text
    .slice(ghost ? 1 : 0)
    .replace(/%(25|7E|3F|2F)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return name === '' ? null : { name, ghost };
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
