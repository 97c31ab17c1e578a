import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isCache } from './cache/cache.ts';
import { realFolder } from './write/write-check.ts';

/** Where the system wants what may be deleted at any time, a folder for each folder of notes. */
export function cacheFolder(notes: string, environment: NodeJS.ProcessEnv = process.env): string {
  const name = createHash('sha256').update(realFolder(notes)).digest('hex').slice(0, 16);
  return join(systemCache(environment), 'hearthmap', name);
}

/**
 * The folder that an author names for what is kept between builds. It needn't be there yet.
 * @param where such as "--cache"
 * @throws {Error} in words, where a file stands in its place or on the way to it, or it holds what no build kept there
 */
export function namedCache(folder: string, where: string): string {
  const named = resolve(folder);
  for (let at = named; at !== dirname(at); at = dirname(at)) {
    if (!existsSync(at)) continue;
    if (statSync(at).isDirectory()) break;
    throw new Error(`${where} is "${folder}", and ${at} is a file. Name a folder there.`);
  }
  const others = existsSync(named) ? readdirSync(named).filter((name) => !name.startsWith('.')) : [];
  if (others.length > 0 && !isCache(named)) {
    throw new Error(`${where} is "${folder}", which holds other files. Name a new or an empty folder.`);
  }
  return named;
}

function systemCache(environment: NodeJS.ProcessEnv): string {
  if (environment['XDG_CACHE_HOME']) return environment['XDG_CACHE_HOME'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && environment['LOCALAPPDATA']) return environment['LOCALAPPDATA'];
  return join(homedir(), '.cache');
}
