import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { escapeText, fillHoles, hole, holePrefix, withoutHoles } from './holes.ts';

describe('holes', () => {
  const prefix = holePrefix('text');

  test('have a prefix that is the text’s own, of letters and digits', () => {
    expect(prefix).toMatch(/^[A-Za-z0-9]{12,}$/);
    expect(holePrefix('text')).toBe(prefix);
    expect(holePrefix('text ')).not.toBe(prefix);
  });

  test('are filled, told whether they stand inside a tag', () => {
    const html = [
      `${hole(prefix, 'm', 0)}<a href="${hole(prefix, 'r', 12)}" title="&gt;${hole(prefix, 'm', 1)}">`,
      `${hole(prefix, 'a', 3)}</a>${hole(prefix, 'c', 4)}x${prefix}z1x${prefix}m<b>${hole(prefix, 't', 5)}`,
    ].join('');
    const filled = fillHoles(html, prefix, (kind, index, inTag) => `[${kind}${index}${inTag ? ' in' : ''}]`);
    expect(filled).toBe(
      `[m0]<a href="[r12 in]" title="&gt;[m1 in]">[a3]</a>[c4]x${prefix}z1x${prefix}m<b>[t5]`,
    );
    expect(withoutHoles(html, prefix)).toBe(`<a href="" title="&gt;"></a>x${prefix}z1x${prefix}m<b>`);
  });

  test.each([
    ['HM&#72;OLEb7x', 'an entity'],
    ['HMHO{{< /foo >}}LEb7x', 'a shortcode that is taken out'],
    ['HM\\HOLEm9x', 'a backslash'],
  ])('are not made by %s, %s', (text) => {
    expect(sampleHugo(text).html).not.toContain('[');
    expect(sampleVault(text).note.sections[0]!.text).toMatch(/HM/);
  });

  test('are not made by a text that knows the prefix of another', () => {
    const text = `a ${prefix}r0x ${prefix}b0x ${prefix}m0x \`${prefix}c0x\` [x](${prefix}a0x)`;
    expect(() => sampleHugo(text)).not.toThrow();
    expect(sampleHugo(text).note.sections[0]!.text).toContain(`${prefix}r0x`);
  });
});

describe('escapeText', () => {
  test('leaves nothing that a browser could read as markup, in text or in an attribute', () => {
    expect(escapeText(`<a href="x">&amp;'`)).toBe(`&lt;a href=&quot;x&quot;&gt;&amp;amp;'`);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
        const back = escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        expect(back).toBe(text);
      }),
    );
  });
});

test('no hole is seen by a reader, wherever a shortcode stands', () => {
  const code = fc.constantFrom(
    '{{< foo >}}',
    '{{< relref "b" >}}',
    '{{< figure src="x.png" caption="A *cap* of `code`" >}}',
    '{{< youtube abc >}}',
    '{{< highlight go >}}x{{< /highlight >}}',
    '{{% bar %}}',
  );
  const around = fc.constantFrom(
    ...[
      '#@',
      'a #x@',
      '# A @ b',
      '## A {#id@}',
      '## A {#@}',
      'a ^@',
      'a\n\n^b@',
      '[^@]: note',
      'x[^@]\n\n[^@]: y',
    ],
    ...['[[@]]', '[[b#@]]', '[[b|@]]', '![[@]]', '![[b#^@]]', '![[p.png|@]]', '![a @ b](x.png) [[c]]'],
    ...['![a](x@.png)', '![a](@ "t @")', '[a](@)', '[a](b@c.md)', '[a @](b.md "t @")', '<https://ex.org/@>'],
    ...[
      '\\\\(a @ b\\\\)',
      '$a @ b$',
      '$$\na @\n$$',
      '\\begin{align}a @\\end{align}',
      '`a @`',
      '``` @\nb\n```',
    ],
    ...[
      '```go\n@\n```',
      '    @',
      '> [!@]\n> a',
      '> [!note] A @\n> b',
      '- [ ] @',
      '- [@] a',
      '| @ | b |\n| - | - |\n| [[@]] | c |',
    ],
    ...[
      'Term @\n: about @',
      '==@==',
      '%%@%%',
      '<a id="x@" href="@">@</a>',
      '<img src="@" alt="@">',
      '<!-- @ -->',
    ],
    ...[
      '[@]: https://ex.org\n\n[@]',
      '&@;',
      '\\@',
      'https://ex.org/@',
      '~~@~~',
      '<details id="@"><summary>@</summary></details>',
    ],
    ...['{{< figure src="a@" caption="b" >}}', '@', '*@*', 'a@b', '<@>', '[a]: <@> "@"\n\n[a]'],
  );
  const note = fc.array(fc.tuple(around, code), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(note, (parts) => {
      const text = parts.map(([outer, inner]) => outer.replaceAll('@', inner)).join('\n\n');
      for (const { note, html } of [sampleHugo(text), sampleVault(text)]) {
        expect(JSON.stringify({ ...note, html: '', hole: '' })).not.toContain(note.hole);
        expect(html).not.toMatch(/HM[0-9a-f]{16}|\[[bt]\d+\]/);
      }
    }),
    { numRuns: 400 },
  );
});
