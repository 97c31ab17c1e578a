/** Ties the explorer to the browser's address bar and history. */
import { endOf, formatAddress, HOME, parseAddress, type Address } from './address.ts';
import { stepBeside } from './beside.ts';
import { sameEnd } from './end.ts';
import type { Explorer, PaneName } from './explorer.svelte.ts';
import type { Camera } from './graph/draw/camera.ts';
import { leaving, withView } from './named-view.ts';
import type { Question } from './question.ts';

/** What a history entry keeps beside its address. */
interface Memory {
  readonly scroll: number;
  readonly pane: PaneName;
  /** Where the map stands, null showing all of it; undefined while it is on its way to what was opened. */
  readonly camera: Camera | null | undefined;
  /** Addresses that the reader came through. */
  readonly way: readonly string[];
}

/** How many of them are remembered. */
const LONGEST_WAY = 30;

/** Browsers refuse more than about a hundred changes of the address in half a minute. */
const PAUSE = 250;

export class Navigation {
  readonly #explorer: Explorer;
  readonly #root: URL;
  #scroll = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(explorer: Explorer, root: URL) {
    this.#explorer = explorer;
    this.#root = root;
  }

  /** Takes the address that the page was opened with, and follows the history from there. Returns how to stop. */
  start(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    history.scrollRestoration = 'manual';
    this.#restore(history.state, true);
    addEventListener('popstate', (event) => this.#restore(event.state, false), { signal });
    addEventListener('pagehide', () => this.#save(), { signal });
    return () => listening.abort();
  }

  /**
   * A step that Back takes back.
   * @param apart opens the note beside the one that is read, which stays
   */
  go(change: Partial<Address>, pane?: PaneName, apart = false): void {
    const explorer = this.#explorer;
    const next = this.#next(change, apart);
    this.#save();
    const same = formatAddress(next, this.#root).href === formatAddress(explorer.address, this.#root).href;
    // The map goes to another note; where it was belongs to the entry that is left.
    const end = endOf(next);
    const here = endOf(explorer.address);
    if (end !== null && (here === null || !sameEnd(end, here))) explorer.camera = undefined;
    explorer.address = next;
    if (pane !== undefined) explorer.pane = pane;
    explorer.arrival = { scroll: null, heading: next.heading };
    explorer.returnTo = null;
    this.#scroll = 0;
    this.#write(same ? 'replace' : 'push');
  }

  /** A step that Back takes back, and that leaves text and map where they are. */
  step(change: Partial<Address>, pane?: PaneName): void {
    this.#save();
    const { address, views } = this.#explorer;
    this.#explorer.address = { ...address, ...leaving(change, views) };
    this.#explorer.returnTo = null;
    if (pane !== undefined) this.#explorer.pane = pane;
    this.#write('push');
  }

  ask(question: Question | null): void {
    // Around one note, the rest of a path would not be there.
    const whole = question?.kind === 'path' && this.#explorer.view !== 'whole';
    this.step({ question, ...(whole ? { view: 'whole' } : {}) }, question === null ? undefined : 'map');
  }

  /** A change that Back does not stop at, such as a letter of a query. */
  adjust(change: Partial<Address>): void {
    this.#explorer.address = this.#next(change);
    this.#soon();
  }

  /** Lets all notes of all times on the map. */
  showAll(): void {
    const { filter } = HOME.choice;
    this.adjust({ choice: { ...this.#explorer.choice, filter }, until: null, alone: false });
  }

  /** The text was scrolled to. */
  scrolled(top: number): void {
    if (top === this.#scroll) return;
    this.#scroll = top;
    this.#soon();
  }

  /** The map came to rest there: it belongs to this entry, also if that is left by the browser's own buttons. */
  looked(camera: Camera | null): void {
    const before = this.#explorer.camera;
    this.#explorer.camera = camera;
    // One that was only come to has nothing kept yet, and is saved once the map is moved, or when it is left.
    if (history.state !== null || (before !== undefined && camera !== before)) this.#soon();
  }

  hrefOf(change: Partial<Address>): string {
    return formatAddress(this.#next(change), this.#root).href;
  }

  #next(change: Partial<Address>, apart = false): Address {
    const { address, views } = this.#explorer;
    // A quotation is of one note, and is left with it.
    const moves = 'slug' in change || 'heading' in change;
    const next = { ...address, ...(moves ? { quote: null } : {}), ...leaving(change, views) };
    const beside = change.beside ?? stepBeside(address.beside, endOf(address), endOf(next), apart);
    return withView(afterwards({ ...next, beside }, address), views);
  }

  /** The address as the app reads it, or null where it leads out of the site or to one of its files. */
  read(url: URL): Address | null {
    if (url.origin !== this.#root.origin || !url.pathname.startsWith(this.#root.pathname)) return null;
    const address = parseAddress(url, this.#root);
    const atRoot = /^(?:index\.html)?$/.test(url.pathname.slice(this.#root.pathname.length));
    return address.slug !== null || atRoot ? address : null;
  }

  #restore(state: unknown, first: boolean): void {
    const explorer = this.#explorer;
    const memory = readMemory(state);
    clearTimeout(this.#timer);
    const address = withView(parseAddress(new URL(location.href), this.#root), explorer.views);
    const sameText =
      !first &&
      address.slug === explorer.address.slug &&
      address.ghost === explorer.address.ghost &&
      address.page === explorer.address.page;
    explorer.address = address;
    explorer.hover = null;
    const camera = memory?.camera;
    explorer.camera = memory === null && endOf(address) === null ? null : camera;
    explorer.returnTo = camera === undefined ? null : { camera };
    explorer.pane = memory?.pane ?? (sameText ? explorer.pane : paneOf(address));
    explorer.arrival = { scroll: memory?.scroll ?? null, heading: address.heading };
    this.#scroll = memory?.scroll ?? 0;
    explorer.way = memory?.way ?? [];
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write('replace'), PAUSE);
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#write('replace');
  }

  #write(how: 'push' | 'replace'): void {
    const explorer = this.#explorer;
    if (how === 'push') explorer.way = [...explorer.way, location.href].slice(-LONGEST_WAY);
    const { address, pane, camera, way } = explorer;
    const memory: Memory = { scroll: this.#scroll, pane, camera, way };
    const url = formatAddress(address, this.#root);
    if (how === 'push') history.pushState({ hearthmap: memory }, '', url);
    else history.replaceState({ hearthmap: memory }, '', url);
  }
}

/**
 * Why two notes are linked is told while one of them is open; a path stays while its notes are read. What was grown
 * around one note is not there around another.
 */
function afterwards(next: Address, { slug, ghost, grown }: Address): Address {
  const stays = (next.slug === slug && next.ghost === ghost) || next.grown !== grown;
  const address = stays ? next : { ...next, grown: [] };
  const { question } = address;
  const here = endOf(address);
  if (question?.kind !== 'why' || here === null) return address;
  const ends = [question.from, question.to].some((end) => end !== null && sameEnd(end, here));
  return ends ? address : { ...address, question: null };
}

/** Where somebody starts who comes by a link. */
function paneOf(address: Address): PaneName {
  if (address.question !== null) return 'map';
  if (address.slug !== null || address.ghost !== null || address.page !== null) return 'reader';
  return address.query === '' ? 'map' : 'results';
}

/** History entries outlive the page, and an older version of it may have written this one. */
function readMemory(state: unknown): Memory | null {
  const memory = (state as { hearthmap?: Partial<Memory> } | null)?.hearthmap;
  if (memory === undefined || typeof memory.scroll !== 'number') return null;
  const { pane = 'map', camera } = memory;
  const known = camera && [camera.x, camera.y, camera.scale].every(Number.isFinite) && camera.scale > 0;
  return {
    scroll: memory.scroll,
    pane: pane === 'results' || pane === 'reader' ? pane : 'map',
    camera: known || camera === null ? camera : undefined,
    way: memory.way ?? [],
  };
}
