import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMath } from './math.ts';
import { shownMath } from './sample-math.ts';
import { TEX_COMMANDS } from './tex-commands.ts';

describe('MathJax’s commands that KaTeX lacks', () => {
  test.each([
    ['\\mbox{if $x$}', '\\text{if $x$}'],
    ['\\matrix{a & b \\cr c & d}', '\\begin{matrix}a&b\\\\c&d\\end{matrix}'],
    ['\\pmatrix{a & b}', '\\begin{pmatrix}a&b\\end{pmatrix}'],
    ['\\cases{a & b}', '\\begin{cases}a&b\\end{cases}'],
    ['\\eqalign{a &= b}', '\\begin{aligned}a&=b\\end{aligned}'],
    ['\\displaylines{a \\cr b}', '\\begin{gathered}a\\\\b\\end{gathered}'],
    ['{\\root 3 \\of x}+1', '{\\sqrt[3]{x}}+1'],
    ['\\root {\\root 2 \\of n} \\of x', '\\sqrt[{{\\sqrt[2]{n}}}]{x}'],
    ['a \\buildrel \\alpha \\over \\to b', 'a\\stackrel{\\alpha}{\\to}b'],
    ['\\raise 3pt {x}', '\\raisebox{3pt}{$x$}'],
    ['\\lower-.5em\\hbox{x $y$}', '\\raisebox{.5em}{x $y$}'],
    ['\\moveleft 3pt x', '\\kern-3pt{x}\\kern3pt '],
    ['\\skew{4}\\hat A', '\\hat A'],
    ['\\cancelto{0}{x}', '\\cancel{x}^{0}'],
    ['\\sqrt[\\leftroot{-2}\\uproot{2}\\beta]{k}', '\\sqrt[\\beta]{k}'],
    ['\\prescript{14}{6}{C}', '{}^{14}_{6}C'],
    ['\\class{big}{x}', '{x}'],
    ['\\style{color: red}{x}', '{x}'],
    ['\\cssId{one}{x}', '{x}'],
    ['\\texttip{x}{a letter}+1', 'x+1'],
    ['\\Rule{2em}{1em}{0em}y', '\\rule{2em}{1em}y'],
    ['\\Space{2em}{1em}{0em}y', '\\hspace{2em}y'],
    ['\\bbox[yellow, 5px]{x}', '\\colorbox{yellow}{$x$}'],
    ['\\bbox[5px, border: 1px solid red]{x}', '\\boxed{x}'],
    ['\\bbox{x}', '{x}'],
    ['\\enclose{circle}{x}', '\\boxed{x}'],
    ['\\enclose{updiagonalstrike downdiagonalstrike}[mathcolor="red"]{x}', '\\xcancel{x}'],
    ['\\enclose{phasorangle}{x}', '{x}'],
    ['\\unicode{x263a}', '\\char"263a '],
    ['\\unicode[Georgia]{9786}', '\\char"263a '],
    ['\\overparen{AB}', '\\overgroup{AB}'],
    ['a \\hfill b', 'a b'],
    ['\\href{https://ex.org/a%20b_c#d&e}{x}+1 % end', '{x}+1'],
    ['\\htmlClass{big}{x}\\htmlStyle{color:red}{y}', '{x}{y}'],
    ['\\color{red}{x}+1', '\\textcolor{red}{x}+1'],
    ['\\color{#f00} {x}+1', '\\textcolor{#f00}{x}+1'],
    ['{\\color{red}x+1}+2', '{\\textcolor{red}{x+1}}+2'],
  ])('%s is set as %s', (tex, same) => {
    expect(shownMath(tex)).toBe(shownMath(same));
  });

  test('signs stand at the four corners of an operator, beside its limits', () => {
    const html = shownMath('\\sideset{_1^2}{_3^4}\\prod_a^b');
    expect(html.replaceAll(/<[^>]*>|[\u200b\s]/g, '').replace(/^[^>]*>/, '')).toMatch(/^a.*12.*∏.*34.*b$/);
  });

  test.each([
    '\\root 3',
    '{\\root 3 \\of',
    '\\raise x',
    '\\raise 3',
    '\\unicode{x110000}',
    '\\unicode{z}',
    '\\buildrel{a',
    '\\href{https://ex.org/%',
    '\\url{https://ex.org}',
    '\\includegraphics{a.png}',
    '\\color{red',
  ])('%s says what is wrong', (tex) => {
    const { error } = renderMath(tex, false);
    expect(error).not.toBeNull();
    expect(error).not.toMatch(/TypeError|undefined|nested/);
  });

  test('whatever comes behind one, the answer is a formula or a reason', () => {
    const part = fc.constantFrom(
      ...Object.keys(TEX_COMMANDS),
      '{',
      '}',
      '[',
      ']',
      '3pt',
      'x',
      ' ',
      '\\of',
      '\\over',
      '&',
      '^',
      '_',
      '$',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const { html, error } = renderMath(parts.join(' '), true);
        expect(html).not.toBe('');
        expect(error ?? '').not.toMatch(/TypeError|undefined/);
      }),
    );
  });
});

describe('environments', () => {
  test.each([
    ['\\begin{array}[t]{@{}c|p{3cm}@{}}a&b\\end{array}', '\\begin{array}{c|l}a&b\\end{array}'],
    ['\\begin{psmallmatrix}a\\end{psmallmatrix}', '\\left(\\begin{smallmatrix}a\\end{smallmatrix}\\right)'],
    ['\\begin{cases*}a&b\\end{cases*}', '\\begin{cases}a&b\\end{cases}'],
    ['\\begin{multlined}a\\end{multlined}', '\\begin{gathered}a\\end{gathered}'],
  ])('%s is set as %s', (tex, same) => {
    expect(shownMath(tex)).toBe(shownMath(same));
  });
});
