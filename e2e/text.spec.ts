import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a footnote opens beside its mark, and Escape leads back to it', async ({ explorer, page }) => {
  await explorer.open('notes/writing/footnotes/');
  const mark = page.locator('a.footnote-ref').last();
  const note = page.getByRole('dialog', { name: 'Footnote 2' });
  await expect(async () => {
    await mark.click();
    await expect(note).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(note).toBeFocused();
  await expect(note).toContainText('Names are for you.');
  await expectNoObjections(page, { within: '.hm-footnote' });
  const address = page.url();
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(mark).toBeFocused();
  expect(page.url()).toBe(address);
  await mark.press('Enter');
  await note.getByRole('link', { name: 'formula' }).click();
  await expect(explorer.title).toHaveText('Formulas');
  await expect(note).toBeHidden();
});

test('code is copied by its button, a formula as its TeX', async ({ explorer, page }) => {
  await explorer.open('notes/writing/code/');
  await page.getByRole('button', { name: 'Copy the code' }).nth(1).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toMatch(/^neighbours :: Graph -> Note -> \[Note\]\n/);

  await explorer.open('notes/writing/footnotes/');
  await expect(page.locator('.hm-code-box').first()).toBeVisible();
  const item = page.locator('li[id="fn:2"] p');
  await item.evaluate((element) => getSelection()!.selectAllChildren(element));
  await page.keyboard.press('ControlOrMeta+c');
  expect(await clipboard()).toMatch(/refers to a formula \$1 \+ 1 = 2\$\./);
});

test('a folded callout opens, and an embedded note leads to its source', async ({ explorer, page }) => {
  await explorer.open('notes/vault/callouts/');
  const inside = page.locator('.callout-example');
  await expect(inside).toBeHidden();
  await page.getByText('Can callouts stand in each other?').click();
  await expect(inside).toBeVisible();

  await explorer.open('notes/vault/embeds/');
  const embed = page.getByRole('group', { name: 'Embedded: A small thought' });
  await expect(embed).toContainText('small enough');
  await embed.getByRole('link', { name: 'A small thought' }).click();
  await expect(explorer.title).toHaveText('A small thought');
});

test('neither code nor a table nor a formula makes the page wider than a phone', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['notes/writing/formulas/', 'notes/writing/code/', 'notes/vault/callouts/']) {
    await page.goto(address);
    await expect(explorer.title).toBeVisible();
    await expect
      .poll(() => page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth))
      .toBeLessThanOrEqual(0);
  }
});
