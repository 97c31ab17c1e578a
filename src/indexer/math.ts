/** TeX to HTML with MathML, by KaTeX, at build time. */
import katex from 'katex';
import MarkdownIt from 'markdown-it';
import { PAGE_CLASS } from '../contract/page.ts';
import { PHYSICS } from './physics.ts';

/** In UTF-16 units. The longest formula of a large blog has 700; KaTeX makes 160 times as much HTML. */
const MAX_TEX_LENGTH = 10_000;
const MAX_HTML_LENGTH = 2_000_000;

const { escapeHtml, unescapeAll } = new MarkdownIt().utils;

export interface RenderedMath {
  readonly html: string;
  /** Why the formula could not be set; its source is shown instead. */
  readonly error: string | null;
}

/** TeX as MathJax sees it in a page that goldmark made: one backslash before punctuation gone, entities decoded. */
export function untex(raw: string): string {
  return unescapeAll(raw.replace(/\\\n/g, '\n'));
}

/** Never throws: a formula that can't be set is shown as its source, with the reason as its title. */
export function renderMath(tex: string, display: boolean): RenderedMath {
  try {
    if (tex.length > MAX_TEX_LENGTH) {
      throw new RangeError(`The formula has ${tex.length} characters; at most ${MAX_TEX_LENGTH} are set.`);
    }
    const html = katex.renderToString(
      tex.replace(
        /\\(begin|end)\s*\{(equation|align|gather|alignat|multline|flalign|eqnarray)\}/g,
        '\\$1{$2*}',
      ),
      {
        displayMode: display,
        macros: { ...PHYSICS } as Record<string, string | object>,
        strict: 'ignore',
        trust: false,
        maxExpand: 2_000,
        maxSize: 100,
      },
    );
    if (html.length > MAX_HTML_LENGTH) throw new RangeError('The formula makes too large a page.');
    return { html, error: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      html: `<code class="${PAGE_CLASS.mathError}" title="${escapeHtml(message)}">${escapeHtml(tex)}</code>`,
      error: message,
    };
  }
}
