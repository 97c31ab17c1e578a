/** Who comes back to a text goes on by key where it was left, and not at its beginning. */

/** What had the focus last in each text. */
const left = new WeakMap<HTMLElement, HTMLElement>();

/** Keeps in mind what has the focus in a text. Returns how to stop. */
export function followFocus(text: HTMLElement): () => void {
  const keep = ({ target }: FocusEvent): void => void left.set(text, target as HTMLElement);
  text.addEventListener('focusin', keep);
  return () => text.removeEventListener('focusin', keep);
}

/** What had the focus when the text was left, if nothing else has it now; else null. */
export function focusLeftIn(scroller: HTMLElement, text: HTMLElement): HTMLElement | null {
  const { activeElement, body } = document;
  if (activeElement !== body && activeElement !== scroller) return null;
  // Of several texts, the one that is read.
  if (scroller.closest('.hm-stacked:not([aria-current])') !== null) return null;
  const last = left.get(text);
  return last !== undefined && text.contains(last) ? last : null;
}
