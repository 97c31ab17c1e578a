/** Attacks by way of a note, in a real browser: none runs, and pages without the sanitiser show that they would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sirv from 'sirv';
import { sanitiseHtml } from '../src/indexer/sanitise/sanitise.ts';
import { markdownVectors, requestVectors, scriptVectors } from '../src/indexer/sanitise/sanitise.vectors.ts';
import { expect, run, test } from './command.ts';

/** Stands for somebody else's host; the name never leads anywhere. */
const EVIL = 'evil.invalid';
/** Frames that are open at once. */
const TOGETHER = 100;

const ran = (id: number): string => `top.ran(${id})`;
const scripts = scriptVectors(ran);
const requests = requestVectors(EVIL);

/** Opens the root of a server that lives as long as `use`, in a page that notes which attacks ran. */
async function withServer(page: Page, listener: RequestListener, use: () => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await page.addInitScript(() => {
    const host = window as unknown as { ran: (id: number) => void; hits: Set<number> };
    host.hits = new Set();
    host.ran = (id) => void host.hits.add(id);
  });
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await use();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Each text as the article of a page of its own, in frames; every element gets what a reader may do to it. */
async function play(page: Page, articles: readonly string[]): Promise<number[]> {
  const pages: RequestListener = ({ url = '' }, response) => {
    const article = url === '/' ? '' : articles[Number(/^\/page\/(\d+)$/.exec(url)?.[1])];
    response.writeHead(article === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><meta charset="utf-8"><body><article>${article ?? ''}</article>`);
  };
  let hits: number[] = [];
  await withServer(page, pages, async () => {
    for (let first = 0; first < articles.length; first += TOGETHER) {
      await page.evaluate(openFrames, [first, Math.min(first + TOGETHER, articles.length)] as const);
    }
    hits = await page.evaluate(() => [...(window as unknown as { hits: Set<number> }).hits]);
  });
  return hits;
}

/** Runs in the page. */
async function openFrames([from, to]: readonly [number, number]): Promise<void> {
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const frames = Array.from({ length: to - from }, (_, index) => {
    const frame = document.createElement('iframe');
    frame.src = `/page/${from + index}`;
    return frame;
  });
  document.body.replaceChildren(...frames);
  const loaded = frames.map((frame) => new Promise((resolve) => (frame.onload = resolve)));
  await Promise.race([Promise.all(loaded), pause(8_000)]);
  await pause(100);
  const events =
    'dblclick auxclick contextmenu mouseover mouseenter mousemove mousedown mouseup mouseout wheel focus focusin blur ' +
    'focusout keydown keyup keypress input beforeinput change select submit reset copy cut paste drag dragstart dragover ' +
    'drop pointerdown pointerover pointerenter touchstart touchend scroll toggle animationend transitionend load error';
  for (const frame of frames) {
    for (const element of frame.contentDocument?.querySelectorAll('body, body *') ?? []) {
      for (const type of events.split(' ')) element.dispatchEvent(new Event(type));
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }
  await pause(200);
}

/** Joined by so many: what is sanitised is balanced and can't reach its neighbours. */
function joined(texts: readonly string[], size: number): string[] {
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, index) =>
    texts.slice(index * size, (index + 1) * size).join('\n'),
  );
}

test.setTimeout(120_000);

test('attacks run in pages without the sanitiser', async ({ page }) => {
  const tried = scripts.map((vector, id) => ({ ...vector, id })).filter(({ id }) => id % 3 === 0);
  const hits = new Set(
    await play(
      page,
      tried.map(({ html }) => html),
    ),
  );
  const share = (name: string): number => {
    const family = tried.filter((vector) => vector.family === name);
    return family.filter(({ id }) => hits.has(id)).length / family.length;
  };
  // Some are for other browsers, and some only for a sanitiser that reads otherwise than a browser does.
  expect(share('script')).toBeGreaterThan(0.6);
  expect(share('handler')).toBeGreaterThan(0.8);
  expect(share('event')).toBeGreaterThan(0.8);
  expect(share('address')).toBeGreaterThan(0.3);
  expect(share('context')).toBeGreaterThan(0.6);
});

test('none of them runs in a sanitised page', async ({ page }) => {
  expect(scripts.length).toBeGreaterThan(1_000);
  expect(
    await play(
      page,
      joined(
        scripts.map(({ html }) => sanitiseHtml(html)),
        8,
      ),
    ),
  ).toEqual([]);
});

test('no sanitised page asks another host for anything', async ({ page }) => {
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === EVIL) asked.add(request.url());
  });
  const texts = requests.map(({ html }) => html);
  await play(
    page,
    texts.filter((_, index) => index % 5 === 0),
  );
  expect(asked.size).toBeGreaterThan(1);
  asked.clear();
  await page.goto('about:blank');
  await page.route(`**/*${EVIL}*/**`, (route) => route.abort());
  // A click on a link may well lead there.
  const unlinked = texts.map((html) => sanitiseHtml(html).replaceAll(' href=', ' data-href='));
  await play(page, joined(unlinked, 8));
  expect([...asked]).toEqual([]);
});

test.describe('a site made of attacks', () => {
  // Without the policy, so that it can't hide what the sanitiser let through.
  test.use({ bypassCSP: true });

  test('runs none, in titles, tags, headings, file names, formulas, code and addresses', async ({
    box,
    page,
  }) => {
    const notes = plantAttacks(join(box, 'notes'));
    const { code, err } = await run(['build', 'notes', '--out', 'site'], { cwd: box });
    expect(err).not.toContain('fault of Hearthmap');
    expect(code).toBe(0);
    const other = new Set<string>();
    page.on('request', (request) => other.add(new URL(request.url()).hostname));
    const found: string[] = [];

    await withServer(page, sirv(join(box, 'site'), { dev: false }), async () => {
      const look = async (): Promise<void> => {
        found.push(...(await page.evaluate(findDangers)));
      };
      await page.waitForFunction(() => performance.getEntriesByName('hearthmap:map-drawn').length > 0);
      await page.getByRole('searchbox', { name: 'Search the notes' }).fill('onerror');
      await expect(page.locator('.hm-results li a').first()).toBeVisible();
      await look();
      const root = page.url().replace(/[?#].*$/, '');
      const slugs = await page.evaluate(async () => {
        const site = (await (await fetch('site.json')).json()) as { map: string };
        return ((await (await fetch(site.map)).json()) as { slugs: string[] }).slugs;
      });
      expect(slugs.length).toBe(notes);
      for (const slug of slugs) {
        await page.goto(`${root}notes/${slug.split('/').map(encodeURIComponent).join('/')}/`);
        await expect(page.locator('h1').first()).toBeVisible();
        await look();
      }
    });
    expect(found).toEqual([]);
    expect([...other]).toEqual(['127.0.0.1']);
  });
});

/** Writes notes that hold every attack in their texts and some in every other place, and says how many. */
function plantAttacks(folder: string): number {
  mkdirSync(folder);
  const short = scripts
    .map(({ html }) => html)
    .filter((html) => html.length < 120 && !/[\0-\x1f/]/.test(html));
  const bodies = joined(
    [...scripts, ...requests, ...markdownVectors(ran)].map(({ html }) => html),
    70,
  );
  bodies.forEach((body, index) => {
    const attack = short[(index * 37) % short.length]!;
    const another = short[(index * 37 + 11) % short.length]!;
    const quoted = JSON.stringify(attack);
    const text = `---
title: ${quoted}
tags: [${quoted}, ${JSON.stringify(another)}]
aliases: [${quoted}]
description: ${quoted}
---
# ${another} {#x${index}}

\\\\(${attack}\\\\) \\\\(\\href{javascript:${ran(0)}}{x}\\\\) $$\\htmlClass{hm-note}{x} ${another}$$

\`${attack}\`

~~~${attack.replaceAll('~', '')}
${another}
~~~

[[${attack}]] [[note ${index + 1}|${attack}]] [x](<${another}>) ![${another}](x.png) [[javascript:${ran(1)}]]

{{< figure src="javascript:${ran(2)}" link="javascript:${ran(3)}" caption="${attack.replaceAll('"', "'")}" >}}
{{< ${attack.replace(/[^a-z]/g, '')} >}} {{< youtube "${attack.replaceAll('"', '')}" >}}

${body}
`;
    const name = index % 2 === 0 ? `${attack.slice(0, 100)} ${index}` : `note ${index}`;
    writeFileSync(join(folder, `${name}.md`), text);
  });
  return bodies.length;
}

/** Runs in the page: what ran, and what would run if one only touched it. */
function findDangers(): string[] {
  const found = [...(window as unknown as { hits: Set<number> }).hits].map((id) => `${id} ran`);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const runs =
        /^(?:href|src|action|formaction|data|poster)$/.test(name) && /^[\0- ]*javascript:/i.test(value);
      if (runs || /^on|srcdoc/.test(name)) found.push(`${element.tagName} ${name}="${value}"`);
    }
  }
  for (const element of document.querySelectorAll(
    'article :is(script, style, iframe, object, embed, form, base, link)',
  )) {
    found.push(`<${element.tagName}>`);
  }
  return found;
}
