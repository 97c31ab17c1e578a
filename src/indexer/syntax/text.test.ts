import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import createMarkdownIt from 'markdown-it';
import { text } from './text.ts';

const plain = createMarkdownIt({ html: true });
const ours = createMarkdownIt({ html: true });
text(ours);

describe('without the rules that it stops for', () => {
  test('nothing is read differently', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        ' ',
        '\n',
        '"',
        "'",
        '.',
        '...',
        '(',
        ')',
        '*',
        '_',
        '`',
        '~~',
        '[x](y)',
        '![i](s)',
        '<b>',
        '&amp;',
      ],
      ...[
        '\\',
        '\\*',
        'http://a.org',
        'www.a.org',
        '@',
        '日本',
        '  \n',
        '- ',
        '> ',
        '<http://a.org>',
        '|',
        '{',
        '#',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        expect(ours.render(source)).toBe(plain.render(source));
      }),
    );
  });
});
