/** Before the journeys: Hugo, for those of them that walk through a blog that it builds. They are skipped where it can't be had. */
import { spawnSync } from 'node:child_process';
import { installFromDebian } from './debian.mjs';

export const NO_HUGO = 'Hugo is not installed (on Debian: apt-get install hugo)';

export function hasHugo() {
  return spawnSync('hugo', ['version']).status === 0;
}

export default function setUp() {
  if (!hasHugo()) installFromDebian('Hugo', ['hugo']);
}
