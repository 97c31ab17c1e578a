import { afterAll, describe, expect, test } from 'vitest';
import { readFacts } from '../../contract/facts.ts';
import { readHeadings } from '../../contract/headings.ts';
import { readSite } from '../../contract/site.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

const app = sampleApp();
afterAll(removeSampleFolders);

async function headingsOf(files: Record<string, string>): Promise<readonly string[] | null> {
  const { texts } = await sampleSite(sampleFolder(files), app);
  const site = readSite(JSON.parse(texts.get('site.json')!));
  if (site.facts === undefined) return null;
  const { headingsFile, created } = readFacts(JSON.parse(texts.get(site.facts)!));
  if (headingsFile === null) return null;
  return readHeadings(JSON.parse(texts.get(`data/${headingsFile}`)!), created.length);
}

describe('the headings', () => {
  test('are folded, note by note, each once, what is no word left out', async () => {
    const headings = await headingsOf({
      'a.md': '# Preuve élémentaire!\n\n## `code` & *Light*\n\n## Code, light\n\n## …\n',
      'b.md': 'No heading.',
    });
    expect(headings).toEqual([' preuve elementaire \n code light ', '  ']);
  });

  test('have no file where no note has any', async () => {
    expect(await headingsOf({ 'a.md': '---\ndate: 2024-01-01\n---\nText.' })).toBeNull();
  });
});
