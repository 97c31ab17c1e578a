/** What this program is, so that nothing is kept that another version of it made. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the built command and its worker; null where this runs from source. */
export function builtFolder(): string | null {
  const own = fileURLToPath(import.meta.url);
  if (!own.endsWith('.js')) return null;
  return path.dirname(own);
}

let known: string | undefined;

/** What the program was told to be when it was built; `source` where it isn't built. */
export function fingerprint(): string {
  known ??= toldIn(builtFolder());
  return known;
}

function toldIn(folder: string | null): string {
  const file = folder === null ? null : path.join(folder, 'fingerprint');
  return file !== null && existsSync(file) ? readFileSync(file, 'utf8') : 'source';
}
