/** How the reader grows the local map: what it could grow by, and which nodes were grown. */
import { sameEnd } from './end.ts';
import type { Explorer } from './explorer.svelte.ts';
import { MOST_LOCAL } from './graph/growth.ts';
import type { Navigation } from './navigation.ts';

export class Growing {
  /** It comes with the first local map. */
  module = $state.raw<typeof import('./graph/growing.ts') | null>(null);
  readonly #explorer: Explorer;
  readonly #navigation: Navigation;

  /** How many neighbours of each node aren't on the local map; null where that isn't known. */
  readonly more: ReadonlyMap<number, number> | null = $derived.by(() => {
    const { garden, stages, letIn, choice } = this.#explorer;
    if (garden === null || stages === null || this.module === null) return null;
    return this.module.hiddenNeighbours(garden, stages.at(-1)!.shown, letIn, choice.direction);
  });

  constructor(explorer: Explorer, navigation: Navigation) {
    this.#explorer = explorer;
    this.#navigation = navigation;
  }

  async load(): Promise<void> {
    this.module ??= await import('./graph/growing.ts');
  }

  /** Nodes whose neighbours were brought onto the map. */
  get grown(): readonly number[] {
    return (this.#explorer.stages ?? []).flatMap(({ node }) => node ?? []);
  }

  /** Brings the neighbours of a node onto the map, or takes them away again. What happened, in words. */
  toggle(node: number): string {
    const { garden, stages } = this.#explorer;
    if (garden === null || stages === null) return 'Only the map around a note grows';
    const title = garden.titles[node]!;
    const end = this.#explorer.endOf(node);
    const before = this.#explorer.address.grown;
    const rest = before.filter((other) => !sameEnd(other, end));
    if (this.grown.includes(node)) {
      this.#navigation.adjust({ grown: rest });
      return `${title} shrunk`;
    }
    const more = this.more?.get(node) ?? 0;
    if (more === 0) return `All neighbours of ${title} are here`;
    const count = stages.at(-1)!.shown.reduce((sum, one) => sum + one, 0);
    if (count + more > MOST_LOCAL) return `${title} has too many neighbours to grow`;
    this.#navigation.adjust({ grown: [...rest, end] });
    return `${title} grown by ${more}`;
  }
}
