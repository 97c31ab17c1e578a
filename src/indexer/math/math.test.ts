import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { MAX_NESTING, renderMath } from './math.ts';
import { MAX_TEX_LENGTH } from './note-definitions.ts';

/** The author's TeX, as a reader copies it. */
function copied(html: string): string | undefined {
  const source = /<annotation encoding="application\/x-tex">([\s\S]*)<\/annotation>/.exec(html)?.[1];
  return source
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

describe('renderMath', () => {
  test('sets a formula as HTML for the eye and MathML for the ear', () => {
    const { html, error } = renderMath('x^2', false);
    expect(error).toBeNull();
    expect(html).toMatch(/^<span class="katex"><span class="katex-mathml"><math><semantics>.*<\/span>$/s);
    expect(html).toContain('class="katex-html" aria-hidden="true"');
    expect(renderMath('x^2', true).html).toContain('class="katex-display"');
  });

  test('uses the physics package', () => {
    expect(renderMath('\\qty(\\dv{f}{x}) \\sin[2](x)', false).error).toBeNull();
  });

  test.each([
    ['\\begin{equation}\nx_1\n\\end{equation}', '\\begin{equation*}x_1\\end{equation*}'],
    ['\\begin{align}a&=b\\\\c&=d\\end{align}', '\\begin{align*}a&=b\\\\c&=d\\end{align*}'],
    ['\\begin{alignat}{2}a&=b&c\\end{alignat}', '\\begin{alignat*}{2}a&=b&c\\end{alignat*}'],
    ['\\begin{multline}a\\\\b\\end{multline}', '\\begin{gather*}a\\\\b\\end{gather*}'],
    ['\\begin{flalign*}a&=b\\end{flalign*}', '\\begin{align*}a&=b\\end{align*}'],
    ['\\begin{eqnarray}a&=&b\\end{eqnarray}', '\\begin{darray}{rcl}a&=&b\\end{darray}'],
  ])('%j is shown without numbers', (tex, unnumbered) => {
    const shown = renderMath(tex, true);
    expect(shown.error).toBeNull();
    expect(shown.html).not.toContain('tag');
    const visible = (html: string): string => html.slice(html.indexOf('</annotation>'));
    expect(visible(shown.html)).toBe(visible(renderMath(unnumbered, true).html));
  });

  test.each(['equation', 'align', 'gather', 'multline', 'flalign', 'eqnarray', 'math'])(
    '%s may stand in a line of text',
    (name) => {
      expect(renderMath(`\\begin{${name}}a\\end{${name}}`, false).error).toBeNull();
    },
  );

  test('the lines of a multline have a mark by which the first stands left and the last right, and no others do', () => {
    const lines = (name: string): string =>
      `\\begin{${name}}\n  a \\\\ b \\\\ \\shoveleft{c} \\\\ d\n\\end{${name}}`;
    for (const name of ['multline', 'multline*']) {
      const { html, error } = renderMath(lines(name), true);
      expect(error).toBeNull();
      expect(html).toMatch(/^<span class="katex-display hm-multline"><span class="katex">/);
      expect(renderMath(lines(name), false).html).not.toContain('hm-multline');
    }
    expect(renderMath(lines('gather'), true).html).not.toContain('hm-multline');
    expect(renderMath('\\text{multline}', true).html).not.toContain('hm-multline');
  });

  test.each([
    ['\\begin{equation}x\\label{eq:a_1}\\end{equation}', 'x'],
    ['\\eqref{eq:a_1}', '(eq:a_1)'],
    ['\\ref{a}', 'a'],
    ['\\require{physics}y', 'y'],
    ['\\begin{align}a\\tag{7}\\end{align}', 'a(7)'],
    ['\\begin{align}a\\nonumber\\end{align}', 'a'],
  ])('%j shows as %j', (tex, text) => {
    const { html, error } = renderMath(tex, true);
    expect(error).toBeNull();
    const shown = html.slice(html.indexOf('katex-html')).replace(/^[^>]*>|<[^>]*>|[\u200b\s]/g, '');
    expect(shown).toBe(text);
  });

  test('copying gives what the author wrote', () => {
    for (const tex of ["a < b & f'", '\\begin{align}a&=6 \\div 3\\end{align}', '\\def\\a{x}\\a']) {
      const { html, error } = renderMath(tex.replace(' & ', ' '), true);
      expect(error).toBeNull();
      expect(copied(html)).toBe(tex.replace(' & ', ' '));
    }
  });

  test('one formula’s definitions are gone in the next', () => {
    expect(renderMath('\\gdef\\mine{x}\\mine', false).error).toBeNull();
    expect(renderMath('\\mine', false).error).toBe('Undefined control sequence: \\mine, at “\\mine”');
    expect(renderMath('\\gdef\\qty{x}\\qty', false).error).toBeNull();
    expect(renderMath('\\qty(y)', false).html).toContain('mopen');
  });

  test('a failure shows its source, with the reason as its title', () => {
    expect(renderMath('<b>"\\foo', false)).toEqual({
      html: '<code class="hm-math-error" title="Undefined control sequence: \\foo, at “&lt;b&gt;&quot;\\foo”">&lt;b&gt;&quot;\\foo</code>',
      error: 'Undefined control sequence: \\foo, at “<b>"\\foo”',
    });
    expect(renderMath('{', false).error).toBe("Expected '}', got the end, at “{”");
  });

  test.each([
    ['x^{2}}', 'A } without its {, at “x^{2}}”'],
    ['\\begin{align}x}\\end{align}', 'A } without its {, at “\\begin{align*}x}\\end{align*}”'],
    ['a &= b', 'A & outside of an alignment or matrix, at “a &= b”'],
    ['\\begin{equation}a &= b\\end{equation}', /^A & outside of an alignment or matrix, at “/],
    ['#P', 'A # by itself, which is written \\#, at “#P”'],
    ['\\norm_1 x', /^Got function '\\right' [a-z ]+$/],
    ['\\qty(x', '\\qty( has no ) to close it'],
  ])('%s fails with words that help', (tex, message) => {
    const { error } = renderMath(tex, true);
    if (typeof message === 'string') expect(error).toBe(message);
    else expect(error).toMatch(message);
  });

  test.each([
    ['nested too deep', '{'.repeat(2_000) + '}'.repeat(2_000), 'The formula is nested too deep'],
    [
      'nested too deep',
      '\\{{'.repeat(MAX_NESTING + 1) + '}\\}'.repeat(MAX_NESTING + 1),
      'The formula is nested too deep',
    ],
    ['too long', 'x'.repeat(100_000), `The formula has 100000 characters; at most ${MAX_TEX_LENGTH} are set`],
    [
      'without end',
      '\\def\\a{\\a x}\\a',
      'Too many expansions: infinite loop or need to increase maxExpand setting',
    ],
    ['doubling', '\\def\\a#1{#1#1}' + '\\a{'.repeat(30) + 'x' + '}'.repeat(30), /expan/],
    ['long and repeated', `\\def\\a{${'x'.repeat(4_000)}}${'\\a'.repeat(1_500)}`, /expands to more than/],
    [
      'doubling by the physics package',
      '\\braket{'.repeat(40) + 'x' + '}'.repeat(40),
      /expands to more than/,
    ],
    ['nested matrices', `${'\\xmat{'.repeat(9)}x${'}{20}{20}'.repeat(9)}`, /expands to more than/],
  ])('a formula that is %s is refused soon', (_, tex, message) => {
    const start = performance.now();
    expect(renderMath(tex, true).error).toMatch(message);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test.each(['\\sqrt{', '\\left({', '\\begin{matrix}{'])(
    'what is nested as deep as may be is set: %s',
    (open) => {
      const close = { '\\sqrt{': '}', '\\left({': '}\\right)' }[open] ?? '}\\end{matrix}';
      const depth = Math.floor(MAX_NESTING / (open === '\\sqrt{' ? 1 : 2));
      expect(renderMath(open.repeat(depth) + 'x' + close.repeat(depth), true).error).toBeNull();
    },
  );

  test.each([
    '\\href{javascript:alert(1)}{x}',
    '\\href{https://example.org}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://example.org/x.png}',
    '\\htmlClass{hm-note}{x}',
    '\\htmlId{hm-main}{x}',
    '\\htmlStyle{position:fixed}{x}',
    '\\htmlData{x=y}{x}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\text{</annotation><script>alert(1)</script>}',
    '</math><img src=x onerror=alert(1)>',
    '\\color{red;background:url(//example.org)}x',
    '\\textcolor{expression(alert(1))}{x}',
    '\\rule{1em}{1em;position:fixed}',
    '\\unicode{<script>}',
    '\\class{hm-note}{x}\\style{x}{y}\\cssId{hm-main}{x}',
    '\\html@mathml{<img>}{<img>}',
  ])('%s makes nothing but text and boxes', (tex) => {
    expect(outlaws(renderMath(tex, true).html)).toEqual([]);
  });

  test('no text makes it throw, or makes anything but text and boxes', () => {
    const word = fc.constantFrom(
      ...[
        '\\qty',
        '\\dv',
        '\\frac',
        '\\left',
        '\\right',
        '\\begin{align}',
        '\\end{align}',
        '\\text',
        '\\mqty',
        '\\bra',
      ],
      ...[
        '\\def',
        '\\href',
        '\\htmlClass',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        '|',
        '&',
        '\\\\',
        '^',
        '_',
        '#',
        '1',
        'x',
        '*',
      ],
      ...['<b', '>', '"', "'", ' ', '\n', '\u0000', '\ud800', '$', '%', '\\ket', '\\eval', '\\dmat', ','],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.boolean(), (words, display) => {
        expect(outlaws(renderMath(words.join(''), display).html)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const DRAWING = new Set([
  'style',
  'class',
  'aria-hidden',
  'title',
  'encoding',
  'display',
  'viewBox',
  'd',
  'width',
  'height',
]);
const TAGS = /^(?:span|code|svg|path|line|math|semantics|annotation|m[a-z]+|none)$/;

/** Elements and attributes that no formula needs. */
function outlaws(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node5): void => {
    if (node.tagName !== undefined && !TAGS.test(node.tagName)) found.push(node.tagName);
    for (const { name, value } of node.attrs ?? []) {
      if (
        /^on|href|src|id$/i.test(name) ||
        /url\(|expression|position:\s*fixed/i.test(name === 'style' ? value : '')
      ) {
        found.push(`${name}=${value}`);
      }
      if (node.tagName === 'span' && !DRAWING.has(name)) found.push(name);
      if (name === 'class' && /\bhm-(?!math-error)/.test(value)) found.push(value);
    }
    node.childNodes?.forEach(visit);
  };
  visit(parseFragment(html) as Node5);
  return found;
}

/** The part of parse5's tree that is looked at. */
interface Node5 {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node5[];
}
