/** `import { indexNotes, publishSite } from 'hearthmap'`: see `contract/api.ts`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as api from './contract/api.ts';
import { indexFolder, publishFolder } from './indexer/publish.ts';

/** The package is one folder: the prebuilt explorer lies beside this file. */
const APP = join(dirname(fileURLToPath(import.meta.url)), 'app');

export const indexNotes: typeof api.indexNotes = (folder, options = {}) => indexFolder(folder, APP, options);

export const publishSite: typeof api.publishSite = (folder, out, options = {}) =>
  publishFolder(folder, out, APP, options);
