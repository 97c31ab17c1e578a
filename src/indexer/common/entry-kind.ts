/** What stands at a path, links followed; nothing is neither. */
import { statSync } from 'node:fs';

export function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function isRegular(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}
