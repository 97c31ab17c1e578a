/** What the reader selects and grows on the map. Loaded with the first of it, or the first local map. */
import type { Explorer } from './explorer.svelte.ts';
import type { Moving } from './graph/map-props.ts';
import { Growing } from './growing.svelte.ts';
import type { Navigation } from './navigation.ts';
import { Picking } from './picking.svelte.ts';

export class MapWork {
  readonly picking: Picking;
  readonly growing: Growing;
  moving = $state.raw<Moving | null>(null);

  constructor(explorer: Explorer, navigation: Navigation) {
    this.picking = new Picking(explorer, navigation);
    this.growing = new Growing(explorer, navigation);
  }
}
