import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { definitionsIn, mayDefine, withDefinitions } from './note-definitions.ts';

const formula = (tex: string): { tex: string; display: boolean; line: number; column: number } => ({
  tex,
  display: false,
  line: 1,
  column: 1,
});

/** What stands before each formula. */
function before(texts: readonly string[], known: readonly (readonly [string, string])[] = []): string[] {
  return withDefinitions(texts.map(formula), new Map(known)).map(({ definitions = '' }) => definitions);
}

describe('a definition', () => {
  test.each([
    ['\\newcommand{\\RR}{\\mathbb{R}}', '\\RR'],
    ['\\newcommand\\RR{\\mathbb{R}}', '\\RR'],
    ['\\renewcommand*{ \\RR } [2] [x] {a{b}\\}c}', '\\RR'],
    ['\\providecommand{\\RR}[1]{x}', '\\RR'],
    ['\\DeclareMathOperator*{\\argmax}{arg\\,max}', '\\argmax'],
    ['\\DeclarePairedDelimiter\\ceil{\\lceil}{\\rceil}', '\\ceil'],
    ['\\DeclarePairedDelimiter\\abs\\lvert\\rvert', '\\abs'],
    ['\\def\\foo#1#2{<#1>}', '\\foo'],
    ['\\gdef\\foo{x}', '\\foo'],
    ['\\let\\foo=\\bar', '\\foo'],
    ['\\let\\foo\\bar', '\\foo'],
    ['\\newcommand{\\|}{x}', '\\|'],
  ])('%s is found among other TeX', (definition, name) => {
    expect(mayDefine(definition)).toBe(true);
    expect([...definitionsIn(`a ${definition} + ${name}`)]).toEqual([[name, definition]]);
  });

  test.each([
    '\\newcommand{\\RR}{\\mathbb{R}',
    '\\newcommand',
    '\\def\\foo',
    '\\let',
    '\\definition',
    '\\newcommand{RR}{x}',
    '\\letter x',
  ])('%s is none', (tex) => {
    expect([...definitionsIn(tex)]).toEqual([]);
  });

  test('holds in the formulas behind it that use it, and in no others', () => {
    const RR = '\\newcommand{\\RR}{\\mathbb{R}}';
    expect(before(['\\RR', RR, '\\RR^n', 'x', '\\RRR', '\\RR2'])).toEqual(['', '', RR, '', '', RR]);
  });

  test('brings along what it uses itself, in the order in which all were made', () => {
    const a = '\\def\\a{x}';
    const b = '\\def\\b{\\a}';
    const c = '\\def\\c{\\b\\c}';
    expect(before([`${a}${b}`, c, '\\c', '\\b'])).toEqual(['', a + b, a + b + c, a + b]);
  });

  test('gives way to a later one of its name', () => {
    expect(before(['\\def\\a{x}', '\\a', '\\def\\a{y}', '\\a'])).toEqual(
      ['', '\\def\\a{x}', '', '\\def\\a{y}'].with(2, '\\def\\a{x}'),
    );
  });

  test('may be known from the start', () => {
    expect(before(['\\RR', 'x'], [['\\RR', '\\def\\RR{x}']])).toEqual(['\\def\\RR{x}', '']);
  });

  test('of any text is looked for in a time that grows with the text', () => {
    const part = fc.constantFrom(
      '\\def',
      '\\newcommand',
      '\\a',
      '{',
      '}',
      '[',
      ']',
      '#1',
      ' ',
      '\\let',
      '=',
      'x',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const tex = parts.join('');
        for (const [name, text] of definitionsIn(tex)) {
          expect(tex).toContain(text);
          expect(text).toContain(name);
        }
      }),
    );
    for (const hostile of [
      '\\newcommand{\\a}{',
      '\\def\\a',
      '\\let\\a=',
      '\\newcommand{\\a}[',
      '\\DeclarePairedDelimiter\\a{',
    ]) {
      definitionsIn(hostile.repeat(600));
      // More than a formula may have.
      expect(definitionsIn(hostile.repeat(20_000)).size).toBe(0);
    }
  });
});

test('a chain of definitions takes as much room as they have, and a little more for each formula', () => {
  const names = Array.from({ length: 3_000 }, (_, index) =>
    String(index).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!),
  );
  const chain = names.map((name, index) => `\\def\\q${name}{\\q${names[index - 1] ?? ''}x}`);
  const brought = before([...chain, `\\q${names.at(-1)}`]);
  expect(Math.max(...brought.map((text) => text.length))).toBeLessThan(11_000);
  expect(brought.join('').length).toBeLessThan(5_000_000);
});

describe('in a note', () => {
  test('a definition in the first formula is known in the last, as in MathJax', () => {
    const { note, diagnostics } = sampleVault(
      '$$\\newcommand{\\RR}{\\mathbb{R}}$$\n\n$x \\in \\RR$\n\n> $\\RR^2$\n',
    );
    expect(diagnostics).toEqual([]);
    expect(note.formulas.map(({ definitions }) => definitions)).toEqual([
      undefined,
      '\\newcommand{\\RR}{\\mathbb{R}}',
      '\\newcommand{\\RR}{\\mathbb{R}}',
    ]);
  });

  test('of ox-hugo too', () => {
    const { diagnostics } = sampleHugo(
      '\\\\(\\DeclareMathOperator{\\sgn}{sgn}\\\\) and \\\\(\\sgn x\\\\)\n\n\\begin{equation}\n\\sgn y\n\\end{equation}\n',
    );
    expect(diagnostics).toEqual([]);
  });

  test('one note’s are unknown in another', () => {
    expect(sampleVault('$\\def\\mine{x}$').diagnostics).toEqual([]);
    expect(sampleVault('$\\mine$').diagnostics).toEqual(['bad-math 1:1']);
  });
});
