/**
 * `<hearth-map>`: the map of a Hearthmap site in somebody else's page.
 *
 *     <script type="module" src="https://garden.example/embed.js"></script>
 *     <hearth-map>
 *       <a href="https://garden.example/">The map of my notes</a>
 *     </hearth-map>
 *
 * The link inside stands until the map is there, and for good where scripts or frames are blocked.
 */
import { dress, emit } from './client/embed/element-parts.ts';
import type * as Inline from './client/embed/inline.ts';
import { mirror, numberIn, takeOver } from './client/embed/mirror.ts';
import { schemeOf, watchScheme } from './client/embed/scheme.ts';
import { siteRoot } from './client/embed/site-root.ts';
import {
  EMBED_PAGE,
  LOOKS,
  readFrameMessage,
  sealed,
  type EmbedNote,
  type FrameMessage,
  type HostMessage,
} from './contract/embed.ts';

const NAME = 'hearth-map';
/** What the frame's page is asked for as it is written. */
const ASKED = ['note', 'about', 'depth', 'direction', 'view', 'query', 'open'] as const;
const ATTRIBUTES = [...ASKED, 'theme', 'src', 'mode', 'height'];
/** Before the element comes into sight. */
const EARLY = '300px';
/** Milliseconds for a frame to come, and for its first word once it has come. */
const COMES_IN = 20_000;
const SPEAKS_IN = 2_000;
const NOT_COME = 'The map did not come: blocked, or not there.';

// The box, not the element, has the height: no style of the page reaches it. As wide as there is room, however the page
// aligns it; and what is as wide as its content sees something that is gladly 640 pixels wide, and need not be.
const STYLE = `
:host { display: block; flex: 1 1 320px; width: -moz-available; width: -webkit-fill-available }
:host([hidden]), .here slot { display: none }
.box { position: relative; height: var(--hearth-map-height, 420px); writing-mode: horizontal-tb }
.box::before { content: ''; display: grid; grid: 0 / minmax(0, 640px) }
.map { position: absolute; width: 100%; height: 100%; border: 0; border-radius: var(--hearth-map-radius, 8px); overflow: hidden }
.box:not(.here) .map { opacity: 0; pointer-events: none }
`;

/** The page around by its canonical address, if it has one, and by the one in the browser. */
function pagesAround(): readonly (string | undefined)[] {
  const link = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]');
  return [...new Set([link, location].map((at) => at?.href.split(/[?#]/)[0]))];
}

class HearthMap extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  /** The addresses of the page around for which there is a map, or none. */
  #pages = '';
  readonly #box = document.createElement('div');
  #map?: HTMLElement;
  #say!: (message: HostMessage) => void;
  #told = '';
  /** While this map is there, or is to come; or none can come. */
  #life?: AbortController;

  constructor() {
    super();
    this.#box.className = 'box';
    this.#box.append(document.createElement('slot'));
    this.attachShadow({ mode: 'open' }).append(this.#box);
  }

  connectedCallback(): void {
    takeOver(this, ATTRIBUTES);
    dress(this.shadowRoot!, STYLE);
    this.reload();
  }

  /** Moved by `moveBefore`, all of it stays. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#unload();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === 'height') {
      // None is not above 0 either.
      const height = numberIn(this, name)!;
      this.#box.style.height = height > 0 ? `${height}px` : '';
    } else if (name === 'theme') this.#tell();
    else this.reload();
  }

  /** A map as the attributes say, once the script that sets them is done and the element is near; whatever was there before. */
  reload(): void {
    if (!this.isConnected) return;
    const signal = this.#renew();
    // A router that has put this into a page says only some promises later where that is.
    const later = document.readyState === 'complete' ? setTimeout : queueMicrotask;
    later(() => {
      if (signal.aborted) return;
      // An observer is told with the next frame only, and a map that stands in sight need not wait.
      const { top, bottom, left, right } = this.getBoundingClientRect();
      const isNear = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      // In a closed `<details>` it has a place too, and is not seen.
      if (isNear && this.checkVisibility?.()) {
        this.#load(signal, 'eager');
        return;
      }
      const near = new IntersectionObserver(
        (entries) => {
          if (!entries.at(-1)!.isIntersecting) return;
          near.disconnect();
          this.#load(signal, 'lazy');
        },
        { rootMargin: EARLY },
      );
      near.observe(this);
      signal.addEventListener('abort', () => near.disconnect());
    });
  }

  /** No map, and an eye on what would change it. */
  #renew(): AbortSignal {
    this.#unload();
    const { signal } = (this.#life = new AbortController());
    const look = (settled?: true): void => {
      this.#tell();
      if (settled && !this.getAttribute('note') && this.#pages !== String(pagesAround())) this.reload();
    };
    const change = watchScheme(this, look, signal);
    // Where a browser lacks it, the title of a page that becomes another one tells: it stands in the head. Elements of the
    // page may be called so then, and several of a name are a list.
    window.navigation?.addEventListener?.('currententrychange', change, { signal });
    return signal;
  }

  #load(signal: AbortSignal, loading: HTMLIFrameElement['loading']): void {
    const pages = pagesAround();
    this.#pages = String(pages);
    const root = siteRoot(this, import.meta.url);
    if (root === null) {
      this.#fail('Its "src" is no address of the web.');
      return;
    }
    const address = new URL(EMBED_PAGE, root);
    const ask = (name: string, value: string | null | undefined): void => {
      if (value) address.searchParams.append(name, value);
    };
    for (const name of ASKED) ask(name, this.getAttribute(name));
    for (const page of pages) ask('page', page);
    ask('scheme', schemeOf(this));
    // Never another address in the old frame: that would be a step of the page's history.
    if (this.getAttribute('mode') === 'inline' && root.origin === location.origin)
      this.#inline(address, root, signal);
    else this.#framed(address, signal, loading);
    this.#wait(COMES_IN, signal);
  }

  #put(map: HTMLElement): void {
    this.#map = map;
    map.className = 'map';
    map.part = 'frame';
    this.#box.prepend(map);
  }

  #framed({ href, origin }: URL, signal: AbortSignal, loading: HTMLIFrameElement['loading']): void {
    const frame = document.createElement('iframe');
    frame.title = 'Map of notes';
    frame.referrerPolicy = 'no-referrer';
    // In sight it need not wait for the next picture of the page. Said later, some browsers load all of it once more.
    frame.loading = loading;
    frame.src = href;
    // Blocked by a policy of the page, some browsers have it loaded, and others failed.
    frame.onload = frame.onerror = () => this.#wait(SPEAKS_IN, signal);
    addEventListener(
      'message',
      (event) => {
        if (event.source !== frame.contentWindow || event.origin !== origin) return;
        const message = readFrameMessage(event.data);
        if (message?.kind === 'ready' && message.note) frame.title += ` around ${message.note.title}`;
        this.#take(message);
      },
      { signal },
    );
    this.#say = (message) => frame.contentWindow?.postMessage(message, origin);
    this.#put(frame);
  }

  /** In the page itself, whose scripts and whose map then share one world: of the same site only. */
  #inline(address: URL, root: URL, signal: AbortSignal): void {
    const place = document.createElement('div');
    this.#put(place);
    import(/* @vite-ignore */ new URL('inline.js', root).href).then(
      ({ openInline }: typeof Inline) => {
        if (signal.aborted) return;
        this.#say = openInline(place, address, root, (message) => this.#take(message), signal);
        this.#take({ kind: 'hello' });
      },
      () => signal.aborted || this.#fail(NOT_COME),
    );
  }

  #unload(): void {
    this.#life?.abort();
    this.#map?.remove();
    this.#told = '';
    this.#box.classList.remove('here');
  }

  #wait(milliseconds: number, signal: AbortSignal): void {
    // What has spoken tells itself how it goes on.
    setTimeout(() => signal.aborted || this.#told || this.#fail(NOT_COME), milliseconds);
  }

  #fail(message: string): void {
    this.#renew();
    emit(this, 'hearth-error', { message });
  }

  #take(message: FrameMessage | null): void {
    switch (message?.kind) {
      case 'hello':
        this.#told = ' ';
        this.#tell();
        break;
      case 'ready':
        this.#box.classList.add('here');
        emit(this, 'hearth-ready', { note: message.note, notes: message.notes });
        break;
      case 'hover':
        emit(this, 'hearth-hover', message.note);
        break;
      case 'select':
        this.#open(message.note);
        break;
      case 'error':
        this.#fail(message.message);
    }
  }

  #open(note: EmbedNote): void {
    const { blog, explorer } = note;
    const open = this.getAttribute('open');
    const href = open === 'explorer' ? explorer : (blog ?? explorer);
    const goes = emit(this, 'hearth-select', { ...note, href });
    if (goes && open !== 'event' && /^https?:/.test(href!)) location.assign(href!);
  }

  /** Colours, where they aren't those that the frame knows. */
  #tell(): void {
    if (!this.#told) return;
    const style = getComputedStyle(this);
    const look = Object.fromEntries(
      LOOKS.map((name) => [name, style.getPropertyValue(`--hearth-map-${name}`).trim()]),
    );
    const message = sealed({ kind: 'host', scheme: schemeOf(this), look });
    const told = JSON.stringify(message);
    if (told === this.#told) return;
    this.#told = told;
    this.#say(message);
  }
}

mirror(HearthMap, ATTRIBUTES, ['depth', 'height']);

// The script may be on the page twice, and a second definition throws.
if (!customElements.get(NAME)) customElements.define(NAME, HearthMap);
