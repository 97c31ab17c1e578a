/** Of lists and maps in each other. */
export const MAX_NESTING = 100;
const NESTED_IN_A_LINE = new RegExp(`(?:[-?:][ \\t]+){${MAX_NESTING + 1}}`);

/**
 * UTF-16 offset where a block of YAML is nested too deeply to be read, or null. For each level the library goes a step down, and a
 * program that runs out of steps may end without a word.
 */
export function tooDeepAt(block: string): number | null {
  let depth = 0;
  for (const { 0: sign, index } of block.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > MAX_NESTING) return index;
  }
  const inLine = block.search(NESTED_IN_A_LINE);
  return inLine < 0 ? null : inLine;
}
