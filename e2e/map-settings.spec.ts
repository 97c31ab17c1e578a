import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const settings = (page: Page) => page.getByRole('region', { name: 'Map settings' });
const opener = (page: Page) => page.getByRole('button', { name: 'Map settings' });

async function download(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await settings(page).getByRole('button', { name, exact: true }).click();
  const file = await waiting;
  return (await readFile(await file.path())).toString('latin1');
}

test('what is hidden leaves the map and the list, and the address brings it back so', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  const all = await page.locator('.hm-list-head').textContent();
  await opener(page).click();
  await settings(page)
    .getByLabel(/Neighbours/)
    .fill('5');
  await expect(explorer.chip).toContainText('shown');
  const some = await page.locator('.hm-list-head').textContent();
  expect(some).not.toBe(all);
  expect(some).toMatch(/\d+ of \d+ notes/);
  await expect(page).toHaveURL(/links=5/);
  await page.reload();
  await explorer.drawn();
  await expect(page.locator('.hm-list-head')).toHaveText(some!);
  await opener(page).click();
  await settings(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(page).not.toHaveURL(/links/);
  await expect(page.locator('.hm-list-head')).toHaveText(all!);
});

test('a note that is open stays on the map, whatever is hidden', async ({ explorer }) => {
  await explorer.open('notes/map/the-map/?links=900');
  await expect(explorer.chip).toHaveText(/^1 of/);
});

test('colours say what the legend says', async ({ explorer, page }) => {
  await explorer.open('./');
  await opener(page).click();
  await settings(page).getByRole('button', { name: 'Links', exact: true }).click();
  await expect(page).toHaveURL(/colour=links/);
  await expect(
    settings(page)
      .getByText(/\d+ neighbours/)
      .first(),
  ).toBeVisible();
  await settings(page).getByRole('button', { name: 'Folder', exact: true }).click();
  await expect(page).toHaveURL(/colour=folder/);
  await expect(settings(page).locator('li').first()).toContainText(/\w+ +\d+/);
});

test('the map can be taken away as a picture and as data', async ({ explorer, page }) => {
  await explorer.open('./?links=3');
  await opener(page).click();
  expect((await download(page, 'PNG')).slice(1, 4)).toBe('PNG');
  const json = JSON.parse(await download(page, 'JSON')) as { nodes: { title: string }[]; links: object[] };
  await expect(explorer.chip).toHaveText(/^\d+ of/);
  const count = Number(/^\d+/.exec((await explorer.chip.textContent())!)![0]);
  expect(json.nodes).toHaveLength(count);
  for (const name of ['SVG', 'GraphML']) {
    const text = await download(page, name);
    const found = await page.evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'application/xml');
      const count = (tag: string): number => parsed.getElementsByTagName(tag).length;
      const nodes = count('node') + count('circle');
      return { errors: count('parsererror'), nodes, texts: count('text'), shapes: count('image') };
    }, text);
    expect(found.errors, name).toBe(0);
    expect(found.nodes, name).toBe(count);
    if (name !== 'SVG') continue;
    expect(found.texts).toBeGreaterThan(5);
    expect(found.shapes).toBe(1);
  }
});

test('tags and attachments join the map as nodes: they are walked to, lead somewhere, and are taken away too', async ({
  explorer,
  page,
}) => {
  await explorer.open('notes/start/what-hearthmap-is/');
  await opener(page).click();
  await settings(page).getByRole('checkbox', { name: 'Tags' }).check();
  await settings(page).getByRole('checkbox', { name: 'Attachments' }).check();
  await expect(page).toHaveURL(/also=tags%2Cattachments/);
  await expect(settings(page).getByRole('checkbox', { name: 'Attachments' })).toHaveAccessibleName(
    /Attachments \d+/,
  );
  const json = JSON.parse(await download(page, 'JSON')) as { nodes: { kind: string; url: string }[] };
  const picture = json.nodes.find(({ kind }) => kind === 'attachment')!;
  expect((await page.request.get(picture.url)).ok()).toBe(true);

  // The address brings them back.
  await page.reload();
  await explorer.drawn();
  await explorer.canvas.focus();
  const said = page.locator('.hm-map [role=status]');
  const walkTo = async (wanted: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('ArrowRight');
      await expect(said).toContainText('neighbour');
      if (wanted.test(await said.innerText())) return;
    }
    throw new Error(`no neighbour is ${String(wanted)}`);
  };
  await walkTo(/three-panes\.svg, an attachment of 1 note,/);
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Enter');
  expect((await opened).url()).toMatch(/\/files\/notes\/images\/three-panes\.svg$/);
  await walkTo(/#start, a tag of \d+ notes,/);
  // A tag has no links to ask about, and can't be selected.
  await page.keyboard.press('w');
  await page.keyboard.press('x');
  await expect(page).not.toHaveURL(/why=|picks?=/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tag=start/);
  await expect(explorer.hits.first()).toBeVisible();
  // Without the query the map is still filtered, and the list says how to have the others back.
  await explorer.search.press('Escape');
  await page.locator('.hm-list-head').getByRole('button', { name: 'Show all notes' }).press('Enter');
  await expect(page).not.toHaveURL(/tag=/);
  await expect(page.locator('.hm-notes a').first()).toBeFocused();
});

test('the settings open and close by keys, and give the focus back', async ({ explorer, page }) => {
  await explorer.open('./');
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(settings(page).getByRole('button', { name: 'Writing' })).toBeFocused();
  await settings(page)
    .getByLabel(/Orphans/)
    .focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/hide=orphans/);
  await page.keyboard.press('Escape');
  await expect(settings(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
  // Zoomed to 400 %, no other button covers it.
  await page.setViewportSize({ width: 320, height: 256 });
  await opener(page).click({ trial: true });
});

test('a query filters the map as it is typed, says what it does not know, and is in the address', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await opener(page).click();
  const field = settings(page).getByLabel('Only notes that match');
  await field.fill('tga:map -path:health');
  await expect(settings(page).getByText('did you mean “tag:”')).toBeVisible();
  await settings(page).getByRole('button', { name: 'Write tag:' }).click();
  await expect(field).toHaveValue('tag:map -path:health');
  await expect(explorer.chip).toContainText('shown');
  const heads = page.locator('.hm-list-head');
  await expect(heads).toHaveText(/^\s*\d+ of/);
  const some = (await heads.textContent())!;
  await expect(page).toHaveURL(/only=tag/);
  await page.reload();
  await explorer.drawn();
  await expect(heads).toHaveText(some);
  await expect(page.locator('.hm-notes')).toContainText('Paths');

  // A search finds what is on the map, and tells of the rest.
  await explorer.search.fill('keyboard');
  await expect(heads).not.toContainText('titles');
  await expect(explorer.chip).toHaveText(/^\d+ of \d+ hits lit · \d+ of \d+ shown$/);
  const [lit, of] = (await explorer.chip.innerText()).match(/\d+/g)!.map(Number);
  await expect(heads).toContainText(new RegExp(`^${lit} notes`));
  await expect(page.getByText(`filters hide ${of! - lit!} more notes`)).toBeVisible();
  await explorer.search.fill('path:health');
  await expect(page.getByRole('heading', { name: 'Not on the map now' })).toBeVisible();
  await expectNoObjections(page);
  await page.getByRole('button', { name: 'Show all notes' }).click();
  await expect(explorer.hits.first()).toBeFocused();
  await explorer.search.focus();
  await page.mouse.move(0, 0);
  await expect(explorer.chip).toHaveText(/^\d+ hits lit of/);
  await expect(page).not.toHaveURL(/only=/);
});

test('words of headings filter the map, and what does not come is told', async ({ explorer, page }) => {
  await page.route('**/headings.*.json', (route) => route.fulfill({ status: 503 }));
  await explorer.open('./?only=section%3A%22on+the+map%22');
  await expect(page.getByText('The site answered 503 for the headings of its notes.')).toBeVisible();
  const heads = page.locator('.hm-list-head');
  const all = (await heads.textContent())!;
  await page.unroute('**/headings.*.json');
  await page.reload();
  await explorer.drawn();
  await expect(heads).toHaveText(/^\s*\d+ of/);
  await expect(heads).not.toHaveText(all);
  await expect(page.locator('.hm-notes')).toHaveText(/keyboard/);
  await expect(page.locator('.hm-notes')).toHaveText(/Embedding/);
});

test('groups colour notes by rules that are added, ordered and removed by keys', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await opener(page).click();
  await settings(page).getByRole('button', { name: 'Groups', exact: true }).click();
  await settings(page).getByLabel('Notes of group 1').fill('tag:map');
  await settings(page).getByRole('button', { name: 'Add a group' }).press('Enter');
  await expect(settings(page).getByLabel('Notes of group 2')).toBeFocused();
  await page.keyboard.type('path:map/');
  await expect(page).toHaveURL(/colour=groups&group=blue%3Atag%3Amap&group=green%3Apath%3Amap%2F/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(settings(page).getByLabel('Notes of group 1')).toBeFocused();
  await expect(settings(page).getByLabel('Notes of group 1')).toHaveValue('path:map/');
  await settings(page).getByLabel('Colour of group 1').selectOption('rose');
  await expect(page).toHaveURL(/group=rose%3Apath%3Amap%2F&group=blue/);
  await settings(page).getByRole('button', { name: 'Remove group 2' }).press('Enter');
  await expect(page).not.toHaveURL(/group=blue/);
  await expect(settings(page).getByLabel('Notes of group 1')).toBeFocused();
  const box = await settings(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth);
  expect(box).toBe(0);
});

test('a day or a view that the author named filters the map, and has an address', async ({
  explorer,
  page,
}) => {
  await explorer.open('./?map=writing');
  await expect(explorer.chip).toContainText('shown');
  await opener(page).click();
  const views = settings(page).getByRole('group', { name: 'Views' });
  await expect(views.getByRole('button', { name: 'Writing' })).toHaveAttribute('aria-pressed', 'true');
  await expect(settings(page).getByLabel('Only notes that match')).toHaveValue(/^path:writing/);
  await views.getByRole('button', { name: 'With formulas or code' }).click();
  await expect(page).toHaveURL(/\?map=with-formulas-or-code$/);
  await expect(settings(page).getByLabel('Notes of group 2')).toHaveValue('has:code');
  await expect(settings(page).locator('.hm-groups small').nth(1)).toHaveText(/^[1-9]/);
  await views.getByRole('button', { name: 'All notes' }).click();
  await expect(page).not.toHaveURL(/map=/);
  await settings(page).getByLabel('From', { exact: true }).fill('2026-11-22');
  await expect(settings(page).getByLabel('Only notes that match')).toHaveValue('after:2026-11-22');
  await expect(explorer.chip).toContainText('shown');
  await explorer.open('./?map=nothing-of-that-kind');
  await expect(page.getByRole('alert')).toContainText('nothing-of-that-kind');
});

test('axe finds nothing in the settings, and nothing in them is cut off', async ({ explorer, page }) => {
  test.slow();
  await explorer.open('./?links=2&colour=groups&group=rose:tag:map&group=has:mathh&only=-path:(health');
  await opener(page).click();
  const ready = async (): Promise<void> => {
    await expect(settings(page)).toBeVisible();
    await expect
      .poll(async () => {
        const box = (await settings(page).boundingBox())!;
        return box.x + box.width - page.viewportSize()!.width;
      })
      .toBeLessThanOrEqual(0);
    expect(await settings(page).evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
  };
  await expectNoObjections(page, { widths: [1280, 390], ready });
});
