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
/** From here on the map makes room for a second text. */
const BESIDE_FROM = 1350;

export class Panes {
  #results = $state<number | null>(null);
  #reader = $state<number | null>(null);
  folded = $state.raw<ReadonlySet<PaneName>>(new Set());

  readonly #beside: () => boolean;

  /** @param beside whether notes stand side by side */
  constructor(beside: () => boolean) {
    this.#beside = beside;
    const found = remembered('panes') as { results?: unknown; reader?: unknown } | null;
    if (typeof found?.results === 'number') this.#results = found.results;
    if (typeof found?.reader === 'number') this.#reader = found.reader;
  }

  readonly width: number = $derived(innerWidth.current ?? 1280);
  readonly room: Room = $derived(this.width >= THREE_FROM ? 'three' : this.width >= TWO_FROM ? 'two' : 'one');

  readonly #usualResults: number = $derived(Math.round(clamp(this.width * 0.2, LEAST, 330)));
  readonly #usualReader: number = $derived.by(() =>
    Math.round(
      this.room === 'two'
        ? this.width * 0.54
        : this.width >= BESIDE_FROM && this.#beside()
          ? this.width * 0.58
          : clamp(this.width * 0.4, 400, 720),
    ),
  );

  /** Pixels. */
  readonly results: number = $derived(clamp(this.#results ?? this.#usualResults, LEAST, this.mostResults));
  readonly reader: number = $derived(clamp(this.#reader ?? this.#usualReader, LEAST, this.mostReader));

  get least(): number {
    return LEAST;
  }

  get mostResults(): number {
    return Math.round(this.width * 0.4);
  }

  get mostReader(): number {
    return Math.round(this.width * (this.room === 'two' ? 0.7 : 0.6));
  }

  /** Null goes back to the usual width. */
  resize(pane: 'results' | 'reader', width: number | null): void {
    const rounded = width === null ? null : Math.round(width);
    if (pane === 'results') this.#results = rounded;
    else this.#reader = rounded;
    remember('panes', { results: this.#results, reader: this.#reader });
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
    if (this.room === 'one') return [front];
    if (this.room === 'two') {
      const left = front === 'results' ? 'results' : 'map';
      return this.folded.has('reader') ? [left] : [left, 'reader'];
    }
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
