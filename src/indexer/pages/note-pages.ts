/** The page of each note, with the picture beside it. */
import { keepSame } from '../common/same-value.ts';
import type { Around } from '../derive/around.ts';
import { findLinks, type Links, type LinksMemory } from '../derive/backlinks.ts';
import type { NoteFiles } from '../derive/derive-assets.ts';
import type { KeptFiles } from '../derive/kept-files.ts';
import type { Nearness } from '../derive/nearness.ts';
import type { Insets } from '../insets/insets.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { derivePage, pageInputs, pageParts, type PageInput } from './derive-page.ts';
import type { Frame } from './page-frame.ts';
import { PageKeys } from './page-keys.ts';
import { ringAround, type Ring } from './page-picture.ts';
import { findTrails, type Trail } from './page-trail.ts';
import { pictureFile, pictureName } from './picture-file.ts';
import type { EmbedPlan } from './plan-embeds.ts';

export interface NotePagesInput {
  readonly notes: readonly ResolvedNote[];
  readonly nearness: Nearness;
  readonly around: Around;
  /** By note. */
  readonly noteFiles: readonly NoteFiles[];
  /** By note. */
  readonly embeds: readonly EmbedPlan[];
  readonly frame: Frame;
  /** Stands for the frame and for the syntax. */
  readonly frameKey: string;
  readonly baseURL: string | null;
  readonly insets: Pick<Insets, 'get'>;
  /** Waits for formulas and code, which pages hold. */
  readonly settled: () => Promise<void>;
  readonly hasPictures: boolean;
  /** Whether there will be another run. */
  readonly isServed: boolean;
}

/** What is kept between runs. */
export interface NotePagesMemory {
  readonly keys: PageKeys;
  readonly links: LinksMemory;
  /** Around the notes of these lists, the worthiest first. */
  readonly rings: WeakMap<readonly number[], Ring>;
  trails?: readonly Trail[];
}

export function createNotePagesMemory(): NotePagesMemory {
  return { keys: new PageKeys(), links: {}, rings: new WeakMap() };
}

/** @returns who links to whom */
export function putNotePages(input: NotePagesInput, memory: NotePagesMemory, kept: KeptFiles): Links {
  const { notes, nearness, frame, frameKey, baseURL, insets, settled } = input;
  const linked = findLinks(notes, nearness, memory.links);
  const trails = (memory.trails = keepSame(memory.trails, findTrails(notes)));
  const rings = linked.worthiest.map((neighbours) => {
    const ring = memory.rings.get(neighbours) ?? ringAround(neighbours, nearness);
    memory.rings.set(neighbours, ring);
    return ring;
  });
  const page: PageInput = {
    frame,
    notes,
    insets,
    baseURL,
    trail: (id) => trails[id]!,
    ring: (id) => rings[id]!,
    around: (id) => ({
      back: linked.back[id]!,
      out: linked.out[id]!,
      mentions: input.around.mentions[id]!,
      related: input.around.related[id]!,
    }),
    files: (id) => input.noteFiles[id]!,
    embeds: (id) => input.embeds[id]!,
  };
  memory.keys.begin(input.isServed);
  notes.forEach(({ slug, note }, id) => {
    const name = `notes/${slug}/index.html`;
    const parts = [frameKey, ...pageParts(id, page)];
    const key = memory.keys.keyOf(name, parts, () => [frameKey, pageInputs(id, page)]);
    kept.keep(name, key, async () => {
      await settled();
      return derivePage(id, page);
    });
    // It shows nothing that the page doesn't depend on: another key for each would cost more than to draw it.
    if (input.hasPictures)
      kept.keep(pictureName(slug), key, () => pictureFile(note.title, rings[id]!, notes));
  });
  return linked;
}
