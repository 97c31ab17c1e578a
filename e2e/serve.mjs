/**
 * Builds the handbook with the built command and serves it as a plain static host does, at the root and once more
 * below `/some/where/`: a site must work under any path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CLI = join(ROOT, 'build', 'cli.js');
const SITE = join(ROOT, 'test-results', 'site');
const BELOW = '/some/where';

const port = Number(process.env['HEARTHMAP_TEST_PORT']);
if (!existsSync(CLI)) throw new Error('build/cli.js is missing. Run "npm run build" first.');
// The handbook has a note dated in the future on purpose; the day decides that, not the clock.
const words = [CLI, 'build', 'content', '--out', SITE, '--no-cache', '--now', '2026-11-23', '--quiet'];
const built = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
if (built.status !== 0) throw new Error(`Building the handbook ended with ${built.status ?? built.signal}.`);

const missing = readFileSync(join(SITE, '404.html'));
const site = sirv(SITE, { dev: false, etag: true });
const server = createServer((request, response) => {
  if (request.url?.startsWith(`${BELOW}/`) === true) request.url = request.url.slice(BELOW.length);
  site(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(missing);
  });
});
server.listen(port, '127.0.0.1');
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
