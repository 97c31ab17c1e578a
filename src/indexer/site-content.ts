import { inOnePiece } from './common/in-one-piece.ts';
import type { SiteContent } from './common/types.ts';

/** The bytes of a file that isn't copied; what is made on demand is made anew at each call. */
export async function bytesOf(content: Exclude<SiteContent, { kind: 'copy' }>): Promise<Uint8Array> {
  return inOnePiece(content.kind === 'bytes' ? content.bytes : await content.make());
}

/** Whether two contents surely hold the same bytes, told without making them. Copies may change without a word. */
export function isSameContent(a: SiteContent, b: SiteContent): boolean {
  if (a === b) return true;
  if (a.kind === 'made') return b.kind === 'made' && a.key === b.key;
  if (a.kind === 'copy') return b.kind === 'copy' && a.from === b.from;
  return b.kind === 'bytes' && Buffer.compare(Buffer.from(a.bytes), Buffer.from(b.bytes)) === 0;
}
