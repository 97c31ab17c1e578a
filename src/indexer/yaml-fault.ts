import type { YAMLParseError } from 'yaml';

const WANTED = 'wants quotation marks around it';

/**
 * What is wrong with a block of YAML, in words: mostly a value that wants quotation marks, which YAML's own words don't say.
 * @param line of the block, in which the fault stands
 */
export function yamlFault({ code, message }: Pick<YAMLParseError, 'code' | 'message'>, line: string): string {
  const value = line.slice(line.indexOf(':') + 1).trim();
  if (code === 'UNEXPECTED_TOKEN' && value.startsWith('[[')) return `a wikilink ${WANTED}`;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s/.test(value)) return `a value with a colon in it ${WANTED}`;
  if (code === 'BAD_SCALAR_START') return `a value that begins with ${value.slice(0, 1)} ${WANTED}`;
  const [first = ''] = message.split('\n');
  return first.replace(/ at line \d+, column \d+:?$/, '');
}
