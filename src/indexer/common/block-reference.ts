/** What links to a block by its id. */
export const BLOCK_REFERENCE = /^\(\(([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\)\)$/i;
