/** Line and column of places in a text, as Hugo prints them: both from 1, columns in UTF-8 bytes. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

export class Positions {
  readonly #text: string;
  readonly #starts: number[] = [0];
  /** The last place asked for: the next is mostly a little behind it, and a line may be as long as the text. */
  #last = { offset: 0, line: 0, bytes: 0 };

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** @param wanted in UTF-16 units, from 0 */
  at(wanted: number): Position {
    const line = this.lineOf(wanted);
    const { offset, line: lastLine, bytes } = this.#last;
    const onward = line === lastLine && wanted >= offset;
    const from = onward ? offset : this.#starts[line]!;
    const more = Buffer.byteLength(this.#text.slice(from, wanted));
    this.#last = { offset: wanted, line, bytes: (onward ? bytes : 0) + more };
    return { line: line + 1, column: this.#last.bytes + 1 };
  }

  /** Index from 0 of the line that holds the offset. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of a line's first character; the text's length past the last line. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** A line's text without its line break. */
  textOf(line: number): string {
    const end = this.#starts[line + 1];
    return this.#text.slice(this.startOf(line), end === undefined ? this.#text.length : end - 1);
  }
}
