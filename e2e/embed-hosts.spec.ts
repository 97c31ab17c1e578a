/** `<hearth-map>` in pages that make it hard: in each the map works, or the link in it is seen. */
import { expect, LINK, placeOfNote, SCRIPT, test, type Blog } from './blog.ts';

const ELEMENT = `<hearth-map note="posts/lamps">${LINK}</hearth-map>`;

async function expectMap({ frame, complaints }: Blog): Promise<void> {
  await expect(frame.getByRole('heading', { name: 'Around Lamps' })).toBeVisible();
  await expect(frame.getByRole('application')).toBeVisible();
  expect(complaints).toEqual([]);
}

test('a page that unsets every style of everything', async ({ blog, page }) => {
  blog.show({
    head: '<style>* { all: unset !important } iframe, canvas { display: none !important }</style>',
    body: `${SCRIPT}<div>${ELEMENT}</div>`,
  });
  await page.goto(blog.url);
  await expectMap(blog);
  const box = await page.locator('iframe').boundingBox();
  expect(box!.height).toBe(420);
  expect(box!.width).toBe(1280);
});

test('in a column that is centred or as wide as its content, floated, placed freely or written downwards, it is as wide as there is room', async ({
  blog,
  page,
}) => {
  blog.show({
    head: '<style>main { display: flex; flex-direction: column; align-items: center }</style>',
    body: `${SCRIPT}<main><p>Text</p>${ELEMENT}</main>`,
  });
  await page.goto(blog.url);
  await expectMap(blog);
  for (const [style, width] of [
    ['main { display: flex; flex-direction: column; align-items: center }', 1280],
    ['main { display: grid; justify-items: center }', 1280],
    ['hearth-map { float: left }', 1280],
    ['hearth-map { display: inline-block; vertical-align: top }', 1280],
    ['hearth-map { position: absolute; left: 40px }', 1240],
    ['hearth-map { margin: 0 auto; max-width: 700px; border: 5px solid }', 710],
    ['main { float: left }', 640],
    ['main { display: inline-block }', 640],
    ['main { display: table-cell }', 640],
    ['main { width: fit-content }', 640],
    ['main { position: absolute }', 640],
    ['main { position: absolute } * { all: unset !important } main { float: left !important }', 640],
    ['body { writing-mode: vertical-rl }', 640],
    ['main { width: 240px; display: flex; flex-direction: column; align-items: center }', 240],
    ['main { width: 240px } hearth-map { float: right }', 240],
    ['main { display: grid; grid-template-columns: 1fr; width: 240px }', 240],
    ['main { display: flex; width: 240px } p { flex: none; width: 160px }', 80],
  ] as const) {
    await page.evaluate(
      (text) => (document.querySelector('style')!.textContent = text),
      `body { margin: 0 } ${style}`,
    );
    expect((await blog.map.boundingBox())!.width, style).toBe(width);
    const { width: map, height } = (await page.locator('iframe').boundingBox())!;
    expect([map, height], style).toEqual([style.includes('border') ? 700 : width, 420]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), style).toBe(1280);
  }
  expect(blog.complaints).toEqual([]);
});

test('in a centred column nothing moves where the page reserves the place', async ({ blog, page }) => {
  blog.show({
    head: `<script>
  window.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += entry.value)))
    .observe({ type: 'layout-shift', buffered: true });
</script><style>
  main { display: flex; flex-direction: column; align-items: center }
  hearth-map { display: block; width: 100%; height: 420px }
</style>`,
    body: `<main><p>Text</p>${ELEMENT}<p>Below</p></main>${SCRIPT}`,
  });
  await page.goto(blog.url);
  await expectMap(blog);
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
});

test('zoomed or scaled by its page, and whatever a rem is there, the pointer meets the notes and the card is as wide as ever', async ({
  blog,
  page,
}) => {
  for (const [style, scale] of [
    ['html { zoom: 1.5 }', 1.5],
    ['div { transform: scale(1.25); transform-origin: 0 0 } div { zoom: 1.2 }', 1.5],
    ['html { font-size: 40px }', 1],
    ['html { font-size: 62.5% }', 1],
  ] as const) {
    for (const mode of ['', ' mode="inline"']) {
      blog.show({
        head: `<style>${style}</style>`,
        body: `${SCRIPT}<div>${ELEMENT.replace(' ', `${mode} `)}</div>`,
      });
      await page.goto(blog.url);
      const shown = mode === '' ? blog.frame : page;
      await expect(shown.getByRole('application')).toBeVisible();
      const { x, y } = await placeOfNote({ map: blog.map, frame: shown });
      await page.mouse.move(x, y, { steps: 2 });
      const card = shown.locator('.card');
      await expect(card, style + mode).toBeVisible();
      await expect(card.locator('.card-links'), style + mode).toHaveCSS('font-size', '12px');
      const width = await card.evaluate((one: HTMLElement) => one.offsetWidth);
      expect(width, style + mode).toBeLessThanOrEqual(304);
      const [around, box] = [(await blog.map.boundingBox())!, (await card.boundingBox())!];
      if (mode === '') continue;
      expect(box.width / width, style).toBeCloseTo(scale, 1);
      // Beside its note.
      const [dx, dy] = [
        Math.max(box.x - x, x - box.x - box.width),
        Math.max(box.y - y, y - box.y - box.height),
      ];
      expect(Math.max(dx, dy), style).toBeLessThan(40 * scale);
      expect(box.x).toBeGreaterThanOrEqual(around.x);
      expect(box.x + box.width).toBeLessThanOrEqual(around.x + around.width);
    }
  }
  expect(blog.complaints).toEqual([]);
});

test.describe('under a policy of', () => {
  test('nothing, script-src, style-src, Trusted Types and a sandbox with its origin, the map is there', async ({
    blog,
    page,
  }) => {
    for (const policy of [
      null,
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'; trusted-types 'none'",
      'sandbox allow-scripts allow-same-origin',
    ]) {
      blog.show({
        body: SCRIPT + ELEMENT,
        headers: policy === null ? {} : { 'Content-Security-Policy': policy },
      });
      await page.goto(blog.url);
      await expectMap(blog);
    }
  });

  test('no frames, the link is seen, and the page is told', async ({ blog, page }) => {
    blog.show({
      body: SCRIPT + ELEMENT,
      headers: { 'Content-Security-Policy': "frame-src 'none'; script-src 'self' 'unsafe-inline'" },
      head: `<script>addEventListener('hearth-error', (event) => (document.title = event.detail.message))</script>`,
    });
    await page.goto(blog.url);
    const link = page.getByRole('link', { name: 'The map of these notes' });
    await expect(link).toBeVisible();
    await expect(page).toHaveTitle('The map did not come: blocked, or not there.');
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(link).toBeVisible();
    expect(blog.complaints.filter((text) => !/Content Security Policy/.test(text))).toEqual([]);
  });

  test('no scripts, and of a sandbox without an origin, the link is seen', async ({ blog, page }) => {
    for (const policy of ["script-src 'none'", 'sandbox allow-scripts']) {
      blog.show({ body: SCRIPT + ELEMENT, headers: { 'Content-Security-Policy': policy } });
      await page.goto(blog.url);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
    }
    expect(blog.complaints.filter((text) => !/Content Security Policy|CORS|net::ERR/.test(text))).toEqual([]);
  });
});

test('without scripts, and where the script isn’t there, the link is seen', async ({
  blog,
  browser,
  page,
}) => {
  blog.show({ body: SCRIPT.replace('embed.js', 'gone.js') + ELEMENT });
  await page.goto(blog.url);
  await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  blog.show({ body: SCRIPT + ELEMENT });
  await plain.goto(blog.url);
  await expect(plain.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
  await context.close();
});

test('a note that nobody has, and an address that is none of the web, leave the link, and the page is told', async ({
  blog,
  page,
}) => {
  const head = `<script>addEventListener('hearth-error', (event) => (document.title = event.detail.message))</script>`;
  for (const [attribute, message] of [
    ['note="posts/zz"', /^There is no note "posts\/zz"/],
    ['src="javascript:alert(1)"', /^Its "src" is no address/],
    ['view="Local"', /^There is no view "Local"\. There are: local, whole, warm\.$/],
  ] as const) {
    blog.show({ head, body: `${SCRIPT}<hearth-map ${attribute}>${LINK}</hearth-map>` });
    await page.goto(blog.url);
    await expect(page).toHaveTitle(message);
    await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeVisible();
    await expect(page.locator('iframe')).toHaveCount(0);
  }
});

test('a map of another origin, by a script of that origin', async ({ blog, page }) => {
  const script = SCRIPT.replace('/map/', blog.elsewhere);
  blog.show({ body: script + ELEMENT });
  await page.goto(`${blog.url}somewhere/`);
  await expectMap(blog);
  await blog.frame.getByRole('button', { name: 'List' }).click();
  await expect(blog.frame.getByRole('link', { name: 'Oil' })).toHaveAttribute(
    'href',
    'https://blog.example/posts/oil/',
  );
  blog.show({ body: `${script}<hearth-map open="explorer">${LINK}</hearth-map>` });
  await page.goto(`${blog.url}posts/wicks/`);
  await blog.frame.getByRole('button', { name: 'List' }).click();
  await blog.frame.getByRole('link', { name: 'Oil' }).click();
  await page.waitForURL(`${blog.elsewhere}notes/posts/oil/`);
});

test('ten of them, the script loaded twice, in 240 pixels', async ({ blog, page }) => {
  await page.setViewportSize({ width: 240, height: 2000 });
  const again = SCRIPT.replace('embed.js', 'embed.js?again');
  const one = `<hearth-map height="180" note="posts/lamps">${LINK}</hearth-map>`;
  blog.show({ head: '<style>body { margin: 0 }</style>', body: SCRIPT + again + one.repeat(10) });
  await page.goto(blog.url);
  for (const index of [0, 4, 9]) {
    const frame = page.locator('hearth-map').nth(index).locator('iframe').contentFrame();
    await expect(frame.getByRole('application')).toBeVisible();
  }
  await expect(page.locator('hearth-map iframe')).toHaveCount(10);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(240);
  expect(blog.complaints).toEqual([]);
});

test('in closed details it waits until they are opened', async ({ blog, page }) => {
  blog.show({ body: `${SCRIPT}<details><summary>Map</summary>${ELEMENT}</details>` });
  await page.goto(blog.url);
  await page.waitForFunction(() => customElements.get('hearth-map') !== undefined);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(blog.asked.filter((path) => path.includes('/embed/'))).toEqual([]);
  await page.locator('summary').click();
  await expectMap(blog);
});

test('hidden and then shown, moved, removed and put back', async ({ blog, page }) => {
  blog.show({ body: `${SCRIPT}<div id="tab" hidden>${ELEMENT}</div><div id="other"></div>` });
  await page.goto(blog.url);
  await page.waitForFunction(() => customElements.get('hearth-map') !== undefined);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(blog.asked.filter((path) => path.includes('/embed/'))).toEqual([]);
  await page.evaluate(() => (document.querySelector<HTMLElement>('#tab')!.hidden = false));
  await expectMap(blog);
  await page.evaluate(() => document.querySelector('#other')!.append(document.querySelector('hearth-map')!));
  await expectMap(blog);
  const left = await page.evaluate(async () => {
    const map = document.querySelector('hearth-map')!;
    map.remove();
    let heard = 0;
    for (const type of ['hearth-error', 'hearth-ready']) map.addEventListener(type, () => heard++);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const inside = map.shadowRoot!.querySelectorAll('iframe').length;
    document.body.append(map);
    return { heard, inside, frames: window.frames.length };
  });
  expect(left).toEqual({ heard: 0, inside: 0, frames: 0 });
  await expectMap(blog);
});

test('moved into another document it keeps its style, and its map without a frame; with one, its link is seen', async ({
  blog,
  page,
}) => {
  for (const mode of ['', ' mode="inline"']) {
    blog.show({
      body: `${SCRIPT}${ELEMENT.replace(' ', `${mode} `)}<iframe id="other" srcdoc="<!doctype html><body></body>" width="800" height="600"></iframe>`,
    });
    await page.goto(`${blog.url}posts/lamps/`);
    await expect(page.getByRole('link', { name: 'The map of these notes' })).toBeHidden();
    await page.evaluate(() => {
      const other = document.querySelector<HTMLIFrameElement>('#other')!.contentDocument!;
      other.body.append(document.querySelector('hearth-map')!);
    });
    const other = page.frameLocator('#other');
    expect((await other.locator('hearth-map').boundingBox())!.height).toBe(420);
    const link = other.getByRole('link', { name: 'The map of these notes' });
    if (mode === '') {
      await expect(other.locator('hearth-map iframe')).toHaveCount(0);
      await expect(link).toBeVisible();
    } else {
      await expect(other.getByRole('application', { name: 'Map: Around Lamps' })).toBeVisible();
      await expect(link).toBeHidden();
    }
  }
  expect(blog.complaints).toEqual([]);
});

test('dark by a page’s word alone, and by what shines through its layers', async ({ blog, page }) => {
  for (const [head, scheme] of [
    ['<meta name="color-scheme" content="dark">', 'dark'],
    ['<style>:root { color-scheme: dark }</style>', 'dark'],
    ['<meta name="color-scheme" content="light dark">', 'light'],
    ['<style>html { background: #fff } body { background: rgb(0 0 0 / 45%) }</style>', 'light'],
    [
      '<style>html { background: oklch(0.2 0 0) } body { background: rgb(255 255 255 / 10%) }</style>',
      'dark',
    ],
  ] as const) {
    blog.show({ head, body: SCRIPT + ELEMENT });
    await page.goto(blog.url);
    await expect(blog.frame.locator('html'), head).toHaveAttribute('data-hm-theme', scheme);
  }
});

test('in a page that may keep nothing', async ({ blog, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    }
  });
  blog.show({ body: SCRIPT + ELEMENT });
  await page.goto(blog.url);
  await expectMap(blog);
});

test('whose headings are named like what the browser lacks', async ({ blog, page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(window, 'navigation'));
  blog.show({
    body: `${SCRIPT}<nav id="navigation"></nav><h2 id="navigation">Navigation</h2>${ELEMENT}`,
  });
  await page.goto(blog.url);
  await expectMap(blog);
});

test('messages of others do nothing, wherever they come from and whatever they say', async ({
  blog,
  page,
}) => {
  blog.show({ body: SCRIPT + ELEMENT + ELEMENT, script: '' });
  await page.goto(`${blog.url}here/`);
  await expect(
    page.locator('hearth-map').nth(1).locator('iframe').contentFrame().getByRole('application'),
  ).toBeVisible();
  const done = await page.evaluate(async (elsewhere) => {
    const heard: string[] = [];
    for (const type of ['select', 'error', 'ready', 'hover'])
      addEventListener(`hearth-${type}`, () => heard.push(type));
    const bad = { note: 'x', title: 'x', blog: `${elsewhere}gone`, explorer: `${elsewhere}gone` };
    const messages = ['select', 'error', 'ready', 'hover'].map((kind) => ({
      hearthmap: 1,
      kind,
      note: bad,
      notes: 1,
      message: 'x',
    }));
    const [first] = Array.from(document.querySelectorAll('hearth-map'));
    const inner = first!.shadowRoot!.querySelector('iframe')!.contentWindow!;
    for (const message of messages) {
      // From the page itself, as a frame of another origin, and from the right frame by a forged event of the wrong origin.
      window.postMessage(message, '*');
      dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin }));
      dispatchEvent(new MessageEvent('message', { data: message, origin: elsewhere, source: inner }));
      // And to the frame, what no host says.
      inner.postMessage(message, '*');
      inner.postMessage({ hearthmap: 2, kind: 'host', scheme: 'dark', look: {} }, '*');
      inner.postMessage({ hearthmap: 1, kind: 'host', scheme: 'dark" onload="x', look: {} }, '*');
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return heard;
  }, blog.elsewhere);
  expect(done).toEqual([]);
  expect(page.url()).toBe(`${blog.url}here/`);
  await expect(blog.frame.first().locator('html')).toHaveAttribute('data-hm-theme', 'light');
});
