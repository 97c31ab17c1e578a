/** Where the notes come from: the site's files, and while they are being edited, each new build of them. */
import { readLiveMessage, type LiveMessage } from '../contract/live.ts';
import type { SiteFile } from '../contract/site.ts';
import type { Explorer } from './explorer.svelte.ts';
import { withView } from './named-view.ts';
import { loadMap, loadSite } from './site-data.ts';

export class Source {
  site = $state.raw<SiteFile | null>(null);
  /** Why the map could not be had, in words. */
  failure = $state<string | null>(null);
  /** Why the last build failed, in words, while the site is served live. */
  problem = $state<string | null>(null);
  readonly #root: URL;
  readonly #explorer: Explorer;
  readonly #onRebuilt: () => void;

  /** @param onRebuilt told when pages may have changed. */
  constructor(root: URL, explorer: Explorer, onRebuilt: () => void) {
    this.#root = root;
    this.#explorer = explorer;
    this.#onRebuilt = onRebuilt;
  }

  async load(): Promise<void> {
    this.failure = null;
    try {
      const site = await loadSite(this.#root);
      this.#tell(site);
      // Together: else the map would be drawn whole, and a moment later filtered.
      const explorer = this.#explorer;
      const [garden] = await Promise.all([loadMap(site, this.#root), explorer.learn(), explorer.date()]);
      this.site = site;
      explorer.garden = garden;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Takes in each build that the stream at this address tells of. Returns how to stop. */
  follow(live: string): () => void {
    const stream = new EventSource(new URL(live, this.#root));
    let build: string | null = null;
    stream.addEventListener('message', (event: MessageEvent<string>) => {
      let message: LiveMessage;
      try {
        message = readLiveMessage(event.data);
      } catch {
        // A server of another version; the page stays as it is.
        return;
      }
      this.problem = message.problem;
      if (message.build === build) return;
      build = message.build;
      void this.#refresh();
    });
    return () => stream.close();
  }

  /** For the first message too: between the page and the stream there may have been an edit. */
  async #refresh(): Promise<void> {
    try {
      const site = await loadSite(this.#root);
      const changed = site.map !== this.site?.map;
      if (changed) this.#explorer.garden = await loadMap(site, this.#root);
      if (JSON.stringify(site) !== JSON.stringify(this.site)) {
        this.#tell(site);
        this.site = site;
      }
      this.#onRebuilt();
    } catch {
      // The next build tells again.
    }
  }

  #tell({ facts, attachments, views = [] }: SiteFile): void {
    const explorer = this.#explorer;
    explorer.views = views;
    explorer.address = withView(explorer.address, views);
    const at = (path: string | undefined): URL | null =>
      path === undefined ? null : new URL(path, this.#root);
    explorer.attachmentsFile = at(attachments);
    const file = at(facts);
    if (file?.href === explorer.factsFile?.href) return;
    explorer.factsFile = file;
    if (file === null) explorer.facts = null;
  }
}
