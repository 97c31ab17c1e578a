/** TeX to HTML with MathML, by KaTeX, at build time. */
import katex, { type KatexOptions } from 'katex';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { escapeText } from '../common/holes.ts';
import { katexMarkup } from './katex-markup.ts';
import { isMultline, starEnvironments } from './math-environments.ts';
import { MAX_TEX_LENGTH } from './note-definitions.ts';
import { divisionSigns, PHYSICS } from './physics.ts';
import { boundExpansion, fill, takeArgument, type Macro } from './tex-arguments.ts';
import { TEX_COMMANDS } from './tex-commands.ts';
import { DEFINITIONS } from './tex-definitions.ts';

const MAX_HTML_LENGTH = 2_000_000;
/** Of braces, environments and `\left`: at a third of what the stack holds at the least, so that the answer never depends on it. */
export const MAX_NESTING = 150;

export interface RenderedMath {
  readonly html: string;
  /** Why the formula could not be set; its source is shown instead. */
  readonly error: string | null;
}

/** Runs before a formula with KaTeX's own ways to define a command; ours run it themselves. */
const BOUND = '\\hm@bound ';
const DEFINES = /\\(?:[egx]?def|let|futurelet)(?![a-zA-Z])/;

/** Formulas have no numbers here, so a reference shows the name of the label it refers to. */
function reference(before: string, after: string): Macro {
  return (context) => {
    const name = takeArgument(context).map((token) => (token.text === '_' ? { text: '\\_' } : token));
    return fill(context, `\\text{${before}#1${after}}`, name);
  };
}

const MACROS: Readonly<Record<string, Macro>> = {
  ...TEX_COMMANDS,
  ...DEFINITIONS,
  ...PHYSICS,
  '\\label': (context) => (takeArgument(context), ''),
  '\\require': (context) => (takeArgument(context), ''),
  '\\ref': reference('', ''),
  '\\eqref': reference('(', ')'),
  [BOUND.trim()]: (context) => (boundExpansion(context), ''),
};

/** KaTeX's door for extensions such as its own mhchem, which its types leave out. */
const { __defineMacro: defineMacro } = katex as unknown as {
  __defineMacro: (name: string, macro: Macro) => void;
};

// Among KaTeX's own: three hundred macros copied for each formula took a tenth of the time.
for (const [name, macro] of Object.entries(MACROS)) defineMacro(name, macro);

/**
 * Sets a formula. Never throws: one that can't be set, or that is longer than MAX_TEX_LENGTH, shows as its source, with
 * the reason as its title.
 * @param definitions TeX before it, which isn't shown
 */
export function renderMath(tex: string, display: boolean, definitions = ''): RenderedMath {
  try {
    return { html: setTex(tex, display, definitions), error: null };
  } catch (error) {
    const message = reason(error);
    const html = `<code class="${PAGE_CLASS.mathError}" title="${escapeText(message)}">${escapeText(tex)}</code>`;
    return { html, error: message };
  }
}

function setTex(tex: string, display: boolean, definitions: string): string {
  if (tex.length > MAX_TEX_LENGTH) {
    throw new Error(`The formula has ${tex.length} characters; at most ${MAX_TEX_LENGTH} are set`);
  }
  if (nestingOf(definitions + tex) > MAX_NESTING) throw new RangeError();
  const whole = definitions + tex;
  if (definitions.length > MAX_TEX_LENGTH) {
    throw new Error(`The formula uses definitions of more than ${MAX_TEX_LENGTH} characters`);
  }
  const source = (DEFINES.test(whole) ? BOUND : '') + divisionSigns(starEnvironments(whole, display));
  const options: KatexOptions = {
    displayMode: display,
    // A fresh object: KaTeX writes a formula's own definitions into it.
    macros: {},
    strict: 'ignore',
    trust: false,
    maxExpand: MAX_TEX_LENGTH,
    // In em.
    maxSize: 100,
  };
  const html = katexMarkup(source, options, tex);
  if (html.length > MAX_HTML_LENGTH) throw new Error('The formula makes more than 2 MB of HTML');
  // The class has the styles set its first line left and its last one right.
  return display && isMultline(tex)
    ? html.replace('class="katex-display', `$& ${PAGE_CLASS.multline}`)
    : html;
}

function nestingOf(tex: string): number {
  if (tex.length < 2 * MAX_NESTING) return 0;
  let depth = 0;
  let deepest = 0;
  for (const [edge] of tex.matchAll(/\\(?:begin|left|end|right)(?![a-zA-Z])|\\[^]|[{}]/g)) {
    if (edge === '{' || edge === '\\begin' || edge === '\\left') deepest = Math.max(deepest, ++depth);
    else if (edge === '}' || edge === '\\end' || edge === '\\right') depth--;
  }
  return deepest;
}

/** KaTeX's message without its name and its underlining, the place as a quotation. */
function reason(error: unknown): string {
  if (error instanceof RangeError) return 'The formula is nested too deep';
  if (!(error instanceof Error)) return String(error);
  const [, what = '', where = ''] =
    /^(?:KaTeX parse error: )?([\s\S]*?)(?: at (?:position \d+|end of input): ([\s\S]*))?$/.exec(
      error.message,
    ) ?? [];
  const culprit = /(?:[^\u0332]\u0332)+/.exec(where)?.[0].replaceAll('\u0332', '') ?? '';
  const place = where.replaceAll('\u0332', '').replace(/\s+/g, ' ').trim();
  // A macro's body means nothing to the author.
  const quoted = place === '' || /#\d/.test(place) ? '' : `, at “${place}”`;
  return inWords(what.replaceAll("'EOF'", 'the end'), culprit) + quoted;
}

/** The commonest slips by what they are rather than by what the parser would have taken instead. */
function inWords(what: string, culprit: string): string {
  const isOutOfPlace = /^Expected|^Too many tab/.test(what);
  if (isOutOfPlace && culprit === '}') return 'A } without its {';
  if (isOutOfPlace && culprit === '&') return 'A & outside of an alignment or matrix';
  if (isOutOfPlace && culprit === '#') return 'A # by itself, which is written \\#';
  return what;
}
