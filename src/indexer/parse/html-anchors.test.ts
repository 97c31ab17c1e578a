import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorTag, htmlPieces } from './html-anchors.ts';
import { sampleHugo } from './sample-parse.ts';

describe('a link in HTML', () => {
  test.each([
    ['<a href="b.md">', 'b.md', '<a href="HOLE">'],
    ["<a class=x href='b.md?a=1&amp;b=2' id=y>", 'b.md?a=1&b=2', "<a class=x href='HOLE' id=y>"],
    ['<A HREF=b.md>', 'b.md', '<A HREF="HOLE">'],
    ['<a\n  href = "b.md">', 'b.md', '<a\n  href = "HOLE">'],
  ])('%j leads to %j', (tag, href, changed) => {
    const found = anchorTag(tag);
    if (found?.kind !== 'open') throw new Error('no link');
    expect(found.href).toBe(href);
    expect(found.to('HOLE')).toBe(changed);
  });

  test.each(['<a id="x">', '<a data-href="x">', '<abbr href="x">', '<b>', '<!-- <a href="x"> -->'])(
    '%j is none',
    (tag) => expect(anchorTag(tag)).toBeNull(),
  );

  test.each([
    ['See <a href="b.md">the bee</a> and more.', 'markdown b.md 1:5', 'the bee', 'See the bee and more.'],
    ['<div>\nSome. See <a href="b.md#x">it</a> now.\n</div>', 'markdown b.md#x 2:11', 'it', 'See it now.'],
    ['> <p>\n> <a href="/blog/b/">Bee</a></p>', 'permalink /blog/b/ 2:3', 'Bee', 'Bee'],
    ['<table><tr><td><a href=b.md><b>B</b></a></td></tr></table>', 'markdown b.md 1:16', 'B', 'B'],
  ])('%j is a reference with its sentence', (markdown, reference, text, sentence) => {
    const { references, note, html } = sampleHugo(markdown);
    expect(references).toEqual([reference]);
    expect(note.references[0]).toMatchObject({ text, sentence });
    expect(html).toContain('href="[r0]"');
  });

  test.each([
    '<a href="https://other.example/b.md">x</a>',
    '<a href="#top">x</a>',
    '<a href="../../graph.json">x</a>',
    '<!-- <a href="b.md">x</a> -->',
    '<div>\n<!-- <a href="b.md">x</a> -->\n</div>',
    '<script>\n"<a href=b.md>"\n</script>',
    '`<a href="b.md">`',
  ])('%j is no reference', (markdown) => {
    expect(sampleHugo(markdown).references).toEqual([]);
  });

  test('to a file leads to the file', () => {
    const { note, html } = sampleHugo('<a href="paper.pdf">paper</a>');
    expect(note.assets).toMatchObject([{ argument: 'paper.pdf', line: 1, column: 1 }]);
    expect(html).toContain('href="[a0]"');
  });
});

test('the text of a block of HTML is the note’s text', () => {
  const { note } = sampleHugo(
    'Begun.\n\n<div>\n  One &amp; <b>two</b> caf&eacute;s&#8230;&#127;\n  <style>p { x }</style>\n</div>\n\nEnded.',
  );
  expect(note.sections[0]!.text).toBe('Begun.\nOne & two cafés…\nEnded.');
});

test('pieces put together are the HTML again, and no tag stands in a text', () => {
  const part = fc.constantFrom(
    ...[
      '<a href="x">',
      '</a>',
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<style',
      '=',
      ' ',
      'a',
      '&amp;',
    ],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const html = parts.join('');
      const pieces = htmlPieces(html);
      expect(pieces.map(({ source }) => source).join('')).toBe(html);
      for (const { source, at } of pieces) expect(html.startsWith(source, at)).toBe(true);
      for (const { source, tag } of pieces) if (!tag) expect(source).not.toMatch(/<a href="x">|<\/a>/);
    }),
  );
});
