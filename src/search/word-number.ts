/** One and many, in English: readers seldom know in which number a note has a word. What is given needn't be a word. */

/** The same for a word and its plural. */
export function singular(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/ies?$/, 'y')
    .replace(/(ss|x|z|ch|sh)es$/, '$1')
    .replace(/([^sui])s$/, '$1')
    .replace(/(?:ice|ex)$/, 'ix');
}

/** What may be the plural of a word, and what it may be the plural of. */
export function inOtherNumber(word: string): string[] {
  if (word.length < 3) return [];
  const found = FORMS.flatMap(([ending, other]) => (ending.test(word) ? [word.replace(ending, other)] : []));
  return found.filter((form) => form.length > 2);
}

const FORMS: readonly (readonly [ending: RegExp, other: string])[] = [
  [/(?<!s)$/, 's'],
  [/(?<=ss|x|z|ch|sh)$/, 'es'],
  [/(?<=[^aeiou])y$/, 'ies'],
  [/[ie]x$/, 'ices'],
  [/(?<=[^su])s$/, ''],
  [/(?<=ss|x|z|ch|sh)es$/, ''],
  [/(?<=[^aeiou])ies$/, 'y'],
  [/ices$/, 'ix'],
  [/ices$/, 'ex'],
];
