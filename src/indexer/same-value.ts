/** Whether two values of JSON's kinds are equal: sooner told than by their texts. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a)) {
    const other = b as readonly unknown[];
    return a.length === other.length && a.every((value, index) => isSameValue(value, other[index]));
  }
  const [own, others] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return (
    own.length === Object.keys(others).length &&
    own.every(([key, value]) => Object.hasOwn(others, key) && isSameValue(value, others[key]))
  );
}
