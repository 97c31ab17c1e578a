import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMULA_MARK as M } from '../math/readable-tex.ts';
import { loadEmoji, NO_EMOJI } from './emoji.ts';
import { prepare } from './prepare.ts';
import { sampleHugo } from './sample-parse.ts';

const P = 'HMx';

const EMOJI = await loadEmoji(true);

function prepared(text: string, start = 0, signs = NO_EMOJI): ReturnType<typeof prepare> {
  return prepare(text, start, P, { signs });
}

describe('prepare', () => {
  test.each([
    ['a {{< relref "b.md" >}} c', `a ${P}r0x c`],
    ['[t]({{% ref "b.md" %}}) [u]({{< relref "c.md" >}})', `[t](${P}r0x) [u](${P}r1x)`],
    ['a {{</* x "y" */>}} {{%/* z */%}}', 'a {{< x "y" >}} {{% z %}}'],
    ['a {{< unknown >}} b {{< /unknown >}}', `a ${P}b0x b `],
    ['{{< details "S" >}}in{{< /details >}}', '<details><summary>S</summary>\n\nin\n\n</details>\n'],
    ['{{< details summary="<b>" >}}', '<details><summary>&lt;b&gt;</summary>\n\n</details>\n\n'],
    ['{{< highlight go >}}\na {{< b >}}\n\n{{< /highlight >}}c', `${P}c0xc`],
    ['{{< highlight go >}} never closed', `${P}c0x never closed`],
    [
      '{{< details summary="S" open=true >}}{{< /details >}}',
      '<details open><summary>S</summary>\n\n\n\n</details>\n',
    ],
    ['{{< details "S" >}} never closed', '<details><summary>S</summary>\n\n</details>\n\n never closed'],
    ['a {{< /x >}} b', `a ${P}b0x b`],
    ['a {{% comment %}} b {{< x >}} {{% /comment %}} c', 'a  c'],
    ['a {{< comment >}} never closed', 'a  never closed'],
    ['a {{< hearth-map depth="2" >}} c', 'a  c'],
    ['{{< youtube abc-_1 >}}', `${P}b0x`],
    ['{{< figure src="a.png" >}}', `${P}b0x`],
    ['TeX {{<n}} {{%a}} {{ x }}', 'TeX {{<n}} {{%a}} {{ x }}'],
  ])('%j becomes %j', (text, expected) => expect(prepared(text).text).toBe(expected));

  test('knows the references, with what they ask for', () => {
    const text = [
      '{{< relref "a.md#b" >}}',
      '{{% ref path="c.md" %}}',
      '{{< relref path=d.md lang="de" >}}',
      '{{< relref `e.md` "amp" >}}',
      '{{< relref Path="f.md" outputformat="HTML" Lang="de" >}}',
      '{{< relref >}}',
    ].join(' ');
    const references = prepared(text).references.map((one) => [
      one.kind,
      one.argument,
      one.language,
      one.isHtml,
    ]);
    expect(references).toEqual([
      ['relref', 'a.md#b', '', true],
      ['ref', 'c.md', '', true],
      ['relref', 'd.md', 'de', true],
      ['relref', 'e.md', '', false],
      ['relref', 'f.md', 'de', true],
      ['relref', '', '', true],
    ]);
  });

  test('keeps code between its shortcodes as it is', () => {
    const { codes } = prepared(
      '{{< highlight go "linenos=table" >}}\n  a <b> {{< c >}}\n\n{{< /highlight >}}',
    );
    expect(codes).toEqual([{ language: 'go {from 1;}', code: '  a <b> {{< c >}}' }]);
  });

  // Each as Hugo 0.111 has it.
  test.each([
    ['a :joy: `:joy:` c', 'a 😂 `😂` c'],
    ['```\n:joy:\n```', '```\n😂\n```'],
    ['{{< x ":joy:" >}}:joy:{{< /x >}}', `${P}b0x😂`],
    ['[:joy:]({{< relref ":joy:" >}}) {{</* x ":joy:" */>}}', `[😂](${P}r0x) {{< x ":joy:" >}}`],
    [':joy{{< x >}}joy:', `:joy${P}b0xjoy:`],
    ['{{< figure src="a.png" caption=":joy:" >}}', `${P}b0x`],
  ])('where names of emoji are signs, %j becomes %j', (text, expected) => {
    expect(prepared(text, 0, EMOJI).text).toBe(expected);
    expect(prepared(text.replaceAll(':joy:', ':octocat:'), 0, EMOJI)).toMatchObject({
      text: prepared(text.replaceAll(':joy:', ':octocat:')).text,
    });
  });

  test('puts signs into code between shortcodes too, but in no call within it', () => {
    const { codes, references } = prepared(
      '{{< highlight go ":joy:" >}}:joy: {{< x ":joy:" >}}{{< /highlight >}}{{< ref ":joy:" >}}',
      0,
      EMOJI,
    );
    expect(codes).toEqual([{ language: 'go', code: '😂 {{< x ":joy:" >}}' }]);
    expect(references).toMatchObject([{ argument: ':joy:' }]);
  });

  test('shows in code between shortcodes what an escaped call shows, as Hugo does', () => {
    const { codes } = prepared(
      '{{< highlight md >}}\na {{</* x ":joy:" */>}} {{%/* y */%}}\n{{< /highlight >}}',
      0,
      EMOJI,
    );
    expect(codes).toEqual([{ language: 'md', code: 'a {{< x ":joy:" >}} {{% y %}}' }]);
  });

  test('writes nothing of a note into its own HTML unescaped', () => {
    const attack = '"><script>alert(1)</script>';
    const quoted = attack.replaceAll('"', '\\"');
    const { blocks } = prepared(
      [
        `{{< figure src="${quoted}" alt="${quoted}" title="${quoted}" width="${quoted}" link="/${quoted}" >}}`,
        `{{< youtube "${quoted}" >}}`,
        `{{< vimeo id="x${quoted}" >}}`,
        `{{< figure src="a.png" attr="${quoted}" attrlink="https://x/${quoted}" >}}`,
        `{{< figure src="https://else.where/${quoted}" alt="${quoted}" link="https://x" >}}`,
      ].join('\n'),
    );
    expect(blocks).toHaveLength(5);
    for (const block of blocks) expect(block).not.toMatch(/<script|"><\/?s|onerror=/);
  });

  test.each([
    ['src="a.png" width="100" height="50px"', /width="100" height="50"/],
    ['src="a.png" width="50%" height="20em"', /width="50%" height="20em"><\/figure>/],
    ['src="a.png" width="1e9" height="1;b"', /loading="lazy"><\/figure>/],
    ['"a.png"', /<img src="HMxa0x"/],
    ['src="a.png" title="T" caption="C" attr="A"', /<h4>T<\/h4><p>HMxt0x HMxt1x<\/p><\/figcaption>/],
    [
      'src="a.png" attr="A <b>" attrlink="https://ex.org/"',
      /<p><a class="hm-external" rel="noopener noreferrer" href="https:\/\/ex.org\/">A &lt;b&gt;<\/a><\/p>/,
    ],
    ['src="a.png" attr="A" attrlink="javascript:alert(1)"', /<figcaption><p>HMxt0x<\/p><\/figcaption>/],
    ['src="a.png" link="/x/"', /<figure>HMxl0x<img .*><\/a><\/figure>/],
    ['src="a.png" caption="C <b>b</b> *e*"', /alt="HMxt0x".*<figcaption><p>HMxt0x<\/p>/],
    [
      'src="https://else.where/p.png" alt="P" link="/x"',
      /^<figure><a href="https:\/\/else.where\/p.png" class="hm-missing"[^>]*>P \(else.where\)<\/a><\/figure>$/,
    ],
  ])('makes of a figure with %s what Hugo does, and no request', (attributes, html) => {
    expect(prepared(`{{< figure ${attributes} >}}`).blocks[0]).toMatch(html);
  });

  test.each([
    ['youtube abc-_1', 'Video on YouTube', 'https://www.youtube.com/watch?v=abc-_1'],
    [
      'youtube id="abc" title="A <b>"',
      'Video on YouTube: A &lt;b&gt;',
      'https://www.youtube.com/watch?v=abc',
    ],
    ['vimeo 55073825', 'Video on Vimeo', 'https://vimeo.com/55073825'],
    ['instagram CxOWiQNP2MO', 'Post on Instagram', 'https://www.instagram.com/p/CxOWiQNP2MO/'],
    ['x user="a_b" id="12"', 'Post by a_b on X', 'https://x.com/a_b/status/12'],
    ['tweet 12', 'Post on X', 'https://x.com/i/status/12'],
    ['tweet a_b 12', 'Post by a_b on X', 'https://x.com/a_b/status/12'],
    ['gist someone 50a7', 'Gist on GitHub', 'https://gist.github.com/someone/50a7'],
    ['gist someone 50a7 "list.html"', 'Gist on GitHub: list.html', 'https://gist.github.com/someone/50a7'],
  ])('makes of %s a link in words', (call, words, href) => {
    expect(prepared(`{{< ${call} >}}`).blocks).toEqual([
      `<a class="hm-external" rel="noopener noreferrer" href="${href}">${words}</a>`,
    ]);
  });

  test.each([
    'youtube',
    'youtube "a b"',
    'x user="a/b" id="../c"',
    'gist someone',
    'qr text="x"',
    'param "x"',
  ])('leaves of %s a mark with its name', (call) => {
    const { blocks, unknown } = prepared(`{{< ${call} >}}`);
    expect(blocks[0]).toMatch(/^<span class="hm-shortcode">/);
    if (!call.startsWith('x')) expect(unknown).toHaveLength(1);
  });

  test('knows the shortcode of its own templates', () => {
    expect(prepared('{{< hearth-map note="a" >}} {{% hearth-map %}}').unknown).toEqual([]);
  });

  test('tells of what is unknown or broken, with its place in the file', () => {
    const file = '+++\n+++\na {{< x >}} {{< y "z }}\n{{% x %}}';
    const { unknown, broken } = prepared(file, 8);
    expect(unknown.map(({ name, start }) => [name, file.slice(start, start + 9)])).toEqual([
      ['x', '{{< x >}}'],
      ['x', '{{% x %}}'],
    ]);
    expect(broken.map(({ start }) => start)).toEqual([file.indexOf('{{< y')]);
  });

  test('knows for every place in its text where that stands in the file', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[{}<>%"`\\]/g, '')),
      fc.constantFrom('{{< relref "a" >}}', '{{% x %}}', '{{</* y */>}}', '{{< /details >}}', '\n', '{{<n}}'),
      fc.constantFrom(':joy:', ':', ':hamburger:'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(5), (pieces, start) => {
        const file = 'x'.repeat(start) + pieces.join('');
        const { text, original, references } = prepared(file, start, EMOJI);
        let last = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const place = original(offset);
          expect(place).toBeGreaterThanOrEqual(Math.max(last, start));
          expect(place).toBeLessThanOrEqual(file.length);
          last = place;
        }
        for (const { offset } of references) expect(file.startsWith('{{< relref', offset)).toBe(true);
      }),
    );
  });
});

describe('a caption', () => {
  test('holds formulas, links and emphasis, and is searched', () => {
    const { html, references, note, diagnostics } = sampleHugo(
      'ü {{< figure src="a.png" caption="E \\\\\\\\(x\\\\\\\\) *em* [l](b.md) \\\\\\\\(\\\\frac\\\\\\\\)" >}}\n\nAfter [m](c.md).',
    );
    expect(html).toContain('<p>E ⟨x⟩ <em>em</em> <a href="[r0]">l</a> <code class="hm-math-error"');
    expect(references).toEqual(['markdown b.md 1:4', 'markdown c.md 3:7']);
    expect(diagnostics).toEqual(['bad-math 1:4']);
    expect(note.sections[0]!.text).toBe(`ü E ${M}x${M} em l ${M}\\frac${M}\nAfter m.`);
    expect(note.references[0]!.sentence).toBe('E x em l frac');
  });

  test('runs no script', () => {
    const { html } = sampleHugo(
      '{{< figure src="a.png" caption="<img src=x onerror=alert(1)><script>1</script>" >}}',
    );
    expect(html).not.toMatch(/onerror=|<script/);
  });
});
