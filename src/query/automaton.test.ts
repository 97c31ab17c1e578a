import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Automaton } from './automaton.ts';
import { compilePattern } from './pattern.ts';

function finds(source: string, text: string): boolean {
  const program = compilePattern(source);
  if (typeof program === 'string') throw new Error(program);
  return new Automaton(program).finds(text);
}

const atom = fc.constantFrom(
  'a',
  'b',
  '1',
  ' ',
  '.',
  '[ab]',
  '[^a]',
  '[b-d1]',
  String.raw`\w`,
  String.raw`\d`,
  String.raw`\S`,
  '^',
  '$',
  String.raw`\b`,
  String.raw`\B`,
);
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small' },
    atom,
    fc.array(tie('pattern'), { maxLength: 4 }).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(${a}|${b})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '{2}', '{1,}', '{0,2}'))
      .map(([inner, count]) => `(?:${inner})${count}`),
  ),
}));

describe('a regular expression', () => {
  it('finds what the one of the browser finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '-'), maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        expect(finds(source, input)).toBe(new RegExp(source, 'u').test(input));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Gödel', 'godel and escher', true],
    ['[A-C]x', 'bx', true],
    ['straße', 'strasse', true],
    ['e\u0301x\u0302', 'ex', true],
    ['и\u0306', 'мой', true],
    ['и', 'мой', false],
    ['कु', 'कुल', true],
    [String.raw`\p{Lu}`, 'ab', true],
    [String.raw`^\P{L}+$`, '12', true],
    ['漢.', 'a漢字', true],
    ['💡$', 'an 💡', true],
    ['^.$', '💡', true],
    ['(?<year>20)24', '2024', true],
    ['[]a]', ']', true],
    [String.raw`a\/b\-c`, 'a/b-c', true],
  ])('%j on %j: %j', (source, text, expected) => {
    expect(finds(source, text)).toBe(expected);
  });

  it.each([
    ['a**', 'repeats a repetition'],
    ['*a', 'nothing before it to repeat'],
    ['a{2', 'is no count'],
    ['a{3,2}', 'end comes before its beginning'],
    ['a{2000}', 'more than 1,000 times'],
    ['a)', '“)” too many'],
    ['[z-a]', 'end comes before its beginning'],
    ['[a', 'never closed'],
    [String.raw`\q`, 'means nothing here'],
    [String.raw`\k<x>`, 'refers back'],
    ['(?<!a)b', 'looks ahead or back'],
    ['\\', 'ends with'],
    [String.raw`\p{Nonsense}`, 'no class of letters'],
    ['(((a{500}){500}){500})', 'too long'],
    ['(((){1000}){1000}){1000}', 'too long'],
    ['('.repeat(900), 'nested too deep'],
    ['x'.repeat(2_000), 'longer than'],
  ])('%j is refused in words', (source, words) => {
    expect(compilePattern(source)).toContain(words);
  });

  it.each(['(a+)+$', '^(a|a)*$', '(a|aa)+$', 'a*a*a*a*a*a*b', '(.*.*)*x', '(a?){25}a{25}$'])(
    'that is a catastrophe elsewhere, %j, reads each text once',
    (source) => {
      const start = performance.now();
      for (let i = 0; i < 1_000; i++) expect(finds(source, `${'a'.repeat(40)}!`)).toBe(false);
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );

  it('gives up, and says so, where its states would be too many', () => {
    const automaton = new Automaton(compilePattern('(a|b)*a(a|b){60}c(a|b){60}a') as never);
    let text = '';
    for (let i = 1; text.length < 900; i = (i * 48_271) % 0x7fffffff) text += i % 1_000 < 500 ? 'a' : 'b';
    const start = performance.now();
    for (let i = 0; i < 2_000; i++) automaton.finds(text.slice(i % 500) + i);
    expect(automaton.isWorn).toBe(true);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
