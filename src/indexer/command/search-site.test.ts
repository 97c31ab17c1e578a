import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { openSite, type OpenSite } from './search-site.ts';

let site: OpenSite;

beforeAll(async () => {
  const folder = sampleFolder({
    'trees/oak.md':
      '---\ntags: [tree]\n---\n# Oak\n\nSee [[acorn]].\n\n## Age\n\nA thousand years, they say.',
    'acorn.md': '# Acorn\n\nThe fruit of the [[oak]]. Says a thousand things; nobody counts years.',
    'birch.md': '# Birch\n\nWhite. Grows beside [[nobody]].',
    'rings.md': '# Rings\n\nGrowth is \\(\\int_0^t r^2 \\, dt \\le A \\cup B\\), for short.',
    'draft.md': '---\ndraft: true\n---\n# Oak in a draft',
  });
  const { texts } = await sampleSite(folder, sampleApp());
  site = await openSite((name) => {
    const text = texts.get(name);
    return text === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(text);
  });
});
afterAll(removeSampleFolders);

describe('the search outside of the browser', () => {
  test('finds what the site finds, with its path, its section and a marked sentence', async () => {
    const { findings, total, how, troubles } = await site.ask('thousand years', 10);
    expect({ total, how, troubles }).toEqual({ total: 2, how: 'all', troubles: [] });
    // Both have both words; the one that has them in a row comes first.
    expect(findings[0]).toEqual({
      title: 'Oak',
      path: 'trees/oak.md',
      page: 'notes/trees/oak/',
      terms: ['thousand', 'years'],
      heading: { id: 'age', text: 'Age' },
      parts: [
        { text: 'A ', marked: false },
        { text: 'thousand', marked: true },
        { text: ' ', marked: false },
        { text: 'years', marked: true },
        { text: ', they say.', marked: false },
      ],
    });
  });

  test.each([
    ['"thousand years"', ['Oak']],
    ['link:oak', ['Acorn']],
    ['#tree', ['Oak']],
    ['path:trees', ['Oak']],
    ['section:age', ['Oak']],
    ['is:ghost', ['nobody']],
    ['white OR fruit', ['Birch', 'Acorn']],
    ['acorm', ['Acorn', 'Oak']],
    ['integral', ['Rings']],
    ['r²', ['Rings']],
    ['≤', ['Rings']],
    ['∪', ['Rings']],
    ['xyzzy', []],
  ])('understands %s', async (query, titles) => {
    const { findings } = await site.ask(query, 10);
    expect(findings.map(({ title }) => title).sort()).toEqual([...titles].sort());
  });

  test('names the words that a note was found by, where others were asked for', async () => {
    const [acorn] = (await site.ask('acorm', 1)).findings;
    expect(acorn!.terms).toEqual(['acorn']);
  });

  test('shows as many as are wanted and tells how many there are', async () => {
    const { findings, total } = await site.ask('oak OR acorn OR birch', 1);
    expect([findings.length, total]).toEqual([1, 3]);
  });

  test('says what it cannot mean', async () => {
    const { troubles } = await site.ask('"thousand', 10);
    expect(troubles).toEqual(['This quotation mark is never closed.']);
  });

  test('says which file is not what it should be', async () => {
    await expect(openSite(() => Promise.resolve('{}'))).rejects.toThrow(/Build the site again/);
  });
});
