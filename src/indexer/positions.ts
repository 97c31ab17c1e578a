/** Line and column of places in a text, as Hugo prints them: both from 1, columns in UTF-8 bytes. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

export class Positions {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** @param offset in UTF-16 units, from 0 */
  at(offset: number): Position {
    const line = this.lineOf(offset);
    const before = this.#text.slice(this.#starts[line], offset);
    return { line: line + 1, column: Buffer.byteLength(before) + 1 };
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
