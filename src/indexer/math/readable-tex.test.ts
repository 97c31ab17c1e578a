import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMULA_MARK, readableTex, readableText } from './readable-tex.ts';

describe('a formula as plain text', () => {
  test.each([
    ['x', 'x'],
    ['\\frac{a+b}{2} \\leq \\lambda^2', '(a+b)/2 ≤ λ²'],
    ['\\frac12', '1/2'],
    ['\\dfrac{\\partial f}{\\partial x_1}', '(∂ f)/(∂ x₁)'],
    ['\\mqty[a \\\\ b] \\sim \\mathcal{N}\\qty(\\mqty[\\mu_{a} \\\\ \\mu_{b}])', '[a; b] ∼ N([μ_a; μ_b])'],
    ['\\begin{cases} 1, & x > 0 \\\\ 0 \\end{cases}', '1, x > 0; 0'],
    ['\\begin{array}{cc} a & b \\end{array}', 'a b'],
    ['\\left. f \\right|_{x=0}', 'f |_(x=0)'],
    ['T: V \\to W, \\forall v \\in \\mathbb{R}^n', 'T: V → W, ∀ v ∈ ℝⁿ'],
    ['\\log{x} + \\sin\\theta', 'log x + sin θ'],
    ['\\sqrt{2}, \\sqrt[3]{x+y}', '√2, ³√(x+y)'],
    ["A^{T} A^{-1} A^* f'^{\\prime}", "Aᵀ A⁻¹ A* f'′"],
    ['x^{n+k}_{ij}', 'x^(n+k)_ij'],
    ['\\hat{\\beta} \\vec v \\overline{ab}', 'β̂ v⃗ a̅b̅'],
    ['\\text{if } x \\operatorname{and} y', 'if x and y'],
    ['\\dv{f}{x}, \\pdv{x}', 'df/dx, ∂/∂x'],
    ['\\{ a \\mid b \\} \\| c \\|', '{ a ∣ b } ‖ c ‖'],
    ['\\unknown{a}\\,b\\!c', 'unknown a bc'],
    ['\\label{eq:1} a\\tag{1}', 'a'],
    ['}}a{{b', 'ab'],
    ['a^', 'a'],
    ['\\pdv[2]{u}{x} = \\dv[2]{x}{t}', '∂²u/∂x² = d²x/dt²'],
    ['\\pdv{f}{x}{y}', '∂²f/∂x∂y'],
    ['\\int f(y) \\dd{y}\\dd[3]{x}', '∫ f(y) dyd³x'],
    ['e^{at}y + xy^{i}z + e^{-at}', 'e^(at)y + xy^i z + e^(-at)'],
    ['e^{(\\int (a) dt)}, \\frac{x}{(a)(b)}', 'e^(∫ (a) dt), x/((a)(b))'],
    ['x_{ij}y x_iy', 'x_ij y x_i y'],
    [
      '\\frac{1}{2}h + \\frac{1}{m} \\sum_{i=1}^m x_i = \\frac{n+1}{10}x',
      '(1/2)h + (1/m) ∑_(i=1)^m x_i = ((n+1)/10)x',
    ],
    ['\\frac{dy}{dx} + \\frac{2x}{3y^2} + \\frac{x^2}{2}', 'dy/dx + 2x/(3y²) + x²/2'],
    ['\\tau_i\\not\\in\\psi, a \\not= b, A \\not\\subset B', 'τ_i ∉ ψ, a ≠ b, A ⊄ B'],
    ['\\blacksquare \\bold{C} \\dmat{a,b}', '■ C a,b'],
    ['A^{*^{T}}, \\hat{(y)}, \\overline{AB}', 'A*ᵀ, (y), A̅B̅'],
    ['\\ket{0} \\braket{a}{b} \\comm{A}{B} \\norm{x}^2 \\abs{x}', '|0⟩ ⟨a|b⟩ [A, B] ‖x‖² |x|'],
    ['V \\xrightarrow{f} W, x\\in A', 'V –f→ W, x ∈ A'],
    ['\\underset{x}{\\operatorname{argmax}} f', 'argmax_x f'],
    ['\\frac', 'frac'],
    ['\\', ''],
    ['', ''],
  ])('%j reads %j', (tex, text) => expect(readableTex(tex)).toBe(text));

  test('is one line of no more than it was, whatever is written', () => {
    const piece = fc.constantFrom(
      '\\frac',
      '\\sqrt[',
      '{',
      '}',
      '^',
      '_',
      '\\\\',
      '&',
      'x',
      ' ',
      '\\mathbb',
      ']',
      '\n',
      '\\hat',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (tex) => {
          const text = readableTex(tex);
          expect(text).not.toMatch(/[\n\r]|  |^ | $/);
          expect(text.length).toBeLessThanOrEqual(3 * tex.length + 12);
        },
      ),
    );
  });

  test('takes no longer for what is nested deep', () => {
    const deep = '\\frac{'.repeat(20_000) + 'x' + '}'.repeat(20_000);
    expect(readableTex(deep).length).toBeLessThan(deep.length);
  });

  test('is read in a text, between its marks', () => {
    const mark = (tex: string): string => FORMULA_MARK + tex + FORMULA_MARK;
    expect(readableText(`If ${mark('x \\in A')}, then C:\\in ${mark('\\lambda')}.`)).toBe(
      'If x ∈ A, then C:\\in λ.',
    );
    expect(readableText(`cut ${FORMULA_MARK}\\lambda`)).toBe('cut λ');
    expect(readableText('\\lambda')).toBe('\\lambda');
  });
});
