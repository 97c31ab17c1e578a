/** Words for yes and no, as YAML 1.1 and Go read them between them, and as authors mean them in quotes. */
const YES = new Set(['true', 't', 'yes', 'y', 'on', '1']);
const NO = new Set(['false', 'f', 'no', 'n', 'off', '0']);

/**
 * Yes or no, in any form and case; null where nothing is said, undefined where it is neither. Hugo takes fewer forms for a yes:
 * `draft: "yes"` is none to it, but nobody writes that who wants the note to be seen.
 */
export function truthOf(value: unknown): boolean | null | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (word === '') return null;
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
