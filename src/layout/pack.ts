/**
 * Pieces side by side, compactly: each is drawn as squares on a grid and takes the free place nearest to the middle.
 * After Freivalds, Dogrusoz and Kikusts, "Disconnected graph layout and the polyomino packing approach" (2001).
 */
export interface Part {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The picture becomes this much wider than high. */
const ASPECT = 1.25;

/** Squares an axis; the grid covers more than all parts in a row need in practice. */
const GRID = 256;

/**
 * Moves of each part, in the order given (largest first packs best); the first stays where it is.
 * `gap` is the least distance between nodes of different parts.
 */
export function packParts(parts: readonly Part[], gap: number): { dx: Float64Array; dy: Float64Array } {
  const dx = new Float64Array(parts.length);
  const dy = new Float64Array(parts.length);
  if (parts.length < 2) return { dx, dy };
  const side = squareSide(parts, gap);
  const taken = new Uint8Array(GRID * GRID);
  const places = placesFromMiddle();
  let firstFree = 0;
  let previousSize = Infinity;
  parts.forEach((part, index) => {
    const own = squaresOf(part, side, gap, index === 0);
    if (own.columns.length < previousSize) {
      previousSize = own.columns.length;
      firstFree = 0;
    }
    let at = index === 0 ? 0 : firstFree;
    while (at < places.length && !fits(own, places[at]!, taken)) at++;
    firstFree = at;
    // Beyond the grid there is room without end: a column to the right.
    const place = at < places.length ? places[at]! : (GRID >> 1) * GRID + GRID - 1;
    const column = place % GRID;
    const row = (place - column) / GRID;
    mark(own, column, row, taken);
    if (index === 0) {
      closeHoles(taken);
      return;
    }
    dx[index] = (column - GRID / 2) * side - own.originX;
    dy[index] = (row - GRID / 2) * side - own.originY;
  });
  return { dx, dy };
}

interface Squares {
  /** Relative to the square at the part's origin. */
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  readonly originX: number;
  readonly originY: number;
}

function squareSide(parts: readonly Part[], gap: number): number {
  let reach = 0;
  let area = 0;
  for (const part of parts) {
    const box = boundsOf(part);
    const width = box.right - box.left + 2 * gap;
    const height = box.bottom - box.top + 2 * gap;
    reach = Math.max(reach, width, height);
    area += width * height;
  }
  return Math.max(gap / 2, (1.6 * Math.max(reach, Math.sqrt(area))) / GRID);
}

function boundsOf(part: Part): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < part.x.length; i++) {
    box.left = Math.min(box.left, part.x[i]!);
    box.right = Math.max(box.right, part.x[i]!);
    box.top = Math.min(box.top, part.y[i]!);
    box.bottom = Math.max(box.bottom, part.y[i]!);
  }
  return box;
}

/** The squares within half a gap of the part's nodes. */
function squaresOf(part: Part, side: number, gap: number, fixed: boolean): Squares {
  const box = boundsOf(part);
  const originX = fixed ? 0 : (box.left + box.right) / 2;
  const originY = fixed ? 0 : (box.top + box.bottom) / 2;
  // The fixed part keeps the others a little farther off: what stands in its bays would look like a part of it.
  const reach = Math.ceil((fixed ? gap : gap / 2) / side);
  const seen = new Set<number>();
  for (let i = 0; i < part.x.length; i++) {
    const column = Math.floor((part.x[i]! - originX) / side + 0.5);
    const row = Math.floor((part.y[i]! - originY) / side + 0.5);
    for (let r = row - reach; r <= row + reach; r++) {
      for (let c = column - reach; c <= column + reach; c++)
        seen.add((r + 4 * GRID) * 8 * GRID + c + 4 * GRID);
    }
  }
  const keys = [...seen];
  return {
    columns: Int32Array.from(keys, (key) => (key % (8 * GRID)) - 4 * GRID),
    rows: Int32Array.from(keys, (key) => Math.floor(key / (8 * GRID)) - 4 * GRID),
    originX,
    originY,
  };
}

function fits(own: Squares, place: number, taken: Uint8Array): boolean {
  const column = place % GRID;
  const row = (place - column) / GRID;
  for (let i = 0; i < own.columns.length; i++) {
    const c = column + own.columns[i]!;
    const r = row + own.rows[i]!;
    if (c < 0 || c >= GRID || r < 0 || r >= GRID || taken[r * GRID + c]! === 1) return false;
  }
  return true;
}

function mark(own: Squares, column: number, row: number, taken: Uint8Array): void {
  for (let i = 0; i < own.columns.length; i++) {
    const c = column + own.columns[i]!;
    const r = row + own.rows[i]!;
    if (c >= 0 && c < GRID && r >= 0 && r < GRID) taken[r * GRID + c] = 1;
  }
}

/** Takes all squares that the free ones at the border don't lead to. */
function closeHoles(taken: Uint8Array): void {
  const open = new Uint8Array(GRID * GRID);
  const stack: number[] = [];
  const visit = (square: number): void => {
    if (taken[square] === 1 || open[square] === 1) return;
    open[square] = 1;
    stack.push(square);
  };
  for (let i = 0; i < GRID; i++) {
    visit(i);
    visit((GRID - 1) * GRID + i);
    visit(i * GRID);
    visit(i * GRID + GRID - 1);
  }
  for (let square = stack.pop(); square !== undefined; square = stack.pop()) {
    const column = square % GRID;
    if (column > 0) visit(square - 1);
    if (column < GRID - 1) visit(square + 1);
    if (square >= GRID) visit(square - GRID);
    if (square < GRID * (GRID - 1)) visit(square + GRID);
  }
  for (let square = 0; square < taken.length; square++) if (open[square] === 0) taken[square] = 1;
}

/**
 * All squares of the grid, nearest to the middle first (a counting sort by whole distance). The distance is that of a
 * rounded rectangle: small parts fill the corners that a round picture leaves.
 */
function placesFromMiddle(): Uint32Array {
  const distance = new Uint16Array(GRID * GRID);
  const counts = new Uint32Array(4 * GRID);
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const dx = (column - GRID / 2) / ASPECT;
      const dy = row - GRID / 2;
      const key = Math.floor(2 * Math.sqrt(Math.sqrt(dx * dx * dx * dx + dy * dy * dy * dy)));
      distance[row * GRID + column] = key;
      counts[key]!++;
    }
  }
  let sum = 0;
  for (let key = 0; key < counts.length; key++) {
    const count = counts[key]!;
    counts[key] = sum;
    sum += count;
  }
  const places = new Uint32Array(GRID * GRID);
  for (let place = 0; place < places.length; place++) places[counts[distance[place]!]!++] = place;
  return places;
}
