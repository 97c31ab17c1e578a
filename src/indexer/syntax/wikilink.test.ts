import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

describe('wikilinks', () => {
  test.each([
    ['[[note]]', '<a href="[r0]">note</a>', 'wikilink note 1:1'],
    ['[[note|text]]', '<a href="[r0]">text</a>', 'wikilink note 1:1'],
    ['[[ note | a text ]]', '<a href="[r0]">a text</a>', 'wikilink note 1:1'],
    ['[[note|]]', '<a href="[r0]">note</a>', 'wikilink note 1:1'],
    ['[[folder/note#a#b]]', '<a href="[r0]">folder/note &gt; a &gt; b</a>', 'wikilink folder/note#a#b 1:1'],
    ['[[#here]]', '<a href="[r0]">here</a>', 'wikilink #here 1:1'],
    ['[[note#^block]]', '<a href="[r0]">note &gt; ^block</a>', 'wikilink note#^block 1:1'],
    ['![[note]]', '<a href="[r0]?embed">note</a>', 'embed note 1:1'],
    ['*![[note]]*', '<em><a href="[r0]">note</a></em>', 'embed note 1:2'],
    ['a ![[note#h]] b', 'a <a href="[r0]?embed">note &gt; h</a> b', 'embed note#h 1:3'],
    ['![[pic.png|300]]', '<a href="[r0]?size=300">pic.png</a>', 'embed pic.png 1:1'],
    ['![[pic.png|300x200]]', '<a href="[r0]?size=300x200">pic.png</a>', 'embed pic.png 1:1'],
    ['![[pic.png|a lamp]]', '<a href="[r0]">a lamp</a>', 'embed pic.png 1:1'],
    ['![[pic.png|a lamp|300]]', '<a href="[r0]?size=300">a lamp</a>', 'embed pic.png 1:1'],
    ['![[pic.png|page 3]]', '<a href="[r0]">page 3</a>', 'embed pic.png 1:1'],
    ['[[<b>&"|<i>]]', '<a href="[r0]">&lt;i&gt;</a>', 'wikilink <b>&" 1:1'],
    ['[[a*b*c]]', '<a href="[r0]">a*b*c</a>', 'wikilink a*b*c 1:1'],
    ['[[[a]]]', '[<a href="[r0]">a</a>]', 'wikilink a 1:2'],
    ['**[[a]]**', '<strong><a href="[r0]">a</a></strong>', 'wikilink a 1:3'],
    ['ünï😀 [[a]]', 'ünï😀 <a href="[r0]">a</a>', 'wikilink a 1:11'],
    ['[[__proto__]]', '<a href="[r0]">__proto__</a>', 'wikilink __proto__ 1:1'],
  ])('%s becomes %s', (text, html, reference) => {
    const found = sampleVault(text);
    expect(found.html).toBe(`<p>${html}</p>`);
    expect(found.references).toEqual([reference]);
  });

  test.each([
    '[[]]',
    '[[ ]]',
    '[[|text]]',
    '[[a]b]]',
    '[[a\nb]]',
    '\\[[a]]',
    '`[[a]]`',
    '``` [[a]] ```',
    '    [[a]]',
    '```\n[[a]]\n```',
    '<div>[[a]]</div>',
    '<!-- [[a]] -->',
    '<a title="[[a]]">b</a>',
    '\\\\([[a]]\\\\)',
  ])('leaves %j alone', (text) => expect(sampleVault(text).references).toEqual([]));

  test('are text in a blog', () => {
    expect(sampleHugo('a [[note]] b')).toMatchObject({ html: '<p>a [[note]] b</p>', references: [] });
  });

  test('in a table have their bar written with a backslash', () => {
    const found = sampleVault(
      '| [[x\\|y]] | `[[c]]` | ![[p.png\\|100]] [[z]] |\n|---|---|---|\n| [[x]] | [[x]] | [[x\\|x]] [[x]] |',
    );
    expect(found.references).toEqual([
      'wikilink x 1:3',
      'embed p.png 1:24',
      'wikilink z 1:40',
      'wikilink x 3:3',
      'wikilink x 3:11',
      'wikilink x 3:19',
      'wikilink x 3:28',
    ]);
    expect(found.html).toContain('<a href="[r0]">y</a>');
  });

  test('in the text of a picture are known with their place', () => {
    expect(sampleVault('ü [[b]] ![a [[b]]](p.png) [[b]]').references).toEqual([
      'wikilink b 1:4',
      'wikilink b 1:14',
      'wikilink b 1:28',
    ]);
  });

  test('are reported where they stand, in any block', () => {
    const word = fc.constantFrom(
      'word',
      'ü',
      '😀',
      '*em*',
      '`code`',
      '\\|',
      'a\\*b',
      '$x$',
      '[l](m.md)',
      '**b**',
    );
    const piece = fc.oneof({ weight: 2, arbitrary: word }, { weight: 3, arbitrary: fc.constant('LINK') });
    const line = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(' '));
    const lines = fc.array(line, { minLength: 1, maxLength: 3 });
    const block = fc.oneof(
      lines.map((all) => all.join('\n')),
      lines.map((all) => all.map((text) => `> ${text}`).join('\n')),
      lines.map((all) => all.map((text) => `> > ${text}`).join('\n')),
      lines.map((all) => all.map((text) => `- ${text}`).join('\n')),
      lines.map((all) => all.map((text, i) => `${'  '.repeat(i)}- ${text}`).join('\n')),
      lines.map((all) => `1. ${all.join('\n   ')}`),
      lines.map((all) => `1. a\n\n   ${all.join('\n   ')}`),
      lines.map((all) => `- [ ] ${all.join('\n  ')} ^id`),
      lines.map((all) => `| a | b |\n|---|---|\n${all.map((text) => `| ${text} | ${text}|`).join('\n')}`),
      lines.map((all) => `|${all.join('|')}|\n|${all.map(() => '---').join('|')}|`),
      line.map((text) => `## ${text} {#id}`),
      lines.map((all) => `${all.join('\n')}\n===`),
      line.map((text) => `Term ${text}\n: ${text}\n  more ${text}`),
      line.map((text) => `[^1]: Note ${text}\n\n    more ${text}`),
      line.map((text) => `<div>\n\n${text}\n\n</div>`),
      lines.map((all) => all.map((text) => `\t${text}`).join('\n')),
      lines.map((all) => `x\n   ${all.join('\n\t ')}`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), fc.boolean(), (blocks, matter) => {
        let count = 0;
        const body = `a[^1]\n\n${blocks.join('\n\n')}`.replace(/LINK/g, () => `[[n${count++}]]`);
        const text =
          (matter ? '---\ntitle: [[n]]\n---\n' : '') + body.replaceAll('[[n1]]', '{{< x >}} [[n1]]');
        const found = sampleVault(text).references.filter((reference) => reference.startsWith('wikilink'));
        for (const reference of found) {
          const [, name = '', at] = reference.split(' ');
          const before = text.slice(0, text.indexOf(`[[${name}]]`, matter ? 20 : 0)).split('\n');
          expect([name, at]).toEqual([name, `${before.length}:${Buffer.byteLength(before.at(-1)!) + 1}`]);
        }
        const inCode = body.split('\n').filter((text) => /^\t/.test(text)).length > 0;
        if (!inCode) expect(found).toHaveLength(count);
      }),
      { numRuns: 150 },
    );
  });
});
