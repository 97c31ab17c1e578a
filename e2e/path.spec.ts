import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

test('a path is chosen by title, read step by step, and followed', async ({ explorer, page }) => {
  await explorer.open('notes/writing/footnotes/');
  const camera = await explorer.canvas.getAttribute('data-camera');
  await page.getByRole('button', { name: 'Path', exact: true }).click();
  const field = page.getByRole('combobox', { name: /path leads to/ });
  await expect(field).toBeFocused();
  await expect(page).toHaveURL(/\?path=writing\/footnotes~$/);
  await field.pressSequentially('the map');
  await expect(page.getByRole('option').first()).toHaveText('The map');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');

  const answer = page.getByRole('region', { name: 'From Footnotes to The map' });
  await expect(answer.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).toHaveURL(/\?path=writing\/footnotes~map\/the-map$/);
  await expect(answer.getByRole('status')).toHaveText(/^\d links?/);
  const stops = answer.locator('ol > li > a');
  await expect(stops.first()).toHaveText('Footnotes');
  await expect(stops.last()).toHaveText('The map');
  const steps = (await stops.count()) - 1;
  expect(steps).toBeGreaterThan(1);
  await expect(answer.locator('.hm-hop')).toHaveCount(steps);
  await expect(answer.locator('.hm-hop mark')).toHaveCount(steps);
  await explorer.moved(camera);

  // Each step is a link of the first of the two, to be found in its text.
  const second = await stops.nth(1).innerText();
  await stops.nth(1).click();
  await expect(explorer.title).toHaveText(second);
  await expect(answer).toBeVisible();
  await page.goBack();
  await expect(explorer.title).toHaveText('Footnotes');
  await expect(answer).toBeVisible();
  await page.goBack();
  await expect(field).toBeVisible();
  await page.goForward();
  await expect(answer).toBeVisible();
});

test('one address restores the path, under any path of the site', async ({ explorer, page }) => {
  await explorer.open('/some/where/?path=writing/footnotes~map/the-map&way=either');
  const answer = page.getByRole('region', { name: 'From Footnotes to The map' });
  await expect(answer.getByRole('button', { name: 'Either way' })).toHaveAttribute('aria-pressed', 'true');
  await expect(answer.locator('ol > li')).not.toHaveCount(0);
  await answer.getByRole('button', { name: 'In their direction' }).click();
  await expect(page).toHaveURL(/\/some\/where\/\?path=writing\/footnotes~map\/the-map$/);
});

test('paths that are equally short are looked at one after another', async ({ explorer, page }) => {
  await explorer.open('./?path=writing/footnotes~map/the-map&way=either');
  const answer = page.getByRole('region', { name: /^From/ });
  const way = async (): Promise<string> => (await answer.locator('ol > li > a').allInnerTexts()).join(' > ');
  await expect(answer.locator('ol > li').first()).toBeVisible();
  const [, all] = /1 of (\d+)/.exec(await answer.getByText(/^1 of \d+$/).innerText())!;
  const seen = new Set([await way()]);
  for (let i = 1; i < Number(all); i++) {
    await answer.getByRole('button', { name: 'Next path' }).click();
    await expect(answer.getByText(`${i + 1} of ${all}`, { exact: true })).toBeVisible();
    seen.add(await way());
  }
  expect(seen.size).toBe(Number(all));
  await expect(answer.getByRole('status')).toHaveText(new RegExp(`path ${all} of ${all}`));
  await answer.getByRole('button', { name: 'Next path' }).click();
  expect(seen).toContain(await way());
});

test('where no path leads, it says so and offers what does', async ({ explorer, page }) => {
  // Nothing links to the handbook's first page.
  await explorer.open('./?path=map/the-map~index');
  const answer = page.getByRole('region', { name: /^From/ });
  await expect(answer.getByRole('status')).toHaveText(
    'No path leads from The map to Hearthmap handbook along the direction of links',
  );
  await expect(answer.getByRole('button', { name: /^Either way along links: \d links?$/ })).toBeVisible();
  await answer.getByRole('button', { name: /^From Hearthmap handbook to The map: \d links?$/ }).click();
  await expect(page).toHaveURL(/\?path=index~map\/the-map$/);
  await expect(answer.locator('ol > li').first()).toBeVisible();

  await explorer.open('./?path=map/the-map~writing/a-lonely-note');
  await expect(answer.getByText('no links join them')).toBeVisible();
});

test('a path may end at a name that nobody has written', async ({ explorer, page }) => {
  await explorer.open('./?path=writing/footnotes~?a-note-nobody-has-written');
  const stops = page.locator('.hm-answer ol > li > a');
  await expect(stops.last()).toHaveText('a note nobody has written');
  await expect(stops.nth(-2)).toHaveText('Ghosts');
  await stops.last().click();
  await expect(page).toHaveURL(/\?ghost=a-note-nobody-has-written&path=/);
});

test('without a mouse: P, a title, Enter, Escape', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/');
  await explorer.canvas.focus();
  await page.keyboard.press('p');
  await expect(page.getByRole('combobox', { name: /path leads to/ })).toBeFocused();
  await page.keyboard.type('formulas');
  await expect(page.locator('.hm-answer [role=status]')).toHaveText(/\d titles?/);
  await page.keyboard.press('Enter');
  const answer = page.getByRole('region', { name: /^From The map to/ });
  await expect(answer.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(answer).toBeHidden();
  await expect(explorer.canvas).toBeFocused();
  await expect(page).toHaveURL(/notes\/map\/the-map\/$/);
});

test('a title that no note has is told', async ({ explorer, page }) => {
  await explorer.open('notes/map/the-map/?path=map/the-map~');
  await page.getByRole('combobox', { name: /path leads to/ }).fill('zzqxv');
  await expect(page.locator('.hm-answer [role=status]')).toHaveText('No title has these words');
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('the path is drawn on the map in the accent colour', async ({ explorer, page }) => {
  // The site's policy lets no page read pictures like this; an empty page may.
  const empty = await page.context().newPage();
  const accented = async (): Promise<number> => {
    const accent = await page.evaluate(() => {
      const probe = document.createElement('i');
      probe.style.color = 'var(--hm-ember)';
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color.match(/\d+/g)!.map(Number);
    });
    const picture = (await explorer.canvas.screenshot()).toString('base64');
    return empty.evaluate(
      async ([data, colour]) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
        let count = 0;
        for (let i = 0; i < pixels.length; i += 4) {
          if (colour.every((value, k) => Math.abs(pixels[i + k]! - value) < 24)) count++;
        }
        return count;
      },
      [picture, accent] as const,
    );
  };
  await explorer.open('./?path=writing/footnotes~');
  const before = await accented();
  await page.getByRole('combobox').fill('the map');
  await page.getByRole('option').first().click();
  await expect(page.locator('.hm-answer ol > li').first()).toBeVisible();
  await expect.poll(accented).toBeGreaterThan(before + 200);
});

test('the map stays where the reader moved it, whatever the pointer passes', async ({ explorer, page }) => {
  await explorer.open('./?path=writing/footnotes~map/the-map');
  await expect(page.locator('.hm-answer ol > li').first()).toBeVisible();
  await page.waitForTimeout(600);
  const fitted = await explorer.canvas.getAttribute('data-camera');
  await explorer.canvas.focus();
  await page.keyboard.press('+');
  await explorer.moved(fitted);
  await page.waitForTimeout(500);
  const moved = await explorer.canvas.getAttribute('data-camera');
  const box = (await explorer.canvas.boundingBox())!;
  let links = 0;
  for (let x = 40; x < box.width - 40; x += 6) {
    await page.mouse.move(box.x + x, box.y + box.height / 2);
    if ((await explorer.chip.innerText()).includes(' – ')) links++;
  }
  expect(links).toBeGreaterThan(0);
  await page.waitForTimeout(600);
  expect(await explorer.canvas.getAttribute('data-camera')).toBe(moved);
});

for (const [name, address] of [
  ['a path', 'notes/writing/footnotes/?path=writing/footnotes~map/the-map&way=either'],
  ['the choice of a path', 'notes/writing/footnotes/?path=writing/footnotes~'],
  ['no path', './?path=map/the-map~writing/a-lonely-note'],
] as const) {
  test(`axe objects to nothing in ${name}`, async ({ explorer, page }) => {
    test.slow();
    await explorer.open(address);
    const ready = async (): Promise<void> => {
      await expect(page.locator('.hm-answer')).toBeVisible();
      await expect(page.locator('.hm-answer .hm-late')).toHaveCount(0);
    };
    await expectNoObjections(page, { widths: [1280, 390], ready });
  });
}
