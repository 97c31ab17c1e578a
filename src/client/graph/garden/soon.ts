/** Milliseconds that are left to what a page shows first. */
const FIRST = 2_000;

/** Does what is wanted at hand, though nobody has asked for it yet. Returns how to leave it. */
export function soon(act: () => void, milliseconds = FIRST): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
