import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parseSettingsOf } from '../parse/parse-settings.ts';
import { createParser } from '../parse/parse.ts';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';
import { readFolder } from '../read/source.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { readConfiguration } from '../settings/configuration.ts';

afterAll(removeSampleFolders);

describe('comments', () => {
  test.each([
    ['a %%b%% c', '<p>a  c</p>'],
    ['a %%b [[c]] *d%% e*', '<p>a  e*</p>'],
    ['a %%b\nc%% d', '<p>a  d</p>'],
    ['%%a%%', ''],
    ['%%\na\n\nb\n%%\nc', '<p>c</p>'],
    ['%% a\n\n# b\n%% c', '<p>c</p>'],
    ['x\n%%\na\n\nb\n%%\ny', '<p>x</p>\n<p>y</p>'],
    ['%%a%% b', '<p> b</p>'],
    ['> %%\n> a\n>\n> b\n> %%\n> c', '<blockquote>\n<p>c</p>\n</blockquote>'],
    ['- %%\n  a\n\n  b\n  %%\n- c', '<ul>\n<li></li>\n<li>c</li>\n</ul>'],
    ['`%%a%%`', '<p><code>%%a%%</code></p>'],
    ['\\%%a%%', '<p>%%a%%</p>'],
    ['a %% b', '<p>a %% b</p>'],
    ['- %% a\n\nb %% c', '<ul>\n<li>%% a</li>\n</ul>\n<p>b %% c</p>'],
    ['100% and 50%%', '<p>100% and 50%%</p>'],
  ])('%j becomes %j', (text, html) => expect(sampleVault(text).html).toBe(html));

  test.each([
    ['x\n\n%%\na\n\nb', '<p>x</p>', '3:1'],
    ['x\n%% a\n\n# b', '<p>x</p>', '2:1'],
    ['> x\n> %% a\n>\n> b', '<blockquote>\n<p>x</p>\n</blockquote>', '2:3'],
    ['- x\n- %% a\n\nb', '<ul>\n<li>x</li>\n<li></li>\n</ul>', '2:3'],
    ['%%a%% x\n\n%% b', '<p> x</p>', '3:1'],
  ])(
    'that begin a line of a vault and are never closed hide what follows, and are told: %j',
    (text, html, at) => {
      const { html: seen, diagnostics, note } = sampleVault(text);
      expect(seen).toBe(html);
      expect(diagnostics).toEqual([`open-comment ${at}`]);
      expect(note.sections.map((section) => section.text).join()).not.toMatch(/[ab]/);
    },
  );

  test.each(['a %% b', '`%%`\n\nx', '    %% code', '```\n%% code\n```', '\\%% a'])(
    'that are none hide nothing: %j',
    (text) => expect(sampleVault(text).diagnostics).toEqual([]),
  );

  test('that are never closed are text in a plain folder', () => {
    const folder = sampleFolder({ 'a.md': '%%\na\n\nb' });
    const { notes } = readFolder(folder);
    const parse = createParser(parseSettingsOf(readConfiguration(folder)));
    const { note, diagnostics } = parse(notes[0]!);
    expect(note!.html).toContain('<p>%%');
    expect(note!.html).toContain('<p>b</p>');
    expect(diagnostics).toEqual([]);
  });

  test('in code are code', () => {
    expect(sampleVault('```\n%%\na\n%%\n```').html).toContain('%%\na\n%%');
  });

  test('are gone from text, words and references', () => {
    const { note, references } = sampleVault('one %%two [[three]]%% four\n\n%%\nfive\n\nsix\n%%\n');
    expect(JSON.stringify([note.sections, note.html, references])).not.toMatch(/two|three|five|six/);
    expect(note.words).toBe(2);
  });

  test('are gone from a note that nests too deep', () => {
    for (const text of ['x %%secret%% y', '%%\nsecret', '> %% secret']) {
      const { note } = sampleVault(`${'> '.repeat(120)}a\n\n${text}`);
      expect(JSON.stringify(note)).not.toContain('secret');
    }
  });

  test('leave the place of what follows them', () => {
    expect(sampleVault('%%\n\nx\n\n%% [[a]]\n\n%%b%% [[c]]').references).toEqual([
      'wikilink a 5:4',
      'wikilink c 7:7',
    ]);
  });

  test('are text in a blog', () => expect(sampleHugo('a %%b%% c').html).toBe('<p>a %%b%% c</p>'));

  test('never show what stands between two signs that nothing else claims', () => {
    const word = fc.constantFrom('a', '*b*', '\n', '\n\n', '- c\n', '> d\n', '# e\n', '[[f]]', ' ');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (before, after) => {
        const text = `${before.join('')}\n\n%%\nsecret\n\nsecret\n%%\n\n${after.join('')}`;
        expect(JSON.stringify(sampleVault(text).note)).not.toContain('secret');
      }),
    );
  });
});
