import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, HANDBOOK, start, test } from './command.ts';

test('an edited note comes in while the reader keeps search, place in the text and place on the map', async ({
  box,
  page,
}) => {
  cpSync(HANDBOOK, join(box, 'content'), { recursive: true });
  const dev = start(['dev', 'content', '--port', '0'], { cwd: box });
  const address = await dev.until(/http:\/\/localhost:\d+\//);
  await dev.until(/Ctrl\+C/);
  await page.goto(`${address}notes/reading/keyboard/?q=arrow`);
  const canvas = page.getByRole('application');
  await expect(canvas).toHaveAttribute('data-camera', /\d/);
  const reader = page.getByRole('main');
  // Fonts move lines; what the reader looks at is to stay from then on.
  await page.evaluate(() => document.fonts.ready);
  await reader.evaluate((element) => element.scrollTo(0, 400));
  const heading = reader.locator('h2').nth(2);
  const place = (): Promise<number> => heading.evaluate((element) => element.getBoundingClientRect().top);
  const before = await place();
  const camera = await canvas.getAttribute('data-camera');

  const note = join(box, 'content', 'reading', 'keyboard.md');
  writeFileSync(note, `${readFileSync(note, 'utf8')}\nA wombat walks across the map.\n`);
  await expect(page.getByText('A wombat walks across the map.')).toBeVisible();
  expect(Math.abs((await place()) - before)).toBeLessThan(2);
  expect(await reader.evaluate((element) => element.scrollTop)).toBeGreaterThan(300);
  expect(await canvas.getAttribute('data-camera')).toBe(camera);
  await expect(page.getByRole('searchbox')).toHaveValue('arrow');

  // Half-typed front matter takes the note from nobody.
  const good = readFileSync(note, 'utf8');
  writeFileSync(note, good.replace('title = "', 'title = '));
  const told = page.getByRole('alert').filter({ hasText: /reading\/keyboard\.md:2:\d+ / });
  await expect(told).toBeVisible();
  await expect(page.getByText('A wombat walks across the map.')).toBeVisible();
  const top = await reader.evaluate((element) => element.scrollTop);
  writeFileSync(note, `${good}\nAnother one follows.\n`);
  await expect(page.getByText('Another one follows.')).toBeVisible();
  await expect(told).toBeHidden();
  expect(Math.abs((await reader.evaluate((element) => element.scrollTop)) - top)).toBeLessThan(2);

  // Links to it are still there: it is wanted, until it is there again.
  rmSync(note);
  await expect(reader.getByText('A note yet to be written')).toBeVisible();
  await expect(page).toHaveURL(/\?(?=.*ghost=)(?=.*q=arrow)/);
  writeFileSync(note, good);
  await expect(page.getByText('A wombat walks across the map.')).toBeVisible();
  await expect(page).toHaveURL(/\/notes\/reading\/keyboard\/\?q=arrow$/);
  dev.stop('SIGTERM');
  await dev.ended;
});

test('an empty folder says that it is, and its first note comes in', async ({ box, page }) => {
  mkdirSync(join(box, 'notes'));
  const dev = start(['dev', 'notes', '--port', '0'], { cwd: box });
  await page.goto(await dev.until(/http:\/\/localhost:\d+\//));
  await expect(page.getByRole('heading', { name: 'No notes yet' })).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText('There are no notes here yet.');
  await expect(page.getByText(/^0 notes,/)).toHaveCount(0);
  // The stream is followed a moment later, and tells what came before.
  writeFileSync(join(box, 'notes', 'oak.md'), '# Oak\n\nA tree.\n');
  await expect(page.locator('.hm-notes a', { hasText: 'Oak' })).toBeVisible();
  await expect(page.getByText('No notes yet')).toHaveCount(0);
  dev.stop('SIGTERM');
  await dev.ended;
});
