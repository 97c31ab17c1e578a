/** Names of amsmath's environments as KaTeX takes them. */

/** Without numbers, as the blogs that this is for show them; MathJax shows none either unless told to. */
const DISPLAY: ReadonlyMap<string, readonly [begin: string, end: string]> = new Map([
  ...['equation', 'align', 'gather', 'alignat'].map((name) => [name, environment(`${name}*`)] as const),
  ['multline', environment('gather*')],
  ['flalign', environment('align*')],
  // Three columns, of which the middle one is a relation.
  ['eqnarray', ['\\begin{darray}{rcl}', '\\end{darray}']],
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

const NAMED = /\\(begin|end)\s*\{([a-z]+)\*?\}/g;

/** Replaces the environments that number their lines, and those that KaTeX doesn't have, by its own. */
export function starEnvironments(tex: string, display: boolean): string {
  if (!tex.includes('\\begin')) return tex;
  const names = display ? DISPLAY : INLINE;
  return tex.replace(NAMED, (written, side: string, name: string) => {
    const known = names.get(name);
    return known ? known[side === 'begin' ? 0 : 1] : written;
  });
}
