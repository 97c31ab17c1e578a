/** Where links, names and nodes lead, whichever pane they stand in. */
import type { LinkPlace } from '../contract/links.ts';
import type { Explorer } from './explorer.svelte.ts';
import { isGhost } from './graph/garden/neighbourhood.ts';
import type { Navigation } from './navigation.ts';
import type { LinkTarget, Wanting } from './reader/link-target.ts';
import { remember, remembered } from './remembered.ts';

/** What the explorer does on the way. */
export interface Gone {
  /** The note is read now, and should have the focus. */
  readonly toText: () => void;
  readonly toNode: () => void;
  readonly toQuery: () => void;
}

export class Ways {
  /** Whether a note that is gone to opens beside the one that is read. */
  stacking = $state(remembered('beside') === true);
  readonly explorer: Explorer;
  readonly navigation: Navigation;
  readonly #links: () => URL | null;
  readonly #gone: Gone;

  /** @param links folder of the sentences that say why notes are linked; null where the site has none, or isn't known yet */
  constructor(explorer: Explorer, navigation: Navigation, links: () => URL | null, gone: Gone) {
    this.explorer = explorer;
    this.navigation = navigation;
    this.#links = links;
    this.#gone = gone;
  }

  stack(next: boolean): void {
    this.stacking = next;
    remember('beside', next ? true : null);
  }

  readonly hrefOf = (node: number, heading: string | null = null): string =>
    this.navigation.hrefOf(this.explorer.placeOf(node, heading));

  readonly openNode = (node: number, heading: string | null = null): void => {
    this.navigation.go(this.explorer.placeOf(node, heading), 'reader', this.stacking);
    this.#gone.toNode();
  };

  /** A hit that is chosen once more is to be read. */
  readonly openHit = (node: number, heading: string | null = null): void => {
    const again = node === this.explorer.selected;
    this.openNode(node, heading);
    if (again && heading === null) this.#gone.toText();
  };

  /** @param apart in a window of its own */
  readonly openFromMap = (node: number, apart: boolean): void => {
    if (apart) window.open(this.hrefOf(node), '_blank', 'noopener');
    else this.openNode(node);
  };

  /** A link in the text: true where it leads to what the explorer shows itself. */
  readonly follow = (url: URL, apart = false): boolean => {
    const navigation = this.navigation;
    const address = navigation.read(url);
    if (address === null) return false;
    const { slug, ghost, page, heading, quote, query: asked } = address;
    const { garden, choice } = this.explorer;
    if (slug === null && ghost === null && page === null) {
      const { folder } = address.choice.filter;
      if (asked !== '') {
        // A tag: what it finds is shown beside the note, and the map is left with the notes that have it.
        this.#gone.toQuery();
        const tag = garden?.tags.includes(asked) === true ? asked : null;
        navigation.go({ query: asked, choice: { ...choice, filter: { ...choice.filter, tag } } }, 'results');
        return true;
      }
      if (folder !== null) {
        navigation.go({ choice: { ...choice, filter: { ...choice.filter, folder } } }, 'map');
        return true;
      }
    }
    navigation.go({ slug, ghost, page, heading, quote }, 'reader', apart || this.stacking);
    if (heading === null && quote === null) this.#gone.toText();
    return true;
  };

  /** What a link of the text leads to; null where that is nothing to be read here. */
  readonly about = (url: URL): LinkTarget | null => {
    const address = this.navigation.read(url);
    if (address === null) return null;
    const node = this.explorer.nodeOf(address);
    const { slug, ghost, heading } = address;
    if (slug !== null) {
      return { kind: 'note', slug, title: this.explorer.garden?.titles[node ?? -1] ?? slug, heading };
    }
    if (ghost === null) return null;
    const name = this.explorer.garden?.titles[node ?? -1] ?? ghost;
    return { kind: 'ghost', name, wanting: node === null ? [] : this.wantingOf(node) };
  };

  readonly point = (url: URL | null): void => {
    const address = url === null ? null : this.navigation.read(url);
    this.explorer.point(address === null ? null : this.explorer.nodeOf(address), 'reader');
  };

  /** Notes that refer to a ghost. */
  readonly wantingOf = (node: number): Wanting[] => {
    const { garden } = this.explorer;
    if (garden === null || !isGhost(garden, node)) return [];
    return Array.from(garden.neighbours.subarray(garden.offsets[node], garden.offsets[node + 1]), (note) => ({
      title: garden.titles[note]!,
      href: this.hrefOf(note),
      places: () => this.#placesOf(note, node),
    }));
  };

  /** The sentences in which a note names another or a ghost. */
  async #placesOf(from: number, to: number): Promise<(LinkPlace & { href: string })[]> {
    const links = this.#links();
    const { garden } = this.explorer;
    if (links === null || garden === null) return [];
    const { placesOf } = await import('./graph/garden/link-places.ts');
    return placesOf(links, garden.noteCount, from, to, this.hrefOf);
  }
}
