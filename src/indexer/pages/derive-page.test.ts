import { afterEach, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterEach(removeSampleFolders);

test('how many notes link here leads to them', async () => {
  const folder = sampleFolder({ 'oak.md': '# Oak', 'elm.md': '[[oak]]', 'fir.md': '[[oak]]' });
  const { texts } = await sampleSite(folder, sampleApp());
  const page = texts.get('notes/oak/index.html')!;
  const [, id] = /<a href="#([\w-]+)">2 notes link here<\/a>/.exec(page) ?? [];
  expect(page).toContain(`<h2 id="${id}">Linked from 2 notes</h2>`);
  expect(texts.get('notes/elm/index.html')).not.toContain('link here');
});
