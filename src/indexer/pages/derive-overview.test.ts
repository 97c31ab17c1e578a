import { afterAll, expect, it } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

/** Notes that all link to the first. */
function star(first: string, others: readonly string[]): Record<string, string> {
  const notes = others.map((title, i): [string, string] => [
    `${first.slice(0, 3)}${i}.md`,
    `---\ntitle: ${JSON.stringify(title)}\n---\n[[${first}]] [[${first.slice(0, 3)}${(i + 1) % others.length}]]`,
  ]);
  return { [`${first}.md`]: `# ${first}`, ...Object.fromEntries(notes) };
}

it('the start page names each region by its hub and its words, as text', async () => {
  const folder = sampleFolder({
    ...star('Forest', ['alder leaf', 'alder bark', 'alder root', 'old alder', 'leaf litter']),
    ...star('Harbour', ['<b>crane</b> one', '<b>crane</b> two', 'crane three', 'the crane', 'quay']),
  });
  const { texts } = await sampleSite(folder, sampleApp());
  const page = texts.get('index.html')!;
  const items = [...page.matchAll(/<li>(.*)<\/li>/g)].map(([, item]) => item!.replace(/ class="[^"]*"/g, ''));
  expect(items).toEqual([
    '<a href="notes/forest/">Forest</a> <small>alder</small>',
    '<a href="notes/harbour/">Harbour</a> <small>crane</small>',
  ]);
  expect(page).not.toContain('<b>crane');
});
