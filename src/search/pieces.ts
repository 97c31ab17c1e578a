/** The pieces of a word that may be marked: none of them can be cut. */
import { fold } from '../contract/search.ts';

/** The shortest pieces of a text that are composed and folded each by itself: a letter with its marks, a syllable of Hangul. */
export function piecesOf(text: string): string[] {
  // Most texts have nothing to compose or take off.
  if (fold(text) === text.toLowerCase()) return [...text];
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    if (last !== undefined && isOne(last, character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

function isOne(piece: string, next: string): boolean {
  return (
    fold(next) === '' || (piece + next).normalize('NFKC') !== piece.normalize('NFKC') + next.normalize('NFKC')
  );
}
