/** Letters that run from right to left, and marks of direction. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufeff]/;

/** A title as it stands in a sentence: what runs the other way in it turns nothing round but itself. */
export function isolated(title: string): string {
  return TURNS.test(title) ? `\u2068${title.replace(/[\u2066-\u2069]/g, '')}\u2069` : title;
}
