/** A title as it stands in a sentence: marks of direction in it turn nothing round but itself. */
export const isolated = (title: string): string => `\u2068${title}\u2069`;
