/** Widths of the panes and which of them are folded away; remembered by this browser. */
import { innerWidth } from 'svelte/reactivity/window';
import type { PaneName } from '../explorer.svelte.ts';
import { remember, remembered } from '../remembered.ts';

/** One pane with a bottom bar, two, or all three side by side. */
export type Room = 'one' | 'two' | 'three';

/** The same widths stand in the style of the static page, which the app takes over without a jump. */
export const TWO_FROM = 700;
export const THREE_FROM = 1100;
const LEAST = 240;
/** Of a note beside another. */
export const BESIDE_LEAST = 390;
/** Two of them, and the spines of two more. */
const BESIDE_ROOM = 852;
/** From here on that leaves room for search and map; below, for one of them. */
const BESIDE_FROM = 1440;

export class Panes {
  /** Pixels, as the reader likes them; of a text beside another under a name of its own. */
  #own = $state.raw<Readonly<Record<string, unknown>>>({});
  folded = $state.raw<ReadonlySet<PaneName>>(new Set());

  readonly #wantsBeside: () => boolean;
  /** What shows notes side by side has come, or won't; until then, the one text keeps its place. */
  canBeside = $state(false);
  /** Beside the text, where there is room for two: a hit that is opened leaves the others in sight. */
  #left: PaneName = 'map';

  /** @param wantsBeside whether notes are to stand side by side */
  constructor(wantsBeside: () => boolean) {
    this.#wantsBeside = wantsBeside;
    this.#own = (remembered('panes') ?? {}) as Record<string, unknown>;
  }

  /** Whether notes stand side by side. */
  readonly beside: boolean = $derived.by(() => this.#wantsBeside() && this.canBeside);
  readonly width: number = $derived(innerWidth.current ?? 1280);
  readonly #wide: boolean = $derived(this.width >= THREE_FROM);
  readonly room: Room = $derived.by(() => {
    if (this.width < TWO_FROM) return 'one';
    return this.width >= (this.beside ? BESIDE_FROM : THREE_FROM) ? 'three' : 'two';
  });

  readonly #usualResults: number = $derived(Math.round(clamp(this.width * 0.2, LEAST, 330)));
  readonly #usualReader: number = $derived.by(() =>
    Math.round(
      this.#wide && this.beside
        ? Math.max(this.width * 0.58, BESIDE_ROOM)
        : this.room === 'two'
          ? this.width * 0.54
          : clamp(this.width * 0.4, 400, 720),
    ),
  );

  /** Pixels. */
  readonly results: number = $derived(this.#ownOr('results', this.#usualResults, this.mostResults));
  readonly reader: number = $derived(this.#ownOr('reader', this.#usualReader, this.mostReader));

  #ownOr(pane: 'results' | 'reader', usual: number, most: number): number {
    const own = this.#own[this.#nameOf(pane)];
    return clamp(typeof own === 'number' ? own : usual, LEAST, most);
  }

  #nameOf(pane: 'results' | 'reader'): string {
    return pane === 'reader' && this.beside ? 'beside' : pane;
  }

  get least(): number {
    return LEAST;
  }

  get mostResults(): number {
    return Math.round(this.width * 0.4);
  }

  get mostReader(): number {
    return Math.round(this.width * (this.room === 'two' ? 0.72 : 0.6));
  }

  /** Null goes back to the usual width. */
  resize(pane: 'results' | 'reader', width: number | null): void {
    this.#own = { ...this.#own, [this.#nameOf(pane)]: width === null ? null : Math.round(width) };
    remember('panes', this.#own);
  }

  /** Folds a pane away or back; one always stays. */
  toggle(pane: PaneName, open: readonly PaneName[]): void {
    const folded = new Set(this.folded);
    if (folded.has(pane)) folded.delete(pane);
    else if (open.some((other) => other !== pane)) folded.add(pane);
    this.folded = folded;
  }

  unfold(pane: PaneName): void {
    if (this.folded.has(pane)) this.toggle(pane, []);
  }

  /** Panes side by side, from left to right. @param front the pane in front, where not all have room. */
  open(front: PaneName): PaneName[] {
    const isAlone = this.folded.has('reader');
    if (this.room !== 'two' || (front === 'reader' && isAlone)) this.#left = 'map';
    else if (front !== 'reader') this.#left = front;
    if (this.room === 'one') return [front];
    if (this.room === 'two') return isAlone ? [this.#left] : [this.#left, 'reader'];
    return (['results', 'map', 'reader'] as const).filter((pane) => !this.folded.has(pane));
  }

  /** The grid's columns for these panes. */
  columns(open: readonly PaneName[]): string {
    const flexible = open.includes('map')
      ? 'map'
      : open.includes('reader') && this.room === 'three'
        ? 'reader'
        : open[0];
    return open
      .map((pane) => {
        if (pane === flexible) return 'minmax(0, 1fr)';
        return `${pane === 'results' ? this.results : this.reader}px`;
      })
      .join(' ');
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
