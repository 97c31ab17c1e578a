/** What the map is compared with. Fetched when it is measured, into a folder of its own: no dependency of the project. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PEERS = ['sigma@3.0.3', 'graphology@0.26.0', 'pixi.js@8.22.0', 'd3-force@3.0.0'];

/**
 * @param {string} folder
 * @returns {string | null} why they are absent, or null
 */
export function installPeers(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const words = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--no-package-lock',
    '--fetch-retries=1',
    ...PEERS,
  ];
  const run = spawnSync('npm', words, { cwd: folder, encoding: 'utf8', timeout: 180_000 });
  if (run.status === 0) return null;
  const said = (run.stderr ?? '').split('\n').find((line) => line.includes('npm error'));
  return `${PEERS.join(', ')} could not be installed: ${said ?? run.error?.message ?? `npm ended with ${run.status}`}`;
}
