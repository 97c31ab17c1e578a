/**
 * Go's regular expressions as JavaScript's: the author's own, from a Hugo site's configuration.
 * Source: https://pkg.go.dev/regexp/syntax
 */

/** What is between the colons of `[[:alpha:]]`. */
const CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** What only JavaScript knows, or only Go, or what means another thing to each. */
class Untold extends Error {}

/** The expression, or in words why there is none. */
export function goPattern(source: string): RegExp | string {
  const [, flags = '', rest = ''] = /^(?:\(\?([ism]+)\))?([^]*)$/.exec(source)!;
  try {
    return new RegExp(translated(rest), `${[...new Set(flags)].sort().join('')}u`);
  } catch (error) {
    if (error instanceof Untold) return error.message;
    return 'is no regular expression';
  }
}

/** Longest first: a part of the source, and what it is in JavaScript. */
const PARTS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/\\Q([^]*?)(?:\\E|$)/y, ([, text]) => text!.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')],
  [/\[\^?\]?(?:\[:\^?\w+:\]|\\[^]|[^\]\\])*\]/y, ([set]) => classOf(set)],
  [/\\([^])(\{[^}]*\})?/y, ([, letter, braces]) => escapeOf(letter!, braces ?? '')],
  [/\(\?P?<(\w+)>/y, ([, name]) => `(?<${name!}>`],
  [/\(\?:/y, ([whole]) => whole],
  [/\(\?[^)]*\)?/y, ([whole]) => refuse(`has "${whole}", which can't be taken`)],
  // A count stands behind something; another brace is a sign like others.
  [/\{\d+(?:,\d*)?\}/y, ([whole]) => whole],
  [/[{}\]/]/y, ([sign]) => `\\${sign}`],
  [/[^]/uy, ([letter]) => letter],
];

function translated(source: string): string {
  let result = '';
  for (let at = 0; at < source.length;) {
    for (const [part, toJavaScript] of PARTS) {
      part.lastIndex = at;
      const found = part.exec(source);
      if (found === null) continue;
      result += toJavaScript(found);
      at += found[0].length;
      break;
    }
  }
  return result;
}

function classOf(set: string): string {
  const [, not = '', first = '', rest = ''] = /^\[(\^?)(\]?)([^]*)\]$/.exec(set)!;
  const inner = rest.replace(
    /\[:(\^?)(\w+):\]|\\([^])(\{[^}]*\})?|[[/]/g,
    (whole, negated?: string, name?: string, letter?: string, braces?: string) => {
      if (name !== undefined) {
        const known = negated === '' ? CLASSES[name] : undefined;
        return known ?? refuse(`has "${whole}", which can't be taken`);
      }
      return letter === undefined ? `\\${whole}` : escapeOf(letter, braces ?? '', true);
    },
  );
  return `[${not}${first === '' ? '' : '\\]'}${inner}]`;
}

const SPACES = '\\t\\n\\f\\r ';

function escapeOf(letter: string, braces: string, inClass = false): string {
  if (letter === 'x' && braces !== '') return `\\u${braces}`;
  if (/^[pP]$/.test(letter)) {
    if (braces === '') return refuse(`has "\\${letter}" without braces`);
    const name = braces.slice(1, -1);
    return `\\${letter}{${name.length > 2 ? `Script=${name}` : name}}`;
  }
  // What stood behind it has a meaning of its own.
  const after = braces === '' ? '' : translated(braces);
  if (letter === 's') return (inClass ? SPACES : `[${SPACES}]`) + after;
  if (letter === 'S' && !inClass) return `[^${SPACES}]${after}`;
  if (letter === 'a') return `\\x07${after}`;
  if (letter === 'A' && !inClass) return `(?<![^])${after}`;
  if (letter === 'z' && !inClass) return `(?![^])${after}`;
  if (/[dDwWbBtnrfvx]/.test(letter)) return `\\${letter}${after}`;
  if (/[A-Za-z0-9]/.test(letter)) return refuse(`has "\\${letter}", which can't be taken`);
  const sign = /[\^$\\.*+?()[\]{}|/]/.test(letter) || (inClass && letter === '-') ? `\\${letter}` : letter;
  return sign + after;
}

function refuse(message: string): never {
  throw new Untold(message);
}
