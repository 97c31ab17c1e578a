/**
 * The LaTeX package `physics` as KaTeX macros: what each command is, a row a command. What a command takes is read
 * in `physics/`; the TeX that a function returns is expanded in its place.
 */
import { derivative, differential } from './physics/derivatives.ts';
import { bra, braket, expectation, ket, ketbra, matrixElement } from './physics/dirac.ts';
import {
  bold,
  evaluated,
  fenced,
  operator,
  pair,
  powered,
  quad,
  quadText,
  quantity,
} from './physics/fences.ts';
import { diagonal, fencedMatrix, filled, identity, matrix, pauli, zeros } from './physics/matrices.ts';
import type { Macro } from './tex-arguments.ts';

type Row = readonly [names: string, macro: Macro];

const BRACES: readonly Row[] = [
  ['qty quantity', quantity],
  ['pqty', fenced('(', ')')],
  ['bqty', fenced('[', ']')],
  ['vqty', fenced('\\vert', '\\vert')],
  ['Bqty', fenced('\\{', '\\}')],
  ['abs absolutevalue', fenced('\\vert', '\\vert')],
  ['norm', fenced('\\Vert', '\\Vert')],
  ['order', fenced('(', ')', '\\mathcal{O}\\mathopen{}')],
  ['eval evaluated', evaluated],
  ['comm commutator', pair('[', ']')],
  ['acomm anticommutator pb poissonbracket', pair('\\{', '\\}')],
];

const VECTORS: readonly Row[] = [
  ['vb vectorbold', bold('')],
  ['va vectorarrow', bold('\\vec')],
  ['vu vectorunit', bold('\\hat')],
  ['vdot dotproduct', '\\boldsymbol{\\cdot}'],
  ['cross crossproduct cp', '\\boldsymbol{\\times}'],
  ['grad gradient', operator('\\boldsymbol{\\nabla}', false)],
  ['div divergence', operator('\\boldsymbol{\\nabla}\\boldsymbol{\\cdot}', false)],
  ['curl', operator('\\boldsymbol{\\nabla}\\boldsymbol{\\times}', false)],
  ['laplacian', operator('\\nabla^2', false)],
];

/** KaTeX's own function under the package's name for it, which its usual name then takes arguments for. */
const FUNCTIONS: readonly (readonly [name: string, original: string])[] = [
  ['sin', 'sine'],
  ['sinh', 'hypsine'],
  ['arcsin', 'arcsine'],
  ['cos', 'cosine'],
  ['cosh', 'hypcosine'],
  ['arccos', 'arccosine'],
  ['tan', 'tangent'],
  ['tanh', 'hyptangent'],
  ['arctan', 'arctangent'],
  ['csc', 'cosecant'],
  ['sec', 'secant'],
  ['cot', 'cotangent'],
  ['coth', 'hypcotangent'],
  ['exp', 'exponential'],
  ['log', 'logarithm'],
  ['ln', 'naturallogarithm'],
  ['det', 'determinant'],
  ['Pr', 'Probability'],
];

/** Functions that KaTeX doesn't have, by what they are set as. */
const NEW_FUNCTIONS: readonly (readonly [names: string, original: string, set: string])[] = [
  ['asin', 'asine', 'asin'],
  ['acos', 'acosine', 'acos'],
  ['atan', 'atangent', 'atan'],
  ['csch', 'hypcosecant', 'csch'],
  ['arccsc', 'arccosecant', 'arccsc'],
  ['acsc', 'acosecant', 'acsc'],
  ['sech', 'hypsecant', 'sech'],
  ['arcsec', 'arcsecant', 'arcsec'],
  ['asec', 'asecant', 'asec'],
  ['arccot', 'arccotangent', 'arccot'],
  ['acot', 'acotangent', 'acot'],
];

const OPERATORS: readonly Row[] = [
  ['tr trace', operator('\\operatorname{tr}', false)],
  ['Tr Trace', operator('\\operatorname{Tr}', false)],
  ['rank', operator('\\operatorname{rank}', false)],
  ['erf', operator('\\operatorname{erf}', false)],
  ['Res Residue', operator('\\operatorname{Res}', false)],
  ['pv principalvalue', operator('\\mathcal{P}', false)],
  ['PV', operator('\\operatorname{P.V.}', false)],
  ['Re', operator('\\operatorname{Re}', true)],
  ['Im', operator('\\operatorname{Im}', true)],
  ['real', '\\char"211C '],
  ['imaginary', '\\char"2111 '],
];

const WORDS =
  'if then else otherwise unless given using assume since let for all even odd integer and or as in';

const TEXT: readonly Row[] = [
  ['qq qqtext', quadText],
  ['qc qcomma', ',\\quad '],
  ['qcc', quad('c.c.')],
  ...WORDS.split(' ').map((word): Row => [`q${word}`, quad(word)]),
];

const DERIVATIVES: readonly Row[] = [
  ['flatfrac', '\\left. #1 \\middle/ #2 \\right. '],
  ['dd differential', differential('\\mathrm{d}')],
  ['var variation', differential('\\delta ')],
  ['dv derivative', derivative('\\mathrm{d}', false)],
  ['pdv pderivative partialderivative', derivative('\\partial', true)],
  ['fdv fderivative functionalderivative', derivative('\\delta', false)],
];

const DIRAC: readonly Row[] = [
  ['ket', ket],
  ['bra', bra],
  ['braket innerproduct ip', braket],
  ['ketbra dyad outerproduct op', ketbra],
  ['ev expval expectationvalue', expectation],
  ['mel matrixel matrixelement', matrixElement],
];

const MATRICES: readonly Row[] = [
  ['mqty matrixquantity', matrix(false)],
  ['smqty smallmatrixquantity', matrix(true)],
  ['pmqty', fencedMatrix('round', false)],
  ['Pmqty', fencedMatrix('flat', false)],
  ['bmqty', fencedMatrix('square', false)],
  ['vmqty mdet matrixdeterminant', fencedMatrix('bars', false)],
  ['spmqty', fencedMatrix('round', true)],
  ['sPmqty', fencedMatrix('flat', true)],
  ['sbmqty', fencedMatrix('square', true)],
  ['svmqty smdet smallmatrixdeterminant', fencedMatrix('bars', true)],
  ['dmat diagonalmatrix', diagonal(false)],
  ['admat antidiagonalmatrix', diagonal(true)],
  ['imat identitymatrix', identity],
  ['xmat xmatrix', filled],
  ['zmat zeromatrix', zeros],
  ['pmat paulimatrix', pauli],
];

/** A control sequence that stands for itself, whatever macro has its name. */
function original(name: string): Macro {
  return { tokens: [{ text: `\\${name}`, noexpand: true }], numArgs: 0 };
}

function named(): Row[] {
  const rows = [...BRACES, ...VECTORS, ...OPERATORS, ...TEXT, ...DERIVATIVES, ...DIRAC, ...MATRICES];
  for (const [name, kept] of FUNCTIONS) rows.push([kept, original(name)], [name, powered(`\\${kept}`)]);
  for (const [name, kept, set] of NEW_FUNCTIONS) {
    rows.push([kept, `\\operatorname{${set}}`], [name, powered(`\\${kept}`)]);
  }
  rows.push(['divisionsymbol', original('div')]);
  return rows;
}

/** A vector, or a group, which nobody divides by in this way. */
const DIVERGES = /\\div(?![a-zA-Z])(?!\s*(?:\{|\\(?:v[abu]|vec|mathbf|bm|boldsymbol|bold)(?![a-zA-Z])))/;
const DIVIDES = new RegExp(`(?<=[\\w)\\]}']\\s*)${DIVERGES.source}`, 'g');

/**
 * The package makes of `\div` the divergence, where others mean ÷. Between two operands it is ÷; before a vector, or
 * with nothing to divide, it is the divergence.
 */
export function divisionSigns(tex: string): string {
  return tex.includes('\\div') ? tex.replace(DIVIDES, '\\divisionsymbol ') : tex;
}

/** Every command of the package, by its name with the backslash. To be copied for each expression: KaTeX writes to it. */
export const PHYSICS: Readonly<Record<string, Macro>> = Object.fromEntries(
  named().flatMap(([names, macro]) => names.split(' ').map((name) => [`\\${name}`, macro])),
);
