import { afterAll, expect, test } from 'vitest';
import { parseSettingsOf } from '../parse/parse-settings.ts';
import { createParser } from '../parse/parse.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

/** What a note of a folder with such files becomes, and what is told of its settings. */
function read(files: Readonly<Record<string, string>>, text: string): { html: string; told: string[] } {
  const configuration = readConfiguration(sampleFolder({ ...files, 'content/': '' }));
  const parse = createParser(structuredClone(parseSettingsOf(configuration)));
  const { note } = parse({ path: 'a.md', bytes: Buffer.from(text), hash: '', stamp: '' });
  const told = configuration.diagnostics.map(
    ({ severity, file, line, message }) => `${severity} ${file}:${line} ${message}`,
  );
  return { html: note!.html.trim(), told };
}

function inSite(settings: string, text: string): string {
  return read({ 'hugo.toml': settings }, text).html;
}

function inVault(app: string, text: string): string {
  return read({ '.obsidian/app.json': app, 'a.md': '' }, text).html;
}

test('a Hugo site shows single line breaks where it asks for hard wraps', () => {
  expect(inSite('', 'one\ntwo')).toBe('<p>one\ntwo</p>');
  expect(inSite('[markup.goldmark.renderer]\nhardWraps = true', 'one\ntwo')).toBe('<p>one<br />\ntwo</p>');
});

function link(href: string, text: string): string {
  return `<a href="${href}" class="hm-external" rel="noopener noreferrer">${text}</a>`;
}

test('a Hugo site has numbers of lines where it wants them everywhere, but in a block that says no, or has no language', () => {
  const codes = (settings: string, text: string): string[] => {
    const configuration = readConfiguration(sampleFolder({ 'hugo.toml': settings, 'content/': '' }));
    const parse = createParser(parseSettingsOf(configuration));
    return parse({ path: 'a.md', bytes: Buffer.from(text), hash: '', stamp: '' }).note!.codes.map(
      ({ language }) => language,
    );
  };
  const text = [
    '```go\na\n```',
    '```go {linenos=false}\na\n```',
    '```\na\n```',
    '```go {linenostart=7}\na\n```',
    '{{< highlight go >}}a{{< /highlight >}}',
    '{{< highlight go "linenos=false" >}}a{{< /highlight >}}',
  ].join('\n\n');
  const languages = codes('[markup.highlight]\nlineNos = true', text);
  expect(languages).toEqual(['go {from 1;}', 'go', '', 'go {from 7;}', 'go {from 1;}', 'go']);
  expect(codes('', text)).toEqual(['go', 'go', '', 'go', 'go', 'go']);
});

test.each([
  ['strikethrough', '~~a~~', '<p>~~a~~</p>'],
  ['linkify', 'https://example.org', '<p>https://example.org</p>'],
  ['table', '| a |\n|:-:|\n| b |', '<p>| a |\n|:-:|\n| b |</p>'],
  ['footnote', 'a[^1]\n\n[^1]: https://b.org', `<p>a${link('https://b.org', '^1')}</p>`],
  ['definitionList', 'a\n: b', '<p>a\n: b</p>'],
  ['taskList', '- [ ] a', '<ul>\n<li>[ ] a</li>\n</ul>'],
  ['typographer', "it's", "<p>it's</p>"],
])('a Hugo site without %s has in the place of %j the text itself', (name, text, html) => {
  expect(inSite('', text)).not.toBe(html);
  expect(inSite(`[markup.goldmark.extensions]\n${name} = false`, text)).toBe(html);
  expect(inSite(`[markup.goldmark.extensions.${name}]\nenable = false`, text)).toBe(html);
  expect(inSite(`[markup.goldmark.extensions]\n${name} = true`, text)).toBe(inSite('', text));
});

test('a Hugo site has formulas as it has them passed through, and as they are written', () => {
  const site = (delimiters: string, enable = true): string =>
    `[markup.goldmark.extensions.passthrough]\nenable = ${enable}\n[markup.goldmark.extensions.passthrough.delimiters]\n${delimiters}`;
  const formulas = (settings: string, text: string): string[] => {
    const configuration = readConfiguration(sampleFolder({ 'hugo.toml': settings, 'content/': '' }));
    const parse = createParser(structuredClone(parseSettingsOf(configuration)));
    const { note } = parse({ path: 'a.md', bytes: Buffer.from(text), hash: '', stamp: '' });
    return note!.formulas.map(({ tex, display }) => `${display ? 'block' : 'inline'} ${tex}`);
  };
  const usual = site("block = [['\\[', '\\]'], ['$$', '$$']]\ninline = [['\\(', '\\)']]");
  const text = [
    'a \\(x_1 \\_ *y*\\) b \\\\(z\\_1\\\\) costs $5 and $6 `\\(no\\)` \\[p \\\\ q\\] \\(open',
    '\\[\n- a\n\n+ b\n\\]',
    '$$\na \\\\ b\n$$',
    '\\begin{align}\na \\\\\\\\ b\n\\end{align}',
  ].join('\n\n');
  expect(formulas(usual, text)).toEqual([
    'inline x_1 \\_ *y*',
    'inline z_1',
    'block p \\\\ q',
    'block \n- a\n\n+ b\n',
    'block \na \\\\ b\n',
    'block \\begin{align}\na \\\\ b\n\\end{align}',
  ]);
  expect(formulas(site("inline = [['$', '$'], ['@@', '@@']]"), 'a $x\\_1$ costs $5 \\(y\\)')).toEqual([
    'inline x\\_1',
  ]);
  expect(formulas(site("inline = [['\\\\(', '\\\\)']]"), '\\\\(z\\_1\\\\)')).toEqual(['inline z\\_1']);
  const own = `${site("inline = [['$', '$']]")}\n[params.hearthmap]\ndollarMath = false`;
  expect(formulas(own, 'a $x$')).toEqual([]);
  expect(formulas(site("inline = [['\\(', '\\)']]", false), '\\(x\\) $$a\\_b$$')).toEqual(['block a_b']);
});

test('a line of attributes is of the block above it where a site asks for that', () => {
  const settings = '[markup.goldmark.parser.attribute]\ntitle = true\nblock = true';
  expect(read({ 'hugo.toml': settings }, '> a\n{#b .c}').html).toContain('<blockquote id="b">');
  expect(
    read({ 'hugo.toml': settings.replace('block = true', 'block = false') }, '> a\n{#b}').html,
  ).toContain('{#b}');
});

test('a vault shows single line breaks, unless its settings are strict', () => {
  expect(inVault('{}', 'one\ntwo')).toBe('<p>one<br />\ntwo</p>');
  expect(inVault('{"strictLineBreaks": true}', 'one\ntwo')).toBe('<p>one\ntwo</p>');
  expect(read({ 'a.md': '' }, 'one\ntwo').html).toBe('<p>one\ntwo</p>');
});

test('settings of a vault that can’t be read are told', () => {
  expect(read({ '.obsidian/app.json': '{', 'a.md': '' }, '').told).toEqual([
    expect.stringMatching(/^error \.obsidian\/app\.json:1 can't be read/),
  ]);
});

test('a vault keeps dashes and quotes as they were typed; a plain folder sets them', () => {
  expect(inVault('{}', 'use --force -- or "quotes"...')).toBe('<p>use --force -- or "quotes"...</p>');
  expect(read({ 'a.md': '' }, 'a -- "b"').html).toBe('<p>a – “b”</p>');
});

test('a Hugo site has the extras that it turns on', () => {
  const text = '~~a~~ H~2~O ==b==';
  expect(inSite('', text)).toBe('<p><del>a</del> H~2~O ==b==</p>');
  const extensions =
    '[markup.goldmark.extensions]\nstrikethrough = false\n[markup.goldmark.extensions.extras]\ndelete.enable = true\nsubscript.enable = true';
  expect(inSite(extensions, text)).toBe('<p><del>a</del> H<sub>2</sub>O ==b==</p>');
});
