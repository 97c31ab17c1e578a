/** Tags and attachments on the map, as the reader wants them. Loaded when they are asked for first. */
import { readAttachments, type AttachmentsFile } from '../contract/attachments.ts';
import type { Explorer } from './explorer.svelte.ts';
import { loadData } from './graph/garden/data-file.ts';
import { widen, withExtras } from './graph/garden/extras.ts';
import type { MapGarden } from './graph/garden/map-garden.ts';
import { around } from './graph/garden/neighbourhood.ts';

export class ExtraNodes {
  readonly #explorer: Explorer;
  /** Which attachments notes have; null until that is known. */
  attachments = $state.raw<AttachmentsFile | null>(null);
  #from: string | null = null;

  // By themselves: another filter makes no other garden.
  readonly #tags = $derived.by(() => this.#explorer.choice.filter.tags);
  readonly #files = $derived.by(() => (this.#explorer.choice.filter.attachments ? this.attachments : null));

  /** The garden with all that is wanted of them. */
  readonly garden: MapGarden | null = $derived.by(() => {
    const { garden } = this.#explorer;
    if (garden === null) return null;
    // Of another build, while the map's new garden comes.
    const files = this.#files?.notes === garden.noteCount ? this.#files : null;
    return withExtras(garden, this.#tags, files);
  });
  /** Around a note, what is one step farther than the last notes isn't there. */
  readonly #leading: Uint8Array | null = $derived.by(() => {
    const { garden, local, selected, depth, choice } = this.#explorer;
    return local ? around(garden!, selected!, depth - 1, choice.direction) : null;
  });

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
  }

  /** With the tags and attachments of the notes that it marks. */
  widened(mask: Uint8Array | null): Uint8Array | null {
    return mask === null || this.garden === null ? mask : widen(this.garden, mask, this.#leading);
  }

  /**
   * Has at hand what is wanted.
   * @throws {DataError} whose message is for the reader.
   */
  async learn(): Promise<void> {
    const { attachmentsFile: file, choice } = this.#explorer;
    if (!choice.filter.attachments || file === null || file.href === this.#from) return;
    const found = readAttachments(await loadData(file, 'attachments of its notes'));
    if (file !== this.#explorer.attachmentsFile) return;
    this.#from = file.href;
    this.attachments = found;
  }
}
