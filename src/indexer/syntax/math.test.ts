import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('TeX in a blog', () => {
  test.each([
    ['a \\\\(x\\_1\\\\) b', '<p>a ⟨x_1⟩ b</p>'],
    ['a \\\\[x\\\\] b', '<p>a ⟪x⟫ b</p>'],
    ['a $$x$$ b', '<p>a ⟪x⟫ b</p>'],
    ['\\\\(a\\\\) and \\\\(b\\\\)', '<p>⟨a⟩ and ⟨b⟩</p>'],
    ['\\\\(*a* [b](c) `d`\\\\)', '<p>⟨*a* [b](c) `d`⟩</p>'],
    ['\\\\(a &lt; b\\\\)', '<p>⟨a &lt; b⟩</p>'],
    ['$x$ costs $5', '<p>$x$ costs $5</p>'],
    ['\\(x\\) \\[y\\]', '<p>(x) [y]</p>'],
    ['`\\\\(x\\\\)` `$$x$$`', '<p><code>\\\\(x\\\\)</code> <code>$$x$$</code></p>'],
    ['# A \\\\(x\\\\) {#id}', '<h1 id="id">A ⟨x⟩</h1>'],
    ['A \\\\(x\\\\)\n---', '<h2 id="a-x">A ⟨x⟩</h2>'],
    ['*a \\\\(x * y\\\\) b*', '<p><em>a ⟨x * y⟩ b</em></p>'],
    ['[a \\\\(]\\\\)](https://ex.com)', null],
    ['a \\\\(x\nand y\\\\) b', '<p>a ⟨x\nand y⟩ b</p>'],
    ['a \\\\(x\n\ny\\\\) b', '<p>a \\(x</p>\n<p>y\\) b</p>'],
    ['\\\\(unclosed \\\\[too \\begin{x} $$', '<p>\\(unclosed \\[too \\begin{x} $$</p>'],
    ['\\\\(x_{{<n}}\\\\) \\\\({{%a}}\\\\)', '<p>⟨x_{{&lt;n}}⟩ <code>{{%a}}</code></p>'],
  ])('%j becomes %j', (text, html) => {
    const found = sampleHugo(text);
    if (html === null) expect(found.html).toContain('⟨]⟩');
    else expect(found.html.replace(/ class="[^"]*"| title="[^"]*"/g, '')).toBe(html);
  });

  test.each([
    ['\\begin{align}\na &= b\n\n- c\n\\end{align}', 'a &amp;= b\n\n- c'],
    ['\\begin{aligned}\n# a\n\n> b\n\\end{aligned}', '# a\n\n&gt; b'],
    ['\\\\[\na\n\n+ b\n\\\\]', 'a\n\n+ b'],
    ['$$\na\n\n=\n---\n$$', 'a\n\n=\n---'],
    ['$$ a\n\n\n1. b $$', 'a\n\n\n1. b'],
  ])('a block goes on to its end, whatever the lines between look like: %j', (text, inside) => {
    const { html } = sampleHugo(`before\n\n${text}\n\nafter`);
    expect(html).toMatch(/^<p>before<\/p>\n<p>[^]*<\/p>\n<p>after<\/p>$/);
    expect(html.match(/<[a-z]+/g)!.filter((tag) => tag !== '<p' && tag !== '<code')).toEqual([]);
    expect(html).toContain(inside.trim());
  });

  test('a block stands in a list and a quote', () => {
    expect(sampleHugo('- a\n\n  $$\n  x\n\n  y\n  $$\n- b').html).toMatch(
      /<li>\s*<p>a<\/p>\s*<p>⟪\s*x\s*y\s*⟫<\/p>\s*<\/li>\s*<li>/,
    );
    expect(sampleHugo('> $$\n> x\n>\n> y\n> $$').html).toMatch(/<blockquote>\s*<p>⟪\s*x\s*y\s*⟫<\/p>/);
  });

  test('a block that isn’t closed in its quote or list is text', () => {
    expect(sampleHugo('> $$\n> x\n\n$$').html).not.toContain('⟪');
    expect(sampleHugo('- \\begin{align}\n\nx \\end{align}').html).not.toContain('⟪');
  });

  test('environments of one name nest', () => {
    const tex =
      '\\begin{matrix}1 & \\begin{matrix}2\\end{matrix}\\end{matrix} then \\begin{matrix}3\\end{matrix}';
    expect(sampleHugo(tex).html).toBe(
      '<p>⟪\\begin{matrix}1 &amp; \\begin{matrix}2\\end{matrix}\\end{matrix}⟫ then ⟪\\begin{matrix}3\\end{matrix}⟫</p>',
    );
  });

  test('stands in the cells of a table, its bars written with a backslash', () => {
    const { html } = sampleHugo('| \\\\(a \\| b\\\\) | $$c$$ |\n|---|---|\n| \\\\(\\mqty{1}\\\\) | d |');
    expect(html.match(/<t[hd]>.*<\/t[hd]>/g)).toEqual([
      '<th>⟨a | b⟩</th>',
      '<th>⟪c⟫</th>',
      '<td>⟨\\mqty{1}⟩</td>',
      '<td>d</td>',
    ]);
  });

  test('a formula that can’t be set is reported where it stands', () => {
    const { diagnostics, html } = sampleHugo(
      '+++\n+++\nünï {{< x >}} \\\\(\\frac{\\\\)\n\n| a\\|b | \\\\(\\nope{\\\\) |\n|---|---|',
    );
    expect(diagnostics).toEqual(['unknown-shortcode 3:7', 'bad-math 3:17', 'bad-math 5:10']);
    expect(html).toContain('\\frac{</code>');
  });
});

describe('TeX in a vault', () => {
  test.each([
    ['$x$ and $y + 1$', '<p>⟨x⟩ and ⟨y + 1⟩</p>'],
    ['$\\{a\\}$ $a\\_b$ $\\&$', '<p>⟨\\{a\\}⟩ ⟨a\\_b⟩ ⟨\\&amp;⟩</p>'],
    ['$$\\begin{matrix} a \\\\ b \\end{matrix}$$', '<p>⟪\\begin{matrix} a \\\\ b \\end{matrix}⟫</p>'],
    ['from $5 to $6', '<p>from $5 to $6</p>'],
    ['a $ 5$ b', '<p>a $ 5$ b</p>'],
    ['a $5 $ b', '<p>a $5 $ b</p>'],
    ['a $x$5', '<p>a $x$5</p>'],
    ['a \\$x$ b', '<p>a $x$ b</p>'],
    ['$a\\$b$', '<p>⟨a\\$b⟩</p>'],
    ['$$', '<p>$$</p>'],
    ['$$$$', '<p>$$$$</p>'],
    ['`$x$`', '<p><code>$x$</code></p>'],
    ['$[[a]]$', '<p>⟨[[a]]⟩</p>'],
    ['[[a]] $x$', '<p><a href="[r0]">a</a> ⟨x⟩</p>'],
  ])('%j becomes %j', (text, html) => expect(sampleVault(text).html).toBe(html));

  test('any text is parsed, and what stands between dollars in code stays', () => {
    const piece = fc.constantFrom(
      '$',
      '$$',
      '\\\\(',
      '\\\\)',
      '\\\\[',
      '\\begin{a}',
      '\\end{a}',
      '\n',
      '\n\n',
      '`',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }), (pieces) => {
        // Behind a word: at the top of a file, a brace begins front matter.
        expect(() => sampleVault(`Text ${pieces.join('')}`)).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});
