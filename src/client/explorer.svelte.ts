/** What the reader chose: the one writable state of the explorer. All else is derived from it and the garden. */
import { isAge } from '../contract/choice.ts';
import type { Facts } from '../contract/facts.ts';
import { ghostName, type Garden } from '../contract/map.ts';
import { DataError, NO_VIEW, type NamedView } from '../contract/site.ts';
import type { Needs } from '../query/plan.ts';
import type { Address, MapView } from './address.ts';
import { endOf, HOME } from './address.ts';
import type { Camera } from './graph/draw/camera.ts';
import type { Colouring } from './graph/garden/colouring.ts';
import type { Trail } from './graph/garden/emphasis.ts';
import { both, filterMask, type MapChoice } from './graph/garden/filter.ts';
import { around } from './graph/garden/neighbourhood.ts';
import type { MapGarden } from './graph/garden/map-garden.ts';
import type { Link } from './graph/hand/picking-edges.ts';
import type { End } from './end.ts';
import type { ExtraNodes } from './extra-nodes.svelte.ts';
import type { MapWork } from './map-work.svelte.ts';
import type { Question } from './question.ts';

export type PaneName = 'results' | 'map' | 'reader';

/** A note or ghost that is pointed at, in one of the panes or by keys. */
export interface Hover {
  readonly node: number;
  readonly pane: PaneName;
}

/** Where to be in the text after a navigation. A new object for each visit. */
export interface Arrival {
  readonly scroll: number | null;
  readonly heading: string | null;
}

export class Explorer {
  /** The notes and links of the site; null until they have come. */
  garden = $state.raw<Garden | null>(null);
  address = $state.raw<Address>(HOME);
  hover = $state.raw<Hover | null>(null);
  /** A link of the map that is pointed at. */
  hoverLink = $state.raw<Link | null>(null);
  /** The answer to the question, as far as it can be drawn. */
  answer = $state.raw<Trail | null>(null);
  /** Where the map came to rest, null showing all of it; undefined while it is on its way to what was opened. */
  camera = $state.raw<Camera | null | undefined>(null);
  /** Views of the map that the author named. */
  views = $state.raw<readonly NamedView[]>([]);
  /** What answers queries of the map: it comes with the first one. */
  asking = $state.raw<typeof import('./graph/garden/asked.ts') | null>(null);
  /** What colours notes by folder, tag or links: it comes when it is asked for. */
  painting = $state.raw<typeof import('./graph/garden/colouring.ts') | null>(null);
  /** Tags and attachments as nodes: they come when they are asked for. */
  extras = $state.raw<ExtraNodes | null>(null);
  /** Where it is told which attachments notes have; null where the site has none. */
  attachmentsFile = $state.raw<URL | null>(null);
  /** Where the facts about notes are; null where the site has none. */
  factsFile = $state.raw<URL | null>(null);
  /** They come when something asks for them, and stay until those of another build are there. */
  facts = $state.raw<Facts | null>(null);
  /** What tells time by them. */
  dating = $state.raw<typeof import('./graph/garden/ages.ts') | null>(null);
  /** Why that did not come, in words. */
  undated = $state<string | null>(null);
  /** The reader looks at time. */
  timing = $state(false);
  /** The last day on the map while time goes on; null where the address says it. */
  moment = $state.raw<number | null>(null);
  /** Why that did not come, in words. */
  unasked = $state<string | null>(null);
  /** The pane in front, where there is room for one or two only. */
  pane = $state<PaneName>('map');
  arrival = $state.raw<Arrival>({ scroll: null, heading: null });
  /** Addresses that the reader went through to come here, in their order. */
  way = $state.raw<readonly string[]>([]);
  /** It comes when the map is worked on. */
  work = $state.raw<MapWork | null>(null);
  /** Where the map stood when this place was left; null while the reader goes forward. */
  returnTo = $state.raw<{ readonly camera: Camera | null } | null>(null);

  readonly slug: string | null = $derived(this.address.slug);
  readonly ghost: string | null = $derived(this.address.ghost);
  readonly query: string = $derived(this.address.query);
  readonly view: MapView = $derived(this.address.view);
  readonly depth: number = $derived(this.address.depth);
  readonly choice: MapChoice = $derived(this.address.choice);
  readonly question: Question | null = $derived(this.address.question);

  /** What is lit on the map. */
  readonly trail: Trail | null = $derived.by(() => {
    const link = this.hoverLink;
    if (this.answer !== null) return this.answer;
    return link === null ? this.#walked : { nodes: link, links: [link], dims: false, stays: true };
  });

  /** Notes side by side, from left to right; none while one is read alone. */
  readonly stack: readonly End[] = $derived.by(() => {
    const { before, after } = this.address.beside;
    const here = endOf(this.address);
    return here === null || before.length + after.length === 0 ? [] : [...before, here, ...after];
  });
  /** The way through them. */
  readonly #walked: Trail | null = $derived.by(() => {
    const nodes = this.stack.flatMap((end) => this.nodeOfEnd(end) ?? []);
    if (nodes.length < 2) return null;
    const links = nodes.slice(1).map((node, index) => [nodes[index]!, node] as const);
    return { nodes, links, dims: false, stays: true };
  });

  readonly #ghosts: ReadonlyMap<string, number> = $derived.by(() => {
    const { garden } = this;
    const nodes = [...(garden?.titles.keys() ?? [])].slice(garden?.noteCount);
    return new Map(nodes.map((node) => [ghostName(garden!, node), node]));
  });

  /** The open note or ghost on the map. */
  readonly selected: number | null = $derived.by(() => {
    if (this.slug !== null) return this.garden?.idBySlug.get(this.slug) ?? null;
    return this.ghost === null ? null : this.nodeOfGhost(this.ghost);
  });

  /** The open note is none of this garden. */
  readonly unknown: boolean = $derived(
    this.garden !== null && this.slug !== null && !this.garden.idBySlug.has(this.slug),
  );

  /** Whether the map is drawn around the open note. */
  readonly local: boolean = $derived(this.view === 'local' && this.selected !== null);

  // By themselves: another look of the map is no other map.
  readonly #filter = $derived(this.choice.filter);
  readonly #direction = $derived(this.choice.direction);

  /** Those of this garden: while a new one comes, the old ones may still be there. */
  readonly #facts: Facts | null = $derived(
    this.facts?.created.length === this.garden?.noteCount ? this.facts : null,
  );

  /** Whether the choice has a query to be answered. */
  readonly asks: boolean = $derived(this.choice.filter.only !== '' || this.choice.groups.length > 0);
  readonly #only = $derived(this.choice.filter.only);
  readonly #onlyMask: Uint8Array | null = $derived(
    this.garden === null || this.#only === ''
      ? null
      : (this.asking?.ask(this.#only, this.garden, this.#facts).mask ?? null),
  );
  readonly #groups = $derived(this.choice.groups);
  /** What the groups colour; null where that isn't known. */
  readonly #byGroups: Colouring | null = $derived(
    this.garden === null ? null : (this.asking?.byGroups(this.#groups, this.garden, this.#facts) ?? null),
  );

  /** What of the map could not be had, in words; null where all is well. */
  readonly trouble: string | null = $derived.by(() => {
    const { named } = this.address;
    const isKnown = named === null || named === NO_VIEW || this.views.some(({ id }) => id === named);
    if (this.garden === null || isKnown) return this.unasked;
    return `The address asks for a view “${named}”, which this site doesn’t have. You see all notes.`;
  });

  readonly until: string | null = $derived(this.address.until);
  readonly #colour = $derived(this.choice.colour);
  /** Whether the days of notes must be known. */
  readonly dates: boolean = $derived(this.timing || this.until !== null || isAge(this.#colour));
  readonly #byAge: Colouring | null = $derived.by(() => {
    if (this.garden === null || this.dating === null || this.#facts === null) return null;
    const { created, modified } = this.#facts;
    return this.dating.byAge(this.garden, this.#colour === 'changed' ? modified : created);
  });
  /** What the colours are where they aren't those of regions; null where that isn't known yet. */
  readonly colours: Colouring | null = $derived.by(() => {
    if (isAge(this.#colour)) return this.#byAge;
    if (this.#colour === 'groups') return this.#byGroups;
    if (this.garden === null || this.#colour === 'region') return null;
    return this.painting?.colouring(this.garden, this.#colour) ?? null;
  });

  readonly #firstDays: Int32Array | null = $derived(
    this.garden === null || this.dating === null || this.#facts === null
      ? null
      : this.dating.firstDays(this.garden, this.#facts),
  );

  /** What the reader has selected on the map, as far as it is there. */
  readonly picks: readonly number[] = $derived(
    this.garden === null ? [] : this.address.picks.flatMap((end) => this.nodeOfEnd(end) ?? []),
  );
  readonly alone: boolean = $derived(this.address.alone && !this.local && this.picks.length > 0);

  /** Marks what the reader lets on the map, wherever it stands; null where that is all. */
  readonly letIn: Uint8Array | null = $derived(
    this.garden && this.#withLooked(both(filterMask(this.garden, this.#filter), this.#onlyMask)),
  );
  /** Marks what the depth alone shows of the local map; null where the map is whole. */
  readonly near: Uint8Array | null = $derived(
    this.local ? around(this.garden!, this.selected!, this.depth, this.#direction) : null,
  );
  readonly #grown: Uint8Array | null = $derived(this.work?.growing.shown ?? this.near);

  /** Marks the nodes of the map through all of time; null where all are on it. */
  readonly #ever: Uint8Array | null = $derived(
    this.alone ? this.#withLooked(maskOf(this.garden!, this.picks)) : both(this.#grown, this.letIn),
  );

  readonly ever: Uint8Array | null = $derived(this.#widened(this.#ever));

  /** What the map draws: the garden, with the tags and attachments that the reader wants as nodes behind its own. */
  readonly scape: MapGarden | null = $derived(this.extras?.garden ?? this.garden);

  readonly #untilDay: number | null = $derived(
    this.until === null ? null : (this.dating?.dayOf(this.until) ?? null),
  );
  /** Marks the nodes of the map; null where all are on it. */
  readonly shown: Uint8Array | null = $derived(this.#onDay(this.#untilDay));
  /** The same while time goes on: what only moments change costs no more than the map. */
  readonly shownNow: Uint8Array | null = $derived(
    this.moment === null ? this.shown : this.#onDay(this.moment),
  );

  /** Marks what filters and time leave, however far the map goes; null where that is all. */
  readonly left: Uint8Array | null = $derived(
    this.local ? this.#onDay(this.#untilDay, this.letIn) : this.shown,
  );

  #onDay(day: number | null, ever = this.#ever): Uint8Array | null {
    const mask =
      day === null || this.#firstDays === null
        ? ever
        : both(ever, this.#withLooked(this.dating!.untilMask(this.#firstDays, day)));
    return this.#widened(mask);
  }

  /** Tags and attachments are there with their notes. */
  #widened(mask: Uint8Array | null): Uint8Array | null {
    return this.extras?.widened(mask) ?? mask;
  }

  /** What is open, or on the path that was asked for, is on the map, whatever is let in. */
  #withLooked(mask: Uint8Array | null): Uint8Array | null {
    if (mask === null) return null;
    // What a query let in is kept, and must stay as it is.
    mask = mask.slice();
    if (this.selected !== null) mask[this.selected] = 1;
    for (const node of (this.answer ?? this.#walked)?.nodes ?? []) mask[node] = 1;
    return mask;
  }

  /** Has at hand what the choice needs: what answers its queries, colours it and adds nodes, if there is any of these. */
  async learn(): Promise<void> {
    const { filter, colour } = this.choice;
    try {
      if (this.asks || colour !== 'region' || filter.tags || filter.attachments)
        await (await learning()).learnChoice(this);
      this.unasked = null;
    } catch (error) {
      this.unasked = whyNot('A part of the map’s filter did not come and is left out.', error);
    }
  }

  /** Has at hand what tells the days of notes, if they must be known. */
  async date(): Promise<void> {
    if (!this.dates || this.factsFile === null) return;
    try {
      await (await learning()).learnDays(this);
      this.undated = null;
    } catch (error) {
      this.undated = whyNot('The dates of the notes did not come.', error);
    }
  }

  /** Has at hand what is known about notes beside their links, where the site has it. */
  async haveFacts(needs: Needs): Promise<void> {
    await (await learning()).learnFacts(this, needs);
  }

  nodeOfGhost(name: string): number | null {
    return this.#ghosts.get(name) ?? null;
  }

  /** The node that an address leads to, or null. */
  nodeOf(address: Address): number | null {
    if (address.slug !== null) return this.garden?.idBySlug.get(address.slug) ?? null;
    return address.ghost === null ? null : this.nodeOfGhost(address.ghost);
  }

  /** What an address must say to lead to a node. */
  placeOf(node: number, heading: string | null = null): Pick<Address, 'slug' | 'ghost' | 'page' | 'heading'> {
    const slug = this.garden?.slugs[node];
    if (slug !== undefined) return { slug, ghost: null, page: null, heading };
    return { slug: null, ghost: this.garden && ghostName(this.garden, node), page: null, heading: null };
  }

  nodeOfEnd({ name, ghost }: End): number | null {
    return ghost ? this.nodeOfGhost(name) : (this.garden?.idBySlug.get(name) ?? null);
  }

  endOf(node: number): End {
    const slug = this.garden?.slugs[node];
    return slug === undefined
      ? { name: this.garden ? ghostName(this.garden, node) : '', ghost: true }
      : { name: slug, ghost: false };
  }

  point(node: number | null, pane: PaneName): void {
    if (node !== null) this.hover = { node, pane };
    else if (this.hover?.pane === pane) this.hover = null;
    // The embedded map, in whose frame this may be, tells its page.
    if (parent !== window) dispatchEvent(new CustomEvent('hearthmap:hover', { detail: node }));
  }
}

function maskOf({ nodeCount }: Garden, nodes: readonly number[]): Uint8Array {
  const mask = new Uint8Array(nodeCount);
  for (const node of nodes) mask[node] = 1;
  return mask;
}

const learning = (): Promise<typeof import('./learning.ts')> => import('./learning.ts');

function whyNot(what: string, error: unknown): string {
  return `${what} ${error instanceof DataError ? error.message : 'Reload the page.'}`;
}
