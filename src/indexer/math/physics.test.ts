import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { divisionSigns, PHYSICS } from './physics.ts';

const NABLA = '\\boldsymbol{\\nabla}';
const DOT = '\\boldsymbol{\\cdot}';
const TIMES = '\\boldsymbol{\\times}';
const SMALL = (body: string): string => `\\begin{smallmatrix}${body}\\end{smallmatrix}`;

/** What an author writes, and the same without the package, expanded by hand. */
const CASES: Record<string, readonly (readonly [written: string, expanded: string])[]> = {
  'automatic braces': [
    ['\\qty(\\frac12)', '\\mathopen{}{\\left(\\frac12\\right)}'],
    ['\\quantity(x)', '\\mathopen{}{\\left(x\\right)}'],
    ['\\qty[\\frac12]', '\\mathopen{}{\\left[\\frac12\\right]}'],
    ['\\qty|\\frac12|', '\\left\\vert\\frac12\\right\\vert'],
    ['\\qty{\\frac12}', '\\left\\{\\frac12\\right\\}'],
    ['\\qty (x) ^2', '\\mathopen{}{\\left(x\\right)}^2'],
    ['\\log\\qty(x) y', '\\log\\mathopen{}{\\left(x\\right)}y'],
    ['\\qty(f(g(x)))', '\\mathopen{}{\\left(f(g(x))\\right)}'],
    [
      '\\qty(a \\qty[b \\qty{c}])',
      '\\mathopen{}{\\left(a\\mathopen{}{\\left[b\\left\\{c\\right\\}\\right]}\\right)}',
    ],
    ['\\qty(\\left[0, 1\\right))', '\\mathopen{}{\\left(\\left[0, 1\\right)\\right)}'],
    ['\\qty(\\sqrt{)})', '\\mathopen{}{\\left(\\sqrt{)}\\right)}'],
    ['\\qty\\big(x)', '\\bigl(x\\bigr)'],
    ['\\qty\\Big[x]', '\\Bigl[x\\Bigr]'],
    ['\\qty\\bigg{x}', '\\biggl\\{x\\biggr\\}'],
    ['\\qty\\Bigg|x|', '\\Biggl\\vert x\\Biggr\\vert'],
    ['\\pqty{x}', '\\left(x\\right)'],
    ['\\bqty{x}', '\\left[x\\right]'],
    ['\\vqty{x}', '\\left\\vert x\\right\\vert'],
    ['\\Bqty{x}', '\\left\\{x\\right\\}'],
    ['\\pqty*{\\frac12}', '(\\frac12)'],
    ['\\bqty\\Big{x}', '\\Bigl[x\\Bigr]'],
    ['\\abs{\\frac12}', '\\left\\vert\\frac12\\right\\vert'],
    ['\\absolutevalue{x}', '\\left\\vert x\\right\\vert'],
    ['\\abs*{\\frac12}', '\\lvert\\frac12\\rvert'],
    ['\\abs\\Big{x}', '\\Bigl\\vert x\\Bigr\\vert'],
    ['\\norm{x}', '\\left\\Vert x\\right\\Vert'],
    ['\\norm*{\\frac12}', '\\lVert\\frac12\\rVert'],
    ['\\norm\\big{x}', '\\bigl\\Vert x\\bigr\\Vert'],
    ['\\eval{x}_0^\\infty', '\\left.x\\right\\vert_0^\\infty'],
    ['\\evaluated{x^2}_a^b', '\\left.x^2\\right\\vert_a^b'],
    ['\\eval(x|_0^\\infty', '\\left(x\\right\\vert_0^\\infty'],
    ['\\eval[\\frac12|_0^\\infty', '\\left[\\frac12\\right\\vert_0^\\infty'],
    ['\\eval*[\\frac12|_0^\\infty', '[\\frac12\\vert_0^\\infty'],
    ['\\eval*{x}_0', 'x\\vert_0'],
    ['\\order{x^2}', '\\mathcal{O}\\mathopen{}\\left(x^2\\right)'],
    ['\\order\\Big{x^2}', '\\mathcal{O}\\mathopen{}\\Bigl(x^2\\Bigr)'],
    ['\\order*{\\frac12}', '\\mathcal{O}\\mathopen{}(\\frac12)'],
    ['\\comm{A}{B}', '\\left[A,B\\right]'],
    ['\\commutator{A}{B}', '\\left[A,B\\right]'],
    ['\\comm*{\\frac12}{B}', '[\\frac12,B]'],
    ['\\comm\\Big{A}{B}', '\\Bigl[A,B\\Bigr]'],
    ['\\acomm{A}{B}', '\\left\\{A,B\\right\\}'],
    ['\\anticommutator{A}{B}', '\\left\\{A,B\\right\\}'],
    ['\\pb{A}{B}', '\\left\\{A,B\\right\\}'],
    ['\\poissonbracket*{\\frac12}{B}', '\\{\\frac12,B\\}'],
  ],
  vectors: [
    ['\\vb{a}', '\\mathbf{a}'],
    ['\\vb a', '\\mathbf{a}'],
    ['\\vectorbold*{\\theta}', '\\boldsymbol{\\theta}'],
    ['\\va{a}', '\\vec{\\mathbf{a}}'],
    ['\\vectorarrow*{\\theta}', '\\vec{\\boldsymbol{\\theta}}'],
    ['\\vu{a}', '\\hat{\\mathbf{a}}'],
    ['\\vectorunit*{\\theta}', '\\hat{\\boldsymbol{\\theta}}'],
    ['a \\vdot b', `a ${DOT} b`],
    ['a \\dotproduct b', `a ${DOT} b`],
    ['a \\cross b', `a ${TIMES} b`],
    ['a \\crossproduct b \\cp c', `a ${TIMES} b ${TIMES} c`],
    ['\\grad', NABLA],
    ['\\grad{\\Psi}', `${NABLA}{\\Psi}`],
    ['\\gradient(\\frac12)', `${NABLA}\\mathopen{}\\left(\\frac12\\right)`],
    ['\\grad[\\frac12]', `${NABLA}\\mathopen{}\\left[\\frac12\\right]`],
    ['\\div{\\vb{a}}', `${NABLA}${DOT}{\\mathbf{a}}`],
    ['\\divergence(\\vb a)', `${NABLA}${DOT}\\mathopen{}\\left(\\mathbf{a}\\right)`],
    ['\\curl{\\vb{a}}', `${NABLA}${TIMES}{\\mathbf{a}}`],
    ['\\curl[x]', `${NABLA}${TIMES}\\mathopen{}\\left[x\\right]`],
    ['\\laplacian{\\Psi}', '\\nabla^2{\\Psi}'],
    ['\\laplacian(x)', '\\nabla^2\\mathopen{}\\left(x\\right)'],
    ['\\laplacian', '\\nabla^2'],
  ],
  functions: [
    ['\\sin x', '\\sin x'],
    ['\\sin(\\frac12)', '\\sin\\mathopen{}\\left(\\frac12\\right)'],
    ['\\sin[2](x)', '\\sin^{2}\\mathopen{}\\left(x\\right)'],
    ['\\sin^2(x)', '\\sin^2(x)'],
    ['\\sin[x]', '\\sin[x]'],
    ['\\sin{x}', '\\sin{x}'],
    ['\\sine(x)', '\\sin(x)'],
    ['\\cos\\qty(x)', '\\cos\\mathopen{}{\\left(x\\right)}'],
    ['(\\log(x)', '(\\log\\mathopen{}\\left(x\\right)'],
    ['\\log(x', '\\log(x'],
    ['{\\log(} x)', '{\\log(} x)'],
    ['\\ln(x)\\exp(y)', '\\ln\\mathopen{}\\left(x\\right)\\exp\\mathopen{}\\left(y\\right)'],
    ['\\det(A)', '\\det\\mathopen{}\\left(A\\right)'],
    ['\\Pr(A)_{x}', '\\Pr\\mathopen{}\\left(A\\right)_{x}'],
    ['\\max_x \\logarithm y', '\\max_x \\log y'],
    ['\\asin(x)', '\\operatorname{asin}\\mathopen{}\\left(x\\right)'],
    ['\\sech x', '\\operatorname{sech} x'],
    ['\\acot[2](x)', '\\operatorname{acot}^{2}\\mathopen{}\\left(x\\right)'],
    ['\\hypcosecant x', '\\operatorname{csch} x'],
    ['\\tr\\rho', '\\operatorname{tr}\\rho'],
    ['\\tr(\\rho)', '\\operatorname{tr}\\mathopen{}\\left(\\rho\\right)'],
    ['\\Tr[\\rho]', '\\operatorname{Tr}\\mathopen{}\\left[\\rho\\right]'],
    ['\\rank M', '\\operatorname{rank} M'],
    ['\\erf(x)', '\\operatorname{erf}\\mathopen{}\\left(x\\right)'],
    ['\\Res[f(z)]', '\\operatorname{Res}\\mathopen{}\\left[f(z)\\right]'],
    ['\\pv{\\int f(z) \\dd{z}}', '\\mathcal{P}{\\int f(z) \\mathinner{\\mathrm{d} z}}'],
    ['\\PV{\\int f}', '\\operatorname{P.V.}{\\int f}'],
    ['\\Re{z}', '\\operatorname{Re}\\mathopen{}\\left\\{z\\right\\}'],
    ['\\Im(z)', '\\operatorname{Im}\\mathopen{}\\left(z\\right)'],
    ['\\Re z', '\\operatorname{Re} z'],
    ['\\real + \\imaginary', '\\char"211C + \\char"2111'],
  ],
  'quick text': [
    ['a \\qq{for all} b', 'a \\quad\\text{for all}\\quad b'],
    ['a \\qqtext*{for all} b', 'a \\text{for all}\\quad b'],
    ['a \\qc b', 'a ,\\quad b'],
    ['a \\qcomma b', 'a ,\\quad b'],
    ['a \\qcc', 'a \\quad\\text{c.c.}\\quad'],
    ['a \\qcc*', 'a \\text{c.c.}\\quad'],
    ...'if then else otherwise unless given using assume since let for all even odd integer and or as in'
      .split(' ')
      .map((word) => [`a \\q${word} b`, `a \\quad\\text{${word}}\\quad b`] as const),
    ['a \\qif* b', 'a \\text{if}\\quad b'],
  ],
  derivatives: [
    ['\\dd', '\\mathrm{d}'],
    ['\\dd x', '\\mathrm{d} x'],
    ['\\int f \\dd{x} y', '\\int f \\mathinner{\\mathrm{d} x} y'],
    ['\\dd[3]{x}', '\\mathinner{\\mathrm{d}^{3} x}'],
    ['\\dd[3] x', '\\mathrm{d}^{3} x'],
    ['\\dd(\\cos\\theta)', '\\mathinner{\\mathrm{d}\\mathopen{}\\left(\\cos\\theta\\right)}'],
    ['\\dd{x}(y)', '\\mathinner{\\mathrm{d} x}(y)'],
    ['\\differential{x}', '\\mathinner{\\mathrm{d} x}'],
    ['\\dv{x}', '\\frac{\\mathrm{d}}{\\mathrm{d} x}'],
    ['\\dv x', '\\frac{\\mathrm{d}}{\\mathrm{d} x}'],
    ['\\dv{f}{x}', '\\frac{\\mathrm{d} f}{\\mathrm{d} x}'],
    ['\\dv[n]{f}{x}', '\\frac{\\mathrm{d}^{n} f}{\\mathrm{d} x^{n}}'],
    ['\\dv[2]{x}', '\\frac{\\mathrm{d}^{2}}{\\mathrm{d} x^{2}}'],
    ['\\dv{x}(\\frac12)', '\\frac{\\mathrm{d}}{\\mathrm{d} x}\\mathopen{}\\left(\\frac12\\right)'],
    ['\\dv*{f}{x}', '\\left.\\mathrm{d} f\\middle/\\mathrm{d} x\\right.'],
    ['\\derivative{f}{x}', '\\frac{\\mathrm{d} f}{\\mathrm{d} x}'],
    ['\\pdv{x}', '\\frac{\\partial}{\\partial x}'],
    ['\\pdv{f}{x}', '\\frac{\\partial f}{\\partial x}'],
    ['\\pdv[2]{f}{x}', '\\frac{\\partial^{2} f}{\\partial x^{2}}'],
    ['\\pdv{f}{x}{y}', '\\frac{\\partial^{2} f}{\\partial x \\partial y}'],
    ['\\pdv{x}(f)', '\\frac{\\partial}{\\partial x}\\mathopen{}\\left(f\\right)'],
    ['\\pdv*{f}{x}', '\\left.\\partial f\\middle/\\partial x\\right.'],
    [
      '\\partialderivative{f}{x} + \\pderivative{f}{y}',
      '\\frac{\\partial f}{\\partial x} + \\frac{\\partial f}{\\partial y}',
    ],
    ['\\var{F[g(x)]}', '\\mathinner{\\delta F[g(x)]}'],
    ['\\variation(E-TS)', '\\mathinner{\\delta\\mathopen{}\\left(E-TS\\right)}'],
    ['\\fdv{g}', '\\frac{\\delta}{\\delta g}'],
    ['\\fdv{F}{g}', '\\frac{\\delta F}{\\delta g}'],
    ['\\functionalderivative{V}(E-TS)', '\\frac{\\delta}{\\delta V}\\mathopen{}\\left(E-TS\\right)'],
    ['\\fdv*{F}{x}', '\\left.\\delta F\\middle/\\delta x\\right.'],
    ['\\flatfrac{a}{b}', '\\left.a\\middle/b\\right.'],
  ],
  'bras and kets': [
    ['\\ket{\\frac12}', '\\left\\vert\\frac12\\right\\rangle'],
    ['\\ket*{\\frac12}', '\\lvert\\frac12\\rangle'],
    ['\\bra{\\frac12}', '\\left\\langle\\frac12\\right\\vert'],
    ['\\bra*{\\frac12}', '\\langle\\frac12\\rvert'],
    ['\\bra{\\phi}\\ket{\\psi}', '\\left\\langle{\\phi}\\middle\\vert{\\psi}\\right\\rangle'],
    ['\\bra{\\phi}\\ket*{\\psi}', '\\langle{\\phi}\\vert{\\psi}\\rangle'],
    ['\\bra*{\\phi}\\ket{\\psi}', '\\langle{\\phi}\\vert{\\psi}\\rangle'],
    ['\\bra{\\phi} A \\ket{\\psi}', '\\left\\langle\\phi\\right\\vert A \\left\\vert\\psi\\right\\rangle'],
    ['\\braket{a}{b}', '\\left\\langle{a}\\middle\\vert{b}\\right\\rangle'],
    ['\\braket{a}', '\\left\\langle{a}\\middle\\vert{a}\\right\\rangle'],
    ['\\braket*{a}{\\frac12}', '\\langle{a}\\vert{\\frac12}\\rangle'],
    ['\\braket\\Big{a}{b}', '\\Bigl\\langle{a}\\Bigm\\vert{b}\\Bigr\\rangle'],
    ['\\braket{a|b}', '\\mathinner{\\langle{a|b}\\rangle}'],
    ['\\ip{a}{b}', '\\left\\langle{a}\\middle\\vert{b}\\right\\rangle'],
    ['\\innerproduct{a}{b}', '\\left\\langle{a}\\middle\\vert{b}\\right\\rangle'],
    ['\\dyad{a}{b}', '\\left\\vert{a}\\middle\\rangle\\!\\middle\\langle{b}\\right\\vert'],
    ['\\dyad{a}', '\\left\\vert{a}\\middle\\rangle\\!\\middle\\langle{a}\\right\\vert'],
    ['\\dyad*{a}{\\frac12}', '\\lvert{a}\\rangle\\!\\langle{\\frac12}\\rvert'],
    ['\\ketbra{a}{b}', '\\left\\vert{a}\\middle\\rangle\\!\\middle\\langle{b}\\right\\vert'],
    ['\\op{a}{b}', '\\left\\vert{a}\\middle\\rangle\\!\\middle\\langle{b}\\right\\vert'],
    ['\\outerproduct{a}{b}', '\\left\\vert{a}\\middle\\rangle\\!\\middle\\langle{b}\\right\\vert'],
    ['\\expval{A}', '\\left\\langle A\\right\\rangle'],
    ['\\ev*{\\frac12}', '\\langle\\frac12\\rangle'],
    ['\\ev{A}{\\Psi}', '\\left\\langle{\\Psi}\\right\\vert{A}\\left\\vert{\\Psi}\\right\\rangle'],
    ['\\expectationvalue*{A}{\\Psi}', '\\langle{\\Psi}\\vert{A}\\vert{\\Psi}\\rangle'],
    [
      '\\ev**{\\frac12}{\\Psi}',
      '\\left\\langle{\\Psi}\\middle\\vert{\\frac12}\\middle\\vert{\\Psi}\\right\\rangle',
    ],
    ['\\mel{n}{A}{m}', '\\left\\langle{n}\\right\\vert{A}\\left\\vert{m}\\right\\rangle'],
    ['\\matrixel*{n}{A}{m}', '\\langle{n}\\vert{A}\\vert{m}\\rangle'],
    ['\\matrixelement**{n}{A}{m}', '\\left\\langle{n}\\middle\\vert{A}\\middle\\vert{m}\\right\\rangle'],
  ],
  matrices: [
    ['\\mqty{a & b \\\\ c & d}', '\\begin{matrix}a & b \\\\ c & d\\end{matrix}'],
    ['\\mqty(a & b \\\\ c & d)', '\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix}'],
    ['\\mqty*(a & b)', '\\left\\lgroup\\begin{matrix}a & b\\end{matrix}\\right\\rgroup'],
    ['\\mqty[a & b]', '\\begin{bmatrix}a & b\\end{bmatrix}'],
    ['\\mqty|a & b|', '\\begin{vmatrix}a & b\\end{vmatrix}'],
    ['\\matrixquantity(f(x) & (b))', '\\begin{pmatrix}f(x) & (b)\\end{pmatrix}'],
    ['\\pmqty{a & b}', '\\begin{pmatrix}a & b\\end{pmatrix}'],
    ['\\Pmqty{a}', '\\left\\lgroup\\begin{matrix}a\\end{matrix}\\right\\rgroup'],
    ['\\bmqty{a & b}', '\\begin{bmatrix}a & b\\end{bmatrix}'],
    ['\\vmqty{a & b}', '\\begin{vmatrix}a & b\\end{vmatrix}'],
    ['\\mdet{a & b}', '\\begin{vmatrix}a & b\\end{vmatrix}'],
    ['\\smqty{a & b}', SMALL('a & b')],
    ['\\smqty(a & b)', `\\left(${SMALL('a & b')}\\right)`],
    ['\\smqty*(a & b)', `\\left\\lgroup${SMALL('a & b')}\\right\\rgroup`],
    ['\\smqty[a & b]', `\\left[${SMALL('a & b')}\\right]`],
    ['\\smqty|a & b|', `\\left\\vert${SMALL('a & b')}\\right\\vert`],
    ['\\spmqty{a} \\sPmqty{a}', `\\left(${SMALL('a')}\\right) \\left\\lgroup${SMALL('a')}\\right\\rgroup`],
    ['\\sbmqty{a} \\svmqty{a}', `\\left[${SMALL('a')}\\right] \\left\\vert${SMALL('a')}\\right\\vert`],
    ['\\smdet{a}', `\\left\\vert${SMALL('a')}\\right\\vert`],
    ['\\mqty(\\imat{3})', '\\begin{pmatrix}1&0&0\\\\0&1&0\\\\0&0&1\\end{pmatrix}'],
    ['\\mqty{\\identitymatrix{1}}', '\\begin{matrix}1\\end{matrix}'],
    ['\\mqty(\\xmat{x}{2}{3})', '\\begin{pmatrix}x&x&x\\\\x&x&x\\end{pmatrix}'],
    ['\\mqty(\\xmat*{a}{2}{2})', '\\begin{pmatrix}a_{11}&a_{12}\\\\a_{21}&a_{22}\\end{pmatrix}'],
    ['\\mqty(\\xmatrix*{a}{1}{3})', '\\begin{pmatrix}a_{1}&a_{2}&a_{3}\\end{pmatrix}'],
    ['\\mqty(\\xmat*{a}{3}{1})', '\\begin{pmatrix}a_{1}\\\\a_{2}\\\\a_{3}\\end{pmatrix}'],
    ['\\mqty(\\xmat{\\sqrt{x}}{1}{2})', '\\begin{pmatrix}\\sqrt{x}&\\sqrt{x}\\end{pmatrix}'],
    ['\\mqty(\\zmat{2}{1})', '\\begin{pmatrix}0\\\\0\\end{pmatrix}'],
    ['\\mqty(\\pmat{0})', '\\begin{pmatrix}1&0\\\\0&1\\end{pmatrix}'],
    ['\\mqty(\\pmat{x})', '\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}'],
    ['\\mqty(\\paulimatrix{2})', '\\begin{pmatrix}0&-i\\\\i&0\\end{pmatrix}'],
    ['\\mqty(\\pmat{3})', '\\begin{pmatrix}1&0\\\\0&-1\\end{pmatrix}'],
    ['\\mqty(\\dmat{1,2,3})', '\\begin{pmatrix}1&&\\\\&2&\\\\&&3\\end{pmatrix}'],
    ['\\mqty(\\dmat[0]{1,2})', '\\begin{pmatrix}1&0\\\\0&2\\end{pmatrix}'],
    ['\\mqty(\\dmat{1,f(x),\\sqrt{a,b}})', '\\begin{pmatrix}1&&\\\\&f(x)&\\\\&&\\sqrt{a,b}\\end{pmatrix}'],
    [
      '\\mqty(\\diagonalmatrix{1,2&3\\\\4&5})',
      '\\begin{pmatrix}1&\\\\&\\begin{matrix}2&3\\\\4&5\\end{matrix}\\end{pmatrix}',
    ],
    ['\\mqty(\\admat{1,2,3})', '\\begin{pmatrix}&&1\\\\&2&\\\\3&&\\end{pmatrix}'],
    ['\\mqty(\\antidiagonalmatrix[0]{1,2})', '\\begin{pmatrix}0&1\\\\2&0\\end{pmatrix}'],
  ],
};

function set(tex: string, macros: Record<string, unknown>): string {
  const options = { displayMode: true, strict: 'ignore', macros } as const;
  // The source stands in the annotation, and KaTeX writes nothing for an empty pair of braces around one letter.
  return katex.renderToString(tex, options as katex.KatexOptions).replace(/<annotation.*<\/annotation>/s, '');
}

for (const [family, cases] of Object.entries(CASES)) {
  describe(`the physics package: ${family}`, () => {
    test.each(cases)('%s is set as %s', (written, expanded) => {
      expect(set(written, { ...PHYSICS })).toBe(set(expanded, {}));
    });
  });
}

describe('the physics package', () => {
  test('has a case above for each of its commands', () => {
    const all = Object.values(CASES)
      .flat()
      .flatMap(([written]) => written.match(/\\[a-zA-Z]+/g) ?? []);
    const functions =
      /^\\(?:a|arc|hyp)?(?:sin|cos|tan|csc|sec|cot|sine|cosine|tangent|cosecant|secant|cotangent)h?$/;
    const rest = /^\\(?:exponential|naturallogarithm|determinant|Probability|divisionsymbol)$/;
    const longNames =
      /^\\(?:trace|Trace|Residue|principalvalue|fderivative|small\w+|matrixdeterminant|zeromatrix)$/;
    const untested = Object.keys(PHYSICS).filter(
      (name) => !all.includes(name) && !functions.test(name) && !rest.test(name) && !longNames.test(name),
    );
    expect(untested).toEqual([]);
  });

  test.each([
    ['\\trace', '\\tr'],
    ['\\Trace', '\\Tr'],
    ['\\Residue', '\\Res'],
    ['\\principalvalue', '\\pv'],
    ['\\fderivative', '\\fdv'],
    ['\\smallmatrixquantity', '\\smqty'],
    ['\\matrixdeterminant', '\\mdet'],
    ['\\smallmatrixdeterminant', '\\smdet'],
    ['\\zeromatrix', '\\zmat'],
  ])('%s is another name of %s', (long, short) => {
    expect(PHYSICS[long]).toBe(PHYSICS[short]);
  });

  test.each([
    ['\\exponential x', '\\exp x'],
    ['\\naturallogarithm x', '\\ln x'],
    ['\\determinant x', '\\det x'],
    ['\\Probability x', '\\Pr x'],
    ['a \\divisionsymbol b', 'a \\div b'],
    ['\\hypsine x \\arctangent y', '\\sinh x \\arctan y'],
    ['\\cot(x) \\tanh(y)', '\\cot\\mathopen{}\\left(x\\right) \\tanh\\mathopen{}\\left(y\\right)'],
  ])('%s keeps what %s was', (written, expanded) => {
    expect(set(written, { ...PHYSICS })).toBe(set(expanded, {}));
  });

  test.each([
    ['\\qty(x', /\\qty\( has no \) to close it/],
    ['\\mqty[x', /\\mqty\[ has no \] to close it/],
    ['{\\qty(x}', /\\qty\( has no \)/],
    ['\\pmat{7}', /knows 0 to 3, x, y and z, not "7"/],
    ['\\imat{n}', /needs a number of rows, not "n"/],
    ['\\imat{21}', /too large/],
    ['\\zmat{9}{99}', /too large/],
    ['\\abs', /./],
    ['\\dv', /./],
  ])('%s is refused in words', (written, message) => {
    expect(() => set(written, { ...PHYSICS })).toThrow(message);
  });

  test.each([
    ['6 \\div 3', '6 \\divisionsymbol  3'],
    ['(a)\\div(b)', '(a)\\divisionsymbol (b)'],
    ['\\div \\vb{E} = 0', '\\div \\vb{E} = 0'],
    ['k \\div{\\vb{E}}', 'k \\div{\\vb{E}}'],
    ['k \\div \\vec E', 'k \\div \\vec E'],
    ['0 = \\div E', '0 = \\div E'],
    ['\\divergence{x}', '\\divergence{x}'],
  ])('%s: a division between operands, else a divergence', (written, read) => {
    expect(divisionSigns(written)).toBe(read);
  });
});
