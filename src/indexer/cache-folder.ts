import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { realFolder } from './write-check.ts';

/** Where the system wants what may be deleted at any time, a folder for each folder of notes. */
export function cacheFolder(notes: string, environment: NodeJS.ProcessEnv = process.env): string {
  const name = createHash('sha256').update(realFolder(notes)).digest('hex').slice(0, 16);
  return join(systemCache(environment), 'hearthmap', name);
}

function systemCache(environment: NodeJS.ProcessEnv): string {
  if (environment['XDG_CACHE_HOME']) return environment['XDG_CACHE_HOME'];
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32' && environment['LOCALAPPDATA']) return environment['LOCALAPPDATA'];
  return join(homedir(), '.cache');
}
