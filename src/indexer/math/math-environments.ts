/** Names of amsmath's environments as KaTeX takes them. */

/** Without numbers, as the blogs that this is for show them; MathJax shows none either unless told to. */
const DISPLAY: ReadonlyMap<string, readonly [begin: string, end: string]> = new Map([
  ...['equation', 'align', 'gather', 'alignat'].map((name) => [name, environment(`${name}*`)] as const),
  ['multline', environment('gather*')],
  ['flalign', environment('align*')],
  // Three columns, of which the middle one is a relation.
  ['eqnarray', ['\\begin{darray}{rcl}', '\\end{darray}']],
  ...['multlined', 'lgathered', 'rgathered'].map((name) => [name, environment('gathered')] as const),
  ...(['p()', 'b[]', 'v||'] as const).map(
    ([kind, open, close]) => [`${kind}smallmatrix`, fencedSmall(open!, close!)] as const,
  ),
  ['Bsmallmatrix', fencedSmall('\\{', '\\}')],
  ['Vsmallmatrix', fencedSmall('\\|', '\\|')],
  ['cases', environment('cases')],
  ['displaymath', ['{', '}']],
  ['math', ['{', '}']],
  ['subequations', ['{', '}']],
]);

/** In a line of text KaTeX takes only the variants that stand within a formula. */
const INLINE: ReadonlyMap<string, readonly [begin: string, end: string]> = new Map([
  ...DISPLAY,
  ['equation', ['{', '}']],
  ['align', environment('aligned')],
  ['flalign', environment('aligned')],
  ['gather', environment('gathered')],
  ['multline', environment('gathered')],
  ['alignat', environment('alignedat')],
]);

function environment(name: string): readonly [string, string] {
  return [`\\begin{${name}}`, `\\end{${name}}`];
}

function fencedSmall(open: string, close: string): readonly [string, string] {
  return [`\\left${open}\\begin{smallmatrix}`, `\\end{smallmatrix}\\right${close}`];
}

/** `\begin{array}[t]{@{}l p{3cm}}`: where it stands on the line, and what it is told of its columns. */
const COLUMNS = /(\\begin\s*\{array\})\s*(?:\[[tbc]\])?\s*\{((?:[^{}]|\{[^{}]*\}){1,200})\}/g;
/** What stands between columns, and how wide a column is, in that order. */
const BETWEEN = /[@!<>]\s*\{[^{}]*\}/g;
const WIDE = /[pmb]\s*\{[^{}]*\}/g;

/** KaTeX takes nothing but letters and lines. */
function plainColumns(tex: string): string {
  if (!tex.includes('{array}')) return tex;
  return tex.replace(COLUMNS, (_, begin: string, columns: string) => {
    const plain = columns.replace(BETWEEN, '').replace(WIDE, 'l');
    return `${begin}{${plain}}`;
  });
}

/** KaTeX centres all lines of what we give it for this one. */
const MULTLINE = /\\begin\s*\{multline\*?\}/;

/** Whether the first line of a displayed formula is to stand at the left, and the last at the right. */
export function isMultline(tex: string): boolean {
  return tex.includes('multline') && MULTLINE.test(tex);
}

const NAMED = /\\(begin|end)\s*\{([a-z]+)\*?\}/g;

/** Replaces the environments that number their lines, and those that KaTeX doesn't have, by its own. */
export function starEnvironments(tex: string, display: boolean): string {
  if (!tex.includes('\\begin')) return tex;
  const names = display ? DISPLAY : INLINE;
  return plainColumns(tex).replace(NAMED, (written, side: string, name: string) => {
    const known = names.get(name);
    return known ? known[side === 'begin' ? 0 : 1] : written;
  });
}
