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
import { emit, openShadow } from './client/embed/element-parts.ts';
import type * as Inline from './client/embed/inline.ts';
import { mirror } from './client/embed/mirror.ts';
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
const ASKED = ['note', 'depth', 'direction', 'view', 'query', 'open'] as const;
const TEXTS = [...ASKED, 'theme', 'src', 'mode'] as const;
const NUMBERS = ['depth', 'height'];
/** Pixels before the element comes into sight. */
const EARLY = 300;
/** Milliseconds for a frame to come, and for its first word once it has come. */
const COMES_IN = 20_000;
const SPEAKS_IN = 2_000;
const NOT_COME = 'The map did not come: blocked, or not there.';

// The box, not the element, has the height: no style of the page reaches it. As wide as there is room, however the page
// aligns it; and what is as wide as its content sees something that is gladly 640 pixels wide, and need not be.
const STYLE = `
:host { display: block; flex: 1 1 320px; width: -moz-available; width: -webkit-fill-available; width: stretch; }
:host([hidden]) { display: none; }
.box { display: block; position: relative; flex-grow: 1; height: var(--hearth-map-height, 420px); writing-mode: horizontal-tb; }
.box::before { content: ''; display: grid; grid: 0 / minmax(0, 640px); }
.map { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; border-radius: var(--hearth-map-radius, 8px); overflow: hidden; opacity: 0; pointer-events: none; }
.here .map { opacity: 1; pointer-events: auto; }
.here slot { display: none; }
`;

class HearthMap extends HTMLElement {
  static readonly observedAttributes = [...TEXTS, 'height'];

  readonly #box = document.createElement('div');
  #map: HTMLElement | null = null;
  #say: (message: HostMessage) => void = () => {};
  /** While this map is there. */
  #mapLife = new AbortController();
  #root: URL | null = null;
  #told = '';
  /** While the element is in a page. */
  #life = new AbortController();
  #timer = 0;

  constructor() {
    super();
    const shadow = openShadow(this, STYLE);
    this.#box.className = 'box';
    this.#box.append(document.createElement('slot'));
    shadow.append(this.#box);
  }

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#size();
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        this.#load();
      },
      { rootMargin: `${EARLY}px` },
    );
    // An observer is told with the next frame only, and a map that stands in sight need not wait. By then the script that put it
    // into the page is done.
    queueMicrotask(() => {
      if (signal.aborted) return;
      if (this.#isNear()) this.#load();
      else near.observe(this);
    });
    addEventListener('message', (event) => this.#hear(event), { signal });
    watchScheme(this, () => this.#tell(), signal);
    signal.addEventListener('abort', () => near.disconnect());
  }

  /** Moved by `moveBefore`, all of it stays. */
  connectedMoveCallback(): void {}

  disconnectedCallback(): void {
    this.#life.abort();
    this.#unload();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === 'height') this.#size();
    else if (name === 'theme') this.#tell();
    else if (this.#map !== null) this.#load();
  }

  #isNear(): boolean {
    const { top, bottom, left, right } = this.getBoundingClientRect();
    const within = (start: number, end: number, room: number): boolean =>
      end > start && end > -EARLY && start < room + EARLY;
    return within(top, bottom, innerHeight) && within(left, right, innerWidth);
  }

  #size(): void {
    const height = Number(this.getAttribute('height'));
    this.#box.style.height = height > 0 && height < Infinity ? `${height}px` : '';
  }

  #load(): void {
    this.#unload();
    const address = this.#address();
    if (address === null) {
      this.#fail('Its "src" is no address of the web.');
      return;
    }
    // A fresh one each time: another address in the old one would be a step of the page's history.
    const isInline = this.getAttribute('mode') === 'inline' && address.origin === location.origin;
    const map = (this.#map = isInline ? this.#inline(address) : this.#framed(address));
    map.className = 'map';
    map.setAttribute('part', 'frame');
    this.#box.append(map);
    // In sight it has begun to load; as a lazy frame it would have waited for the next picture of the page.
    if (map instanceof HTMLIFrameElement) map.loading = 'lazy';
    this.#wait(COMES_IN);
  }

  #framed(address: URL): HTMLElement {
    const frame = document.createElement('iframe');
    frame.title = 'Map of notes';
    if (!this.#isNear()) frame.loading = 'lazy';
    frame.referrerPolicy = 'no-referrer';
    frame.addEventListener('load', () => this.#wait(SPEAKS_IN));
    frame.src = address.href;
    this.#say = (message) => frame.contentWindow?.postMessage(message, address.origin);
    return frame;
  }

  /** In the page itself, whose scripts and whose map then share one world: of the same site only. */
  #inline(address: URL): HTMLElement {
    const place = document.createElement('div');
    const { signal } = (this.#mapLife = new AbortController());
    import(/* @vite-ignore */ new URL('inline.js', this.#root!).href).then(
      ({ openInline }: typeof Inline) => {
        if (signal.aborted) return;
        const hear = (message: FrameMessage): void => this.#take(message);
        this.#say = openInline(place, address, this.#root!, hear, signal);
        this.#take({ kind: 'hello' });
      },
      () => signal.aborted || this.#fail(NOT_COME),
    );
    return place;
  }

  #unload(): void {
    clearTimeout(this.#timer);
    this.#mapLife.abort();
    this.#map?.remove();
    this.#map = null;
    this.#told = '';
    this.#box.classList.remove('here');
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer);
    // What has spoken tells itself how it goes on.
    if (this.#told === '') this.#timer = setTimeout(() => this.#fail(NOT_COME), milliseconds);
  }

  #fail(message: string): void {
    this.#unload();
    emit(this, 'hearth-error', { message });
  }

  /** The address of the frame's page. */
  #address(): URL | null {
    const root = siteRoot(this, import.meta.url);
    if (root === null) return null;
    this.#root = root;
    const url = new URL(EMBED_PAGE, root);
    const ask = (name: string, value: string | null): void => {
      if (value) url.searchParams.append(name, value);
    };
    for (const name of ASKED) ask(name, this.getAttribute(name));
    const link = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]');
    for (const page of new Set([link?.href, location.href])) ask('page', page?.split(/[?#]/)[0] ?? null);
    ask('scheme', schemeOf(this));
    return url;
  }

  #hear({ source, origin, data }: MessageEvent): void {
    const frame = this.#map instanceof HTMLIFrameElement ? this.#map.contentWindow : null;
    if (source !== frame || source === null || origin !== this.#root?.origin) return;
    const message = readFrameMessage(data);
    if (message !== null) this.#take(message);
  }

  #take(message: FrameMessage): void {
    switch (message.kind) {
      case 'hello':
        this.#told = ' ';
        clearTimeout(this.#timer);
        this.#tell();
        break;
      case 'ready':
        this.#box.classList.add('here');
        if (message.note !== null && this.#map instanceof HTMLIFrameElement)
          this.#map.title += ` around ${message.note.title}`;
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
    if (goes && open !== 'event' && href !== null && /^https?:/.test(href)) location.assign(href);
  }

  /** Colours, where they aren't those that the frame knows. */
  #tell(): void {
    if (this.#told === '') return;
    const style = getComputedStyle(this);
    const look = Object.fromEntries(
      LOOKS.map((name) => [name, style.getPropertyValue(`--hearth-map-${name}`).trim()]).filter(
        ([, value]) => value !== '',
      ),
    );
    const message = sealed({ kind: 'host', scheme: schemeOf(this), look });
    const told = JSON.stringify(message);
    if (told === this.#told) return;
    this.#told = told;
    this.#say(message);
  }
}

mirror(HearthMap, HearthMap.observedAttributes, NUMBERS);

// The script may be on the page twice, and a second definition throws.
if (customElements.get(NAME) === undefined) customElements.define(NAME, HearthMap);
