/** Long work in slices, so that the page stays at hand meanwhile. */

/** Work that pauses often: at each `yield` it may be left for a while, or for good. */
export type Work<T> = Generator<void, T, void>;

/** Milliseconds. */
const SLICE = 5;

/** Steps of a loop from one pause to the next. */
export const PAUSE = 4096;

/** Does a slice; the result where that is all, else null. */
export function oneSlice<T>(work: Work<T>): T | null {
  const end = performance.now() + SLICE;
  do {
    const { done, value } = work.next();
    if (done === true) return value;
  } while (performance.now() < end);
  return null;
}

/** Goes on slice by slice, with room for other tasks in between. */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const found = oneSlice(work);
    if (found !== null) return found;
  }
}
