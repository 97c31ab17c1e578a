/** `import { hearthmap } from 'hearthmap/vite'` */
import type { Plugin } from 'vite';
import type { PublishOptions } from '../contract/api.ts';

export interface HearthmapOptions extends PublishOptions {
  /** Folder of the notes, from the root of the project. */
  readonly notes: string;
  /** Where the map is, from the blog's own base; `map/`, if you don't say. */
  readonly path?: string;
}

/** For `plugins` of Vite. Serves the map of a folder of notes beside a blog while it is written, and publishes it with the blog. */
export declare function hearthmap(options: HearthmapOptions): Plugin;

/** What Astro wants of an integration, as far as this one uses it. */
export interface HearthmapIntegration {
  name: string;
  hooks: {
    'astro:config:setup'(options: {
      command: 'dev' | 'build' | 'preview' | 'sync';
      config: { root: URL; cacheDir: URL };
      updateConfig(config: object): unknown;
    }): void;
    'astro:build:done'(options: { dir: URL; logger: { info(message: string): void } }): Promise<void>;
  };
}

/** For `integrations` of Astro: the same, published when Astro has put its files in their place. */
export declare function hearthmapForAstro(options: HearthmapOptions): HearthmapIntegration;
