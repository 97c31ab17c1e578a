import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveMessage, readLiveMessage } from '../../contract/live.ts';
import type { SiteContent } from '../common/types.ts';
import { allowedHosts, isAllowedHost } from './serve-host.ts';
import { LIVE_PATH } from './serve-live.ts';
import { listen, type ServedSite, serveSite, type SiteServer } from './serve.ts';

const LONG = `<!doctype html><title>Home</title>${'<p>Hearth'.repeat(500)}`;

let site: ServedSite;
let server: SiteServer;
let box: string;

function files(texts: Record<string, string>): { files: Map<string, SiteContent> } {
  return { files: new Map(Object.entries(texts).map(([path, bytes]) => [path, { kind: 'bytes', bytes }])) };
}

const SITE = {
  'index.html': LONG,
  '404.html': '<!doctype html><title>No such page</title>',
  'site.json': '{"version":1}',
  'notes/gödel/index.html': 'Gödel',
  'notes/100% sure?/index.html': 'sure',
  'assets/app.js': 'export {}',
};

beforeEach(async () => {
  box = mkdtempSync(join(tmpdir(), 'hearthmap-serve-'));
  site = serveSite('127.0.0.1');
  site.show(files(SITE));
  server = await listen(site, '127.0.0.1', 0);
});

afterEach(async () => {
  await server.close();
  rmSync(box, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends the path as it is: `fetch` would tidy it up. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('serving a site from memory', () => {
  it('answers with the right type, and never lets the browser guess', async () => {
    const home = await ask('/');
    expect(home.status).toBe(200);
    expect(home.body.toString()).toBe(LONG);
    expect(home.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(home.headers['x-content-type-options']).toBe('nosniff');
    expect((await ask('/site.json')).headers['content-type']).toBe('application/json; charset=utf-8');
    expect((await ask('/assets/app.js?v=1')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('lets a drawing that is opened by itself do nothing', async () => {
    site.show(files({ ...SITE, 'files/notes/a.svg': '<svg/>' }));
    expect((await ask('/files/notes/a.svg')).headers['content-security-policy']).toBe('sandbox');
    expect((await ask('/')).headers['content-security-policy']).toBeUndefined();
  });

  it('finds pages by their decoded address', async () => {
    expect((await ask('/notes/g%C3%B6del/')).body.toString()).toBe('Gödel');
    expect((await ask('/notes/100%25%20sure%3F/')).body.toString()).toBe('sure');
  });

  it('sends a folder without its slash to the one with it, and nowhere else', async () => {
    const moved = await ask('/notes/100%25%20sure%3F?depth=2');
    expect([moved.status, moved.headers.location]).toEqual([302, './100%25%20sure%3F/?depth=2']);
    site.show(files({ ...SITE, '/evil.example/index.html': 'x' }));
    expect((await ask('//evil.example')).headers.location).toBe('./evil.example/');
  });

  it("shows the site's own page where nothing is", async () => {
    const missing = await ask('/notes/nobody/');
    expect([missing.status, missing.body.toString()]).toEqual([404, SITE['404.html']]);
    site.show(files({}));
    expect((await ask('/')).status).toBe(404);
  });

  it.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/notes/..\\..\\x',
    '/%00',
  ])('gives nothing from outside the site for %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('says that an address is malformed', async () => {
    expect((await ask('/%E0%A4%A')).status).toBe(400);
  });

  it('compresses a copied script, and no copied picture', async () => {
    const text = 'const ember = 1;\n'.repeat(500);
    const copies = ['assets/a.js', 'files/a.png'].map((path): [string, SiteContent] => {
      const from = join(box, path.replace('/', '-'));
      writeFileSync(from, text);
      return [path, { kind: 'copy', from }];
    });
    site.show({ files: new Map(copies) });
    const script = await ask('/assets/a.js', { 'Accept-Encoding': 'gzip' });
    expect(script.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(script.body).toString()).toBe(text);
    expect((await ask('/assets/a.js')).body.toString()).toBe(text);
    const picture = await ask('/files/a.png', { 'Accept-Encoding': 'gzip' });
    expect(picture.headers['content-encoding']).toBeUndefined();
    expect(picture.body.toString()).toBe(text);
  });

  it('compresses text for those who take it', async () => {
    const zipped = await ask('/', { 'Accept-Encoding': 'br, gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(Number(zipped.headers['content-length'])).toBe(zipped.body.length);
    expect(gunzipSync(zipped.body).toString()).toBe(LONG);
    expect(
      (await ask('/', { 'Accept-Encoding': 'gzip;q=0, br' })).headers['content-encoding'],
    ).toBeUndefined();
  });

  it('answers 304 to those who have it already, until it changes', async () => {
    const etag = (await ask('/')).headers.etag!;
    const known = await ask('/', { 'If-None-Match': `"x", ${etag}` });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    site.show(files({ ...SITE, 'index.html': 'other' }));
    expect((await ask('/', { 'If-None-Match': etag })).body.toString()).toBe('other');
  });

  it('streams files that are copied as they are', async () => {
    const picture = join(box, 'picture.png');
    writeFileSync(picture, Buffer.alloc(100_000, 7));
    site.show({ files: new Map([['a.png', { kind: 'copy', from: picture }]]) });
    const got = await ask('/a.png');
    expect([got.headers['content-type'], got.body.length]).toEqual(['image/png', 100_000]);
    expect((await ask('/a.png', { 'If-None-Match': got.headers.etag! })).status).toBe(304);
    rmSync(picture);
    expect((await ask('/a.png')).status).toBe(500);
  });

  it('answers HEAD without a body and refuses what would change something', async () => {
    const head = await ask('/', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      `${LONG.length}`,
    ]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await ask('/', {}, method);
      expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('refuses a request for a name that is not its own, as rebound DNS makes them', async () => {
    const refused = await ask('/site.json', { Host: `evil.example:${server.port}` });
    expect(refused.status).toBe(403);
    expect(refused.body.toString()).not.toContain('version');
    expect((await ask(`/${LIVE_PATH}`, { Host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { Host: `localhost:${server.port}` })).status).toBe(200);
  });

  it('takes the next free port where one is busy, and says so', async () => {
    const other = serveSite('127.0.0.1');
    const second = await listen(other, '127.0.0.1', server.port);
    expect(second.busy).toContain(server.port);
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
  });
});

describe('names of the server', () => {
  it.each([
    ['127.0.0.1', 'localhost:4321', true],
    ['127.0.0.1', '[::1]:4321', true],
    ['127.0.0.1', 'garden.localhost', true],
    ['127.0.0.1', '192.168.1.4:80', true],
    ['127.0.0.1', 'localhost.evil.example', false],
    ['127.0.0.1', '127.0.0.1.evil.example', false],
    ['127.0.0.1', '', false],
    ['Garden.example', 'garden.example:4321', true],
    ['Garden.example', 'other.example', false],
    ['0.0.0.0', 'evil.example', false],
  ])('on %s, "%s" is allowed: %s', (host, header, expected) => {
    expect(isAllowedHost(header, allowedHosts(host))).toBe(expected);
  });
});

describe('live updates', () => {
  /** Messages as an open page gets them. */
  async function listenTo(): Promise<{ next: () => Promise<LiveMessage>; close: () => void }> {
    const stop = new AbortController();
    const response = await fetch(`http://127.0.0.1:${server.port}/${LIVE_PATH}`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    return {
      close: () => stop.abort(),
      async next() {
        for (;;) {
          const message = /data: (.*)\n\n/.exec(text);
          if (message !== null) {
            text = text.slice(message.index + message[0].length);
            return readLiveMessage(message[1]!);
          }
          const { value, done } = await reader.read();
          if (done) throw new Error('The stream ended.');
          text += value;
        }
      },
    };
  }

  it('tell an open page which build it sees, and what a new one changed', async () => {
    const page = await listenTo();
    const first = await page.next();
    expect(first).toEqual({ build: expect.any(String), pages: [], problem: null, held: [] });
    site.show(
      files({ ...SITE, 'notes/gödel/index.html': 'Kurt Gödel', 'notes/100% sure?/index.html': 'sure' }),
    );
    const second = await page.next();
    expect(second).toEqual({
      build: expect.any(String),
      pages: ['notes/g%C3%B6del/'],
      problem: null,
      held: [],
    });
    expect(second.build).not.toBe(first.build);
    page.close();
  });

  it('say nothing where nothing changed', async () => {
    const page = await listenTo();
    const first = await page.next();
    site.show(files(SITE));
    site.show(files({ ...SITE, 'site.json': '{}' }));
    expect((await page.next()).build).not.toBe(first.build);
    const late = await listenTo();
    await late.next();
    page.close();
    late.close();
  });

  it('notice a copied file that was edited', async () => {
    const picture = join(box, 'a.png');
    writeFileSync(picture, 'x');
    const pictures = (): { files: Map<string, SiteContent> } => ({
      files: new Map([['notes/a/a.png', { kind: 'copy', from: picture }]]),
    });
    site.show(pictures());
    const page = await listenTo();
    const { build } = await page.next();
    site.show(pictures());
    site.show(pictures(), [picture]);
    expect((await page.next()).build).not.toBe(build);
    page.close();
  });

  it('say what is wrong with notes that are shown as before, also where no file differs', async () => {
    const page = await listenTo();
    const { build } = await page.next();
    site.show(files(SITE), [], ['a.md:2:1 broken']);
    expect(await page.next()).toEqual({ build, pages: [], problem: null, held: ['a.md:2:1 broken'] });
    site.show(files(SITE), [], ['a.md:2:1 broken']);
    site.show(files(SITE));
    expect(await page.next()).toEqual({ build, pages: [], problem: null, held: [] });
    page.close();
  });

  it('say why a build failed and that all is well again, and keep the old site', async () => {
    const page = await listenTo();
    const { build } = await page.next();
    site.fail('The folder is gone.');
    expect(await page.next()).toEqual({ build, pages: [], problem: 'The folder is gone.', held: [] });
    expect((await ask('/')).body.toString()).toBe(LONG);
    site.show(files(SITE));
    expect(await page.next()).toEqual({ build, pages: [], problem: null, held: [] });
    page.close();
  });
});
