import type { Open } from './evaluate.ts';
import { format } from './format.ts';

/**
 * Why a part of a query took no part in the answer, in words.
 * @param hasFacts whether the site has facts about its notes
 */
export function leftOut({ term, lacks }: Open, hasFacts: boolean): string {
  const part = format(term);
  switch (lacks) {
    case 'facts':
      return hasFacts
        ? `${part} is left out until the site has said what its notes hold.`
        : `${part} is left out: this site doesn't say when its notes were written, or what they hold.`;
    case 'days':
      return `${part} is left out: no note of this site says when it was written.`;
    case 'texts':
      return `${part} is left out: not all notes that have its words could be read.`;
    case 'patience':
      return `${part} takes too long and is left out. Make it simpler.`;
  }
}
