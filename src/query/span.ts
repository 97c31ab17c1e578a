/** The dates that a whole query is held to, apart from what else it says. */
import { allOf, type Dated, type Query } from './query.ts';

export type Side = Dated['side'];

/** The day that a query as a whole begins or ends with, as `2024-05-17`; '' where it has none. */
export function dayOf(query: Query, side: Side): string {
  const dated = partsOf(query).find((part): part is Dated => isDate(part, side));
  return dated === undefined ? '' : `${dated.date}-01-01`.slice(0, 10);
}

/** The same query with another such day, or with none for ''. */
export function withDay(query: Query, side: Side, day: string): Query {
  const others = partsOf(query).filter((part) => !isDate(part, side));
  return allOf(day === '' ? others : [...others, { kind: 'date', side, date: day }]);
}

function partsOf(query: Query): readonly Query[] {
  return query.kind === 'and' ? query.of : [query];
}

function isDate(part: Query, side: Side): boolean {
  return part.kind === 'date' && part.side === side;
}
