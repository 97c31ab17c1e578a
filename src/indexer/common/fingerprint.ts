/** What this program is, so that nothing is kept that another version of it made. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the built command and its worker; null where this runs from source. */
export function builtFolder(): string | null {
  const own = fileURLToPath(import.meta.url);
  if (!own.endsWith('.js')) return null;
  const folder = path.dirname(own);
  return path.basename(folder) === 'chunks' ? path.dirname(folder) : folder;
}

let known: string | undefined;

/** A hash of the built program's files; `source` where it isn't built. */
export function fingerprint(): string {
  known ??= hashOf(builtFolder());
  return known;
}

function hashOf(folder: string | null): string {
  if (folder === null) return 'source';
  const hash = createHash('sha256');
  for (const part of [folder, path.join(folder, 'chunks')].filter(existsSync)) {
    const names = readdirSync(part).filter((name) => name.endsWith('.js'));
    for (const name of names.sort()) hash.update(name).update(readFileSync(path.join(part, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
