/** Debian's packages, for what a fresh machine lacks. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs the first of these packages that there is; says so, as it takes a while.
 * @param {string} what for people
 * @param {readonly string[]} names
 * @returns {boolean} whether one is installed now; false where this isn't Debian, or not its root
 */
export function installFromDebian(what, names) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  process.stderr.write(`No ${what} here: installing that of Debian …\n`);
  const run = (/** @type {string[]} */ ...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  // A stale list of packages names files that are gone; one that can't be renewed may still do.
  run('update', '-q');
  return names.some((name) => run('install', '-y', '-q', '--no-install-recommends', name));
}
