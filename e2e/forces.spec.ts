import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './explorer.ts';
import { expectNoObjections } from './objections.ts';

const settings = (page: Page) => page.getByRole('region', { name: 'Map settings' });

/** Where notes stand, as the map can be taken away. */
async function places(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await settings(page).getByRole('button', { name: 'JSON', exact: true }).click();
  const file = await waiting;
  const { nodes } = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    nodes: { x: number; y: number }[];
  };
  return nodes.map(({ x, y }) => `${x} ${y}`).join();
}

/** Once two looks show the same. */
async function placesAtRest(page: Page): Promise<string> {
  let last = await places(page);
  await expect(async () => {
    const before = last;
    await page.waitForTimeout(400);
    last = await places(page);
    expect(last).toBe(before);
  }).toPass({ timeout: 15_000 });
  return last;
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Map settings' }).click();
  await expect(settings(page).getByRole('button', { name: 'JSON', exact: true })).toBeVisible();
}

test('forces move the notes, an address gives the same map again, and one button puts all back to the bit', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await openSettings(page);
  const built = await places(page);
  await settings(page).getByText('Forces', { exact: true }).click();
  await settings(page).getByLabel('Push apart').fill('3');
  await expect(page).toHaveURL(/forces=r3/);
  await expect.poll(() => places(page)).not.toBe(built);
  const forced = await placesAtRest(page);
  expect(forced).not.toBe(built);

  await page.reload();
  await explorer.drawn();
  await openSettings(page);
  await expect.poll(() => places(page), { timeout: 15_000 }).toBe(forced);
  await expectNoObjections(page, { within: '#hm-map-menu' });

  await settings(page).getByRole('button', { name: 'Put all notes back' }).click();
  await expect(page).not.toHaveURL(/forces/);
  await expect.poll(() => places(page)).toBe(built);
});

test('who asks for less motion sees the end only', async ({ explorer, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await explorer.open('./');
  await openSettings(page);
  const built = await places(page);
  await settings(page).getByText('Forces', { exact: true }).click();
  await settings(page).getByLabel('Distance of linked notes').fill('2');
  const seen = new Set([built]);
  await expect(async () => {
    seen.add(await places(page));
    expect(seen.size).toBeGreaterThan(1);
  }).toPass();
  await page.waitForTimeout(500);
  seen.add(await places(page));
  expect(seen.size).toBe(2);
});

test('what changes the display changes the picture at once, and is in the address', async ({
  explorer,
  page,
}) => {
  await explorer.open('./');
  await openSettings(page);
  await settings(page).getByText('Display', { exact: true }).click();
  const before = await page.locator('.hm-map').screenshot();
  await settings(page).getByLabel('Size of notes').fill('2');
  await settings(page).getByLabel('Arrows on links').uncheck();
  await expect(page).toHaveURL(/look=n2a0/);
  expect((await page.locator('.hm-map').screenshot()).equals(before)).toBe(false);
  await settings(page).getByRole('button', { name: 'As usual' }).click();
  await expect(page).not.toHaveURL(/look/);
});
