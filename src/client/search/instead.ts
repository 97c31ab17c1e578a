/** What else could be asked where a query finds nothing. */
import type { Garden } from '../../contract/map.ts';
import { fold } from '../../contract/search.ts';
import { nearestOf } from '../../query/distance.ts';
import { parse } from '../../query/parse.ts';
import { wantedTermsOf } from '../../query/query.ts';

export interface Proposal {
  /** In words, for a button. */
  readonly label: string;
  readonly query: string;
}

/** Tags that are like those that no note has, and the words without what narrows them. */
export function insteadOf(text: string, { tags }: Pick<Garden, 'tags'>): Proposal[] {
  const terms = wantedTermsOf(parse(text).query);
  const known = tags.map(fold);
  const proposals = terms.flatMap((term): Proposal[] => {
    if (term.kind !== 'tag' || known.includes(fold(term.tag))) return [];
    const near = tags[known.indexOf(nearestOf(fold(term.tag), known) ?? '')];
    return near === undefined
      ? []
      : [{ label: `Did you mean the tag “${near}”?`, query: withTag(text, term.tag, near) }];
  });
  const words = terms.flatMap((term) => (term.kind === 'words' ? [term.text] : [])).join(' ');
  if (words.trim() !== '') proposals.push({ label: `Search for ${words} anywhere`, query: words });
  return proposals.filter(({ query }) => query !== text.trim());
}

/** The same query with another tag; words that have the letters of the tag stay as they are. */
function withTag(text: string, tag: string, other: string): string {
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
    const behind = at + tag.length;
    if (/(?:#|tag:["“”„]?#?)$/i.test(text.slice(0, at)) && /^(?:[\s()"“”„/]|$)/.test(text.slice(behind)))
      return text.slice(0, at) + other + text.slice(behind);
  }
  return text;
}
