/** What was asked before and led somewhere, as it is remembered: the last first. */

const MOST = 8;
const LONGEST = 200;

/** What is remembered may be of another version, or of another page of this host. */
export function readRecent(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const isQuery = (query: unknown): query is string =>
    typeof query === 'string' && query !== '' && query.length <= LONGEST;
  return [...new Set(value.filter(isQuery))].slice(0, MOST);
}

/** A query that only goes on where the last one ended stands for both. */
export function withRecent(recent: readonly string[], query: string): readonly string[] {
  const asked = query.trim().replace(/\s+/g, ' ');
  if (asked.length < 2 || asked.length > LONGEST) return recent;
  return [asked, ...recent.filter((other) => !asked.startsWith(other))].slice(0, MOST);
}
