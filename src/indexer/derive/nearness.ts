/** How close notes are by their links. */
import type { NodeGraph } from './derive-graph.ts';

/** A node that so many link with brings nobody closer: everybody knows the library. */
const MOST_LINKS = 200;

export class Nearness {
  /** By node, ghosts too: those it links to or is linked from, ascending. */
  readonly neighbours: readonly (readonly number[])[];
  readonly #sets: readonly ReadonlySet<number>[];
  readonly #weights: Float64Array;

  constructor({ titles, from, to }: NodeGraph) {
    const sets = titles.map(() => new Set<number>());
    from.forEach((a, link) => {
      const b = to[link]!;
      sets[a]!.add(b);
      sets[b]!.add(a);
    });
    this.#sets = sets;
    this.neighbours = sets.map((set) => [...set].sort((a, b) => a - b));
    this.#weights = Float64Array.from(sets, ({ size }) =>
      size < 2 || size > MOST_LINKS ? 0 : 1 / Math.log(size + 1),
    );
  }

  /** Whether one of them links to the other. */
  isLinked(a: number, b: number): boolean {
    return this.#sets[a]!.has(b);
  }

  /** How many nodes both are linked with. */
  shared(a: number, b: number): number {
    if (this.#sets[a]!.size > this.#sets[b]!.size) return this.shared(b, a);
    const others = this.#sets[b]!;
    let count = 0;
    for (const node of this.neighbours[a]!) if (others.has(node)) count++;
    return count;
  }

  /** What sharing a neighbour says: less where many share it (Adamic & Adar 2003), nothing where nearly all do. */
  weight(node: number): number {
    return this.#weights[node]!;
  }
}
