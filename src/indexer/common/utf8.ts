/** A UTF-16 unit has three bytes of UTF-8 at most. */
export const MOST_BYTES = 3;
