/** What is asked of the map: why two nodes are linked, or how one gets from one to the other by links. */
import { formatEnd, parseEnd, type End } from './end.ts';

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
