import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const WIDTHS = [1280, 390];

const STATES = [
  ['the beginning', './'],
  ['an open note', 'notes/reading/keyboard/'],
  ['formulas and code', 'notes/writing/formulas/'],
  ['callouts', 'notes/vault/callouts/'],
  ['embeds', 'notes/vault/embeds/'],
  ['a search', './?q=map'],
  ['a search without hits', './?q=zzqxv'],
  ['the map around a note', 'notes/map/the-map/?view=local&depth=2'],
  ['a name not written yet', './?ghost=a-note-nobody-has-written'],
  ['link health', './?page=health'],
] as const;

test.describe('in both themes, on a wide screen and a phone, axe objects to nothing in', () => {
  test.slow();

  for (const [name, address] of STATES) {
    test(name, async ({ explorer, page }) => {
      await explorer.open(address);
      if (name === 'a search') await expect(explorer.hits.first().locator('.hm-hit-text')).not.toBeEmpty();
      await expect(explorer.title).toBeVisible();
      await expectNoObjections(page, { widths: WIDTHS });
    });
  }

  test('notes side by side, and a preview over them', async ({ explorer, page }) => {
    await explorer.open('notes/map/regions/?beside=map/the-map');
    const body = page.locator('.hm-stacked[aria-current] .hm-body');
    await body.waitFor();
    await expectNoObjections(page, { widths: [390] });
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /ReaderAids-.*\.js/.test(name)),
    );
    await body.locator('a').first().hover();
    await expect(page.locator('.hm-preview .hm-note')).toBeVisible();
    await expectNoObjections(page);
  });

  test('the look of the text', async ({ explorer, page }) => {
    await explorer.open('notes/reading/keyboard/');
    await page.getByRole('button', { name: 'Look of the text' }).click();
    await expectNoObjections(page, { widths: WIDTHS });
  });
});
