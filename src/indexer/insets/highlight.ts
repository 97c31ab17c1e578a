/** Code to HTML with highlight.js's classes, at build time; the colours are the client's. */
import type { Mode } from 'highlight.js';
import hljs from 'highlight.js/lib/core';
import { escapeText } from '../common/holes.ts';
import { LANGUAGES } from './highlight-languages.ts';
import { languageId, languageLabel } from './highlight-names.ts';

/**
 * In UTF-16 units; longer code stays plain. Some grammars take time with the square of the length, and C# of any text
 * that has many words in a row.
 */
export const MAX_CODE_LENGTH = 20_000;
const MAX_LENGTHS: ReadonlyMap<string, number> = new Map([['csharp', 5_000]]);

/** Long lines, words and gaps are data rather than code, and cost their square too. */
const NO_CODE = /[^\n]{500}|\s{300}|\w{200}/;

export interface HighlightedCode {
  readonly html: string;
  /** What it was read as, by highlight.js's name; null where it stays plain. */
  readonly language: string | null;
  /** The language's name for people; what the author wrote where it isn't known; empty where there is none. */
  readonly label: string;
}

/** Never throws; an unknown language stays plain. `written` is what stands behind the fence, options and all. */
export function highlight(code: string, written: string): HighlightedCode {
  const name = /^[^\s{,;:]*/.exec(written.trim())?.[0] ?? '';
  const id = languageId(name.toLowerCase());
  const known = id !== null && load(id);
  const label = languageLabel(name, known ? hljs.getLanguage(id)?.name : undefined);
  if (!known || !isReadable(code, id)) return { html: escapeText(code), language: null, label };
  return { html: hljs.highlight(code, { language: id, ignoreIllegals: true }).value, language: id, label };
}

function isReadable(code: string, id: string): boolean {
  return code.length <= (MAX_LENGTHS.get(id) ?? MAX_CODE_LENGTH) && !NO_CODE.test(code);
}

/** Registers a language when it is first met: to read all grammars would cost more than the highlighting. */
function load(id: string): boolean {
  const grammar = LANGUAGES.get(id);
  if (!grammar) return false;
  if (hljs.getLanguage(id)) return true;
  hljs.registerLanguage(id, grammar);
  const definition = hljs.getLanguage(id);
  if (definition) loadEmbedded(definition, new Set());
  return true;
}

/**
 * Loads the languages that a language embeds: otherwise it would depend on the notes read before whether they are
 * highlighted. For the same reason nothing is guessed where a language embeds any other.
 */
function loadEmbedded(mode: Mode, seen: Set<Mode>): void {
  if (seen.has(mode)) return;
  seen.add(mode);
  const embedded = mode.subLanguage;
  if (Array.isArray(embedded) && embedded.length === 0) delete mode.subLanguage;
  else if (embedded !== undefined) [embedded].flat().forEach(load);
  for (const inner of [mode.contains, mode.variants, mode.starts].flat()) {
    if (typeof inner === 'object' && inner !== null) loadEmbedded(inner, seen);
  }
}
