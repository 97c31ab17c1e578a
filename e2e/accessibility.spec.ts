import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';

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

/** What axe objects to. Colours are all that differs in the dark. */
async function objections(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours axe objects to nothing in`, () => {
    test.use({ colorScheme });

    for (const [name, address] of STATES) {
      test(name, async ({ explorer, page }) => {
        await explorer.open(address);
        if (name === 'a search') await expect(explorer.hits.first().locator('.hm-hit-text')).not.toBeEmpty();
        await expect(explorer.title).toBeVisible();
        expect(await objections(page, colorScheme)).toEqual([]);
      });
    }

    test('a preview over notes side by side', async ({ explorer, page }) => {
      await explorer.open('notes/map/regions/?beside=map/the-map');
      await page.locator('.hm-stacked[aria-current] .hm-body').waitFor();
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /ReaderAids-.*\.js/.test(name)),
      );
      await page.locator('.hm-stacked[aria-current] .hm-body a').first().hover();
      await expect(page.locator('.hm-preview .hm-note')).toBeVisible();
      expect(await objections(page, colorScheme)).toEqual([]);
    });

    test('notes side by side on a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('notes/map/regions/?beside=map/the-map');
      await page.locator('.hm-stacked[aria-current] .hm-body').waitFor();
      expect(await objections(page, colorScheme)).toEqual([]);
    });

    test('a note on a phone', async ({ explorer, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('notes/reading/keyboard/');
      await expect(page.locator('.hm-bar')).toBeVisible();
      await expect(explorer.title).toBeVisible();
      expect(await objections(page, colorScheme)).toEqual([]);
    });
  });
}
