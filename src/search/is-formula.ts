import { MATH_SIGNS } from '../contract/search.ts';

const SIGN = `${MATH_SIGNS}⁰¹²³⁴-⁹ⁿᵀ⁺⁻₀-₉∈ℂℍℕℙℚℝℤ`;
/** Signs, an `a/b`, or a Greek letter that is no part of a Greek word. */
const FORMULA = new RegExp(
  `[\\\\{}^=${SIGN}]|[\\p{L}\\p{N}]/[\\p{L}\\p{N}]|(?:^|[^\\p{Script=Greek}])\\p{Script=Greek}(?!\\p{Script=Greek})`,
  'u',
);

/** What is typed for a formula has an end: its `b` is not the beginning of a word. */
export function isFormula(query: string): boolean {
  return FORMULA.test(query);
}
