/** What a note's text has in it: formulas, code, pictures and the like. */
import { HAS } from '../../contract/facts.ts';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import type { ParsedNote } from '../common/types.ts';
import { shownAs } from '../syntax/attachment.ts';

/** What stands in the HTML of a note that has it. Sanitised: in the text and in attributes, such brackets are entities. */
const SIGNS: readonly (readonly [sum: number, signs: readonly string[]])[] = [
  [HAS.code, [`<pre class="${PAGE_CLASS.code}"`]],
  // Before its files are looked for, what is missing is a picture on another host.
  [HAS.picture, ['<img ', `class="${PAGE_CLASS.missing}"`]],
  [HAS.table, ['<table']],
  [HAS.task, ['type="checkbox"']],
  [HAS.footnote, ['class="footnotes"', 'role="doc-noteref"']],
];

/** The sum of `HAS` for a note's own HTML; an embedded picture is a link in it until it is found. */
export function hasOf(
  html: string,
  { formulas, codes, references }: Pick<ParsedNote, 'formulas' | 'codes' | 'references'>,
): number {
  const embedsPicture = references.some(
    ({ kind, argument }) => kind === 'embed' && shownAs(argument) === 'picture',
  );
  let sum =
    (formulas.length > 0 ? HAS.math : 0) |
    (codes.length > 0 ? HAS.code : 0) |
    (embedsPicture ? HAS.picture : 0);
  for (const [one, signs] of SIGNS) if (signs.some((sign) => html.includes(sign))) sum |= one;
  return sum;
}
