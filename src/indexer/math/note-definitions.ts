/**
 * What a note's formulas define holds in all that come behind them, as MathJax has it: `\newcommand` in the first is known in the
 * last. So that each formula can be set by itself, and once for all notes that have it, it carries the definitions that it uses.
 */
import type { PlacedFormula } from '../common/types.ts';

/** TeX that defines a command, by the command's name with its backslash. */
export type TexDefinitions = ReadonlyMap<string, string>;

/**
 * In UTF-16 units, of a formula, and of the definitions that it uses; more are not set. The longest formula of a large blog has
 * 700; KaTeX makes 160 times as much HTML of it.
 */
export const MAX_TEX_LENGTH = 10_000;
/** The same, of the definitions that all formulas of a note use: those behind are set without. */
const MOST_OF_A_NOTE = 4_000_000;

const DEFINES =
  /\\(?:(?:(?:(?:re)?newcommand|providecommand)|DeclareMathOperator)(?![a-zA-Z])\s*\*?\s*|DeclarePairedDelimiter(?![a-zA-Z])\s*|[egx]?def(?![a-zA-Z])\s*|let(?![a-zA-Z])\s*)/g;
const NAME = /\s*(?:\{\s*(\\(?:[a-zA-Z]+|[^a-zA-Z]))\s*\}|(\\(?:[a-zA-Z]+|[^a-zA-Z])))/y;
const OPTIONS = /\s*(?:\[[^\]]{0,1000}\]\s*){0,2}/y;
const PARAMETERS = /[^{}\\]*/y;
const MEANING = /\s*=?\s*(?:\\(?:[a-zA-Z]+|[^a-zA-Z])|[^\s\\])/y;
const COMMAND = /\\(?:[a-zA-Z]+|[^a-zA-Z])/g;

/** Whether a text may hold a definition: most notes have none. */
export function mayDefine(text: string): boolean {
  return text.search(DEFINES) >= 0;
}

interface Known {
  readonly text: string;
  /** How many names were defined before it. */
  readonly place: number;
}

/** @param known what holds in every note */
export function withDefinitions(formulas: readonly PlacedFormula[], known: TexDefinitions): PlacedFormula[] {
  const all = new Map<string, Known>();
  const define = (definitions: TexDefinitions): void => {
    for (const [name, text] of definitions) all.set(name, { text, place: all.get(name)?.place ?? all.size });
  };
  define(known);
  let room = MOST_OF_A_NOTE;
  return formulas.map((formula) => {
    const used = room > 0 ? definitionsFor(formula.tex, all) : '';
    room -= used.length;
    define(definitionsIn(formula.tex));
    return used === '' ? formula : { ...formula, definitions: used };
  });
}

/**
 * Those that a formula uses, and those that they use in their turn, in the order in which they were made. Where they are more
 * than are ever set, not all of them.
 */
function definitionsFor(tex: string, all: ReadonlyMap<string, Known>): string {
  if (all.size === 0) return '';
  const used = new Set<Known>();
  const open = [tex];
  let length = 0;
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [name] of text.matchAll(COMMAND)) {
      const definition = all.get(name);
      if (definition === undefined || used.has(definition) || length > MAX_TEX_LENGTH) continue;
      used.add(definition);
      open.push(definition.text);
      length += definition.text.length;
    }
  }
  return [...used]
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text)
    .join('');
}

/** The definitions of a formula, by name; the later one counts. What is broken, or too long to be set, is none. */
export function definitionsIn(tex: string): TexDefinitions {
  const found = new Map<string, string>();
  if (!tex.includes('\\') || tex.length > MAX_TEX_LENGTH) return found;
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
