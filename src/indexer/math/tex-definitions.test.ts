import { describe, expect, test } from 'vitest';
import { renderMath } from './math.ts';
import { shownMath } from './sample-math.ts';

describe('a definition', () => {
  test.each([
    ['\\newcommand{\\mine}{x}\\mine', 'x'],
    ['\\newcommand\\mine[2]{#2#1}\\mine{a}b', 'ba'],
    ['\\newcommand*{\\mine}[1]{#1^2}\\mine x', 'x^2'],
    // Known names too: KaTeX has \R already.
    ['\\newcommand{\\R}{x}\\R', 'x'],
    ['\\renewcommand{\\neverheardof}{x}\\neverheardof', 'x'],
    ['\\providecommand{\\alpha}{x}\\alpha', '\\alpha'],
    ['\\providecommand{\\mine}{x}\\mine', 'x'],
    ['\\newcommand{\\mine}[2][y]{#1#2}\\mine{a}\\mine[b]{c}', 'yabc'],
    ['{\\newcommand{\\mine}{x}}\\mine', '{}x'],
    ['\\DeclareMathOperator{\\sgn}{sgn}\\sgn x', '\\operatorname{sgn}x'],
    ['\\DeclareMathOperator*{\\best}{arg\\,max}\\best_x', '\\operatorname*{arg\\,max}_x'],
    ['\\DeclarePairedDelimiter\\ceil{\\lceil}{\\rceil}\\ceil{x}', '\\lceil{x}\\rceil'],
    ['\\DeclarePairedDelimiter{\\ceil}{\\lceil}{\\rceil}\\ceil*{x}', '\\left\\lceil{x}\\right\\rceil'],
    ['\\DeclarePairedDelimiter\\ceil{\\lceil}{\\rceil}\\ceil[\\big]{x}', '\\bigl\\lceil{x}\\bigr\\rceil'],
  ])('%s shows %s', (tex, same) => {
    expect(shownMath(tex)).toBe(shownMath(same));
  });

  test.each([
    ['\\newcommand{x}{y}', 'A definition has no name of a command, such as \\R'],
    ['\\newcommand{\\a\\b}{y}', 'A definition has no name of a command, such as \\R'],
    ['\\newcommand{\\mine}[x]{y}', 'A command has 0 to 9 arguments, not “x”'],
    ['\\newcommand{\\mine}[', 'There is no ] where one belongs'],
  ])('%s says what is wrong', (tex, reason) => {
    expect(renderMath(tex, false).error).toBe(reason);
  });

  test('that makes itself larger and larger ends', () => {
    const { error } = renderMath('\\newcommand{\\a}[1][x]{\\a[#1#1]\\a[#1#1]}\\a', false);
    expect(error).toMatch(/Too many expansions|expands to more than/);
  });

  test('of another formula may stand before one, and isn’t shown', () => {
    const { html, error } = renderMath('\\RR^n', false, '\\newcommand{\\RR}{\\mathbb{R}}');
    expect(error).toBeNull();
    expect(html).toContain('<annotation encoding="application/x-tex">\\RR^n</annotation>');
    expect(renderMath('\\RR^n', false).error).toContain('\\RR');
  });
});
