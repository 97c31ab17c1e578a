/** Writes a query so that it is read as the same one again. */
import type { Query, Term } from './query.ts';

export function format(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.of.map((part) => (part.kind === 'or' ? `(${format(part)})` : format(part))).join(' ');
    case 'or':
      return query.of.map(format).join(' OR ');
    case 'not':
      return query.of.kind === 'and' || query.of.kind === 'or'
        ? `-(${format(query.of)})`
        : `-${format(query.of)}`;
    default:
      return formatTerm(query);
  }
}

function formatTerm(term: Term): string {
  switch (term.kind) {
    case 'words':
      return `${term.field === null ? '' : `${term.field}:`}${term.phrase ? quoted(term.text) : term.text}`;
    case 'pattern':
      return `${term.field === null ? '' : `${term.field}:`}/${term.source}/`;
    case 'tag':
      return `tag:${safe(term.tag)}`;
    case 'link':
      return `link:${safe(term.note)}`;
    case 'is':
    case 'has':
      return `${term.kind}:${term.what}`;
    case 'date':
      return `${term.side}:${term.date}`;
    case 'count': {
      const { of, least, most } = term;
      if (most === Infinity) return `${of}:>=${least}`;
      if (least === most) return `${of}:${least}`;
      return least === 0 ? `${of}:<=${most}` : `${of}:${least}..${most}`;
    }
  }
}

/** A value as it may stand behind a field. */
export function safe(text: string): string {
  return /^[^\s()"“”„/][^\s()"]*$/.test(text) && !text.endsWith('/') ? text : quoted(text);
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
