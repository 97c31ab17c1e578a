/** Where the notes come from: the site's files. */
import type { SiteFile } from '../contract/site.ts';
import type { Explorer } from './explorer.svelte.ts';
import { withView } from './named-view.ts';
import { loadMap, loadSite } from './site-data.ts';

export class Source {
  site = $state.raw<SiteFile | null>(null);
  /** Why the map could not be had, in words. */
  failure = $state<string | null>(null);
  /** What the last build could not read, in words, while the site is served live. */
  problem = $state<string | null>(null);
  readonly root: URL;
  readonly explorer: Explorer;

  constructor(root: URL, explorer: Explorer) {
    this.root = root;
    this.explorer = explorer;
  }

  async load(): Promise<void> {
    this.failure = null;
    try {
      const site = await loadSite(this.root);
      this.#tell(site);
      // Together: else the map would be drawn whole, and a moment later filtered.
      const explorer = this.explorer;
      const [garden] = await Promise.all([loadMap(site, this.root), explorer.learn(), explorer.date()]);
      this.site = site;
      explorer.garden = garden;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** A site that is another than before. */
  take(site: SiteFile): void {
    this.#tell(site);
    this.site = site;
  }

  #tell({ facts, attachments, views = [] }: SiteFile): void {
    const explorer = this.explorer;
    explorer.views = views;
    explorer.address = withView(explorer.address, views);
    const at = (path: string | undefined): URL | null =>
      path === undefined ? null : new URL(path, this.root);
    explorer.attachmentsFile = at(attachments);
    const file = at(facts);
    if (file?.href === explorer.factsFile?.href) return;
    explorer.factsFile = file;
    if (file === null) explorer.facts = null;
  }
}
