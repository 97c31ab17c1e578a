import { expect, test } from 'vitest';
import { isFormula } from './is-formula.ts';

test.each(['x^2', 'x²', 'a/b', '\\frac{a}{b}', 'x = y', '2π', 'Δt', 'λ', '∂', 'A⁻¹', 'ℝⁿ', 'x₁'])(
  '%s has an end',
  (typed) => expect(isFormula(typed)).toBe(true),
);

test.each(['gauss', 'matrix deter', 'λόγος', 'and / or', '#tag', 'x y', '地図'])('%s may go on', (typed) =>
  expect(isFormula(typed)).toBe(false),
);
