/** What is asked of the map: why two nodes are linked, or how one gets from one to the other by links. */

/** A note by its slug, or a ghost by its name. */
export interface End {
  readonly name: string;
  readonly ghost: boolean;
}

export interface Question {
  readonly kind: 'why' | 'path';
  readonly from: End;
  /** Null while it is being chosen. */
  readonly to: End | null;
  /** Whether a path may go against the direction of links; false where that is no matter. */
  readonly either: boolean;
}

/** Reads `why=FROM~TO` or `path=FROM~TO`, the latter with `way=either`; null where neither stands there. */
export function parseQuestion(query: URLSearchParams): Question | null {
  const kind = query.has('path') ? 'path' : 'why';
  const [from, to, ...rest] = (query.get(kind) ?? '').split('~').map(parseEnd);
  if (!from || to === undefined || rest.length > 0) return null;
  return { kind, from, to, either: kind === 'path' && query.get('way') === 'either' };
}

export function writeQuestion({ kind, from, to, either }: Question, query: URLSearchParams): void {
  query.set(kind, `${formatEnd(from)}~${to === null ? '' : formatEnd(to)}`);
  if (either) query.set('way', 'either');
}

export function sameEnd(a: End, b: End): boolean {
  return a.name === b.name && a.ghost === b.ghost;
}

/** A ghost begins with a question mark; what would be misread is percent-encoded. */
function formatEnd({ name, ghost }: End): string {
  const text = name.replace(/[%~]/g, encodeSign);
  return ghost ? `?${text}` : text.replace(/^\?/, encodeSign);
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

function parseEnd(text: string): End | null {
  const ghost = text.startsWith('?');
  const name = text
    .slice(ghost ? 1 : 0)
    .replace(/%(25|7E|3F)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return name === '' ? null : { name, ghost };
}
