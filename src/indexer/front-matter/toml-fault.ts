import type { TomlError } from 'smol-toml';

/** What the library says → what that is in words. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['unfinished string', 'the quotation mark is never closed on its line'],
  ['unrecognised escape sequence', `within "…" a backslash is written twice, or the text stands between '…'`],
  ['expected comma or end of structure', 'a comma is missing between two values'],
  ['trying to redefine an already defined table or value', 'this name has a value already'],
  [
    'incomplete key-value: cannot find end of key',
    'this is no field: that has a name, an equals sign and a value',
  ],
]);

/**
 * What is wrong with TOML, in words.
 * @param text that the error's line counts in
 */
export function tomlFault({ message, line, column }: TomlError, text: string): string {
  const [first = 'it is not TOML'] = message.replace('Invalid TOML document: ', '').split('\n');
  const written = text.split('\n', line)[line - 1] ?? '';
  const value = written.slice(written.indexOf('=') + 1).trim();
  if (first === 'invalid value') return lacks(written.slice(column - 1).trim());
  if (first === 'illegal character in key' && /^\s*[\w"'-]+\s*:/.test(written))
    return 'between a name and its value stands an equals sign, not a colon';
  if (first === 'illegal character in numeric literal' && /^\d{4}-\d/.test(value))
    return 'a date is written like 2026-11-21';
  if (first.startsWith('each key-value declaration')) {
    return value.startsWith("'")
      ? `behind the closing ' there is more: a text with that sign stands between "…"`
      : 'behind the value there is more on its line';
  }
  return WORDS.get(first) ?? first;
}

function lacks(rest: string): string {
  if (rest === '' || rest.startsWith('#')) return 'a value is missing';
  if (/^(?:yes|no|on|off|True|False|TRUE|FALSE)\b/.test(rest)) return 'a yes is written true, and a no false';
  if (/^[“”„«‘’]/.test(rest)) return 'quotation marks are straight: "…"';
  return 'a text wants quotation marks around it';
}
