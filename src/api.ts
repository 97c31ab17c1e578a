/** `import { indexNotes, publishSite } from 'hearthmap'`: see `contract/api.ts`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as api from './contract/api.ts';
import { folderPath } from './indexer/folder-path.ts';
import { indexFolder, publishFolder } from './indexer/publish.ts';

/** The package is one folder: the prebuilt explorer lies beside this file. */
const APP = join(dirname(fileURLToPath(import.meta.url)), 'app');

const NOTES = 'the folder of your notes';

export const indexNotes: typeof api.indexNotes = async (folder, options = {}) =>
  indexFolder(folderPath(folder, NOTES), APP, options);

export const publishSite: typeof api.publishSite = async (folder, out, options = {}) =>
  publishFolder(folderPath(folder, NOTES), folderPath(out, 'the site'), APP, options);
