import { expect, test } from 'vitest';
import { sampleFolder } from './sample-folder.ts';
import { sampleApp, sampleSite } from './sample-site.ts';

const app = sampleApp();

/** Addresses of the links in a note's text. */
async function linked(text: string, more: Record<string, string> = {}): Promise<string[]> {
  const { texts } = await sampleSite(sampleFolder({ 'a.md': text, ...more }), app);
  const [, body] = /<div class="hm-body">(.*?)<\/div>/s.exec(texts.get('notes/a/index.html')!)!;
  return [...body!.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!);
}

test.each([
  'java%73cript:alert(1)',
  '%6Aavascript:alert(1)',
  'vb%73cript:x',
  'fil%65:///etc/x',
  'data%3Atext/html,x',
  'java%09script:x',
  '%01javascript:x',
])('an address that is %j only when it is decoded leads to no other scheme', async (address) => {
  const written = `[a](${address}) <a href="${address}">b</a>`;
  const found = [
    ...(await linked(written)),
    ...(await linked(written, { 'hugo.toml': 'baseURL = "https://ex.org/"\ncontentDir = "."' })),
  ];
  expect(found).toHaveLength(4);
  for (const href of found) expect(new URL(href, 'https://ex.org/notes/a/').protocol).toBe('https:');
});

test('a relative address with a colon in its first name stays one', async () => {
  expect(await linked('[a](%61b:30) [b](./ab:30) [c](x/ab:30)')).toEqual(['./ab:30', './ab:30', 'x/ab:30']);
});
