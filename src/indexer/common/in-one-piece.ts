import type { Made } from './types.ts';

export function inOnePiece(made: Made): Uint8Array {
  if (typeof made === 'string') return Buffer.from(made);
  return made instanceof Uint8Array ? made : Buffer.concat(made.map(inOnePiece));
}
