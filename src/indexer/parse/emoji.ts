/** Names of emoji between colons, `:joy:`, which Hugo replaces in a page's raw text where `enableEmoji` is on. */

/** Signs by their names. */
export type EmojiSigns = ReadonlyMap<string, string>;

export const NO_EMOJI: EmojiSigns = new Map();

export interface Emoji {
  readonly sign: string;
  /** UTF-16 offsets, with both colons. */
  readonly start: number;
  readonly end: number;
}

/** GitHub's names. The table is loaded only where a site asks for it. */
export async function loadEmoji(isOn: boolean | undefined): Promise<EmojiSigns> {
  if (isOn !== true) return NO_EMOJI;
  const { default: signs } = await import('markdown-it-emoji/lib/data/full.mjs');
  return new Map(Object.entries(signs));
}

/** As in Hugo's lexer, a name that nobody knows takes its second colon with it: the `joy` of `:no:joy:` has none before it. */
const NAME = /:([\p{L}\p{Nd}_+-]+):/gu;

/** Finds all known names of a text in order. Linear in its length. */
export function scanEmoji(text: string, signs: EmojiSigns): Emoji[] {
  if (signs.size === 0) return [];
  return [...text.matchAll(NAME)].flatMap(({ 0: whole, 1: name, index: start }) => {
    const sign = signs.get(name!);
    return sign === undefined ? [] : { sign, start, end: start + whole.length };
  });
}
