/**
 * A blog that shows its map by `<hearth-map>`: its pages are whatever a test says, at any path; its Hearthmap site lies at
 * `/map/`, and once more on a host of another origin.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type FrameLocator, type Locator, type Page } from '@playwright/test';
import sirv from 'sirv';
import { run } from './command.ts';

export const ATTACK = '<img src=x onerror="parent.document.title=1">';

const NOTES: Readonly<Record<string, string>> = {
  'posts/lamps.md': note('Lamps', ['oil', 'wicks', 'glass', 'fire', 'nobody-wrote-it']),
  'posts/oil.md': note('Oil', ['fire'], 'Oil burns slowly and smells of summer.'),
  'posts/wicks.md': note('Wicks', ['oil']),
  'posts/glass.md': note(ATTACK, []),
  'posts/fire.md': note('Fire', ['hearths']),
  'posts/hearths.md': note('Hearths', ['lamps', 'embers']),
  'posts/embers.md': note('Embers', ['hearths']),
};

function note(title: string, links: readonly string[], text = ''): string {
  const references = links.map((name) => `[${name}]({{< relref "${name}" >}})`);
  return `+++\ntitle = ${JSON.stringify(title)}\n+++\n${text}\n\n${references.join(' ')}\n`;
}

export interface HostPage {
  readonly body: string;
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Scripts of the page itself, as of an author: at `/host.js`. */
  readonly script?: string;
}

export interface Blog {
  /** Of the blog, and of the host elsewhere, each with a slash at the end. */
  readonly url: string;
  readonly elsewhere: string;
  /** What every page of the blog is from now on. */
  show(page: HostPage): void;
  /** Paths asked of the blog's host so far. */
  readonly asked: string[];
  readonly map: Locator;
  readonly frame: FrameLocator;
  /** What the page's console said as an error or a warning, and what was thrown in it. */
  readonly complaints: string[];
}

export const SCRIPT = '<script type="module" src="/map/embed.js"></script>';
export const LINK = '<a href="/map/">The map of these notes</a>';

export const test = base.extend<{ blog: Blog }, { site: string }>({
  site: [
    async ({}, use) => {
      const box = mkdtempSync(join(tmpdir(), 'hearthmap-blog-'));
      const posts = join(box, 'blog', 'content', 'posts');
      mkdirSync(posts, { recursive: true });
      for (const [name, text] of Object.entries(NOTES))
        writeFileSync(join(box, 'blog', 'content', name), text);
      const views = '[[params.hearthmap.views]]\nname = "Warm"\nonly = "fire OR hearths"\n';
      writeFileSync(
        join(box, 'blog', 'hugo.toml'),
        `baseURL = "https://blog.example/"\ntitle = "Blog"\n${views}`,
      );
      const { code, err } = await run(['build', 'blog', '--out', 'site', '--no-cache'], { cwd: box });
      if (code !== 0) throw new Error(err);
      await use(join(box, 'site'));
      rmSync(box, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  blog: async ({ site, page }, use) => {
    const files = sirv(site, { dev: false });
    const asked: string[] = [];
    let shown: HostPage = { body: '' };
    const blog = createServer((request, response) => {
      const path = request.url ?? '/';
      asked.push(path);
      if (path.startsWith('/map/')) {
        request.url = path.slice('/map'.length);
        files(request, response, () => void response.writeHead(404).end());
      } else if (path === '/host.js') {
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(shown.script ?? '');
      } else {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...shown.headers });
        response.end(
          `<!doctype html><html><head><title>Blog</title>${shown.head ?? ''}</head><body>${shown.body}</body></html>`,
        );
      }
    });
    const other = createServer((request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      files(request, response, () => void response.writeHead(404).end());
    });
    // Two names of this machine, so that they are two sites and not only two origins.
    const [url, elsewhere] = [await listen(blog, '127.0.0.1'), await listen(other, 'localhost')];
    await use({
      url,
      elsewhere,
      show: (next) => void (shown = next),
      asked,
      map: page.locator('hearth-map'),
      frame: page.frameLocator('hearth-map iframe'),
      complaints: complaintsOf(page),
    });
    for (const server of [blog, other]) {
      server.closeAllConnections();
      server.close();
    }
  },
});

async function listen(server: Server, name: string): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, name, resolve));
  return `http://${name}:${(server.address() as AddressInfo).port}/`;
}

function complaintsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    // That one is the browser's, about the host's own policy.
    const isOurs = !message.text().includes('can escape its sandboxing');
    if (isOurs && ['error', 'warning'].includes(message.type())) found.push(message.text());
  });
  return found;
}

/** What holds a map: a frame, or a page where there is none. */
interface Shown {
  readonly map: Locator;
  readonly frame: FrameLocator | Page;
}

/** Where in the page a note of the map lies that isn't in its middle, however large the page shows the map. */
export async function placeOfNote({ map, frame }: Shown): Promise<{ x: number; y: number }> {
  const place = await frame
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
      const at = (x: number, y: number): string =>
        pixels.slice(4 * (y * width + x), 4 * (y * width + x) + 3).join();
      const paper = at(1, 1);
      for (let y = 4; y < height - 4; y++) {
        for (let x = 4; x < width - 4; x++) {
          if (Math.abs(x - width / 2) < 40 && Math.abs(y - height / 2) < 40) continue;
          const corners = [at(x - 3, y), at(x + 3, y), at(x, y - 3), at(x, y + 3)];
          if (at(x, y) !== paper && corners.every((one) => one === at(x, y))) {
            // The heading and the links take a part of the map's height.
            const { offsetTop, clientHeight } = canvas.closest<HTMLElement>('.stage')!;
            const high = canvas.closest('.pane')!.clientHeight;
            return { x: x / width, y: (offsetTop + (y / height) * clientHeight) / high };
          }
        }
      }
      throw new Error('There is no note on the map.');
    });
  const box = (await map.boundingBox())!;
  return { x: box.x + place.x * box.width, y: box.y + place.y * box.height };
}

export { expect } from '@playwright/test';
