import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeBox, NEW, OLD, site, textsOf } from './write-sample.ts';
import { prepareOutput, writeSite } from './write.ts';

const HERE = dirname(fileURLToPath(import.meta.url));

let box: string;
let out: string;

beforeEach(() => {
  const made = makeBox();
  ({ box, out } = made);
  return made.remove;
});

describe('a real process', () => {
  let program: string;
  const folder = mkdtempSync(join(tmpdir(), 'hearthmap-writer-'));

  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      root: HERE,
      build: { ssr: join(HERE, 'write.ts'), outDir: folder, emptyOutDir: false, minify: false },
    });
    program = join(folder, 'run.mjs');
    writeFileSync(
      program,
      `import { writeSite } from './write.js';
      const [out, text, dieAt] = process.argv.slice(2);
      const files = new Map(Object.entries(JSON.parse(text)).map(([path, bytes]) => [path, { kind: 'bytes', bytes }]));
      const onStep = (name) => {
        process.stdout.write(name + '\\n');
        if (name === dieAt) process.kill(process.pid, 'SIGKILL');
      };
      await writeSite({ files }, out, { onStep }).catch((error) => { console.error(error.message); process.exit(2); });`,
    );
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (dieAt: string, files: Record<string, string> = NEW) =>
    spawnSync(process.execPath, [program, out, JSON.stringify(files), dieAt], { encoding: 'utf8' });

  it('killed at any step leaves the old site or the new one, whole, after the next start', async () => {
    await writeSite(site(OLD), out);
    writeFileSync(join(out, 'CNAME'), 'notes.example');
    const steps = run('nowhere').stdout.trim().split('\n');
    expect(steps).toEqual([
      'lock',
      'stage',
      // The unchanged page comes last: it is linked from the old site.
      ...Object.keys(NEW)
        .sort((a, b) => Number(a.includes('/a/')) - Number(b.includes('/a/')))
        .map((path) => `file ${path}`),
      'flush',
      'seal',
      'retire',
      'publish',
      'keep',
      'clear',
    ]);
    for (const [index, dieAt] of steps.entries()) {
      await writeSite(site(OLD), out);
      expect(run(dieAt).signal, dieAt).toBe('SIGKILL');
      prepareOutput(out);
      const expected = index > steps.indexOf('retire') ? NEW : OLD;
      expect(textsOf(out), dieAt).toEqual({ ...expected, CNAME: 'notes.example' });
      expect(readdirSync(box), dieAt).toEqual(['dist']);
    }
  }, 60_000);

  it('killed in its first build leaves the whole site or none', () => {
    for (const dieAt of ['stage', 'file index.html', 'seal', 'publish']) {
      expect(run(dieAt).signal, dieAt).toBe('SIGKILL');
      prepareOutput(out);
      if (dieAt === 'publish') expect(textsOf(out)).toEqual(NEW);
      else expect(existsSync(out), dieAt).toBe(false);
      rmSync(out, { recursive: true, force: true });
    }
  }, 60_000);

  it('that may not write large files says so and leaves the old site', async () => {
    await writeSite(site(OLD), out);
    const large = { ...NEW, 'large.bin': 'x'.repeat(50_000) };
    const command = `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`;
    const run = spawnSync('bash', ['-c', command, process.execPath, program, out, JSON.stringify(large)], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('a file would be larger than the system allows');
    expect(textsOf(out)).toEqual(OLD);
    expect(readdirSync(box)).toEqual([basename(out)]);
  });
});
