import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createIndexer } from '../index.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite, textsOf } from '../sample-site.ts';
import { MAX_EMBEDS } from './plan-embeds.ts';

afterAll(removeSampleFolders);
const app = sampleApp();

interface Built {
  readonly body: (slug: string) => string;
  readonly codes: readonly string[];
  readonly text: (name: RegExp) => string;
}

async function build(files: Readonly<Record<string, string | Uint8Array>>): Promise<Built> {
  const { texts, report } = await sampleSite(sampleFolder({ '.obsidian/app.json': '{}', ...files }), app);
  return {
    body: (slug) =>
      /<div class="hm-body">([\s\S]*?)<\/div>\s*(?:<p class="hm-original">|<figure class="hm-ring"|<\/article>)/.exec(
        texts.get(`notes/${slug}/index.html`)!,
      )![1]!,
    codes: report.diagnostics.map(({ code, file, line, column }) => `${code} ${file} ${line}:${column}`),
    text: (name) => texts.get([...texts.keys()].find((key) => name.test(key))!)!,
  };
}

const frame = (name: string, href: string, inner: string): string =>
  `<div class="hm-embed" role="group" aria-label="Embedded: ${name}">` +
  `<p class="hm-embed-source"><a class="hm-link" href="${href}">${name}</a></p>${inner}</div>`;
const flat = (html: string): string => html.replaceAll('\n', '');

describe('an embedded note', () => {
  test('stands in the page, within a frame that leads to it', async () => {
    const { body, codes } = await build({ 'a.md': '![[b]]', 'b.md': 'Text *of* b.' });
    expect(body('a').trim()).toBe(frame('b', '../../notes/b/', '<p>Text <em>of</em> b.</p>\n'));
    expect(codes).toEqual([]);
  });

  test('ends the paragraph that it stands in', async () => {
    const { body } = await build({ 'a.md': 'x ![[b]]\ny ![[b]] ![[b]]', 'b.md': 'B' });
    const b = frame('b', '../../notes/b/', '<p>B</p>');
    expect(flat(body('a'))).toBe(`<p>x</p>${b}<p>y</p>${b}${b}`);
  });

  test('stands in lists, quotes and tables, and is a link in a heading or emphasis', async () => {
    const b = frame('b', '../../notes/b/', '<p>B</p>');
    const { body } = await build({
      'a.md': '- ![[b]]\n\n> ![[b]]\n\n|![[b]]|\n|-|\n\n# ![[b]]\n\n*![[b]]* <b>![[b]]',
      'b.md': 'B',
    });
    expect(flat(body('a'))).toContain(`<ul><li>${b}</li></ul><blockquote>${b}</blockquote>`);
    expect(flat(body('a'))).toContain(`<th>${b}</th>`);
    expect(flat(body('a'))).toMatch(
      /<h1 id="[^"]*"><a class="hm-link" href="[^"]*">b<\/a><\/h1>|<em><a class="hm-link"/,
    );
    expect(flat(body('a'))).toContain(
      '<em><a class="hm-link" href="../../notes/b/">b</a></em> <b><a class="hm-link"',
    );
  });

  test('is shown without the heading that is its title', async () => {
    const { body } = await build({ 'a.md': '![[B]]', 'b.md': '# The title\n\ntext' });
    expect(flat(body('a'))).toBe(frame('The title', '../../notes/b/', '<p>text</p>'));
  });

  test('may be a heading with what stands under it, or a block', async () => {
    const { body } = await build({
      'a.md': '![[b#Two]]\n\n![[b#^p]]\n\n![[b#^i]]\n\n![[b#^t]]',
      'b.md':
        '# B\n\n## One\n\n1\n\n## Two\n\n2 ^p\n\n### In two\n\n- 3\n- 4 ^i\n\n## Three\n\n|x|\n|-|\n\n^t',
    });
    const html = flat(body('a'));
    expect(html).toContain('aria-label="Embedded: B › Two"');
    expect(html).toContain(
      '<h2 id="hm-embed-1-two">Two</h2><p id="hm-embed-1-^p">2</p><h3 id="hm-embed-1-in-two">',
    );
    expect(html).not.toContain('Three<');
    expect(html).not.toContain('>1<');
    expect(html).toContain(
      '<a class="hm-link" href="../../notes/b/#%5Ep">B</a></p><p id="hm-embed-2-^p">2</p></div>',
    );
    expect(html).toContain('<ul><li id="hm-embed-3-^i">4</li></ul></div>');
    expect(html).toContain('<table id="hm-embed-4-^t">');
  });

  test('that has no such heading is a link, and reported', async () => {
    const { body, codes } = await build({ 'a.md': '![[b#None]]', 'b.md': 'B' });
    expect(body('a').trim()).toBe('<p><a class="hm-link" href="../../notes/b/#None">b &gt; None</a></p>');
    expect(codes).toEqual(['missing-anchor a.md 1:1']);
  });

  test('brings its links, pictures, formulas and code, right from where it stands', async () => {
    const { body, codes } = await build({
      'deep/in/a.md': '![[b]] $a$ $b$',
      'else/b.md': '[c](c.md) ![p](p.png) ![[p.png|20]] $c$ `d` #tag\n\n```js\nlet e;\n```',
      'else/c.md': 'C',
      'else/p.png': 'png',
    });
    const html = body('deep/in/a');
    expect(codes).toEqual([]);
    expect(html).toContain('<a class="hm-link" href="../../../../notes/else/c/">c</a>');
    expect(html).toContain('<img src="../../../../files/notes/else/p.png" alt="p"');
    expect(html).toContain(
      '<img src="../../../../files/notes/else/p.png" alt="p.png" loading="lazy" width="20">',
    );
    expect(html).toContain('<a class="hm-tag" href="../../../../?q=tag">#tag</a>');
    expect(html).toContain('hljs-keyword');
    const tex = [...html.matchAll(/<annotation[^>]*>([^<]*)/g)].map(([, source]) => source);
    expect(tex).toEqual(['c', 'a', 'b']);
  });

  test('has ids of its own, and its footnotes lead within it', async () => {
    const { body } = await build({
      'a.md': '# Same\n\nx[^1]\n\n![[b]]\n\n![[b#Same]]\n\n[^1]: in a',
      'b.md': '# Title\n\n## Same\n\ny[^1]\n\n[up](#same) [[#Same]]\n\n[^1]: in b',
    });
    const html = body('a');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toContain('href="#hm-embed-1-fn:1"');
    expect(html).toContain('id="hm-embed-1-fn:1"');
    expect(html).toContain('<a href="#hm-embed-1-same">up</a>');
    // The footnote isn't in the part that is shown.
    expect(html).toContain('href="../../notes/b/#fn:1"');
  });

  test('is found by search where it is from, and only there', async () => {
    const { text } = await build({ 'a.md': '![[b]]', 'b.md': 'unmistakable' });
    expect(text(/^data\/texts/).match(/unmistakable/g)).toHaveLength(1);
  });

  test('brings what it embeds itself', async () => {
    const { body } = await build({ 'a.md': '![[b]]', 'b.md': 'B ![[c]]', 'c.md': 'C' });
    expect(flat(body('a'))).toBe(
      frame('b', '../../notes/b/', `<p>B</p>${frame('c', '../../notes/c/', '<p>C</p>')}`),
    );
  });

  test('that is a draft isn’t there', async () => {
    const { body, codes } = await build({ 'a.md': '![[b]]', 'b.md': '---\ndraft: true\n---\nSECRET' });
    expect(body('a')).not.toContain('SECRET');
    expect(codes).toEqual(['unresolved-reference a.md 1:1']);
  });
});

describe('an embed without end', () => {
  test('of the note itself is a link', async () => {
    const { body, codes } = await build({ 'a.md': 'A ![[a]] ![[#^p]] ![[#H]]\n\n# H\n\nh ![[#H]]\n\np ^p' });
    expect(body('a').match(/class="hm-embed"/g)).toHaveLength(2);
    expect(body('a')).toContain('<p id="hm-embed-1-^p">p</p>');
    expect(codes).toEqual([]);
  });

  test('through other notes is a link where it would begin anew', async () => {
    const { body, codes } = await build({ 'a.md': 'A ![[b]]', 'b.md': 'B ![[c]]', 'c.md': 'C ![[a]]' });
    expect(flat(body('a'))).toBe(
      `<p>A</p>${frame('b', '../../notes/b/', `<p>B</p>${frame('c', '../../notes/c/', '<p>C <a class="hm-link" href="../../notes/a/">a</a></p>')}`)}`,
    );
    expect(codes).toEqual([]);
  });

  test('ends at the fifth, and is reported where the page has it', async () => {
    const chain = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((i) => [`n${i}.md`, `\n${i} ![[n${i + 1}]]`]));
    const { body, codes } = await build({ ...chain, 'n8.md': 'last' });
    expect(body('n1').match(/class="hm-embed"/g)).toHaveLength(5);
    expect(body('n1')).toContain('<p>6 <a class="hm-link" href="../../notes/n7/">n7</a></p>');
    expect(codes).toEqual(['too-many-embeds n1.md 2:3', 'too-many-embeds n2.md 2:3']);
  });

  test('is bounded by its number too, however the notes embed each other', async () => {
    const all = Array.from({ length: 12 }, (_, i) => `![[n${i}]]`).join('\n\n');
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}.md`, `${i}\n\n${all}`]));
    const { body, codes } = await build(files);
    expect(body('n0').match(/class="hm-embed"/g)).toHaveLength(MAX_EMBEDS);
    expect(codes.filter((code) => code.startsWith('too-many-embeds'))).toHaveLength(12);
  });

  test('and of great length stays bounded', async () => {
    const { body, codes } = await build({ 'a.md': '![[b]]\n\n'.repeat(80), 'b.md': 'word '.repeat(60_000) });
    expect(body('a').length).toBeLessThan(1_100_000);
    expect(codes).toEqual(['too-many-embeds a.md 7:1']);
  });
});

test('a page is made anew when a note that it embeds has changed, and only then', async () => {
  const folder = sampleFolder({
    '.obsidian/x': '',
    'a.md': '![[b]]',
    'b.md': '![[c]]',
    'c.md': 'old',
    'd.md': '[[c]]',
  });
  const indexer = createIndexer({ folder, app, workers: 0 });
  const before = (await indexer.run()).files;
  writeFileSync(path.join(folder, 'c.md'), 'new');
  const after = (await indexer.run([path.join(folder, 'c.md')])).files;
  const key = (files: typeof before, slug: string): string =>
    (files.get(`notes/${slug}/index.html`) as { key: string }).key;
  expect(key(after, 'a')).not.toBe(key(before, 'a'));
  expect(key(after, 'd')).toBe(key(before, 'd'));
  expect((await textsOf(after)).get('notes/a/index.html')).toContain('<p>new</p>');
});
