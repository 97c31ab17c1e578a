import type { YAMLParseError } from 'yaml';

const WANTED = 'wants quotation marks around it';

/** What the library says → what that is in words. */
const WORDS: readonly (readonly [told: RegExp, words: string])[] = [
  [/^Missing closing (["'])quote.*/, 'the quotation mark $1 is never closed'],
  [/^Flow sequence .*/, 'a list that begins with [ is never closed with ]'],
  [/^Flow map .*/, 'a table that begins with { is never closed with }'],
  [/^Invalid escape sequence (\S+).*/, '$1 has no meaning between "…": there a backslash is written twice'],
];

/**
 * What is wrong with a block of YAML, in words: mostly a value that wants quotation marks, which YAML's own words don't say.
 * @param line of the block, in which the fault stands
 */
export function yamlFault({ code, message }: Pick<YAMLParseError, 'code' | 'message'>, line: string): string {
  const value = line.slice(line.indexOf(':') + 1).trim();
  const sign = value.slice(0, 1);
  if (code === 'UNEXPECTED_TOKEN') {
    if (value.startsWith('[[')) return `a wikilink ${WANTED}`;
    if (sign === "'") return "behind the closing ' there is more: within '…' that sign is written twice";
    if (sign === '"')
      return 'behind the closing " there is more: within "…" that sign has a backslash in front';
    if (sign === '*' || sign === '&') return startsWrong(sign);
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return /:\s/.test(value)
      ? `a value with a colon in it ${WANTED}`
      : 'the line below is indented, as if it were a part of this value';
  }
  if (code === 'BAD_SCALAR_START') return startsWrong(sign);
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    return /^\s*[^\s:]+:\S/.test(line)
      ? 'a space is missing behind the colon'
      : 'this is no field: that has a name, a colon, a space and a value';
  }
  const [first = ''] = message.split('\n');
  const told = first.replace(/ at line \d+, column \d+:?$/, '');
  const [pattern, words] = WORDS.find(([known]) => known.test(told)) ?? [];
  return pattern === undefined ? told : told.replace(pattern, words!);
}

/** @param sign that means something else at the beginning of a value */
export function startsWrong(sign: string): string {
  return `a value that begins with ${sign} ${WANTED}`;
}
