import fc from 'fast-check';
import katex, { type KatexOptions } from 'katex';
import { describe, expect, test } from 'vitest';
import { katexMarkup } from './katex-markup.ts';

/** What KaTeX writes itself, without what HTML doesn't need. */
function original(tex: string, options: KatexOptions): string {
  return katex
    .renderToString(tex, options)
    .replaceAll(/ xmlns="http:\/\/www\.w3\.org\/(?:1998\/Math\/MathML|2000\/svg)"/g, '')
    .replaceAll(';"', '"')
    .replaceAll(/ [a-z]+=""/g, '')
    .replaceAll(' class ="', ' class="')
    .replaceAll('&#x27;', "'");
}

const both = (tex: string, options: KatexOptions = {}): [string, string] => {
  const whole: KatexOptions = { strict: 'ignore', ...options };
  return [katexMarkup(tex, whole, tex), original(tex, whole)];
};

describe('the markup of a formula', () => {
  test.each([
    'x^2',
    'f\'(x) < 3 & "a"'.replace('&', '\\&'),
    '\\frac{a}{b} + \\sqrt[3]{1+x} \\text{if } \\mathbf{v} \\cdot \\vec{w}',
    '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}^\\top',
    "\\begin{cases} 0 & x < 0 \\\\ \\hline 1 & \\text{else ``so''} \\end{cases}",
    '\\overbrace{a+b}^{n} \\underline{c} \\xrightarrow[under]{over} \\cancel{x} \\boxed{y} \\phase{z}',
    '\\Huge h \\tiny t',
    '\\left\\{ \\int_0^\\infty \\oiint \\sum_{i=1}^n \\middle| \\lim_{x \\to 0} \\right.',
    'a \\, b \\; c \\quad d \\! e \\kern1em f \\rule{1em}{2em} \\phantom{xyz} \\hphantom{x}',
    '\\text{日本 한국 हिन्दी é î} \\mathcal{L} \\mathbb{R} \\mathfrak{g} \\operatorname{arg\\,max}',
    '\\begin{align} a &= b \\\\ c &= d \\tag{7} \\end{align}',
    '\\begin{align} a \\\\ b \\end{align}',
    '\\begin{CD} A @>a>> B \\\\ @VVbV @VVcV \\\\ C @>>d> D \\end{CD}',
  ])('is what KaTeX writes, but for what HTML needs not: %s', (tex) => {
    const [own, expected] = both(tex, { displayMode: true });
    expect(own).toBe(expected);
  });

  test('of any pieces put together too', () => {
    const piece = fc.constantFrom(
      ...['x', '1', '+', '=', '<', "'", '\\alpha', '\\hat{y}', '\\binom{n}{k}', '\\sqrt{z}', '\\text{ a"b }'],
      ...[
        '\\underbrace{a}_{b}',
        '\\mathrm{d}t',
        '\\not=',
        '\\widetilde{ab}',
        '\\;',
        '\\bigl(',
        '\\Big|',
        'é',
      ],
    );
    const script = fc.constantFrom('', '^2', '_{ij}', '_a^{b+c}');
    const formula = fc.array(fc.tuple(piece, script), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(formula, fc.boolean(), (parts, displayMode) => {
        const tex = parts.map(([own, behind]) => `{${own}}${behind}`).join(' ');
        const [own, expected] = both(tex, { displayMode });
        expect(own).toBe(expected);
      }),
    );
  });

  test('has the colours of its author as they are on white paper, and of the same hue on dark paper', () => {
    const [own, expected] = both('\\color{red} a \\textcolor{#00f}{b} \\colorbox{yellow}{c} \\phantom{x}');
    expect(own.replaceAll(/;[a-z-]*color:light-dark\(.*?\)\)/g, '')).toBe(expected);
    expect(own).toContain('style="color:#00f;color:light-dark(#00f,oklch(from #00f max(l,.75) c h))"');
    expect(own).toContain('background-color:light-dark(yellow,oklch(from yellow min(l,.4) c h))');
    expect(own).toMatch(/style="color:transparent"/);
  });

  test('gives to copy what it is told', () => {
    const html = katexMarkup('x \\quad y', {}, 'x < "y"');
    expect(html).toContain('<annotation encoding="application/x-tex">x &lt; &quot;y&quot;</annotation>');
    expect(html).not.toContain('quad');
  });

  test('throws what KaTeX throws', () => {
    expect(() => katexMarkup('\\frac{a', {}, '')).toThrow(/KaTeX parse error/);
  });
});
