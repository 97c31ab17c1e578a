/** Told to the window where a file of the build is no longer there: a newer build may have taken its place. */
export const GONE = 'hearth-gone';
