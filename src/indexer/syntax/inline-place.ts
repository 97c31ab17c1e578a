/**
 * markdown-it knows the lines of blocks only. This says, for a position in a block's inline text, where it stands in the note:
 * each line of the inline text is a part of a line of the source.
 */
import type { MarkdownIt } from 'markdown-it';
import type { Positions } from '../common/positions.ts';
import { noteEnv, type NoteEnv } from './env.ts';

type Place = NoteEnv['place'];

export function inlinePlace(md: MarkdownIt): void {
  md.core.ruler.at('inline', (state) => {
    const env = noteEnv(state.env);
    let first = 0;
    let row: Row | null = null;
    // A caption stands in a shortcode: its place is the shortcode's.
    const { fixedPlace } = env;
    state.tokens.forEach((token, index) => {
      if (token.map !== null) first = token.map[0];
      if (token.type !== 'inline') return;
      const { content } = token;
      const opener = state.tokens[index - 1]?.type;
      if (fixedPlace !== undefined) {
        env.place = () => fixedPlace;
      } else if (opener === 'td_open' || opener === 'th_open') {
        if (row?.line !== first) row = new Row(env.positions, first);
        env.place = within(content, row.next(content));
      } else {
        env.place = within(content, inBlock(env.positions, first, content));
      }
      state.md.inline.parse(content, state.md, state.env, (token.children ??= []));
    });
  });
}

/** The text of a picture is parsed on its own: such a source is looked for in the whole, each behind the one before. */
function within(content: string, place: (offset: number) => number): Place {
  let last = 0;
  return (source, position) => {
    if (source === content) return place(position);
    const found = content.indexOf(source, last);
    if (found >= 0) last = found;
    return place(Math.max(0, found) + position);
  };
}

function inBlock(positions: Positions, first: number, content: string): (offset: number) => number {
  let starts: number[] | null = null;
  /** By line: what is added to an offset in the content. */
  const shifts: number[] = [];

  const shiftOf = (line: number, start: number, end: number): number => {
    const written = content.slice(start, end);
    const text = written.trim();
    const indent = written.length - written.trimStart().length;
    const found = positions.textOf(first + line).indexOf(text);
    return positions.startOf(first + line) + Math.max(0, found) - start - indent;
  };
  return (offset) => {
    starts ??= lineStarts(content);
    const line = lastAtMost(starts, offset);
    const end = line + 1 < starts.length ? starts[line + 1]! - 1 : content.length;
    shifts[line] ??= shiftOf(line, starts[line]!, end);
    return Math.max(positions.startOf(first + line), offset + shifts[line]);
  };
}

/** The cells of a table's row share a line, and a bar in a cell is written `\|`: its backslash is no part of the content. */
class Row {
  readonly #start: number;
  readonly #text: string;
  /** Offsets in the text without these backslashes, of the bars behind them. */
  readonly #bars: number[] = [];
  #end = 0;

  constructor(
    positions: Positions,
    readonly line: number,
  ) {
    this.#start = positions.startOf(line);
    const written = positions.textOf(line);
    this.#text = written.replaceAll('\\|', '|');
    for (let at = written.indexOf('\\|'); at >= 0; at = written.indexOf('\\|', at + 2)) {
      this.#bars.push(at - this.#bars.length);
    }
  }

  /** The place of the next cell, which has this content. */
  next(content: string): (offset: number) => number {
    const found = this.#text.indexOf(content, this.#end);
    const column = found < 0 ? this.#end : found;
    this.#end = found < 0 ? this.#end : found + content.length;
    return (offset) => this.#start + column + offset + lastAtMost(this.#bars, column + offset) + 1;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last number that is at most so great, in an ascending list; -1 where there is none. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
