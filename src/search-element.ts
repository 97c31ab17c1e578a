/**
 * `<hearth-search>`: a box in somebody else's page that searches a Hearthmap site.
 *
 *     <script type="module" src="https://garden.example/search.js"></script>
 *     <hearth-search>
 *       <form action="https://garden.example/"><input type="search" name="q" aria-label="Search"></form>
 *     </hearth-search>
 *
 * The form inside works without scripts, and stays: answers come below it while somebody types. Without one, the element
 * has a box of its own. Nothing is fetched before somebody turns to the box.
 */
import { dress, emit } from './client/embed/element-parts.ts';
import { mirror, takeOver } from './client/embed/mirror.ts';
import { schemeOf, watchScheme } from './client/embed/scheme.ts';
import type { Panel } from './client/embed/search-panel.ts';
import { siteRoot } from './client/embed/site-root.ts';
import { OPENS, type Opens } from './contract/embed.ts';

const NAME = 'hearth-search';
const MOST_HITS = 8;
const ATTRIBUTES = ['src', 'label', 'placeholder', 'open', 'theme', 'hits'];

// Of light and dark, by the page's own choice.
const STYLE = `
:host { display: block; }
:host([hidden]) { display: none; }
.frame {
  display: block; position: relative;
  --paper: var(--hearth-search-background, #fffdf9); --ink: var(--hearth-search-ink, #211d1a);
  --accent: var(--hearth-search-accent, #b93c0a); --font: var(--hearth-search-font, system-ui, sans-serif);
  --title: var(--hearth-search-font, 'Source Serif 4', Charter, Georgia, serif);
  --muted: color-mix(in srgb, var(--ink) 72%, var(--paper)); --line: color-mix(in srgb, var(--ink) 12%, var(--paper));
  --edge: color-mix(in srgb, var(--ink) 24%, var(--paper)); --hover: color-mix(in srgb, var(--ink) 6%, var(--paper));
  --mark: #fbdcae; --scheme: light;
}
.frame.dark {
  --paper: var(--hearth-search-background, #1d1a17); --ink: var(--hearth-search-ink, #f0e9dd);
  --accent: var(--hearth-search-accent, #ff8f66); --mark: #5c3a16; --scheme: dark;
}
.own { display: block; margin: 0; }
.own input {
  display: block; box-sizing: border-box; width: 100%; margin: 0; padding: 8px 12px; font: 16px/1.4 var(--font);
  color: var(--ink); color-scheme: var(--scheme); background: var(--paper); border: 1px solid var(--edge); border-radius: 8px;
}
.own input:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; }
`;

class HearthSearch extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  readonly #frame = document.createElement('div');
  readonly #form = document.createElement('form');
  readonly #own = document.createElement('input');
  #panel: Promise<Panel | null> | null = null;
  /** While the element is in a page. */
  #life = new AbortController();

  constructor() {
    super();
    this.#frame.className = 'frame';
    this.#form.className = 'own';
    this.#form.setAttribute('role', 'search');
    this.#form.setAttribute('part', 'form');
    Object.assign(this.#own, { type: 'search', name: 'q', autocomplete: 'off' });
    this.#own.setAttribute('part', 'input');
    this.#form.append(this.#own);
    // Where only events tell, none of the element's own ways leads anywhere; a form of the page is the page's.
    this.#form.addEventListener('submit', (event) => this.#opens() === 'event' && event.preventDefault());
    const slot = document.createElement('slot');
    // It shows while nothing is inside the element.
    slot.append(this.#form);
    this.#frame.append(slot);
    this.attachShadow({ mode: 'open' }).append(this.#frame);
  }

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    takeOver(this, ATTRIBUTES);
    dress(this.shadowRoot!, STYLE);
    this.#dress();
    for (const type of ['focusin', 'input', 'pointerover']) {
      const wake = ({ target }: Event): void => {
        if (target !== this.#box()) return;
        void this.#load().then((panel) => type !== 'pointerover' && panel?.ask());
      };
      this.#frame.addEventListener(type, wake, { signal });
    }
    watchScheme(this, () => this.#colour(), signal);
    this.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (relatedTarget instanceof Node && this.contains(relatedTarget)) return;
        void this.#panel?.then((panel) => panel?.close());
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#life.abort();
    this.#forget();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    this.#dress();
    if (name === 'src') this.#forget();
  }

  /** The one that answers come for. */
  #box(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('input[type="search"], input[name="q"], input') ?? this.#own;
  }

  #opens(): Opens {
    return OPENS.find((one) => one === this.getAttribute('open')) ?? 'blog';
  }

  #dress(): void {
    this.#own.placeholder = this.getAttribute('placeholder') ?? 'Search the notes';
    this.#own.setAttribute('aria-label', this.getAttribute('label') ?? 'Search the notes');
    this.#form.action = siteRoot(this, import.meta.url)?.href ?? '';
    this.#colour();
  }

  #colour(): void {
    this.#frame.classList.toggle('dark', schemeOf(this) === 'dark');
  }

  #forget(): void {
    void this.#panel?.then((panel) => panel?.remove());
    this.#panel = null;
  }

  #load(): Promise<Panel | null> {
    return (this.#panel ??= this.#start());
  }

  async #start(): Promise<Panel | null> {
    const fail = (message: string): void => void emit(this, 'hearth-error', { message });
    const root = siteRoot(this, import.meta.url);
    if (root === null) {
      fail('Its "src" is no address of the web.');
      return null;
    }
    try {
      const { openPanel } = await import('./client/embed/search-panel.ts');
      return openPanel({
        shadow: this.shadowRoot!,
        frame: this.#frame,
        input: () => this.#box(),
        root,
        open: () => this.#opens(),
        most: () => Math.max(1, Math.floor(Number(this.getAttribute('hits'))) || MOST_HITS),
        onselect: (note, href) => emit(this, 'hearth-select', { ...note, href }),
        onready: (notes) => emit(this, 'hearth-ready', { note: null, notes }),
        onfail: fail,
      });
    } catch {
      this.#panel = null;
      // The form goes to the site's own search.
      fail('The search did not come: blocked, or not there.');
      return null;
    }
  }
}

mirror(HearthSearch, ATTRIBUTES, ['hits']);

// The script may be on the page twice, and a second definition throws.
if (customElements.get(NAME) === undefined) customElements.define(NAME, HearthSearch);
