/** How a folder tells that it is a site which Hearthmap wrote. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in every site that Hearthmap wrote, written last: a folder that has it is whole and ours. */
export const MARKER = '.hearthmap';

const LEFTOVER = /\.hearthmap-(?:new|old|gone|lock)\.tmp(?:-\d+\.tmp)?$/;

/** Whether a folder is a site that Hearthmap wrote, or part of one it is writing: no notes are in there. */
export function isOwnSite(folder: string): boolean {
  return isOwnLeftover(folder) || existsSync(join(folder, MARKER));
}

/** Whether a file or folder is named as those are that Hearthmap makes while it writes. */
export function isOwnLeftover(path: string): boolean {
  return LEFTOVER.test(path);
}
