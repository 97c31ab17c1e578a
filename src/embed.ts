/**
 * `<hearth-map>`: the map of a Hearthmap site in somebody else's page.
 *
 *     <script type="module" src="https://garden.example/embed.js"></script>
 *     <hearth-map note="posts/probability" view="local" height="480">
 *       <a href="https://garden.example/">The map of my notes</a>
 *     </hearth-map>
 *
 * The link inside stands until the map is there, and for good where scripts are blocked.
 */
import { notePage } from './contract/page.ts';

const NAME = 'hearth-map';
const USUAL_HEIGHT = 420;
/** Pixels before the element comes into sight. */
const EARLY = '300px';

const STYLE = `
:host { display: block; position: relative; }
:host([hidden]) { display: none; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; opacity: 0; }
.here iframe { opacity: 1; }
.here slot { display: none; }
`;

class HearthMap extends HTMLElement {
  static readonly observedAttributes = ['note', 'view', 'depth', 'height', 'src'];

  readonly #frame = document.createElement('iframe');
  readonly #box = document.createElement('div');
  readonly #shadow = this.attachShadow({ mode: 'open' });
  #watcher: IntersectionObserver | null = null;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#shadow.adoptedStyleSheets = [sheet];
    this.#box.append(document.createElement('slot'));
    this.#shadow.append(this.#box);
    this.#frame.title = 'Map of notes';
    this.#frame.addEventListener('load', () => this.#box.classList.add('here'));
  }

  connectedCallback(): void {
    this.#size();
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#load();
      },
      { rootMargin: EARLY },
    );
    this.#watcher.observe(this);
  }

  disconnectedCallback(): void {
    this.#watcher?.disconnect();
    this.#watcher = null;
    this.#frame.remove();
    this.#box.classList.remove('here');
  }

  attributeChangedCallback(name: string): void {
    if (name === 'height') this.#size();
    else if (this.#frame.isConnected) this.#load();
  }

  #size(): void {
    const height = Number(this.getAttribute('height'));
    this.style.height = `${Number.isFinite(height) && height > 0 ? height : USUAL_HEIGHT}px`;
  }

  #load(): void {
    this.#watcher?.disconnect();
    const address = this.#address();
    if (address === null) return;
    if (this.#frame.src !== address.href) this.#frame.src = address.href;
    if (!this.#frame.isConnected) this.#box.append(this.#frame);
  }

  /** The explorer's address with the map alone, or null where `src` is no web address. */
  #address(): URL | null {
    const src = this.getAttribute('src');
    const here = import.meta.url;
    const root =
      src === null
        ? new URL('./', here)
        : URL.canParse(src, document.baseURI)
          ? new URL(src, document.baseURI)
          : null;
    if (root === null || !/^https?:$/.test(root.protocol)) return null;
    if (!root.pathname.endsWith('/')) root.pathname += '/';
    const note = this.getAttribute('note');
    const url = new URL(note === null || note === '' ? '' : notePage(note), root);
    url.searchParams.set('embed', '1');
    for (const name of ['view', 'depth']) {
      const value = this.getAttribute(name);
      if (value !== null) url.searchParams.set(name, value);
    }
    return url;
  }
}

// The script may be on the page twice, and a second definition throws.
if (customElements.get(NAME) === undefined) customElements.define(NAME, HearthMap);
