import type { ParsedNote } from '../common/types.ts';

/** Other names of a note, as one says them: an alias of a Hugo note is an address. */
export function spokenAliases({ frontMatter }: ParsedNote): readonly string[] {
  return frontMatter.aliases.filter((alias) => !alias.includes('/'));
}
