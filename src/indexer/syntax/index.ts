/** Every syntax rule beyond CommonMark, in the order in which they are installed. A new one is a file, a test and a row. */
import createMarkdownIt, { type MarkdownIt } from 'markdown-it';
import { blockAttributes } from './block-attributes.ts';
import { blockId } from './block-id.ts';
import { callout } from './callout.ts';
import { code } from './code.ts';
import { comment } from './comment.ts';
import { definitionList } from './definition-list.ts';
import { depth } from './depth.ts';
import { extras, type Extra } from './extras.ts';
import { footnoteMarkup } from './footnote-markup.ts';
import { footnote } from './footnote.ts';
import { headingAttributes, type HeadingIds } from './heading-attributes.ts';
import { inlinePlace } from './inline-place.ts';
import { lineBreak } from './line-break.ts';
import { linkPlace } from './link-place.ts';
import { linkify } from './linkify.ts';
import { logseqMacro } from './logseq-macro.ts';
import { logseq } from './logseq.ts';
import { mark } from './mark.ts';
import { markdownEmbed } from './markdown-embed.ts';
import { math, type Opening } from './math.ts';
import { pictureSize } from './picture-size.ts';
import { refusedAddress } from './refused-address.ts';
import { strikethrough } from './strikethrough.ts';
import { tag } from './tag.ts';
import { taskList } from './task-list.ts';
import { text } from './text.ts';
import { typographer } from './typographer.ts';
import { wikilink } from './wikilink.ts';

export interface SyntaxSettings {
  /** Whether the notes are of an Obsidian vault, and nothing else reads them. */
  readonly vault?: boolean;
  /** Whether they are of a Logseq graph. */
  readonly logseq?: boolean;
  readonly wikilinks: boolean;
  /** Whether they have their text in front. */
  readonly textFirst?: boolean;
  readonly dollarMath: boolean;
  /** What opens formulas that Markdown leaves as they are written. */
  readonly passthrough?: readonly Opening[];
  readonly typographer: boolean;
  /** GitHub's, if nothing is said. */
  readonly headingIds?: HeadingIds;
  /** Whether `{#id .class}` in a line is of the block above it. */
  readonly blockAttributes?: boolean;
  /** Whether a single line break within a paragraph is shown. */
  readonly breaks?: boolean;
  /** Whether lines of code in a language have numbers, unless its author says no. */
  readonly lineNumbers?: boolean;
  /** What the author turned on. */
  readonly extras?: readonly Extra[];
  /** What the author turned off. */
  readonly without?: readonly Extension[];
}

export type Extension = 'definition list' | 'footnote' | 'linkify' | 'strikethrough' | 'table' | 'task list';

type Rule = (md: MarkdownIt, settings: SyntaxSettings) => void;

const RULES: readonly (readonly [name: string, rule: Rule, when: (settings: SyntaxSettings) => boolean])[] = [
  ['depth', depth, always],
  ['text', text, always],
  ['line break', lineBreak, ({ breaks = false }) => breaks],
  ['strikethrough', strikethrough, always],
  // Before what strikes out, which has one of its signs.
  ['extras', extras, ({ extras: wanted = [] }) => wanted.length > 0],
  ['footnote', footnote, always],
  ['footnote markup', footnoteMarkup, always],
  ['definition list', definitionList, unless('definition list')],
  // Before the paragraph is cut: a blank line or a hyphen inside a formula ends nothing.
  ['math', math, always],
  ['wikilink', wikilink, (settings) => settings.wikilinks],
  ['comment', comment, (settings) => settings.wikilinks],
  ['mark', mark, (settings) => settings.wikilinks],
  ['tag', tag, (settings) => settings.wikilinks],
  ['logseq', logseq, (settings) => settings.logseq === true],
  // After those that embed.
  ['logseq macro', logseqMacro, (settings) => settings.logseq === true],
  ['picture size', pictureSize, (settings) => settings.wikilinks],
  // Installed behind the size of pictures, it comes before: a file's words hold one too.
  ['markdown embed', markdownEmbed, (settings) => settings.wikilinks],
  // Before names of blocks: a callout's title carries none.
  ['callout', callout, always],
  ['block id', blockId, (settings) => settings.wikilinks],
  ['heading attributes', headingAttributes, always],
  ['block attributes', blockAttributes, (settings) => settings.blockAttributes === true],
  ['code', code, always],
  ['inline place', inlinePlace, always],
  ['link place', linkPlace, always],
  ['refused address', refusedAddress, always],
  ['task list', taskList, unless('task list')],
  ['linkify', linkify, unless('linkify')],
  // After math: a quote inside a formula counts.
  ['typographer', typographer, (settings) => settings.typographer],
];

function always(): boolean {
  return true;
}

function unless(extension: Extension): (settings: SyntaxSettings) => boolean {
  return ({ without = [] }) => !without.includes(extension);
}

/** Rules of markdown-it itself and of its plugins, whose places others name. */
const BUILT_IN: Readonly<Partial<Record<Extension, readonly string[]>>> = {
  footnote: ['footnote_def', 'footnote_ref', 'footnote_inline'],
  strikethrough: ['strikethrough'],
  table: ['table'],
};

export function createMarkdown(settings: SyntaxSettings): MarkdownIt {
  const { without = [] } = settings;
  const md = createMarkdownIt({ html: true, xhtmlOut: true });
  for (const [, rule, when] of RULES) if (when(settings)) rule(md, settings);
  md.disable(without.flatMap((extension) => BUILT_IN[extension] ?? []));
  return md;
}
