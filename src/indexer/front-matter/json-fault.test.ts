import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

describe('jsonFault', () => {
  test.each([
    ['{"a": }', 6, /a value/],
    ['{"a": 1 "b": 2}', 8, /comma or }/],
    ['{"a" 1}', 5, /colon/],
    ['{"a": 1,}', 8, /comma stands before/],
    ['[1,]', 3, /comma stands before/],
    ['{a: 1}', 1, /double quotation/],
    ["{'a': 1}", 1, /double quotation/],
    ['{"a": yes}', 6, /a value/],
    ['{"a": 01}', 7, /comma or }/],
    ['{"a": "b\n"}', 6, /next line/],
    ['{"a": "b', 6, /never closed/],
    ['{"a": "\\x"}', 7, /backslash/],
    ['{"a": "\t"}', 7, /control character/],
    ['{"a": [1}', 8, /comma or ]/],
    ['{"a": 1', 7, /too early/],
    ['{"a": 😀}', 6, /"😀"/],
    ['', 0, /too early/],
  ])('sees in %j the fault at %i', (text, offset, message) => {
    expect(jsonFault(text)).toEqual({ offset, message: expect.stringMatching(message) });
  });

  test('sees one just where JSON.parse does', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '1',
      '-',
      'true',
      ' ',
      '\\',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        if (isJson(text)) expect(jsonFault(text)).toBeNull();
        // What stands behind the value is the note's text.
        else if (jsonFault(text) === null)
          expect(Array.from(text, (_, end) => text.slice(0, end)).some(isJson)).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === null));
  });

  test('is done with a deep text', () => expect(jsonFault('['.repeat(60_000))?.offset).toBe(60_000));
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
