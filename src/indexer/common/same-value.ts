import { sameItems } from './memo.ts';

/** Whether two values of JSON's kinds are equal: sooner told than by their texts. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!isSameValue(a[i], b[i])) return false;
    return true;
  }
  const others = b as Readonly<Record<string, unknown>>;
  let left = Object.keys(b).length;
  for (const [key, value] of Object.entries(a)) {
    if (!Object.hasOwn(others, key) || !isSameValue(value, others[key])) return false;
    left -= 1;
  }
  return left === 0;
}

/** What was there before instead of what is equal to it, by place: the same object again says that nothing has changed. */
export function keepSame<Value>(
  before: readonly Value[] | undefined,
  now: readonly Value[],
): readonly Value[] {
  if (before === undefined || before === now) return now;
  const kept = now.map((value, i) =>
    i < before.length && isSameValue(before[i], value) ? before[i]! : value,
  );
  return sameItems(before, kept) ? before : kept;
}
