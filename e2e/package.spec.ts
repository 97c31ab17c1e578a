import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, HANDBOOK, ROOT, test } from './command.ts';

test('the package, installed into an empty folder, is the whole command without a bundler', async ({
  box,
}) => {
  test.setTimeout(120_000);
  const npm = (cwd: string, ...words: string[]): string =>
    execFileSync('npm', words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [packed] = JSON.parse(npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', box)) as [
    { filename: string; files: { path: string }[] },
  ];
  const files = packed.files.map(({ path }) => path);
  for (const path of [
    'build/cli.js',
    'build/app/manifest.json',
    'build/app/embed.js',
    'build/licenses.md',
    'build/app/licenses.md',
    'build/app/font-licenses.md',
    'README.md',
    'LICENSE',
  ]) {
    expect(files).toContain(path);
  }
  expect(
    files.filter((path) => /^(?:src|e2e|content|test-results)\/|\.ts$|\.svelte$|\.map$/.test(path)),
  ).toEqual([]);

  writeFileSync(join(box, 'package.json'), '{"private":true}');
  // Offline: everything that runs is in the one file.
  npm(box, 'install', '--offline', '--no-audit', '--no-fund', join(box, packed.filename));
  expect(readdirSync(join(box, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    'hearthmap',
  ]);
  const command = join(box, 'node_modules', '.bin', 'hearthmap');
  const said = execFileSync(command, ['build', HANDBOOK, '--no-cache'], { cwd: box, encoding: 'utf8' });
  expect(said).toContain('The site is in dist');
  for (const name of ['index.html', 'graph.json', 'embed.js', 'notes/start/quick-start/index.html']) {
    expect(existsSync(join(box, 'dist', name)), name).toBe(true);
  }
});
