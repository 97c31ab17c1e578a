import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untex } from './untex.ts';

/** What ox-hugo and other exporters do to TeX so that Markdown leaves it whole. */
function escapeForMarkdown(tex: string): string {
  return tex.replace(/[\\_*`[\]{}<>&#$~!^|()+.-]/g, '\\$&');
}

describe('untex', () => {
  test.each([
    ['a\\_{i}', 'a_{i}'],
    ['a \\\\\\\\ b', 'a \\\\ b'],
    ['\\\\{x\\\\}', '\\{x\\}'],
    ['\\alpha\\, x', '\\alpha, x'],
    ['\\alpha \\\\, x', '\\alpha \\, x'],
    ['a &lt; b &amp;= c', 'a < b &= c'],
    ['a\\\nb', 'a\nb'],
    ['f\'(x) -- "y"...', 'f\'(x) -- "y"...'],
    ['\\&amp;', '&amp;'],
  ])('%j is read as %j', (raw, tex) => {
    expect(untex(raw)).toBe(tex);
  });

  test('undoes what an exporter escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab \\_{}^&<>|()[]*12+-.\n') }), (tex) => {
        // A break in a line is no escape of the exporter's.
        fc.pre(!tex.includes('\\\n'));
        expect(untex(escapeForMarkdown(tex))).toBe(tex);
      }),
    );
  });
});
