/** How a note begins, for a line or two about it: its first running text, where lists, tables or code stand before it or in it. */
import type { Token } from 'markdown-it';
import { withoutHoles } from '../common/holes.ts';
import type { OpeningBlock } from '../common/types.ts';

/** In characters, formulas as TeX: what a summary shows, and as much again. */
const ENOUGH = 400;
const MAX_APART = 20;
/** HTML that begins with what is no running text. */
const APART =
  /^\s*<(?:table|thead|tbody|tr|t[dh]|figure|picture|img|pre|style|script|svg|video|audio|iframe)\b/i;

/** Sees a note's tokens in their order. */
export class Opening {
  /** Whether nothing more needs to be seen. */
  isFull = false;
  readonly #prefix: string;
  readonly #prose: OpeningBlock[] = [];
  /** Cells, titles of callouts, code and captions: what is said of a note without running text. */
  readonly #apart: OpeningBlock[] = [];
  #length = 0;
  #lists = 0;
  #within = 0;
  #isPlain = true;

  /** @param prefix of the note's holes */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** @param text that the token has; none for a heading's */
  see(token: Token, text: string): void {
    const { type, nesting } = token;
    if (type === 'heading_open' || type === 'footnote_block_open') this.isFull = this.#prose.length > 0;
    else if (/^(?:table|callout_title)_(?:open|close)$/.test(type)) this.#within += nesting;
    else if (/^(?:bullet_list|ordered_list|dl)_/.test(type)) this.#lists += nesting;
    if (text === '') return;
    if (this.#within > 0 || isApart(token, this.#prefix)) {
      this.#isPlain = false;
      if (this.#apart.length < MAX_APART) this.#apart.push({ text, isItem: this.#within > 0 });
    } else {
      if (this.#lists > 0) this.#isPlain = false;
      this.#prose.push({ text, isItem: this.#lists > 0 });
      this.#length += text.length;
      this.isFull = this.#length >= ENOUGH;
    }
  }

  /** Those of the first section that has running text, or null where the sections' own texts say the same. */
  blocks(): readonly OpeningBlock[] | null {
    if (this.#isPlain) return null;
    return this.#prose.length > 0 ? this.#prose : this.#apart;
  }
}

function isApart({ type, content, children }: Token, prefix: string): boolean {
  if (type !== 'inline') return type !== 'html_block' || APART.test(content);
  // A line of nothing but pictures, or of shortcodes.
  return (children ?? []).every(
    (child) =>
      child.type === 'image' ||
      child.type === 'softbreak' ||
      (child.type === 'text' && withoutHoles(child.content, prefix).trim() === ''),
  );
}
