import { PAGE_CLASS } from '../../contract/page-class.ts';
import { escapeText } from '../common/holes.ts';
import type { CodeBlock } from '../common/types.ts';
import { withLines, withoutLineOptions } from '../syntax/code-lines.ts';
import { highlight } from './highlight.ts';

/** @returns HTML @param plain without colours */
export function codeBlock({ code, language }: CodeBlock, plain = false): string {
  const { html, label: name } = plain
    ? { html: escapeText(code), label: withoutLineOptions(language) }
    : highlight(code, language);
  const label = name === '' ? '' : ` data-language="${escapeText(name)}"`;
  // A region that scrolls must be reachable by keyboard.
  return `<pre class="${PAGE_CLASS.code}"${label} tabindex="0"><code>${withLines(html, language)}</code></pre>`;
}
