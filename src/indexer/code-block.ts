import { PAGE_CLASS } from '../contract/page.ts';
import { withLines, withoutLineOptions } from './code-lines.ts';
import { highlight } from './highlight.ts';
import { escapeText } from './holes.ts';

/** A block of code: the language is what stands behind the fence, options and all. */
export interface CodeBlock {
  readonly code: string;
  readonly language: string;
}

/** @returns HTML @param plain without colours */
export function codeBlock({ code, language }: CodeBlock, plain = false): string {
  const { html, label: name } = plain
    ? { html: escapeText(code), label: withoutLineOptions(language) }
    : highlight(code, language);
  const label = name === '' ? '' : ` data-language="${escapeText(name)}"`;
  // A region that scrolls must be reachable by keyboard.
  return `<pre class="${PAGE_CLASS.code}"${label} tabindex="0"><code>${withLines(html, language)}</code></pre>`;
}
