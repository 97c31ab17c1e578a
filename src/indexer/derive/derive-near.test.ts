import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEmbedSite } from '../../contract/embed-site.ts';
import { ghostName } from '../../contract/map.ts';
import { nearFile, nearFiles } from '../../contract/near-names.ts';
import { readNear, type Near } from '../../contract/near.ts';
import { sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite, type SampleSite } from '../sample-site.ts';

const COUNT = 70;
const name = (i: number): string => `post-${i}`;
const dated = (i: number): string => `+++\ntitle = "Post ${i}"\ndate = 2024-01-0${1 + (i % 9)}\n+++\n`;

/** A ring of notes with chords, in a blog whose addresses are not those of its files. */
const folder = sampleFolder({
  'hugo.toml': 'baseURL = "https://blog.example/my/"\n[permalinks]\nposts = "/:year/:slug/"\n',
  'content/about.md': `+++\ntitle = "About"\n+++\n[x]({{< relref "${name(0)}" >}}) [y]({{< relref "nobody" >}})`,
  ...Object.fromEntries(
    Array.from({ length: COUNT }, (_, i) => [
      `content/posts/${name(i)}.md`,
      `${dated(i)}[n]({{< relref "${name((i + 1) % COUNT)}" >}})`,
    ]),
  ),
});
const app = sampleApp();
let site: SampleSite;
beforeAll(async () => {
  site = await sampleSite(folder, app);
});
afterAll(() => [folder, app].forEach((path) => rmSync(path, { recursive: true })));

/** What the page in the frame knows before it asks for anything. */
function embedSite() {
  const json = /data-site="([^"]*)"/.exec(site.texts.get('embed/index.html')!)?.[1];
  return readEmbedSite(json?.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}
function nearOf(key: string): Near {
  const { near, notes } = embedSite();
  return readNear(JSON.parse(site.texts.get(near + nearFile(key, nearFiles(notes)))!));
}

describe('surroundings', () => {
  it('of every note are in the file that its slug tells, with all that it is linked with', () => {
    for (let i = 0; i < COUNT; i++) {
      const { garden } = nearOf(`posts/${name(i)}`);
      const node = garden.idBySlug.get(`posts/${name(i)}`)!;
      const around = [...garden.neighbours.subarray(garden.offsets[node], garden.offsets[node + 1])];
      const names = around.map((other) => garden.slugs[other]!.replace('posts/', ''));
      const expected = [name((i + 1) % COUNT), name((i + COUNT - 1) % COUNT)];
      if (i === 0) expected.push('about');
      expect(names.sort()).toEqual(expected.sort());
    }
  });

  it('count the links of the whole, and know ghosts', () => {
    const { garden } = nearOf('about');
    const titles = new Map(garden.titles.map((_, node) => [ghostName(garden, node), node]));
    expect(garden.noteCount).toBeLessThan(garden.nodeCount);
    expect(titles.get('nobody')).toBeGreaterThanOrEqual(garden.noteCount);
    expect(garden.inDegree[titles.get('Post 0')!]).toBe(2);
  });

  it('lead from a page of the blog to its note, wherever the blog has it', () => {
    expect(nearOf('2024/post-3').moved.get('2024/post-3')).toBe('posts/post-3');
    expect(nearOf('about').moved.has('about')).toBe(false);
    const { garden, pages } = nearOf('posts/post-3');
    expect(pages[garden.idBySlug.get('posts/post-3')!]).toBe('/my/2024/post-3/');
  });

  it('are named after what is in them, as are the pages', () => {
    const { near, pages } = embedSite();
    expect(near).toMatch(/^data\/near\.[0-9a-f]{12}\/$/);
    const told = JSON.parse(site.texts.get(pages)!) as unknown[];
    expect(told).toHaveLength(COUNT + 1);
    expect(told.filter((page) => page === 0)).toHaveLength(1);
  });
});

it('a Hugo site that names no host is a blog on the host of its map', async () => {
  const box = sampleFolder({
    'hugo.toml': 'baseURL = "/my/"\n[permalinks]\nposts = "/:year/:slug/"\n',
    'content/about.md': '[x]({{< relref "x" >}})',
    'content/posts/x.md': '+++\ntitle = "X"\ndate = 2024-01-01\n+++\n',
  });
  const { texts } = await sampleSite(box, app);
  const { baseURL, pages } = JSON.parse(texts.get('site.json')!) as { baseURL: string; pages: string };
  expect(baseURL).toBe('/my/');
  expect(JSON.parse(texts.get('embed.json')!)).toMatchObject({ baseURL });
  expect(JSON.parse(texts.get(pages)!)).toEqual([0, '/my/2024/x/']);
  // In the graph, an address is one that holds everywhere.
  expect(JSON.parse(texts.get('graph.json')!)).toMatchObject({ site: { baseURL: null } });
  rmSync(box, { recursive: true });
});

it('the page in the frame runs its own script alone and frames nothing else', () => {
  const page = site.texts.get('embed/index.html')!;
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(page).toContain('<script type="module" async src="../assets/embed-page.js"></script>');
  expect(page).toContain('<link rel="stylesheet" href="../assets/embed-page.css">');
});
