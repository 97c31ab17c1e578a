/** Words of scripts that are written without spaces and parted by a dictionary, which every platform brings along. */

/** Longer ones are parted anywhere: it takes a dictionary a time that grows with their square. */
const RUN = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{3,1000}/gu;
const OTHER = /[\u0e00-\u17ff]/;

let segmenter: Intl.Segmenter | null | undefined;

/**
 * The words of three characters and more in runs of Thai, Lao, Khmer and Burmese, as `Intl.Segmenter` parts them; none where there
 * is no such thing. Dictionaries differ: what depends on these words must do without any of them.
 */
export function dictionaryWords(text: string): string[] {
  if (!OTHER.test(text)) return [];
  segmenter ??=
    typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('th', { granularity: 'word' }) : null;
  if (segmenter === null) return [];
  const words: string[] = [];
  for (const [run] of text.matchAll(RUN)) {
    for (const { segment } of segmenter.segment(run)) {
      // The dictionaries know letters as they are typed, the index knows them normalised.
      if (segment.length > 2) words.push(segment.normalize('NFKC'));
    }
  }
  return words;
}
