/** How the reader grows the local map and walks on from it. Loaded with the first local map. */
import { crumbsOf, type Crumb } from './crumbs.ts';
import { sameEnd } from './end.ts';
import type { Explorer } from './explorer.svelte.ts';
import type { Point } from './graph/draw/camera.ts';
import { comeOnto } from './graph/come-onto.ts';
import { both } from './graph/garden/filter.ts';
import { isolated } from './graph/garden/isolated.ts';
import { hiddenNeighbours, placeStages, type LocalMap } from './graph/place/growing.ts';
import { stagesOf, type Stage } from './graph/place/growth.ts';
import { placeAround } from './graph/place/local-placement.ts';
import { MOST_LOCAL } from './graph/place/neighbourhood-layout.ts';
import type { Found } from './graph/map-props.ts';
import type { MapView } from './graph/map-view.ts';
import type { Picture, Placement } from './graph/draw/picture.ts';
import { withSigns } from './graph/draw/signs.ts';
import type { Navigation } from './navigation.ts';

export class Growing {
  readonly #explorer: Explorer;
  readonly #navigation: Navigation;
  /** Local maps by the mask of their nodes. */
  readonly #known = new WeakMap<Uint8Array, Omit<LocalMap, 'places'>>();

  // By itself: another part of the address moves no node.
  readonly #asked = $derived.by(() => this.#explorer.address.grown);
  /** How the local map came to be; null where the map is whole. */
  readonly #stages: readonly Stage[] | null = $derived.by(() => {
    const { garden, near, letIn, choice } = this.#explorer;
    if (garden === null || near === null) return null;
    const grown = this.#asked.flatMap((end) => this.#explorer.nodeOfEnd(end) ?? []);
    return stagesOf(garden, near, choice.direction, grown).map(({ node, shown }) => ({
      node,
      shown: both(shown, letIn)!,
    }));
  });
  /** Nodes whose neighbours were brought onto the map. */
  readonly grown: readonly number[] = $derived((this.#stages ?? []).flatMap(({ node }) => node ?? []));
  /** Marks the nodes of a map that was grown; null where it wasn't. */
  readonly shown: Uint8Array | null = $derived(this.grown.length === 0 ? null : this.#stages!.at(-1)!.shown);
  /** How many neighbours of each node aren't on the map; null where nothing can be grown. */
  readonly more: ReadonlyMap<number, number> | null = $derived.by(() => {
    const { garden, letIn, choice, address } = this.#explorer;
    const stages = this.#stages;
    if (garden === null || stages === null || address.embed) return null;
    return hiddenNeighbours(garden, stages.at(-1)!.shown, letIn, choice.direction);
  });
  readonly marks = $derived(withSigns(this.more, new Set(this.more === null ? [] : this.grown)));

  /** The centres that the map had before, in the order of the walk. */
  readonly crumbs: readonly Crumb[] = $derived.by(() => {
    const { way, address, local } = this.#explorer;
    return local && !address.embed ? crumbsOf(way, address, (url) => this.#navigation.read(url)) : [];
  });
  readonly help: string = $derived(
    this.more === null ? '' : 'G brings the neighbours of a note onto the map, or takes them away.',
  );

  constructor(explorer: Explorer, navigation: Navigation) {
    this.#explorer = explorer;
    this.#navigation = navigation;
    const { scape: garden, selected, ever } = explorer;
    // What is on the map until now was placed without this.
    if (garden !== null && selected !== null && ever !== null && explorer.local)
      this.#known.set(ever, { garden, centre: selected, stages: [{ node: null, shown: ever }] });
  }

  signAt(at: Point, picture: Picture | null): number {
    return picture === null ? -1 : this.marks.at(at, picture);
  }

  /** To the centre that the local map had before, or else the place that the reader came from; null where there is none. */
  get back(): (() => void) | null {
    const last = this.crumbs.at(-1);
    if (last !== undefined) return () => this.backTo(last);
    const { way, address } = this.#explorer;
    return address.embed || way.length === 0 ? null : () => history.back();
  }

  /** Goes back to a centre that the map had, with all that was chosen there. */
  backTo({ steps }: Crumb): void {
    history.go(-steps);
  }

  /** Brings the neighbours of a node onto the map, or takes them away again. What happened, in words. */
  toggle(node: number): string {
    const { garden } = this.#explorer;
    const [stages, all] = [this.#stages, this.more];
    if (garden === null || stages === null || all === null)
      return 'Only a map around a note grows, on its own site';
    const title = isolated(this.#explorer.scape?.titles[node] ?? '');
    const end = this.#explorer.endOf(node);
    const rest = this.#asked.filter((other) => !sameEnd(other, end));
    if (this.grown.includes(node)) {
      this.#navigation.adjust({ grown: rest });
      return `${title} shrunk`;
    }
    const more = all.get(node) ?? 0;
    if (more === 0) return `All neighbours of ${title} are here`;
    const count = stages.at(-1)!.shown.reduce((sum, one) => sum + one, 0);
    if (count + more > MOST_LOCAL) return `${title} has too many neighbours to grow`;
    this.#navigation.adjust({ grown: [...rest, end] });
    return `${title} grown by ${more}`;
  }

  async place(view: MapView, standing: Placement | null, isForced: boolean): Promise<Found> {
    const { scape: garden, selected: centre, ever } = this.#explorer;
    const stages =
      this.#stages?.map(({ node, shown }) => ({
        node,
        shown: this.#explorer.extras?.widened(shown) ?? shown,
      })) ?? null;
    if (garden === null || centre === null || ever === null || stages === null)
      throw new Error('The map is not a local one.');
    const known = standing?.local && standing.ever ? this.#known.get(standing.ever) : undefined;
    this.#known.set(ever, { garden, centre, stages });
    if (stages.length === 1 && (known === undefined || known.stages.length === 1))
      return placeAround(garden, ever, centre);
    // Under the reader's forces nodes have places that the map without them doesn't know.
    const places = isForced ? standing! : (view.placement ?? standing!);
    const before = known === undefined ? null : { ...known, places };
    const { x, y, comers } = await placeStages(garden, stages, centre, before);
    return comers === null ? { x, y } : { x, y, enter: comeOnto(comers) };
  }
}
