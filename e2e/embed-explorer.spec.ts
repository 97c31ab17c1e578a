/** `<hearth-map>` with a query or a named view: what only the explorer shows, in a frame of its own. */
import type { FrameLocator } from '@playwright/test';
import { expect, LINK, SCRIPT, test, type Blog } from './blog.ts';

/** Tells of every event of the element, in order, in `window.told`. */
const LISTENER = `<script>window.told = [];
for (const type of ['ready', 'select', 'error'])
  addEventListener('hearth-' + type, (event) => window.told.push([type, event.detail]));</script>`;

type Told = [type: string, detail: Record<string, unknown>];
const told = (blog: Blog): Promise<Told[]> =>
  blog.map.evaluate(() => (window as unknown as { told: Told[] }).told);

const elementOf = (attributes: string): string => `<hearth-map ${attributes}>${LINK}</hearth-map>`;
const innerOf = ({ frame }: Blog, mode: '' | 'inline'): FrameLocator =>
  mode === 'inline' ? frame : frame.frameLocator('iframe');

test('where no frame may be, the map without a frame leaves the link, and the page is told', async ({
  blog,
  page,
}) => {
  blog.show({
    body: SCRIPT + elementOf('mode="inline" note="posts/lamps" query="oil"'),
    head: LISTENER,
    headers: { 'Content-Security-Policy': "frame-src 'none'" },
  });
  await page.goto(blog.url);
  await expect.poll(async () => (await told(blog)).map(([type]) => type)).toEqual(['error']);
  expect((await told(blog))[0]![1]).toEqual({ message: 'The explorer did not come: blocked, or not there.' });
  await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(blog.complaints.filter((text) => !/Content Security Policy/.test(text))).toEqual([]);
});

test('the page is told which note it is about, and how many notes are on it; the whole explorer shows the same', async ({
  blog,
  page,
}) => {
  for (const mode of ['', 'inline'] as const) {
    for (const [attributes, notes, note, asked] of [
      ['note="posts/lamps" query="oil"', 7, 'posts/lamps', 'q=oil'],
      [
        'note="posts/wicks" query="oil" view="local"',
        3,
        'posts/wicks',
        'q=oil&view=local&depth=1&follow=both',
      ],
      [
        'note="posts/wicks" query="oil" view="local" depth="2"',
        6,
        'posts/wicks',
        'q=oil&view=local&depth=2&follow=both',
      ],
      [
        'note="posts/oil" query="oil" view="local" direction="out"',
        2,
        'posts/oil',
        'q=oil&view=local&depth=1&follow=out',
      ],
      ['view="warm"', 2, null, 'map=warm'],
      ['query="oil"', 7, null, 'q=oil'],
    ] as const) {
      blog.show({ body: SCRIPT + elementOf(`${attributes} mode="${mode}"`), head: LISTENER });
      await page.goto(`${blog.url}anywhere/`);
      await expect.poll(() => told(blog)).toHaveLength(1);
      const [type, detail] = (await told(blog))[0]!;
      expect(type).toBe('ready');
      expect([attributes, detail['notes']]).toEqual([attributes, notes]);
      const about = detail['note'] as { note: string; title: string } | null;
      expect(about?.note ?? null).toBe(note);
      const title = about === null ? 'Map of notes' : `Map of notes around ${about.title}`;
      await expect(page.locator('hearth-map iframe')).toHaveAttribute('title', title);
      const outer = mode === 'inline' ? blog.map : blog.frame;
      await expect(outer.getByRole('link', { name: 'Open the whole map' })).toHaveAttribute(
        'href',
        `${blog.url}map/${note === null ? '' : `notes/${note}/`}?${asked}`,
      );
    }
  }
  expect(blog.complaints).toEqual([]);
});

test('with open="event" no kind of click leads anywhere, and the page hears of each', async ({
  blog,
  page,
}) => {
  for (const mode of ['', 'inline'] as const) {
    blog.show({
      body: SCRIPT + elementOf(`note="posts/lamps" query="oil" open="event" mode="${mode}"`),
      head: LISTENER,
    });
    await page.goto(`${blog.url}anywhere/`);
    const read = innerOf(blog, mode).getByRole('link', { name: 'Read “Lamps”' });
    await read.click();
    await read.click({ modifiers: ['Control'] });
    await read.click({ modifiers: ['Shift'] });
    await read.click({ button: 'middle' });
    const selected = async (): Promise<unknown[]> =>
      (await told(blog)).filter(([type]) => type === 'select').map(([, detail]) => detail['note']);
    await expect.poll(selected).toEqual(Array(4).fill('posts/lamps'));
    expect(page.url()).toBe(`${blog.url}anywhere/`);
    expect(page.context().pages()).toHaveLength(1);
  }
});

test('a click with Ctrl, or the middle button, opens the post in a tab of its own', async ({
  blog,
  page,
}) => {
  for (const mode of ['', 'inline'] as const) {
    blog.show({ body: SCRIPT + elementOf(`note="posts/lamps" query="oil" mode="${mode}"`) });
    await page.goto(`${blog.url}anywhere/`);
    const read = innerOf(blog, mode).getByRole('link', { name: 'Read “Lamps”' });
    for (const how of [{ modifiers: ['Control' as const] }, { button: 'middle' as const }]) {
      const opened = page.context().waitForEvent('page');
      await read.click(how);
      const tab = await opened;
      await tab.waitForURL(`${blog.url}posts/lamps/`);
      await tab.close();
    }
    expect(page.url()).toBe(`${blog.url}anywhere/`);
  }
});
