/** Code to HTML with highlight.js's classes, at build time; the colours are the client's. */
import { createRequire } from 'node:module';
import hljs from 'highlight.js/lib/core';
import type { LanguageFn } from 'highlight.js';

/** In UTF-16 units; longer code stays plain. */
const MAX_CODE_LENGTH = 100_000;

export interface HighlightedCode {
  readonly html: string;
  /** The language it was read as; null where it stays plain. */
  readonly language: string | null;
}

/** What authors write in a fence, by highlight.js's file for it, where the names differ. */
const ALIASES: ReadonlyMap<string, string> = new Map([['c++', 'cpp']]);

const require = createRequire(import.meta.url);

/** Never throws; an unknown language stays plain. */
export function highlight(code: string, language: string): HighlightedCode {
  const name = language.toLowerCase();
  const known = code.length <= MAX_CODE_LENGTH ? load(ALIASES.get(name) ?? name) : null;
  if (known === null) return { html: escapeHtml(code), language: null };
  return { html: hljs.highlight(code, { language: known, ignoreIllegals: true }).value, language: known };
}

function load(name: string): string | null {
  if (hljs.getLanguage(name)) return name;
  if (!/^[a-z0-9-]+$/.test(name)) return null;
  try {
    hljs.registerLanguage(name, require(`highlight.js/lib/languages/${name}`) as LanguageFn);
    return name;
  } catch {
    return null;
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
