/** Parses a text for tests of what a note's source becomes. */
import { fillHoles, hole, replaceHoles } from '../common/holes.ts';
import type { ParsedNote } from '../common/types.ts';
import { codeBlock } from '../insets/code-block.ts';
import { badFormulas, formulaKey, readKey, type Inset, type InsetKey } from '../insets/insets.ts';
import { renderMath } from '../math/math.ts';
import { createParser, type ParseSettings } from './parse.ts';

const HUGO: ParseSettings = {
  wikilinks: false,
  dollarMath: false,
  typographer: true,
  baseURL: 'https://ex.org/blog/',
};
const VAULT: ParseSettings = {
  vault: true,
  wikilinks: true,
  dollarMath: true,
  typographer: false,
  breaks: true,
  headingIds: 'text',
  baseURL: null,
};

const parseHugo = createParser(HUGO);
const parseVault = createParser(VAULT);

export interface Sample {
  readonly note: ParsedNote;
  /** A hole is `[r0]`; a formula is `⟨its TeX⟩`, or `⟪its TeX⟫` where it is displayed. */
  readonly html: string;
  /** `kind argument line:column`, in the order of the references. */
  readonly references: readonly string[];
  /** `code line:column`, in order. */
  readonly diagnostics: readonly string[];
}

/** A note of a Hugo blog. */
export function sampleHugo(text: string): Sample {
  return sample(parseHugo, text);
}

/** A note of an Obsidian vault. */
export function sampleVault(text: string): Sample {
  return sample(parseVault, text);
}

function sample(parse: ReturnType<typeof createParser>, text: string): Sample {
  const { note, diagnostics } = parse({
    path: 'folder/note.md',
    bytes: Buffer.from(text),
    hash: '',
    stamp: '',
  });
  if (note === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return {
    note,
    html: replaceHoles(withoutKatex(withInsets(note)), note.hole, ({ kind, index }) => `[${kind}${index}]`)
      .replace(/ ?\/>/g, '>')
      .trim(),
    references: note.references.map(
      ({ kind, argument, line, column }) => `${kind} ${argument} ${line}:${column}`,
    ),
    diagnostics: [...diagnostics, ...badFormulas(note, { get: setFormula })].map(
      ({ code, line, column }) => `${code} ${line}:${column}`,
    ),
  };
}

function setFormula(key: InsetKey): Inset {
  const inset = readKey(key);
  if (inset.kind !== 'formula') throw new Error('only formulas are set here');
  const { html, error } = renderMath(inset.tex, inset.display, inset.definitions);
  return { html: Buffer.from(html), error };
}

function withInsets({ html, hole: prefix, formulas, codes }: ParsedNote): string {
  return fillHoles(html, prefix, (kind, index) => {
    if (kind === 'm') return String(setFormula(formulaKey(formulas[index]!)).html);
    return kind === 'c' ? codeBlock(codes[index]!) : hole(prefix, kind, index);
  });
}

function withoutKatex(html: string): string {
  const begin = /<span class="katex(-display)?">/g;
  const tags = /<(\/?)span\b[^>]*>/g;
  let result = '';
  let last = 0;
  for (let match = begin.exec(html); match !== null; match = begin.exec(html)) {
    let depth = 0;
    tags.lastIndex = match.index;
    do depth += tags.exec(html)![1] === '/' ? -1 : 1;
    while (depth > 0);
    const tex = /<annotation[^>]*>([^<]*)/.exec(html.slice(match.index, tags.lastIndex))![1]!;
    result += html.slice(last, match.index) + (match[1] === undefined ? `⟨${tex}⟩` : `⟪${tex}⟫`);
    last = begin.lastIndex = tags.lastIndex;
  }
  return result + html.slice(last);
}
