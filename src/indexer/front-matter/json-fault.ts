/** Where a text departs from JSON. `JSON.parse` tells it in words that differ from one Node to the next, and often not at all. */

export interface JsonFault {
  /** In UTF-16 units; the text's length where it ends too early. */
  readonly offset: number;
  readonly message: string;
}

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const SPACE = /[ \t\n\r]*/y;

/** The first fault, or null where a JSON value stands at the beginning. */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const take = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
  for (;;) {
    at += take(SPACE);
    const found = text[at];
    const isOpen = open.at(-1);
    const end = isOpen === '{' ? '}' : ']';
    if (found === undefined) return { offset: at, message: 'it ends too early' };
    if (expected === 'colon') {
      if (found !== ':') return fault(at, 'a colon behind the name', text);
      expected = 'value';
      at++;
      continue;
    }
    if (found === end && isOpen !== undefined) {
      if (expected === 'name' || (expected === 'value' && isOpen === '[')) {
        return { offset: at, message: `a comma stands before the closing ${end}` };
      }
      if (expected === 'value') return fault(at, 'a value', text);
      open.pop();
      at++;
    } else if (expected === 'comma or end') {
      if (found !== ',') return fault(at, `a comma or ${end}`, text);
      expected = isOpen === '{' ? 'name' : 'value';
      at++;
      continue;
    } else if (found === '"') {
      const string = endOfString(text, at);
      if (typeof string !== 'number') return string;
      at = string;
      if (expected === 'name' || expected === 'name or end') {
        expected = 'colon';
        continue;
      }
    } else if (expected === 'name' || expected === 'name or end') {
      return fault(at, 'a name in double quotation marks', text);
    } else if (found === '{' || found === '[') {
      open.push(found);
      expected = found === '{' ? 'name or end' : 'value or end';
      at++;
      continue;
    } else {
      const length = take(SCALAR);
      if (length === 0) return fault(at, 'a value', text);
      at += length;
    }
    if (open.length === 0) return null;
    expected = 'comma or end';
  }
}

function fault(offset: number, wanted: string, text: string): JsonFault {
  const seen = String.fromCodePoint(text.codePointAt(offset)!);
  return { offset, message: `${wanted} should stand here, and not ${JSON.stringify(seen)}` };
}

/** The offset behind the text's second quotation mark. */
function endOfString(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at++) {
    const found = text[at]!;
    if (found === '"') return at + 1;
    if (found === '\\') {
      ESCAPE.lastIndex = at;
      const escape = ESCAPE.exec(text)?.[0];
      if (escape === undefined) return { offset: at, message: 'a backslash with no meaning in JSON' };
      at += escape.length - 1;
    } else if (found < ' ') {
      const what = found === '\n' ? 'a text goes on in the next line' : 'a control character in a text';
      return { offset: found === '\n' ? start : at, message: what };
    }
  }
  return { offset: start, message: 'a text is never closed' };
}
