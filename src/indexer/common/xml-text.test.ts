import { afterAll, expect, test } from 'vitest';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, textsOf } from '../sample-site.ts';
import { withoutControls, xmlText } from './xml-text.ts';

afterAll(removeSampleFolders);

test('text of XML has no character that XML can’t hold, and no markup', () => {
  expect(xmlText('a\u0000\bb\t\n\r\u001f\ufffe\uffff\ud800<"&>é😀')).toBe('ab\t\n\r&lt;&quot;&amp;&gt;é😀');
  expect(withoutControls('a\bb\u001f\uffff\t😀')).toBe('a\uFFFDb\uFFFD\uFFFD\t😀');
});

test('files for machines can be read whatever is in names, titles, tags, texts and settings', async () => {
  const folder = sampleFolder({
    'hearthmap.toml': '[[views]]\nname = "a\\u0001"\nquery = "x"\n',
    'hugo.json': '{"title": "a\\u0001b\\ud800\\u001b[31m", "baseURL": "https://example.org/\\u0001"}',
    'content/a.md': '---\ntitle: "a\\bb\\u0001"\ndate: 2024-01-01\ntags: ["x\\x1by"]\n---\nHi.',
    'content/b.md': '{"title": "\\uffff\\ud800", "date": "2024-01-01", "description": "x\\u0002"}\n[a](a.md)',
    'content/c.md':
      '+++\ndate = 2024-01-02\n+++\n# Raw \b one\n\nText \u0001 of \f it \uffff. [a](a.md) &#1; &#xfffe;\n',
    'content/d\u0001\u001b.md': '---\ndate: 2024-01-02\n---\n[b](b.md)',
    'content/\u0002\uffff/e.md': '---\ndate: 2024-01-02\n---\n[b](b.md)',
  });
  const site = await createIndexer({
    folder,
    app: sampleApp(),
    now: new Date('2024-06-01T12:00:00Z'),
    workers: 0,
    url: 'https://example.org/map/',
  }).run();
  const texts = await textsOf(site.files);
  const names = [...texts.keys()].filter((name) => /\.(?:xml|svg|txt)$/.test(name));
  expect(names).toEqual(expect.arrayContaining(['feed.xml', 'sitemap.xml', 'llms.txt', 'notes/a/map.svg']));
  for (const name of names)
    expect(texts.get(name), name).not.toMatch(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/u);
  expect(texts.get('feed.xml')!.match(/<entry>/g)).toHaveLength(5);
});
