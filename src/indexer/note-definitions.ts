/**
 * What a note's formulas define holds in all that come behind them, as MathJax has it: `\newcommand` in the first is known in the
 * last. So that each formula can be set by itself, and once for all notes that have it, it carries the definitions that it uses.
 */
import type { PlacedFormula } from './types.ts';

/** TeX that defines a command, by the command's name with its backslash. */
export type TexDefinitions = ReadonlyMap<string, string>;

const DEFINES =
  /\\(?:(?:(?:(?:re)?newcommand|providecommand)|DeclareMathOperator)(?![a-zA-Z])\s*\*?\s*|DeclarePairedDelimiter(?![a-zA-Z])\s*|[egx]?def(?![a-zA-Z])\s*|let(?![a-zA-Z])\s*)/g;
const NAME = /\s*(?:\{\s*(\\(?:[a-zA-Z]+|[^a-zA-Z]))\s*\}|(\\(?:[a-zA-Z]+|[^a-zA-Z])))/y;
const OPTIONS = /\s*(?:\[[^\]]*\]\s*){0,2}/y;
const PARAMETERS = /[^{}\\]*/y;
const MEANING = /\s*=?\s*(?:\\(?:[a-zA-Z]+|[^a-zA-Z])|[^\s\\])/y;
const COMMAND = /\\(?:[a-zA-Z]+|[^a-zA-Z])/g;

/** Whether a text may hold a definition: most notes have none. */
export function mayDefine(text: string): boolean {
  return text.search(DEFINES) >= 0;
}

/** @param known what holds in every note */
export function withDefinitions(formulas: readonly PlacedFormula[], known: TexDefinitions): PlacedFormula[] {
  const all = new Map(known);
  return formulas.map((formula) => {
    const used = definitionsFor(formula.tex, all);
    for (const [name, text] of definitionsIn(formula.tex)) all.set(name, text);
    return used === '' ? formula : { ...formula, definitions: used };
  });
}

/** Those that a formula uses, and those that they use in their turn, in the order in which they were made. */
function definitionsFor(tex: string, all: TexDefinitions): string {
  if (all.size === 0) return '';
  const used = new Set<string>();
  const open = [tex];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [name] of text.matchAll(COMMAND)) {
      const definition = all.get(name);
      if (definition === undefined || used.has(name)) continue;
      used.add(name);
      open.push(definition);
    }
  }
  return [...all].flatMap(([name, text]) => (used.has(name) ? text : [])).join('');
}

/** The definitions of a formula, by name; the later one counts. What is broken is none. */
export function definitionsIn(tex: string): TexDefinitions {
  const found = new Map<string, string>();
  if (!tex.includes('\\')) return found;
  for (const { 0: start, index } of tex.matchAll(DEFINES)) {
    const named = matchAt(NAME, tex, index + start.length);
    if (named === null) continue;
    const name = named[1] ?? named[2]!;
    const end = endOf(start, tex, index + start.length + named[0].length);
    if (end === null) continue;
    // Made anew, so that the order is that of the last definitions.
    found.delete(name);
    found.set(name, tex.slice(index, end));
  }
  return found;
}

function endOf(start: string, tex: string, at: number): number | null {
  if (start.startsWith('\\let')) return behind(MEANING, tex, at);
  if (/^\\[egx]?def/.test(start)) return groupEnd(tex, behind(PARAMETERS, tex, at));
  if (start.startsWith('\\DeclarePairedDelimiter')) return groupEnd(tex, groupEnd(tex, at));
  return groupEnd(tex, behind(OPTIONS, tex, at));
}

/** Behind the group in braces, or the single sign or command, that begins at a place. */
function groupEnd(tex: string, at: number | null): number | null {
  if (at === null) return null;
  while (/\s/.test(tex[at] ?? '')) at++;
  if (tex[at] !== '{') return behind(MEANING, tex, at);
  let depth = 0;
  for (let i = at; i < tex.length; i++) {
    if (tex[i] === '\\') i++;
    else if (tex[i] === '{') depth++;
    else if (tex[i] === '}' && --depth === 0) return i + 1;
  }
  return null;
}

function behind(pattern: RegExp, tex: string, at: number): number | null {
  const found = matchAt(pattern, tex, at);
  return found === null ? null : at + found[0].length;
}

function matchAt(pattern: RegExp, tex: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(tex);
}
