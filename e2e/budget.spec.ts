import { KB, loadUntilDrawn, sum, told } from './loaded.ts';
import { expect, test } from './command.ts';

test('the map of the handbook is drawn with at most 60 kB of JavaScript', async ({ page }) => {
  const loaded = await loadUntilDrawn(page, './');
  const scripts = loaded.filter(({ type }) => type === 'script');
  expect(scripts.length).toBeGreaterThan(0);
  expect(sum(scripts), told(scripts)).toBeLessThanOrEqual(60 * KB);
});
