/** The reader's selection on the map, as the address has it: what joins and leaves it. */
import type { End } from './end.ts';
import { sameEnd } from './end.ts';
import { carried } from './ends.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { Navigation } from './navigation.ts';

export class Picking {
  /** How many were meant last, where an address carries no more of them. */
  refused = $state(0);
  readonly #explorer: Explorer;
  readonly #navigation: Navigation;

  constructor(explorer: Explorer, navigation: Navigation) {
    this.#explorer = explorer;
    this.#navigation = navigation;
  }

  get nodes(): readonly number[] {
    return this.#explorer.picks;
  }

  toggle(node: number): void {
    if (!this.#isNote(node)) return;
    const end = this.#explorer.endOf(node);
    const before = this.#explorer.address.picks;
    const rest = before.filter((other) => !sameEnd(other, end));
    this.#set(rest.length < before.length ? rest : [...before, end]);
  }

  /** @param nodes the first ones where an address can't carry them all */
  add(nodes: readonly number[]): void {
    const { picks } = this.#explorer.address;
    const known = new Set(this.nodes);
    this.#set([
      ...picks,
      ...nodes
        .filter((node) => !known.has(node) && this.#isNote(node))
        .map((node) => this.#explorer.endOf(node)),
    ]);
  }

  /** A note or a ghost: tags and attachments can't be selected. */
  #isNote(node: number): boolean {
    return node < (this.#explorer.garden?.nodeCount ?? 0);
  }

  /** A step that Back takes back: much may have been selected. */
  clear(): void {
    this.refused = 0;
    this.#navigation.step({ picks: [], alone: false });
  }

  /** Shows the selected ones alone on the whole map, or all again. */
  isolate(alone: boolean): void {
    const isLocal = alone && this.#explorer.view === 'local';
    this.#navigation.step(isLocal ? { alone, view: 'whole' } : { alone });
  }

  #set(ends: readonly End[]): void {
    const picks = carried(ends);
    this.refused = ends.length - picks.length;
    this.#navigation.adjust({ picks, alone: this.#explorer.address.alone && picks.length > 0 });
  }
}
