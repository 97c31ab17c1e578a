import type { Open } from '../../query/evaluate.ts';
import { format } from '../../query/format.ts';

/** Why a part of a query took no part in the answer, in words. */
export function leftOut({ term, lacks }: Open, hasFacts: boolean): string {
  const part = format(term);
  switch (lacks) {
    case 'facts':
      return hasFacts
        ? `${part} can't be told here and is left out.`
        : `${part} is left out until the site has told the dates and contents of its notes.`;
    case 'text':
      return `${part} is left out: the map knows titles, not what stands below headings.`;
    case 'patience':
      return `${part} takes too long and is left out. Make it simpler.`;
  }
}
