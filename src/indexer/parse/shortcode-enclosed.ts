/** What a shortcode encloses that is no Markdown: code, or TeX. Hugo hands it to a template, and most templates leave it as it is. */
import { namesLanguage } from '../insets/highlight-names.ts';
import type { Enclosed, OwnShortcodes } from '../settings/hugo-shortcodes.ts';
import type { Shortcode } from './shortcode.ts';

/** `math` is TeX with or without its dollars. */
export type Encloses = Enclosed | 'math';

/** Names that themes agree upon, where no template says else, and what code of theirs is in. */
const CODE: ReadonlyMap<string, string> = new Map([
  ...['mermaid', 'plantuml', 'graphviz'].map((name) => [name, name] as const),
  ...['chart', 'echarts'].map((name) => [name, 'json'] as const),
  ...['code', 'codeblock', 'code-block', 'prism'].map((name) => [name, ''] as const),
]);
const MATH = ['math', 'katex', 'mathjax', 'latex', 'tex'];
const KNOWN: ReadonlyMap<string, Encloses> = new Map([
  ...[...CODE.keys()].map((name) => [name, 'code'] as const),
  ...MATH.map((name) => [name, 'math'] as const),
]);

/** @param own what the site's own templates tell, which counts more than what names do */
export function enclosing(own: OwnShortcodes = []): ReadonlyMap<string, Encloses> {
  return own.length === 0 ? KNOWN : new Map([...KNOWN, ...own]);
}

const LANGUAGE = ['lang', 'language', 'codelang', 'syntax'];
const FILE = ['file', 'filename', 'title'];

/** What the code that a shortcode encloses is in, as far as it says so: '' where it doesn't. */
export function languageOf({ name, named, positional }: Shortcode): string {
  const given = (keys: readonly string[]): string | undefined =>
    [...named].find(([key]) => keys.includes(key.toLowerCase()))?.[1];
  const guesses = [positional[0], /\.(\w{1,12})$/.exec(given(FILE) ?? '')?.[1]];
  return given(LANGUAGE) ?? guesses.find((guess) => guess && namesLanguage(guess)) ?? CODE.get(name) ?? '';
}

/** With what Markdown has around it, in pairs: where it begins with one, it says itself how it is to be set. */
const DELIMITERS: readonly (readonly [open: string, close: string, display: boolean])[] = [
  ['$$', '$$', true],
  ['\\[', '\\]', true],
  ['$', '$', false],
  ['\\(', '\\)', false],
];

/**
 * TeX that a shortcode encloses, as a formula in Markdown; null where that is several formulas, or text behind one. In one line: lines
 * of TeX may look like lists. Linear in its length.
 * @param isEscaped whether Markdown's escapes are undone in formulas
 */
export function formulaOf(
  { positional, named }: Shortcode,
  inner: string,
  isEscaped: boolean,
): string | null {
  const lines = inner.split('\n').map((line) => line.replace(/(^|[^\\])%.*$/, '$1').trim());
  const written = lines.filter((line) => line !== '').join(' ');
  if (written === '') return '';
  const [open, close, isDisplay] = DELIMITERS.find(([open]) => written.startsWith(open)) ?? ['', '', null];
  const tex = written.slice(open.length, written.length - close.length).trim();
  if (open !== '' && (!written.endsWith(close) || tex.includes(close))) return null;
  const begins = lines[0] === '' && lines.length > 1;
  const display = isDisplay ?? (positional.includes('display') || named.has('display') || begins);
  const shown = isEscaped ? tex.replace(/[\\&]/g, '\\$&') : tex;
  return display ? `\\\\[${shown}\\\\]` : `\\\\(${shown}\\\\)`;
}
