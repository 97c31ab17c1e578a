import { afterAll, expect, test } from 'vitest';
import { readMap, type Garden } from '../../contract/map.ts';
import { readSite } from '../../contract/site.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

const app = sampleApp();
afterAll(removeSampleFolders);

async function gardenOf(files: Record<string, string>): Promise<Garden> {
  const { texts } = await sampleSite(sampleFolder(files), app);
  const site = readSite(JSON.parse(texts.get('site.json')!));
  return readMap(JSON.parse(texts.get(site.map)!));
}

test('the map knows notes by their other names, but not by old addresses', async () => {
  const { titles, aliases, aliasOf } = await gardenOf({
    'a.md': 'Nothing else.',
    'b.md': '---\naliases: [Dark star, /old/b/, "__proto__"]\n---\n',
    'c.md': '---\naliases: Ember\n---\n',
  });
  expect(aliasOf.map((note, index) => [titles[note], aliases[index]])).toEqual([
    ['b', 'Dark star'],
    ['b', '__proto__'],
    ['c', 'Ember'],
  ]);
});
