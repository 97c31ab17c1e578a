import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, fillHoles, hole, holePrefix, withoutHoles } from './holes.ts';
import { sampleHugo, sampleVault } from './sample-parse.ts';

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
