import { expect, test } from 'vitest';
import { sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

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
  const blog = { 'hugo.toml': 'contentDir = "."' };
  expect(await linked('[a](%61b:30) [b](./ab:30) [c](x/ab:30)', blog)).toEqual([
    './ab:30',
    './ab:30',
    'x/ab:30',
  ]);
});

const BLOG = { 'hugo.toml': 'baseURL = "https://ex.org/blog/"\ncontentDir = "."' };

test.each([
  // Where Hugo's page would lead from https://ex.org/blog/a/.
  ['/search/?q=x#top', 'https://ex.org/search/?q=x#top'],
  ['sub/?a=1', 'https://ex.org/blog/a/sub/?a=1'],
  ['../tags/', 'https://ex.org/blog/tags/'],
  ['/a%2Fb/c%3Ad', 'https://ex.org/a%2Fb/c%3Ad'],
  ['/b%20c/ä', 'https://ex.org/b%20c/%C3%A4'],
  ['/100%25/', 'https://ex.org/100%25/'],
])('a link to %j, which is no note, leads to that page of the blog', async (address, href) => {
  expect(await linked(`[x](${address})`, BLOG)).toEqual([href]);
});

test('an address that stands in the text itself reads as on the blog, and leads to the note', async () => {
  const more = { ...BLOG, 'b.md': '# H' };
  const { texts } = await sampleSite(
    sampleFolder({ 'a.md': 'See {{< relref "b.md#h" >}} or {{< ref "b.md" >}}.', ...more }),
    app,
  );
  const link = (href: string, text: string): string => `<a class="hm-link" href="${href}">${text}</a>`;
  expect(texts.get('notes/a/index.html')).toContain(
    `<p>See ${link('../../notes/b/#h', '/blog/b/#h')} or ${link('../../notes/b/', 'https://ex.org/blog/b/')}.</p>`,
  );
});

test.each([
  ['![A lamp](p.png)', 'width="600" height="400"'],
  ['![[p.png]]', 'width="600" height="400"'],
  ['{{< figure src="p.png" >}}', 'width="600" height="400"'],
  ['<img src="p.png">', 'width="600" height="400"'],
  // The height follows from the file's own.
  ['![[p.png|300]]', 'width="300" style="aspect-ratio:auto 600/400"'],
  ['{{< figure src="p.png" width="50%" >}}', 'style="aspect-ratio:auto 600/400" width="50%"'],
  ['{{< figure src="p.png" height="90" >}}', 'style="aspect-ratio:auto 600/400" height="90"'],
  // What is written holds.
  ['![[p.png|90x90]]', 'style="aspect-ratio:90/90" width="90" height="90"'],
  ['![](unlike.png)', ''],
])('a picture keeps its room before it has come: %s', async (written, room) => {
  const { texts } = await sampleSite(
    sampleFolder({ 'a.md': written, 'p.png': PNG, 'unlike.png': 'no picture' }),
    app,
  );
  const [tag] = /<img [^>]*>/.exec(texts.get('notes/a/index.html')!)!;
  expect(
    tag
      .match(/ (?:width|height|style)="[^"]*"/g)
      ?.join('')
      .trim() ?? '',
  ).toBe(room);
});

/** The head of one, 600 by 400 pixels. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000258000001900806000000', 'hex');

test('in a note of both ways, what is written from right to left stands so: lists, callouts, tables and what they scroll in', async () => {
  const { texts } = await sampleSite(
    sampleFolder({
      'a.md':
        'All of it is written at the hearth, and read there.\n\n- שלום\n\n> [!note]\n> שלום לכולם\n\n| א |\n| --- |\n| שלום |\n\n- b',
      'b.md': 'All of it.\n\n| b |\n| --- |\n| c |',
    }),
    app,
  );
  const page = texts.get('notes/a/index.html')!;
  expect(page).toContain('<article class="hm-note" dir="ltr">');
  expect(page).toContain('<ul dir="rtl">');
  expect(page).toContain('<div dir="rtl" class="callout callout-note" role="note">');
  expect(page).toContain(
    '<div class="hm-scroll" role="group" aria-label="Table" tabindex="0" dir="rtl"><table>',
  );
  expect(page).toContain('<ul>\n<li>b</li>');
  expect(texts.get('notes/b/index.html')).not.toContain('dir=');
});
