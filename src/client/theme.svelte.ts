import { MediaQuery } from 'svelte/reactivity';
import { remember, remembered } from './remembered.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** Light and dark: as the system has it, until the reader says else. */
export class Theme {
  #choice = $state<ThemeChoice>('system');
  readonly #dark = new MediaQuery('(prefers-color-scheme: dark)');

  constructor() {
    // In somebody else's page the map has that page's colours.
    const found = new URLSearchParams(location.search).get('theme') ?? remembered('theme');
    if (found === 'light' || found === 'dark') this.#choice = found;
    this.#apply();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  get current(): 'light' | 'dark' {
    return this.#choice === 'system' ? (this.#dark.current ? 'dark' : 'light') : this.#choice;
  }

  /** To the other one; back to the system's way once that is the same. */
  toggle(): void {
    const next = this.current === 'dark' ? 'light' : 'dark';
    this.#choice = (next === 'dark') === this.#dark.current ? 'system' : next;
    remember('theme', this.#choice === 'system' ? null : this.#choice);
    this.#apply();
  }

  #apply(): void {
    if (this.#choice === 'system') delete document.documentElement.dataset['hmTheme'];
    else document.documentElement.dataset['hmTheme'] = this.#choice;
  }
}
