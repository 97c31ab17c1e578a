import { existsSync } from 'node:fs';
import path from 'node:path';
import { builtFolder } from './fingerprint.ts';

/** Script of a worker thread: in the package it stands beside the command; from source there is none. */
export function threadFile(name: string): string | null {
  const folder = builtFolder();
  const file = folder === null ? null : path.join(folder, name);
  return file !== null && existsSync(file) ? file : null;
}
