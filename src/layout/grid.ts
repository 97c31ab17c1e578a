/** A square of small squares, free or taken, around a middle. */

/** The picture becomes this much wider than high. */
const ASPECT = 1.25;

export class Grid {
  /** The square in the middle. */
  readonly middle: number;
  /**
   * All squares, nearest to the middle first. The distance is that of a rounded rectangle: small parts fill the corners
   * that a round picture leaves.
   */
  readonly places: Uint32Array;
  private readonly taken: Uint8Array;

  /** @param size squares an axis. */
  constructor(private readonly size: number) {
    this.taken = new Uint8Array(size * size);
    this.middle = (size >> 1) * size + (size >> 1);
    this.places = this.sortFromMiddle();
  }

  /** Columns and rows from the middle. */
  column(place: number): number {
    return (place % this.size) - (this.size >> 1);
  }

  row(place: number): number {
    return Math.floor(place / this.size) - (this.size >> 1);
  }

  /** Takes the squares at their distances from the place, if all of them are free. */
  take(squares: { readonly columns: Int32Array; readonly rows: Int32Array }, place: number): boolean {
    const { size, taken } = this;
    const column = place % size;
    const row = (place - column) / size;
    for (let i = 0; i < squares.columns.length; i++) {
      const c = column + squares.columns[i]!;
      const r = row + squares.rows[i]!;
      if (c < 0 || c >= size || r < 0 || r >= size || taken[r * size + c] === 1) return false;
    }
    for (let i = 0; i < squares.columns.length; i++) {
      taken[(row + squares.rows[i]!) * size + column + squares.columns[i]!] = 1;
    }
    return true;
  }

  /** Takes all squares to which no free way leads from the border. */
  closeHoles(): void {
    const { size, taken } = this;
    const open = new Uint8Array(size * size);
    const stack: number[] = [];
    const visit = (square: number): void => {
      if (taken[square] === 1 || open[square] === 1) return;
      open[square] = 1;
      stack.push(square);
    };
    for (let i = 0; i < size; i++) {
      visit(i);
      visit((size - 1) * size + i);
      visit(i * size);
      visit(i * size + size - 1);
    }
    for (let square = stack.pop(); square !== undefined; square = stack.pop()) {
      const column = square % size;
      if (column > 0) visit(square - 1);
      if (column < size - 1) visit(square + 1);
      if (square >= size) visit(square - size);
      if (square < size * (size - 1)) visit(square + size);
    }
    for (let square = 0; square < taken.length; square++) if (open[square] === 0) taken[square] = 1;
  }

  /** A counting sort by whole half squares. */
  private sortFromMiddle(): Uint32Array {
    const { size } = this;
    const distance = new Uint16Array(size * size);
    const starts = new Uint32Array(2 * size);
    for (let place = 0; place < distance.length; place++) {
      const dx = this.column(place) / ASPECT;
      const dy = this.row(place);
      const key = Math.floor(2 * Math.sqrt(Math.sqrt(dx * dx * dx * dx + dy * dy * dy * dy)));
      distance[place] = key;
      starts[key + 1]!++;
    }
    for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!;
    const places = new Uint32Array(size * size);
    for (let place = 0; place < places.length; place++) places[starts[distance[place]!]!++] = place;
    return places;
  }
}
