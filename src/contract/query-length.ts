/** Queries are cut here: a longer word makes the fuzzy walk recurse too deep. */
export const MAX_QUERY_LENGTH = 200;
