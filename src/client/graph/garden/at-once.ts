/** Sliced work without its pauses, for tests. */
import type { Work } from './in-slices.ts';

export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
