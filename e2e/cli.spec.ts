import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, HANDBOOK, run, start, test } from './command.ts';

/** A small garden with one ghost and one note that can't be read right. */
function plant(box: string, more: Record<string, string> = {}): void {
  const notes = {
    'oak.md': '---\ntitle: Oak\n---\nAn oak has [[acorn|acorns]] and no [[dragon]].\n',
    'acorn.md': '---\ntitle: Acorn\n---\nFrom an [[oak]].\n',
    ...more,
  };
  mkdirSync(join(box, 'notes'));
  for (const [name, text] of Object.entries(notes)) writeFileSync(join(box, 'notes', name), text);
}

test.describe('hearthmap build', () => {
  test('publishes the handbook and says what it found', async ({ box }) => {
    const { code, out } = await run(['build', HANDBOOK], { cwd: box });
    expect(code).toBe(0);
    expect(out).toMatch(/^Hearthmap handbook: /);
    expect(out).toMatch(/\d+ notes, \d+ of them orphans?/);
    expect(out).toMatch(/The site is in dist \(\d+ files, [\d.]+ MB; /);
    for (const name of [
      'index.html',
      'graph.json',
      'report.json',
      'site.json',
      'embed.js',
      '404.html',
      'notes',
    ]) {
      expect(existsSync(join(box, 'dist', name)), name).toBe(true);
    }
  });

  test('gives equal bytes twice, with a cache and without, in another time zone and language', async ({
    box,
  }) => {
    const now = ['--now', '2026-11-23'];
    await run(['build', HANDBOOK, ...now, '--out', 'a'], { cwd: box });
    await run(['build', HANDBOOK, ...now, '--out', 'b'], { cwd: box });
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', SOURCE_DATE_EPOCH: '1795392000' };
    await run(['build', HANDBOOK, '--no-cache', '--out', 'c'], { cwd: box, env });
    const texts = (folder: string): Map<string, string> =>
      new Map(
        readdirSync(join(box, folder), { recursive: true, encoding: 'utf8' })
          .filter((name) => statSync(join(box, folder, name)).isFile())
          .sort()
          .map((name) => [name, readFileSync(join(box, folder, name), 'latin1')]),
      );
    const first = texts('a');
    expect(first.size).toBeGreaterThan(100);
    for (const folder of ['b', 'c']) {
      const other = texts(folder);
      expect([...other.keys()]).toEqual([...first.keys()]);
      for (const [name, text] of other) expect(text === first.get(name), `${folder}/${name}`).toBe(true);
    }
  });

  test('says that nothing has changed where nothing has', async ({ box }) => {
    plant(box);
    await run(['build', 'notes'], { cwd: box });
    expect((await run(['build', 'notes'], { cwd: box })).out).toContain('nothing has changed');
  });

  test('is strict about findings only when asked to be', async ({ box }) => {
    plant(box);
    expect((await run(['build', 'notes', '--quiet'], { cwd: box })).code).toBe(0);
    const strict = await run(['build', 'notes', '--strict', '--quiet'], { cwd: box });
    expect(strict).toEqual({ code: 1, out: '', err: '' });
    expect(existsSync(join(box, 'dist', 'notes', 'oak', 'index.html'))).toBe(true);
  });

  test('prints its summary as JSON', async ({ box }) => {
    plant(box);
    const { out } = await run(['build', 'notes', '--json'], { cwd: box });
    expect(JSON.parse(out)).toMatchObject({
      notes: 2,
      references: 3,
      ghosts: 1,
      diagnostics: { warnings: 1 },
    });
  });

  test('leaves the old site where the folder is gone, and exits with 2', async ({ box }) => {
    plant(box);
    await run(['build', 'notes'], { cwd: box });
    const before = readFileSync(join(box, 'dist', 'graph.json'), 'utf8');
    rmSync(join(box, 'notes'), { recursive: true });
    const { code, out, err } = await run(['build', 'notes'], { cwd: box });
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('hearthmap: There is no folder "notes". Name the folder that holds your notes.\n');
    expect(readFileSync(join(box, 'dist', 'graph.json'), 'utf8')).toBe(before);
  });

  test('refuses an output folder that is not its own, or holds the notes', async ({ box }) => {
    plant(box);
    mkdirSync(join(box, 'photos'));
    writeFileSync(join(box, 'photos', 'cat.jpg'), 'miaow');
    const foreign = await run(['build', 'notes', '--out', 'photos'], { cwd: box });
    expect(foreign.code).toBe(2);
    expect(foreign.err).toMatch(/holds "cat.jpg" and was not written by Hearthmap/);
    for (const out of ['notes', '.', '..']) {
      const refused = await run(['build', 'notes', '--out', out], { cwd: box });
      expect([refused.code, refused.out], out).toEqual([2, '']);
    }
    expect(readdirSync(join(box, 'photos'))).toEqual(['cat.jpg']);
    expect(readdirSync(join(box, 'notes')).sort()).toEqual(['acorn.md', 'oak.md']);
  });

  test('finds the notes again, and not the site, when both lie in one folder', async ({ box }) => {
    plant(box, { 'picture.md': 'No picture of this garden: ![[embed.js]]\n' });
    const notes = join(box, 'notes');
    const findings = async (): Promise<unknown> => {
      const { out } = await run(['check', '--json'], { cwd: notes });
      return JSON.parse(out);
    };
    const before = await findings();
    await run(['build'], { cwd: notes });
    expect(existsSync(join(notes, 'dist', 'embed.js'))).toBe(true);
    expect(await findings()).toEqual(before);
    expect((await run(['build'], { cwd: notes })).out).toContain('nothing has changed');
  });

  test('that fails ends, though its threads have work', async ({ box }) => {
    const formulas = Array.from({ length: 2_000 }, (_, i) => `$\\frac{${i}}{x_{${i}}}$`).join(' ');
    plant(box, { 'formulas.md': `---\ndate: 2026-01-02\n---\n${formulas}` });
    await run(['build', 'notes', '--quiet'], { cwd: box });
    writeFileSync(join(box, 'dist', 'feed.xml'), 'mine');
    const words = ['build', 'notes', '--no-cache', '--quiet', '--url', 'https://a.example/'];
    const { code, err } = await run(words, { cwd: box });
    expect(code).toBe(2);
    expect(err).toMatch(/holds "feed.xml", which Hearthmap did not write/);
  });

  test('that is interrupted leaves nothing behind', async ({ box }) => {
    const building = start(['build', HANDBOOK, '--no-cache'], { cwd: box });
    let isOver = false;
    void building.ended.then(() => (isOver = true));
    while (!isOver && !existsSync(join(box, 'dist.hearthmap-new.tmp'))) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    building.stop('SIGINT');
    const { code, err } = await building.ended;
    if (code !== 0) {
      expect(code).toBe(130);
      expect(err).toContain('Stopped before the new site was published.');
    }
    expect(readdirSync(box)).toEqual(code === 0 ? ['dist'] : []);
  });
});

test.describe('hearthmap check', () => {
  test('prints file, line, column, code and message, and passes where there are only warnings', async ({
    box,
  }) => {
    plant(box);
    const { code, out, err } = await run(['check', 'notes'], { cwd: box });
    expect(code).toBe(0);
    expect(out).toMatch(/^notes\/oak\.md:4:36 unresolved-reference .*"dragon"/m);
    expect(err).toBe('2 notes, 3 references: 1 warning\n');
    expect((await run(['check', 'notes', '--strict'], { cwd: box })).code).toBe(1);
    expect(existsSync(join(box, 'dist'))).toBe(false);
  });

  test('exits with 1 where there is an error', async ({ box }) => {
    plant(box, { 'torn.md': '---\ntitle: [unclosed\n---\nText.\n' });
    const { code, out } = await run(['check', 'notes'], { cwd: box });
    expect(code).toBe(1);
    expect(out).toMatch(/^notes\/torn\.md:\d+:\d+ bad-front-matter /m);
  });

  test('prints JSON like report.json, and annotations for GitHub', async ({ box }) => {
    plant(box);
    await run(['build', 'notes', '--quiet'], { cwd: box });
    const { out } = await run(['check', 'notes', '--json'], { cwd: box });
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(join(box, 'dist', 'report.json'), 'utf8')));
    const { out: lines } = await run(['check', 'notes', '--github'], { cwd: box });
    expect(lines).toMatch(/^::warning file=notes\/oak\.md,line=4,col=36,title=unresolved-reference::/);
  });

  test('finds nothing wrong with the handbook but what it shows on purpose', async ({ box }) => {
    const { code, out } = await run(['check', HANDBOOK], { cwd: box });
    expect(out.split('\n').filter((line) => / bad-| too-| unreadable-/.test(line))).toEqual([]);
    expect(code).toBe(0);
  });
});

test.describe('hearthmap search', () => {
  test('finds in notes and in the site made of them, and exits with 1 where it finds nothing', async ({
    box,
  }) => {
    plant(box, { 'bell.md': '# Bell\n\nRings \u001b[31mloud\u001b[0m in the \u0007tower.' });
    await run(['build', 'notes', '--quiet'], { cwd: box });
    for (const folder of ['notes', 'dist']) {
      const { code, out, err } = await run(['search', 'tower rings', folder], { cwd: box });
      expect({ code, out, err }).toEqual({
        code: 0,
        out: 'Bell  bell.md\n    Bell: Rings [31mloud[0m in the tower.\n',
        err: '1 note.\n',
      });
    }
    const { code, out, err } = await run(['search', 'title:xyzzy', 'dist'], { cwd: box });
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: 'No notes.\n' });
    const { out: json } = await run(['search', '"tower" OR', 'dist', '--json'], { cwd: box });
    expect(JSON.parse(json)).toMatchObject({
      total: 1,
      findings: [{ path: 'bell.md', page: 'notes/bell/' }],
    });
    expect(await run(['search', 'x', 'notes', '-n', '0'], { cwd: box })).toMatchObject({ code: 2 });
  });
});

test.describe('the command line', () => {
  test('explains itself with examples', async ({ box }) => {
    for (const words of [[], ['--help']]) {
      const { code, out } = await run(words, { cwd: box });
      expect(code).toBe(0);
      expect(out).toContain('hearthmap build ~/blog --out dist');
    }
    for (const command of ['build', 'dev', 'check', 'search']) {
      const { code, out } = await run([command, '--help'], { cwd: box });
      expect(code).toBe(0);
      expect(out).toContain('Examples:');
    }
    expect((await run(['--version'], { cwd: box })).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  for (const [words, message] of [
    [['biuld'], "unknown command 'biuld'\n(Did you mean build?)"],
    [['build', '--strickt'], "unknown option '--strickt'\n(Did you mean --strict?)"],
    [['build', 'a', 'b'], 'too many arguments'],
    [['build', '--now', 'tomorrow'], 'It takes a date such as'],
    [['dev', '--port', '70000'], 'It takes a number from 0 to 65535'],
  ] as const) {
    test(`says what is wrong with "${words.join(' ')}", and exits with 2`, async ({ box }) => {
      const { code, out, err } = await run(words, { cwd: box });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
      expect(err).not.toMatch(/^\s+at /m);
    });
  }

  test('says what is wrong with SOURCE_DATE_EPOCH', async ({ box }) => {
    plant(box);
    const { code, err } = await run(['build', 'notes'], { cwd: box, env: { SOURCE_DATE_EPOCH: 'now' } });
    expect([code, err]).toEqual([
      2,
      'hearthmap: SOURCE_DATE_EPOCH is "now". It takes seconds since 1970, such as 1764547200.\n',
    ]);
  });

  test('measures the future by --now, else by SOURCE_DATE_EPOCH', async ({ box }) => {
    plant(box, { 'later.md': '---\ntitle: Later\ndate: 2030-06-01\n---\nNot yet.\n' });
    const count = async (words: string[], env = {}): Promise<number> => {
      const { out } = await run(['build', 'notes', '--json', ...words], { cwd: box, env });
      return (JSON.parse(out) as { notes: number }).notes;
    };
    const year2031 = { SOURCE_DATE_EPOCH: '1924992000' };
    expect(await count(['--now', '2030-05-31'])).toBe(2);
    expect(await count(['--now', '2030-06-02'])).toBe(3);
    expect(await count([], year2031)).toBe(3);
    expect(await count(['--now', '2029-01-01'], year2031)).toBe(2);
    expect(await count(['--now', '2029-01-01', '--drafts'])).toBe(3);
  });
});

test.describe('hearthmap dev', () => {
  test('takes the next free port where one is busy, says so, and answers there', async ({ box }) => {
    plant(box);
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const dev = start(['dev', 'notes', '--port', String(port)], { cwd: box });
    const address = await dev.until(/http:\/\/localhost:\d+\//);
    expect(address).not.toContain(`:${port}/`);
    expect((await fetch(address)).status).toBe(200);
    dev.stop('SIGINT');
    const { code, err } = await dev.ended;
    taken.close();
    expect(code).toBe(0);
    expect(err).toContain(`Port ${port} is busy; taking `);
  });

  test('shows an edited note in the open browser within a second', async ({ box, page }) => {
    cpSync(HANDBOOK, join(box, 'content'), { recursive: true });
    const dev = start(['dev', 'content', '--port', '0'], { cwd: box });
    const address = await dev.until(/http:\/\/localhost:\d+\//);
    await dev.until(/Ctrl\+C/);
    await page.goto(`${address}notes/start/quick-start/`);
    await expect(page.getByRole('heading', { name: 'Your first map', level: 1 })).toBeVisible();
    await expect(page.locator('#hm-static')).toHaveCount(0);
    const note = join(box, 'content', 'start', 'quick-start.md');
    const text = readFileSync(note, 'utf8');
    // Between the page and its first word from the server: late perhaps, but not missed.
    writeFileSync(note, `${text}\nA numbat walks across the map.\n`);
    await expect(page.getByText('A numbat walks across the map.')).toBeVisible();
    // From then on the app listens.
    for (const word of ['wombat', 'quokka']) {
      writeFileSync(note, `${text}\nA ${word} walks across the map.\n`);
      await expect(page.getByText(`A ${word} walks across the map.`)).toBeVisible({ timeout: 1000 });
    }
    expect(new URL(page.url()).pathname).toBe('/notes/start/quick-start/');

    rmSync(join(box, 'content'), { recursive: true });
    await expect(page.getByText('There is no folder')).toBeVisible();
    dev.stop('SIGTERM');
    expect((await dev.ended).code).toBe(0);
  });
});
