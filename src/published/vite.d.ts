/** `import { hearthmap } from 'hearthmap/vite'` */
import type { Plugin } from 'vite';
import type { PublishOptions } from '../contract/api.ts';

export interface HearthmapOptions extends PublishOptions {
  /** Folder of the notes, from the root of the project. */
  readonly notes: string;
  /** Where the map is, from the blog's own base; `map/`, if you don't say. */
  readonly path?: string;
}

/** Serves the map of a folder of notes beside a blog while it is written, and publishes it with the blog. */
export declare function hearthmap(options: HearthmapOptions): Plugin;
