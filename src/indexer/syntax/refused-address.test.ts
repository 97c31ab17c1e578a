import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('links that no page may have', () => {
  test.each([
    ['ü [x](file:///home/a/b.pdf "t") y', 'ü x y', ['missing-asset 1:4']],
    ['[x](file:b.md) [y](FILE:///b) [z](<file:///a b>)', 'x y z', 3],
    ['<file:///x>', 'file:///x', ['missing-asset 1:1']],
    ['![x *y*](file:x.png)', 'x y', ['missing-asset 1:1']],
    ['[![p](file:p.png)](file:q)', 'p', 2],
    ['[*x* `y`](javascript:alert(1))', '<em>x</em> <code>y</code>', ['unresolved-reference 1:1']],
    ['**[x](vbscript:x) y**', '<strong>x y</strong>', 1],
    ['[x](data:text/html,x) <data:text/html,y>', 'x data:text/html,y', 2],
    ['[x](&#106;avascript:x) [y](JavaScript:y)', 'x y', 2],
    ['[x][k]\n\n[k]: file:///k', 'x', ['missing-asset 1:1']],
    ['[x](strange:y)', 'x', ['unresolved-reference 1:1']],
  ])('%j shows %j, and is told', (text, html, told) => {
    for (const sample of [sampleHugo, sampleVault]) {
      const { html: shown, diagnostics, references, note } = sample(text);
      expect(shown).toBe(`<p>${html}</p>`);
      if (typeof told === 'number') expect(diagnostics).toHaveLength(told);
      else expect(diagnostics).toEqual(told);
      expect(references).toEqual([]);
      expect(note.diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
    }
  });

  test('are told without their address, which the report would publish', () => {
    const { note } = sampleHugo('[x](file:///home/someone/b.pdf)');
    expect(note.diagnostics).toMatchObject([
      {
        message: 'begins with "file:", which leads to one computer only; it is no link here',
        suggestion: 'Put the file beside the note, and name it by its path.',
      },
    ]);
  });

  test('are found in headings, tables, footnotes and captions too', () => {
    const text = [
      '# [a](file:a)',
      '',
      '| [b](file:b) |',
      '|---|',
      '',
      'c[^1]',
      '',
      '[^1]: [d](javascript:d)',
      '',
      '{{< figure src="e.png" alt="e" caption="[e](file:e)" >}}',
    ].join('\n');
    const { html, note, diagnostics } = sampleHugo(text);
    expect(html).not.toMatch(/file:|javascript:|\]\(/);
    expect(note.headings).toMatchObject([{ text: 'a', id: 'afilea' }]);
    expect([...diagnostics].sort()).toEqual([
      'missing-asset 10:1',
      'missing-asset 1:3',
      'missing-asset 3:3',
      'unresolved-reference 8:7',
    ]);
  });

  test('is told in HTML too, where its link is lost', () => {
    const { html, diagnostics } = sampleHugo(
      'a <a href="file:///x">b</a>\n\n<p>\n <a title="c" href=\'JavaScript:c\'>c</a></p>\n',
    );
    expect(html).not.toMatch(/file:|javascript:/i);
    expect([...diagnostics].sort()).toEqual(['missing-asset 1:3', 'unresolved-reference 4:2']);
  });

  test.each([
    '<a href="https://ex.org/file:x">x</a>',
    '<a href="/file:x">x</a>',
    '[x](https://ex.org/file:x)',
    '[x](./file:x)',
    '[x](mailto:a@b.c)',
    '[x](zotero://select/items/1)',
    '<std::vector>',
    '`[x](file:x)`',
    '\\[x](file:x)',
    '![x](data:image/png;base64,iVBORw0KGgo=)',
  ])('%j is none', (text) => expect(sampleHugo(text).diagnostics).toEqual([]));
});
