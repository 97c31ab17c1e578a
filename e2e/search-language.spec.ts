import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

test('a search narrows by tag, path, phrase and what is not meant, and lights up the map', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await explorer.search.fill('map');
  const facets = page.getByRole('group', { name: 'Tags of these notes' }).getByRole('button');
  const head = page.locator('.hm-list-head').first();
  await expect(head).not.toContainText('titles');
  const tag = /^\S+/.exec((await facets.first().textContent())!)![0];
  const all = await head.textContent();
  await facets.first().click();
  await expect(explorer.search).toHaveValue(`map #${tag}`);
  await expect(facets.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(explorer.chip).toContainText('hits lit');
  await expect(head).not.toHaveText(all!);
  const narrowed = await head.textContent();
  await explorer.search.fill(`map #${tag} -title:map`);
  await expect(head).not.toHaveText(narrowed!);

  await explorer.search.fill('"light up on the map"');
  await expect(page.locator('.hm-results')).toContainText('Searching');
  await expect(page).toHaveURL(/light.up.on.the.map/);
  const found = await head.textContent();
  // The map tells of the hits at once: what waits for a quiet moment never comes here.
  await page.addInitScript(() => {
    const later = window.setTimeout;
    const apart = (run: TimerHandler, ms?: number, ...rest: unknown[]): number =>
      ms === 2000 ? 0 : later(run, ms, ...rest);
    window.setTimeout = apart as typeof window.setTimeout;
  });
  await page.reload();
  await explorer.drawn();
  await expect(head).toHaveText(found!);
  await expect(explorer.chip).toContainText('hits lit');
  await expect(page.locator('.hm-results')).toContainText('Searching');
});

test('conditions alone find notes, the most linked first, and ghosts', async ({ explorer, page }) => {
  await explorer.open('./?q=links:>8');
  await expect(explorer.hits.first()).toBeVisible();
  await explorer.search.fill('is:ghost');
  await expect(page.locator('.hm-list-head').first()).toContainText(/^\d+ notes?/);
  await explorer.hits.first().click();
  await expect(page).toHaveURL(/ghost=/);
});

test('what can not be meant is told in place, with what may be', async ({ explorer, page }) => {
  await explorer.open('./');
  await explorer.search.fill('map is:orphn');
  const told = page.getByRole('list', { name: 'About the query' });
  await expect(told).toContainText('orphn');
  await expectNoObjections(page);
  await told.getByRole('button', { name: 'Write orphan' }).click();
  await expect(explorer.search).toHaveValue('map is:orphan');
  await expect(told).toBeHidden();
  // A bracket on its way to be typed breaks nothing.
  await explorer.search.fill('map (search OR "');
  await expect(explorer.search).toHaveValue('map (search OR "');
  await expect(told).toBeVisible();
  // Two of a kind are told as two, and the next query is answered as ever.
  await explorer.search.fill('((map');
  await expect(told.getByRole('listitem')).toHaveCount(2);
  await explorer.search.fill('ghosts');
  await expect(told).toBeHidden();
  await expect(explorer.hits.first()).toContainText('Ghosts');
  await explorer.search.fill('title:gosts');
  await page.getByRole('button', { name: 'Search for gosts anywhere' }).click();
  await expect(explorer.hits.first()).toContainText('Ghosts');
});
