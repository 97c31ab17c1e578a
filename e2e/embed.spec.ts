/** `<hearth-map>` in a blog: what its readers and its author get. */
import { ATTACK, expect, LINK, placeOfNote, SCRIPT, test, type Blog } from './blog.ts';
import { coloursOf } from './colours-of.ts';
import { expectNoObjections } from './objections.ts';

const ELEMENT = `<hearth-map>${LINK}</hearth-map>`;
/** Of a disc of the map, from its middle to its rim, in pixels. */
const LARGEST = 12;
/** Tells of every event of the elements, in order, in `window.told`. */
const LISTENER = `window.told = [];
for (const type of ['ready', 'select', 'hover', 'error'])
  addEventListener('hearth-' + type, (event) => window.told.push([type, event.detail]));`;

type Told = [type: string, detail: Record<string, unknown> | null];
const told = (blog: Blog): Promise<Told[]> =>
  blog.map.first().evaluate(() => (window as unknown as { told: Told[] }).told);

test('a post shows the map around itself, and a press on a neighbour leads to its post', async ({
  blog,
  page,
}) => {
  blog.show({ body: SCRIPT + ELEMENT });
  await page.goto(`${blog.url}posts/lamps/`);
  await expect(blog.frame.getByRole('heading', { name: 'Around Lamps' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeHidden();
  // Notes stand 36 pixels within the stage or more: none lies below the heading or the links.
  const [stage, about, bar] = await Promise.all(
    ['.stage', '.about', '.bar'].map(async (part) => (await blog.frame.locator(part).boundingBox())!),
  );
  expect(stage!.y + 36 - LARGEST).toBeGreaterThan(about!.y + about!.height);
  expect(stage!.y + stage!.height - 36 + LARGEST).toBeLessThan(bar!.y);
  const { x, y } = await placeOfNote(blog);
  await page.mouse.move(x, y, { steps: 2 });
  await expect(blog.frame.locator('.card')).toBeVisible();
  const title = await blog.frame.locator('.card-title').textContent();
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForURL(/\/posts\/(?!lamps)\w+\/$|\?ghost=/);
  expect(title).not.toBe('Lamps');
  await page.goBack();
  expect(page.url()).toBe(`${blog.url}posts/lamps/`);
  await expect(blog.frame.getByRole('application')).toBeVisible();
  expect(blog.complaints).toEqual([]);
});

test('a page that shows several posts names the one that each map is about', async ({ blog, page }) => {
  blog.show({ body: `${SCRIPT}<hearth-map about="/posts/wicks/" mode="inline">${LINK}</hearth-map>` });
  await page.goto(blog.url);
  await expect(page.getByRole('application', { name: 'Map: Around Wicks' })).toBeVisible();
  await page.getByRole('button', { name: 'List' }).click();
  await page.getByRole('link', { name: 'Wicks' }).click();
  await page.waitForURL(`${blog.url}posts/wicks/`);
  expect(blog.complaints).toEqual([]);
});

test('it is a map for the keyboard, and a list of links', async ({ blog, page }) => {
  blog.show({ body: SCRIPT + ELEMENT, head: `<script>${LISTENER}</script>` });
  await page.goto(`${blog.url}posts/lamps/`);
  const { frame } = blog;
  await frame.getByRole('application', { name: 'Map: Around Lamps' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(frame.getByRole('status')).toHaveText(/^\w+, \d+ links? out, \d+ in/);
  await expect(frame.locator('.card')).toBeVisible();
  // Of whichever note, a card leaves the ways to the list and to the whole map open.
  const bar = (await frame.locator('.bar').boundingBox())!;
  for (let step = 0; step < 5; step++) {
    const card = (await frame.locator('.card').boundingBox())!;
    expect(card.y + card.height).toBeLessThan(bar.y);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await expect(frame.locator('.card')).toBeHidden();
  await frame.getByRole('button', { name: 'List' }).click();
  await expect(frame.getByRole('listitem')).toHaveCount(7);
  const oil = frame.getByRole('link', { name: 'Oil' });
  await expect(oil).toHaveAttribute('href', `${blog.url}posts/oil/`);
  // A title is a text.
  await expect(frame.getByRole('link', { name: ATTACK })).toBeVisible();
  await expect(frame.locator('img')).toHaveCount(0);
  await oil.click();
  await page.waitForURL(`${blog.url}posts/oil/`);
});

test('a note that is pointed at shows its first lines, and the page hears of it', async ({ blog, page }) => {
  blog.show({
    body: `${SCRIPT}<hearth-map note="posts/wicks">${LINK}</hearth-map>`,
    head: `<script>${LISTENER}</script>`,
  });
  await page.goto(`${blog.url}anywhere/`);
  await blog.frame.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(blog.frame.locator('.card-text')).toHaveText('Oil burns slowly and smells of summer. fire');
  const [ready, ...rest] = await told(blog);
  expect(ready).toMatchObject(['ready', { note: { note: 'posts/wicks' }, notes: 3 }]);
  expect(rest.at(-1)).toMatchObject([
    'hover',
    // Where the map is on the page's own host, the blog is too, wherever it is published.
    { note: 'posts/oil', title: 'Oil', blog: `${blog.url}posts/oil/` },
  ]);
});

test('with open="event" the page alone decides, and so it can with a prevented event', async ({
  blog,
  page,
}) => {
  blog.show({
    body: `${SCRIPT}<hearth-map open="event">${LINK}</hearth-map>`,
    head: `<script>${LISTENER}</script>`,
  });
  const here = `${blog.url}posts/lamps/`;
  await page.goto(here);
  await blog.frame.getByRole('button', { name: 'List' }).click();
  await blog.frame.getByRole('button', { name: 'Oil' }).click();
  await blog.frame.getByRole('button', { name: 'Oil' }).click({ modifiers: ['Control'] });
  await expect
    .poll(async () => (await told(blog)).filter(([type]) => type === 'select').length)
    .toBeGreaterThan(0);
  expect((await told(blog)).find(([type]) => type === 'select')![1]).toMatchObject({ note: 'posts/oil' });
  await blog.map.evaluate((map) => {
    map.setAttribute('open', 'blog');
    map.addEventListener('hearth-select', (event) => event.preventDefault());
  });
  await blog.frame.getByRole('button', { name: 'List' }).click();
  await blog.frame.getByRole('link', { name: 'Fire' }).click();
  await expect
    .poll(async () => (await told(blog)).filter(([type]) => type === 'select').at(-1)![1])
    .toMatchObject({ note: 'posts/fire', href: `${blog.url}posts/fire/` });
  expect(page.url()).toBe(here);
  expect(page.context().pages()).toHaveLength(1);
});

test('attributes and properties say the same, and the map follows them', async ({ blog, page }) => {
  blog.show({ body: SCRIPT + `<hearth-map note="posts/oil" open="explorer">${LINK}</hearth-map>` });
  await page.goto(`${blog.url}x/`);
  await expect(blog.frame.getByText('3 notes within 1 link')).toBeVisible();
  // Made anew, as it is.
  const again = blog.map.evaluate(
    (map) =>
      new Promise((resolve) => {
        const told = (event: Event): void => resolve((event as CustomEvent<{ notes: number }>).detail.notes);
        map.addEventListener('hearth-ready', told, { once: true });
        (map as HTMLElement & { reload(): void }).reload();
      }),
  );
  expect(await again).toBe(4);
  await expect(blog.frame.getByText('3 notes within 1 link')).toBeVisible();
  const set = (values: Record<string, unknown>): Promise<void> =>
    blog.map.evaluate((map, given) => void Object.assign(map, given), values);
  await set({ direction: 'out' });
  await expect(blog.frame.getByText('1 note within 1 link')).toBeVisible();
  await set({ note: 'posts/glass' });
  await expect(blog.frame.getByText('No notes within 1 link')).toBeVisible();
  await set({ note: 'posts/oil', direction: null, depth: 2 });
  await expect(blog.frame.getByText('5 notes within 2 links')).toBeVisible();
  await set({ note: 'posts/embers', depth: null, height: 300 });
  await expect(blog.frame.getByRole('heading', { name: 'Around Embers' })).toBeVisible();
  const said = await blog.map.evaluate((map) => {
    const { note, depth, height, open, view } = map as unknown as Record<string, unknown>;
    return { note, depth, height, open, view, attributes: map.getAttributeNames().sort() };
  });
  expect(said).toEqual({
    note: 'posts/embers',
    depth: null,
    height: 300,
    open: 'explorer',
    view: null,
    attributes: ['height', 'note', 'open'],
  });
  expect((await blog.map.boundingBox())!.height).toBe(300);
  // The steps of all this are none of the page's history.
  expect(await page.evaluate(() => history.length)).toBe(2);
  await set({ view: 'whole' });
  await expect(blog.frame.getByRole('heading', { name: '7 notes' })).toBeVisible();
  await set({ view: 'warm' });
  const inner = blog.frame.frameLocator('iframe');
  await expect(inner.locator('.hm-map-chip')).toHaveText(/ of 8 shown/);
  await set({ view: null, query: 'summer' });
  await expect(inner.locator('.hm-map-chip')).toHaveText(/^1 hit lit/);
  await page.evaluate(() => {
    addEventListener('hearth-hover', (event) => {
      document.title = (event as CustomEvent<{ title: string } | null>).detail?.title ?? 'nothing';
    });
  });
  await inner.getByRole('application').press('ArrowRight');
  await expect(page).toHaveTitle(/^(?:Lamps|Oil|Wicks|Fire|Hearths|Embers|<img .*)$/);
  await inner.getByRole('link', { name: 'Read “Embers”' }).click();
  await page.waitForURL(`${blog.url}map/notes/posts/embers/`);
});

test('properties that are set before the script has run count, and so do those that are set later', async ({
  blog,
  page,
}) => {
  const set = `Object.assign(document.querySelector('hearth-map'), { note: 'posts/oil', depth: 2, height: 300 })`;
  blog.show({ body: `<hearth-map note="posts/lamps">${LINK}</hearth-map><script>${set}</script>${SCRIPT}` });
  await page.goto(`${blog.url}x/`);
  await expect(blog.frame.getByText('5 notes within 2 links')).toBeVisible();
  expect((await blog.map.boundingBox())!.height).toBe(300);
  await blog.map.evaluate((map) => void Object.assign(map, { depth: 1 }));
  await expect(blog.frame.getByText('3 notes within 1 link')).toBeVisible();
});

test('attributes are read as people write them, and those that are set together ask for one map', async ({
  blog,
  page,
}) => {
  blog.show({ body: `${SCRIPT}<hearth-map note="/posts/%6Camps/" height="480px">${LINK}</hearth-map>` });
  await page.goto(`${blog.url}x/`);
  await expect(blog.frame.getByRole('heading', { name: 'Around Lamps' })).toBeVisible();
  expect((await blog.map.boundingBox())!.height).toBe(480);
  expect(await blog.map.evaluate((map) => (map as unknown as { height: number }).height)).toBe(480);
  const maps = (): number => blog.asked.filter((path) => path.includes('/embed/')).length;
  expect(maps()).toBe(1);
  await blog.map.evaluate((map) =>
    Object.assign(map, { note: 'posts/oil', depth: 2, direction: 'in', height: 'tall' }),
  );
  await expect(blog.frame.getByRole('heading', { name: 'Around Oil' })).toBeVisible();
  expect(maps()).toBe(2);
  expect((await blog.map.boundingBox())!.height).toBe(420);
  expect(await blog.map.evaluate((map) => (map as unknown as { height: number }).height)).toBeNull();
});

test('after an error the right attribute brings the map, and what is changed far away waits until it is near', async ({
  blog,
  page,
}) => {
  blog.show({
    body: `${SCRIPT}<hearth-map note="posts/zz">${LINK}</hearth-map><p style="height: 9000px">Below</p>`,
    head: `<script>${LISTENER}</script>`,
  });
  await page.goto(`${blog.url}x/`);
  await expect.poll(async () => (await told(blog)).map(([type]) => type)).toEqual(['error']);
  const set = (values: Record<string, unknown>): Promise<void> =>
    blog.map.evaluate((map, given) => void Object.assign(map, given), values);
  await set({ note: 'posts/oil' });
  await expect(blog.frame.getByText('3 notes within 1 link')).toBeVisible();
  await page.evaluate(() => scrollTo(0, 8000));
  await set({ depth: 2 });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(blog.frame.getByText('5 notes within 2 links')).toBeVisible();
  expect((await told(blog)).map(([type]) => type)).toEqual(['error', 'ready', 'ready']);
});

test('a page that becomes another one in its place has the map of that one, and a named note stays', async ({
  blog,
  page,
}) => {
  await page.addInitScript(() => {
    // As in browsers that don't tell of it.
    if (location.search === '?old') Object.defineProperty(window, 'navigation', { value: undefined });
  });
  const about = (title: string): Promise<void> =>
    expect(blog.frame.first().getByRole('heading', { name: `Around ${title}` })).toBeVisible();
  const go = (path: string, title: string): Promise<void> =>
    page.evaluate(
      ([to, name]) => {
        history.pushState({}, '', to);
        if (name !== '') document.title = name!;
      },
      [path, title],
    );
  blog.show({ body: `${SCRIPT + ELEMENT}<hearth-map note="posts/wicks">${LINK}</hearth-map>` });
  for (const old of ['', '?old']) {
    await page.goto(`${blog.url}posts/lamps/${old}`);
    await about('Lamps');
    await blog.map.last().evaluate((map) => map.scrollIntoView());
    await expect(page.locator('iframe').last()).toHaveAttribute('title', 'Map of notes around Wicks');
    const asked = (): string[] => blog.asked.filter((path) => /\/embed\/.*note=/.test(path));
    const named = asked().length;
    await go('/posts/fire/', old === '' ? '' : 'Fire');
    await about('Fire');
    if (old === '') {
      await page.evaluate(() => history.back());
      await about('Lamps');
    }
    await page.evaluate(() => history.pushState({}, '', '#part'));
    await page.evaluate((canonical) => {
      history.pushState({}, '', '/elsewhere/');
      const link = Object.assign(document.createElement('link'), { rel: 'canonical', href: canonical });
      document.head.append(link);
    }, 'https://blog.example/posts/oil/');
    await about('Oil');
    await page.evaluate(() => {
      document.querySelector<HTMLLinkElement>('[rel="canonical"]')!.href =
        'https://blog.example/posts/embers/';
    });
    await about('Embers');
    expect(asked()).toHaveLength(named);
  }
  // Routers put a page's new body in, and only then, a few promises later, its address.
  const before = blog.asked.length;
  await blog.map.first().evaluate(async (map) => {
    map.replaceWith(map.cloneNode(true));
    await Promise.resolve().then(() => {});
    history.pushState({}, '', '/posts/wicks/');
  });
  await about('Wicks');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  expect(blog.asked.slice(before).filter((path) => path.includes('/embed/'))).toHaveLength(1);
  // Nothing of it listens once it is removed.
  const asked = blog.asked.length;
  await page.evaluate(async () => {
    document.querySelectorAll('hearth-map').forEach((map) => map.remove());
    history.pushState({}, '', '/posts/oil/');
    document.title = 'Oil';
    await new Promise((resolve) => setTimeout(resolve, 700));
  });
  expect(blog.asked).toHaveLength(asked);
  expect(blog.complaints).toEqual([]);
});

test('it is dark where its page is, in forced colours where the system forces them, and when that changes', async ({
  blog,
  page,
}) => {
  const head = '<style>.night { background: #111; color: #eee }</style>';
  blog.show({
    body: SCRIPT + `<hearth-map style="--hearth-map-accent: rgb(0, 90, 200)">${LINK}</hearth-map>`,
    head,
  });
  await page.goto(`${blog.url}posts/lamps/`);
  const root = blog.frame.locator('html');
  await expect(root).toHaveAttribute('data-hm-theme', 'light');
  await expect(root).toHaveCSS('--hm-ember', 'rgb(0, 90, 200)');
  await page.evaluate(() => document.body.classList.add('night'));
  await expect(root).toHaveAttribute('data-hm-theme', 'dark');
  await blog.map.evaluate((map) => map.setAttribute('theme', 'light'));
  await expect(root).toHaveAttribute('data-hm-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
  const picture = blog.frame.locator('.stage > canvas').first();
  await expect.poll(async () => (await coloursOf(picture)).ground).toBe('rgb(0, 0, 0)');
  expect((await coloursOf(picture)).count).toBeGreaterThan(50);
});

test('axe objects to nothing, as a map, as a list and beside a card, in both themes', async ({
  blog,
  page,
}) => {
  await page.goto(`${blog.url}map/embed/?note=posts/lamps`);
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.card')).toBeVisible();
  await expectNoObjections(page, { widths: [740] });
  await page.getByRole('button', { name: 'List' }).click();
  await expectNoObjections(page, { widths: [240] });
});

test('axe objects to nothing where the map stands in the main part of its page', async ({ blog, page }) => {
  for (const element of [ELEMENT, ELEMENT.replace('>', ' mode="inline" query="oil">')]) {
    blog.show({ body: `${SCRIPT}<main><h1>Lamps</h1>${element}</main>` });
    await page.goto(`${blog.url}posts/lamps/`);
    await expect(blog.frame.getByRole('application')).toBeVisible();
    await expectNoObjections(page, { within: 'main' });
  }
});

test('the list tells of a note that is pointed at once, and counts in words that fit', async ({
  blog,
  page,
}) => {
  blog.show({ body: SCRIPT + ELEMENT, head: `<script>${LISTENER}</script>` });
  await page.goto(`${blog.url}posts/lamps/`);
  await blog.frame.getByRole('button', { name: 'List' }).click();
  await expect(blog.frame.getByRole('link', { name: /^Wicks.*, 2 links$/ })).toBeVisible();
  await expect(blog.frame.getByRole('link', { name: /, 1 link$/ }).first()).toBeVisible();
  const hovered = async (): Promise<unknown[]> =>
    (await told(blog)).filter(([type]) => type === 'hover').map(([, detail]) => detail?.['title'] ?? null);
  const oil = blog.frame.getByRole('link', { name: 'Oil' });
  await oil.hover();
  await expect.poll(hovered).toEqual(['Oil']);
  await oil.focus();
  await blog.frame.getByRole('link', { name: 'Fire' }).hover();
  await expect.poll(hovered).toEqual(['Oil', null, 'Fire']);
});

test('below the fold it costs its script alone; nothing moves when the map comes, which is painted once', async ({
  blog,
  page,
}) => {
  await page.addInitScript(() => {
    const { fillRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) {
      if (width > 100) performance.mark('painted');
      fillRect.call(this, x, y, width, height);
    };
  });
  // By then the page has told its colours.
  await page.route('**/data/near.*/**', (route) => setTimeout(() => void route.continue(), 100));
  blog.show({
    body: `${SCRIPT}<p style="height: 3000px">Above</p>${ELEMENT}<p>Below</p>`,
    head: '<style>hearth-map { display: block; height: 420px }</style>',
  });
  await page.goto(`${blog.url}posts/lamps/`);
  await page.waitForFunction(() => customElements.get('hearth-map') !== undefined);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  expect(blog.asked.filter((path) => path.startsWith('/map/'))).toEqual(['/map/embed.js']);
  await expect(page.locator('iframe')).toHaveCount(0);
  const shift = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        addEventListener('hearth-ready', () => setTimeout(() => resolve(sum), 300));
      }),
  );
  await blog.map.scrollIntoViewIfNeeded();
  expect(await shift).toBe(0);
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('title', 'Map of notes around Lamps');
  await expect(frame).toHaveAttribute('loading', 'lazy');
  await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer');
  const painted = (): number => performance.getEntriesByName('painted').length;
  expect(await page.frames()[1]!.evaluate(painted)).toBe(1);
});

test('styles that come after all else give the map its colours and places all the same', async ({
  blog,
  page,
}) => {
  blog.show({ body: SCRIPT + ELEMENT });
  const looks = async (): Promise<unknown> => {
    const coming = page.waitForRequest(/\/data\/near\./);
    await page.goto(`${blog.url}posts/lamps/`);
    await coming;
    await expect(page.locator('iframe')).toHaveAttribute('title', /Lamps$/);
    const canvas = blog.frame.locator('.stage > canvas').first();
    return [await coloursOf(canvas), await canvas.boundingBox()];
  };
  const inTime = await looks();
  let isAsked = false;
  page.on('request', (request) => (isAsked ||= request.url().includes('/data/near.')));
  await page.route('**/embed-page-*.css', async (route) => {
    // What is shown is asked for meanwhile.
    await expect.poll(() => isAsked).toBe(true);
    setTimeout(() => void route.continue(), 300);
  });
  expect(await looks()).toEqual(inTime);
});

test('the wheel and one finger are the page’s, until somebody has clicked into the map', async ({
  blog,
  page,
}) => {
  blog.show({ body: `${SCRIPT + ELEMENT}<p style="height: 3000px">Below</p>` });
  await page.goto(`${blog.url}posts/lamps/`);
  await expect(blog.frame.getByRole('application')).toBeVisible();
  const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
  await page.mouse.move(20, 380);
  await page.mouse.wheel(0, 60);
  await expect.poll(scrolled).toBe(60);
  await page.mouse.click(30, 300);
  await page.mouse.wheel(0, 60);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  expect(await scrolled()).toBe(60);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('a first tap shows what a note is, and a second one opens it', async ({ blog, page }) => {
    blog.show({ body: SCRIPT + ELEMENT });
    await page.goto(`${blog.url}posts/lamps/`);
    await expect(blog.frame.getByRole('application')).toBeVisible();
    const { x, y } = await placeOfNote(blog);
    await page.touchscreen.tap(x, y);
    await expect(blog.frame.locator('.card')).toBeVisible();
    expect(page.url()).toBe(`${blog.url}posts/lamps/`);
    await page.touchscreen.tap(x, y);
    await page.waitForURL(/\/posts\/(?!lamps)\w+\/$|\?ghost=/);
  });
});
