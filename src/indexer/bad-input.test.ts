/** Each bad file gives a diagnostic, and every other note is published as if the file were not there. */
import { spawnSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMap } from '../contract/map.ts';
import { readSearch } from '../contract/search.ts';
import { readSite } from '../contract/site.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp, sampleSite, type SampleSite } from './sample-site.ts';

afterAll(removeSampleFolders);

const GOOD = {
  'good.md': '---\ntitle: Good\ntags: [fire]\n---\n# Good\n\nSee [[other]], [[deep/third|third]] and $x^2$.',
  'other.md': 'Other text, back to [[good#Good]].',
  'deep/third.md': '+++\ntitle = "Third"\n+++\n![[pic.png]] and [a link](../good.md).',
  'deep/pic.png': 'png',
};
const app = sampleApp();
let before: SampleSite;

/** A folder of one name, since a site may be called by it. */
function notesFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const named = Object.entries(files).map(([name, content]) => [`notes/${name}`, content] as const);
  return path.join(sampleFolder({ 'notes/': '', ...Object.fromEntries(named) }), 'notes');
}

beforeAll(async () => {
  before = await sampleSite(notesFolder(GOOD), app);
});

/** The site with these files beside the good ones; fails where a good note's page is not what it was. */
async function siteWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: (folder: string) => void = () => undefined,
): Promise<SampleSite> {
  const folder = notesFolder({ ...GOOD, ...files });
  more(folder);
  const site = await sampleSite(folder, app);
  const isBroken = (page: string): boolean =>
    site.report.diagnostics.some((found) => found.page === page && found.severity === 'error');
  const added = site.graph.notes.some(
    ({ page }) => !isBroken(page) && !before.graph.notes.some((note) => note.page === page),
  );
  for (const note of before.graph.notes) {
    const page = `${note.page}index.html`;
    // A sound note that is new stands between others of its folder.
    const comparable = (text: string | undefined): string | undefined =>
      added ? text?.replace(/<nav class="hm-turn".*<\/nav>/, '') : text;
    expect(comparable(site.texts.get(page)), page).toBe(comparable(before.texts.get(page)));
  }
  checkWhole(site);
  return site;
}

/** Every file that another one names is there, and the browser's side can read its data. */
function checkWhole({ texts, graph, report }: SampleSite): void {
  const json = (name: string): unknown => JSON.parse(texts.get(name)!);
  const description = readSite(json('site.json'));
  const garden = readMap(json(description.map));
  readSearch(json(description.search));
  expect(garden.noteCount).toBe(graph.notes.length);
  expect(new Set(garden.slugs).size).toBe(graph.notes.length);
  expect(json('graph.json')).toEqual(JSON.parse(JSON.stringify(graph)));
  expect(json('report.json')).toEqual(JSON.parse(JSON.stringify(report)));
  for (const note of graph.notes) {
    expect(texts.has(`${decodeURIComponent(note.page)}index.html`), note.path).toBe(true);
  }
  for (const name of texts.keys()) {
    for (const part of name.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
  }
}

const told = ({ report }: SampleSite): string[] =>
  report.diagnostics.map(({ code, file, line }) => `${code} ${file}:${line}`);

const titles = ({ graph }: SampleSite): string[] =>
  graph.notes.map(({ title }) => title).filter((title) => !['Good', 'other', 'Third'].includes(title));

function page({ texts, graph }: SampleSite, notePath: string): string {
  const note = graph.notes.find((candidate) => candidate.path === notePath);
  return texts.get(`${decodeURIComponent(note!.page)}index.html`)!;
}

/** Names of all elements of a page, with the attributes that could run something. */
function elements(html: string): { names: Set<string>; handlers: string[] } {
  const names = new Set<string>();
  const handlers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      names.add(name);
      for (const [key, value] of Object.entries(attributes)) {
        const isAddress = /^(href|src|srcset|action|formaction|poster|data)$/.test(key);
        const isCode = isAddress && /^\s*(javascript|data|vbscript):/i.test(value);
        if (/^on/i.test(key) || isCode) handlers.push(`${key}=${value}`);
      }
    },
  });
  parser.end(html);
  return { names, handlers };
}

describe('front matter', () => {
  test.each([
    ['TOML', '+++\ntitle = "open\n+++\ntext', 2],
    ['TOML with a key twice', '+++\na = 1\na = 2\n+++\ntext', 3],
    ['YAML', '---\ntitle: a\ntags: [a\n---\ntext', 3],
    ['YAML that is a list', '---\n- a\n---\ntext', 2],
    ['JSON', '{ "title": }\ntext', 1],
    ['unclosed TOML', '+++\ntitle = "a"\ntext', 1],
    ['unclosed YAML', '---\ntitle: a\ntext', 1],
    ['unclosed JSON', '{ "title": "a"\ntext', 1],
    ['too long', `---\na: ${'b'.repeat(70_000)}\n---\ntext`, 1],
    ['a bomb of aliases', `---\na: &a [x]\n${'b: [*a, *a]\n'.repeat(60)}---\ntext`, 1],
    ['deep', `---\na: ${'['.repeat(5_000)}\n---\ntext`, 2],
  ])('that is malformed is told with its line: %s', async (_, text, line) => {
    const site = await siteWith({ 'bad.md': text });
    expect(told(site)).toEqual([expect.stringMatching(/^bad-front-matter bad\.md:\d+$/)]);
    expect(Math.abs(site.report.diagnostics[0]!.line - line)).toBeLessThanOrEqual(1);
    expect(site.graph.notes.map((note) => note.path)).not.toContain('bad.md');
  });

  test.each(['---js', '---javascript', '--- js', '+++js', '---coffee'])(
    'that is code never runs: %s',
    async (fence) => {
      const code = `${fence}\nglobalThis.hearthmapRan = true; module.exports = { title: 'ran' }\n---\ntext`;
      const site = await siteWith({ 'bad.md': code });
      expect('hearthmapRan' in globalThis).toBe(false);
      expect(told(site)).toEqual(['bad-front-matter bad.md:1']);
    },
  );

  test('with fields of the wrong kind is read as far as it goes', async () => {
    const text =
      '---\ntitle: 2023-02-26\ntags: { a: 1 }\naliases: [1, [2], null, x]\ndate: soon\n__proto__: { draft: true }\nconstructor: y\ntoString: z\n---\n# Heading';
    const site = await siteWith({ 'odd.md': text });
    const note = site.graph.notes.find((candidate) => candidate.path === 'odd.md')!;
    expect(note).toMatchObject({ title: '2023-02-26', tags: [], aliases: ['1', 'x'] });
    expect(note).not.toHaveProperty('date');
    expect(told(site)).toEqual([3, 4, 5].map((line) => `bad-front-matter odd.md:${line}`));
    expect(site.report.diagnostics.map(({ severity }) => severity)).toEqual(Array(3).fill('warning'));
  });

  test('that may say draft is told, and nothing of the note is seen', async () => {
    const site = await siteWith({
      'odd.md': '---\ntitle: TOP SECRET\ndraft: maybe\ndate: soon\n---\n[[nowhere]]',
    });
    expect(titles(site)).not.toContain('TOP SECRET');
    expect(told(site)).toEqual(['bad-front-matter odd.md:3']);
    expect([...site.texts.values()].join('')).not.toMatch(/SECRET|nowhere/);
  });
});

describe('bytes', () => {
  test('that are no UTF-8, and NUL, are told and the note is published', async () => {
    const site = await siteWith({
      'latin.md': Buffer.from('# Caf\xe9\n', 'latin1'),
      'nul.md': '# N\n\na\0b',
      'random.md': Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 251),
    });
    expect(told(site).filter((line) => !line.startsWith('bad-math'))).toEqual([
      'invalid-utf8 latin.md:1',
      'control-character nul.md:3',
      expect.stringMatching(/^control-character random.md/),
      expect.stringMatching(/^invalid-utf8 random.md/),
    ]);
    expect(titles(site)).toEqual(expect.arrayContaining(['Caf\uFFFD', 'N']));
    expect(page(site, 'nul.md')).not.toContain('\0');
  });

  test('of a byte order mark and CRLF are no matter', async () => {
    const text = '---\ntitle: T\n---\n# One\n\n- a\n- b [[good]]\n\n$$\nx\n$$\n';
    const plain = await siteWithout({ 'a.md': text });
    const other = await siteWithout({ 'a.md': `\uFEFF${text.replaceAll('\n', '\r\n')}` });
    expect(other.texts.get('notes/a/index.html')).toBe(plain.texts.get('notes/a/index.html'));
    expect(other.graph).toEqual(plain.graph);
    expect(told(other)).toEqual(told(plain));
  });

  async function siteWithout(files: Readonly<Record<string, string>>): Promise<SampleSite> {
    return sampleSite(notesFolder(files), app);
  }

  test('of an empty note, or one of blanks, make a page', async () => {
    const site = await siteWith({ 'empty.md': '', 'blank.md': ' \n\t\n\n', 'matter.md': '---\n---' });
    expect(told(site)).toEqual([]);
    expect(titles(site).sort()).toEqual(['blank', 'empty', 'matter']);
    expect(page(site, 'empty.md')).toContain('<h1>empty</h1>');
  });
});

describe('files', () => {
  test('that are too large, no files, or outside are told and left alone', async () => {
    const outside = sampleFolder({ 'secret.md': 'TOP SECRET', 'secret.png': 'TOP SECRET' });
    const site = await siteWith(
      {
        'x.md/inner.md': 'inside a folder that is named like a note',
        'leading.md': [
          `[a](../../${path.basename(outside)}/secret.md) ![](../../etc/passwd) ![](/etc/passwd)`,
          `![[../${path.basename(outside)}/secret.png]] [[../${path.basename(outside)}/secret]]`,
          `{{< figure src="../${path.basename(outside)}/secret.png" >}} ![](file:///etc/passwd)`,
        ].join('\n'),
      },
      (folder) => {
        writeFileSync(path.join(folder, 'big.md'), '');
        truncateSync(path.join(folder, 'big.md'), 100_000_000);
        expect(spawnSync('mkfifo', [path.join(folder, 'pipe.md')]).status).toBe(0);
        symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'link.md'));
        symlinkSync(outside, path.join(folder, 'linked'));
        symlinkSync('loop', path.join(folder, 'loop'));
        symlinkSync('.', path.join(folder, 'self'));
        symlinkSync('/dev/zero', path.join(folder, 'zero.png'));
      },
    );
    expect(told(site)).toEqual([
      'too-large big.md:1',
      'unresolved-reference leading.md:1',
      'missing-asset leading.md:1',
      'missing-asset leading.md:1',
      'missing-asset leading.md:2',
      'unresolved-reference leading.md:2',
      'missing-asset leading.md:3',
      'missing-asset leading.md:3',
      'outside-folder link.md:1',
      'outside-folder linked:1',
      'unreadable-file loop:1',
      'not-a-file pipe.md:1',
      'outside-folder zero.png:1',
    ]);
    expect([...site.texts.values()].join()).not.toMatch(/TOP SECRET|root:x:/);
    expect(titles(site)).toEqual(['leading', 'inner']);
  });

  test('of one name, or of names that differ in letter case only, have pages of their own', async () => {
    const site = await siteWith({
      'a/twin.md': 'A [[twin]]',
      'b/twin.md': 'B [[twin]]',
      'Case.md': '1 [[case]] [[Case]]',
      'case.md': '2 [[CASE]]',
      'two words.md': '3',
      'two-words.md': '4',
      'e\u0301.md': '5',
      '\u00e9.md': '6',
    });
    expect(site.graph.notes).toHaveLength(11);
    const lower = [...site.texts.keys()].map((name) => name.normalize('NFC').toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
    expect(told(site)).toEqual(
      expect.arrayContaining([
        'duplicate-note case.md:1',
        'duplicate-note \u00e9.md:1',
        'ambiguous-reference a/twin.md:1',
        'ambiguous-reference case.md:1',
      ]),
    );
    expect(told(site).filter((line) => line.startsWith('ambiguous'))).not.toContain(
      'ambiguous-reference Case.md:1',
    );
  });

  test('with odd names are published, found and linked', async () => {
    const names = [
      'with spaces',
      'hash#tag',
      'percent%20%zz%',
      '"double" and \'single\'',
      '<b onclick=alert(1)>',
      '&amp; &lt;',
      'new\nline',
      'back\\slash',
      'dots..',
      'a:b*c?d|e',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'index.html',
      '404.html',
      '日本語 ünï 😀',
      'CON',
      `${'x'.repeat(252)}`,
      `${'ü'.repeat(126)}`,
      '-',
      '%',
    ];
    const files = Object.fromEntries(names.map((name, i) => [`odd/${name}.md`, `Note ${i}`]));
    const links = names.map((_, i) => `[l](<odd/n${i}.md>)`).join(' ');
    const wiki = ['__proto__', 'constructor', 'toString', 'with spaces', 'CON'].map((name) => `[[${name}]]`);
    const encoded = names.map((name) => `[l](odd/${encodeURIComponent(name)}.md)`);
    const site = await siteWith({
      ...files,
      'links.md': `${links}\n${wiki.join(' ')}\n${encoded.join('\n')}`,
    });
    expect(site.graph.notes).toHaveLength(names.length + 4);
    const from = site.graph.notes.findIndex((note) => note.path === 'links.md');
    const found = site.graph.references.filter(
      (reference) => reference.from === from && reference.to !== null,
    );
    expect(found).toHaveLength(wiki.length + names.length);
    expect(told(site).filter((line) => !line.startsWith('unresolved-reference links.md:1'))).toEqual([]);
    for (const { path: notePath } of site.graph.notes) {
      expect(elements(page(site, notePath)).handlers).toEqual([]);
    }
  });

  test('with names of an object’s own as tags and keys are like any others', async () => {
    const words = ['__proto__', 'constructor', 'toString', 'valueOf', '<img src=x onerror=alert(1)>'];
    const site = await siteWith({
      'tagged.md': `---\ntags: ${JSON.stringify(words)}\naliases: ${JSON.stringify(words)}\n${words[0]}: 1\n---\n# __proto__\n\n${words
        .map((word) => `[[${word}]] [[tagged#${word}]]`)
        .join(' ')}\n\n[^__proto__]\n\n[^__proto__]: note\n\n[constructor]\n\n[toString]: https://ex.org/\n`,
    });
    const note = site.graph.notes.find((candidate) => candidate.path === 'tagged.md')!;
    expect(note.tags).toEqual(words);
    expect(site.graph.tags).toEqual(expect.arrayContaining(words));
    expect(told(site)).toEqual(words.slice(1).map(() => 'missing-anchor tagged.md:8'));
    expect(({} as Record<string, unknown>)['title']).toBeUndefined();
  });

  test('of a folder without notes make a site that says so', async () => {
    for (const files of [{}, { 'only.png': '' }, { 'content/': '' }]) {
      const site = await sampleSite(sampleFolder(files), app);
      checkWhole(site);
      expect(site.graph.notes).toEqual([]);
      expect(site.texts.get('index.html')).toContain('no notes here yet');
    }
  });

  test('of a folder that is not there are asked for in words', async () => {
    const nowhere = path.join(sampleFolder(), 'nowhere');
    await expect(sampleSite(nowhere, app)).rejects.toThrow(/There is no folder/);
  });
});

describe('markup', () => {
  const ATTACK = '<img src=x onerror=alert(1)><script>alert(1)</script>';

  test('in a title, tag, alias, name or heading is text in every page', async () => {
    const matter = { title: ATTACK, tags: [ATTACK], aliases: [ATTACK], description: `"><script>${ATTACK}` };
    const site = await siteWith({
      'evil.md': `${JSON.stringify(matter)}\n# ${ATTACK.replaceAll('<', '\\<')}\n\n[[${'<script>alert(1)<'}|x]] [[evil#${ATTACK}]]\n\n## B\n\n## C`,
      'linking.md': `[[evil|${ATTACK.replaceAll('|', '')}]] in <b>a sentence</b> [[<img src=x onerror=alert(1)>]]`,
      '<script>alert(1)<.md': 'x [[linking]]',
    });
    expect(titles(site)).toContain(ATTACK);
    const pages = [...site.texts].filter(([name]) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(9);
    for (const [name, html] of pages) {
      const { names, handlers } = elements(html);
      expect(handlers, name).toEqual([]);
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
      const data = scripts.filter((tag) => tag === '<script type="application/ld+json">');
      // Data of a note's page isn't run; the app is the only script, or what looks for it where nothing is.
      expect(data, name).toHaveLength(/^notes\/.+\/index\.html$/.test(name) ? 1 : 0);
      expect(scripts.length - data.length, name).toBe(1);
      expect(names.has('img'), name).toBe(name.includes('third'));
    }
  });

  test('that could run is gone', async () => {
    const site = await siteWith({
      'raw.md': [
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)> <svg onload=alert(1)> <iframe srcdoc="<script>alert(1)</script>">',
        '<a href="javascript:alert(1)">x</a> [y](javascript:alert(1)) <form action=//evil><button formaction=javascript:1>',
        '<style>@import "//evil"</style> <base href=//evil> <meta http-equiv=refresh content=0> <object data=x>',
        '[[javascript:alert(1)]] ![[javascript:alert(1).png]] <div style="background:url(//evil)" onclick=x>',
      ].join('\n\n'),
    });
    const { names, handlers } = elements(page(site, 'raw.md'));
    expect(handlers).toEqual([]);
    for (const name of ['svg', 'iframe', 'form', 'button', 'style', 'base', 'object', 'img']) {
      expect(names.has(name), name).toBe(false);
    }
    expect(page(site, 'raw.md')).not.toMatch(
      /style="|<script(?! type="module" src="\.\.\/| type="application\/ld\+json">)/,
    );
  });

  test('that nests two thousand deep is shown as it was written', async () => {
    const site = await siteWith({
      'deep.md': `${'> '.repeat(2_000)}innermost`,
      'lists.md': `${'- '.repeat(2_000)}x`,
    });
    expect(told(site)).toEqual(['too-deep deep.md:1', 'too-deep lists.md:1']);
    expect(page(site, 'deep.md')).toContain('&gt; innermost</pre>');
  });
});

test('a note of a hundred thousand mistakes is published, with all of them told', async () => {
  const folder = notesFolder({ 'bad.md': `# Bad\n\n${'{{< a '.repeat(130_000)}` });
  const { report, texts } = await sampleSite(folder, app);
  expect(report.diagnostics.length).toBe(130_000);
  expect(texts.has('notes/bad/index.html')).toBe(true);
});
