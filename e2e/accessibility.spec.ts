import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './explorer.ts';

const STATES = [
  ['the beginning', './'],
  ['an open note', 'notes/reading/keyboard/'],
  ['formulas and code', 'notes/writing/formulas/'],
  ['a search', './?q=map'],
  ['a search without hits', './?q=zzqxv'],
  ['the map around a note', 'notes/map/the-map/?view=local&depth=2'],
  ['a name not written yet', './?ghost=a-note-nobody-has-written'],
  ['link health', './?page=health'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const [name, address] of STATES) {
      test(`${name} has nothing that axe objects to`, async ({ explorer, page }) => {
        await explorer.open(address);
        if (address.includes('?q=map'))
          await expect(explorer.hits.first().locator('.hm-hit-text')).not.toBeEmpty();
        await expect(explorer.title).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        ).toEqual([]);
      });
    }

    test('a phone has nothing that axe objects to', async ({ explorer, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await explorer.open('notes/reading/keyboard/');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
    });
  });
}
