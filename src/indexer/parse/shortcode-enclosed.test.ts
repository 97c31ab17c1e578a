import { describe, expect, test } from 'vitest';
import { createParser } from './parse.ts';
import { sampleHugo } from './sample-parse.ts';
import { enclosing, formulaOf, languageOf } from './shortcode-enclosed.ts';
import { scanShortcodes } from './shortcode.ts';

describe('code that a shortcode encloses', () => {
  test.each(['mermaid', 'code', 'plantuml', 'chart'])('is no Markdown in "%s"', (name) => {
    const { html, diagnostics } = sampleHugo(
      `a\n\n{{< ${name} >}}\n# b --> *c*\n\n- d_e_\n{{< /${name} >}}\n\nf`,
    );
    expect(html).toContain('# b --&gt; *c*\n\n- d_e_</code>');
    expect(html).not.toMatch(/<h1|<em>|<li>|hm-shortcode/);
    expect(diagnostics).toEqual([]);
  });

  test('is found by what is in it, as that of "highlight" is', () => {
    const { note } = sampleHugo(
      '{{< mermaid >}}\nfirst --> second\n{{< /mermaid >}}\n\n{{< highlight go >}}\nthird\n{{< /highlight >}}',
    );
    const text = note.sections.map((section) => section.text).join(' ');
    for (const word of ['first --> second', 'third']) expect(text).toContain(word);
  });

  test('is what the site’s own templates take for it, and nothing else', () => {
    const parse = createParser({
      wikilinks: false,
      dollarMath: false,
      typographer: true,
      baseURL: null,
      shortcodes: [
        ['code', 'text'],
        ['shell', 'code'],
      ],
    });
    const text =
      '{{< shell >}}\n# no heading\n{{< /shell >}}\n\n{{< code >}}\n\n# A heading\n\n{{< /code >}}';
    const { note } = parse({ path: 'note.md', bytes: Buffer.from(text), hash: '', stamp: '' });
    expect(note!.headings.map((heading) => heading.text)).toEqual(['A heading']);
    expect(note!.codes.map(({ code }) => code)).toEqual(['# no heading']);
  });

  test('leaves a mark where it isn’t closed', () => {
    const { html, diagnostics } = sampleHugo('{{< mermaid >}} *a*');
    expect(html).toContain('<span class="hm-shortcode">mermaid</span> <em>a</em>');
    expect(diagnostics).toEqual(['unknown-shortcode 1:1']);
  });

  test.each([
    ['mermaid', 'mermaid'],
    ['code', ''],
    ['code lang="go"', 'go'],
    ['code Language=rust title="x.py"', 'rust'],
    ['code python', 'python'],
    ['code "My file"', ''],
    ['code file="layouts/toc.html" copy=false', 'html'],
    ['code title="Version 1.2"', ''],
    ['code codeLang=toml file="a.html"', 'toml'],
  ])('of {{< %s >}} is in "%s"', (call, language) => {
    expect(languageOf(scanShortcodes(`{{< ${call} >}}`).shortcodes[0]!)).toBe(language);
  });
});

describe('TeX that a shortcode encloses', () => {
  test.each([
    ['a {{< katex >}}x_1^{2} \\{ y\\_ \\}{{< /katex >}} b', '<p>a ⟨x_1^{2} \\{ y\\_ \\}⟩ b</p>'],
    ['{{< math >}}$x_1$ {{< /math >}}', '<p>⟨x_1⟩</p>'],
    ['{{< math >}}\n$$\na_1 \\\\\nb_1 % c\n$$\n{{< /math >}}', '<p>⟪a_1 \\\\ b_1⟫</p>'],
    ['{{< katex display >}}a \\\\\n- c{{< /katex >}}', '<p>⟪a \\\\ - c⟫</p>'],
    [
      '{{< tex >}}\n\\begin{align} a &= b \\end{align}\n{{< /tex >}}',
      '<p>⟪\\begin{align} a &amp;= b \\end{align}⟫</p>',
    ],
    ['{{% latex %}}100\\% of x{{% /latex %}}', '<p>⟨100\\% of x⟩</p>'],
    ['a{{< math >}} {{< /math >}}b', '<p>ab</p>'],
  ])('%j becomes %j', (text, expected) => {
    const { html, diagnostics } = sampleHugo(text);
    expect(html.replaceAll(/<\/?span[^>]*>/g, '')).toBe(expected);
    expect(diagnostics).toEqual([]);
  });

  test('is left to Markdown where it is several formulas with text between them', () => {
    expect(sampleHugo('{{< math >}}$$a$$ and $$b$${{< /math >}}').html).toBe('<p>⟪a⟫ and ⟪b⟫</p>');
  });
});

test('what stands between formulas in a shortcode for TeX runs and leads on as anywhere', () => {
  const { html, references } = sampleHugo('{{< math >}}$$a$$ and [b]({{< relref "b.md" >}}){{< /math >}}');
  expect(html).toBe('<p>⟪a⟫ and <a href="[r0]">b</a></p>');
  expect(references).toHaveLength(1);
  const within = sampleHugo('{{< katex >}}x {{< relref "b.md" >}}{{< /katex >}}');
  expect(within.html).not.toContain('{{');
  expect(within.references).toHaveLength(1);
});

test('a long run of blanks in TeX takes no time', () => {
  const [call] = scanShortcodes('{{< katex >}}').shortcodes;
  const blanks = ' '.repeat(400_000);
  expect(formulaOf(call!, `a${blanks}b`, true)).toBe(`\\\\(a${blanks}b\\\\)`);
}, 5_000);

test('what a site says of a name counts more than what themes agree upon', () => {
  expect(enclosing().get('code')).toBe('code');
  expect(enclosing([['code', 'text']]).get('code')).toBe('text');
});
