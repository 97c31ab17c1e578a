/** Whether a note is written from right to left. */
import type { ParsedNote } from './types.ts';

/** Letters that are looked at. */
const ENOUGH = 2_000;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;

/** By most of the letters at its beginning: a quotation in another script doesn't turn it round. */
export function isRightToLeft({ title, sections }: Pick<ParsedNote, 'title' | 'sections'>): boolean {
  let text = title;
  for (const section of sections) {
    if (text.length >= ENOUGH) break;
    text += ` ${section.heading} ${section.text.slice(0, ENOUGH)}`;
  }
  // Nearly all notes have none, and need no counting.
  if (!RIGHT_TO_LEFT.test(text)) return false;
  let balance = 0;
  for (const [letter] of text.slice(0, ENOUGH).matchAll(/\p{L}/gu))
    balance += RIGHT_TO_LEFT.test(letter) ? 1 : -1;
  return balance > 0;
}
