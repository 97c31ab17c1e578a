import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from './sample-parse.ts';

/** The text with a formula as $, and what must stay on its line in braces. */
const held = (text: string): string => shown(sampleHugo(text).note.html);

function shown(html: string): string {
  return html
    .replace(/HM[0-9a-f]{16}m\d+x/g, '$')
    .replace(/<span class="hm-wrap">(.*?)<\/span>/g, '|$1|')
    .replace(/<span class="hm-nowrap">(.*?)<\/span>/g, '{$1}')
    .replace(/<a [^>]*>/g, '<a>')
    .replace(/<\/?p>|\n/g, '');
}

describe('a formula stays on the line of', () => {
  test.each([
    ['the comma and the bracket behind it', '\\\\(x\\\\), and (so \\\\(y\\\\)).', '{$,} and (so {$).}'],
    ['the bracket before it', 'not negative (\\\\(\\geq 0\\\\) for all)', 'not negative {($} for all)'],
    ['both', 'a ([\\\\(x\\\\)])', 'a {([$])}'],
    [
      'the letters of its word behind it',
      'the \\\\(n\\\\)th of some \\\\(x\\\\)s, \\\\(x\\\\)’s',
      'the {$th} of some {$s,} {$’s}',
    ],
    [
      'the hyphen or stroke, with the word',
      'a \\\\(k\\\\)-means \\\\(a\\\\)/\\\\(b\\\\) 5',
      'a {$-means} {$/}$ 5',
    ],
    ['the sign for parts of a hundred', '\\\\(5\\\\)%', '{$%}'],
    ['nothing, where signs without case follow', '\\\\(x\\\\)は', '$は'],
    ['nothing, where it stands alone', 'a \\\\(x\\\\) b', 'a $ b'],
    ['the same where it is long, and may break itself', `(\\\\(${'x + '.repeat(40)}1\\\\)), a`, '{(|$|),} a'],
    ['nothing, where it is long and stands alone', `\\\\(${'x + '.repeat(40)}1\\\\) a`, '$ a'],
    [
      'the comma behind its link, where it is long',
      `[\\\\(${'x + '.repeat(40)}1\\\\)](#x), a`,
      '{<a>|$|</a>,} a',
    ],
    ['the comma behind its link', 'see [\\\\(x\\\\)](#x), and', 'see {<a>$</a>,} and'],
    [
      'the comma behind a link that may break before it',
      'see [the \\\\(x\\\\)](#x), **a *b* \\\\(y\\\\)**.',
      'see {<a>|the |$</a>,} {<strong>|a <em>b</em> |$</strong>.}',
    ],
    ['the bracket before its link', '([\\\\(x\\\\)](#x)) ([\\\\(x\\\\) y](#x))', '{(<a>$</a>)} (<a>$ y</a>)'],
    [
      'the bracket in its link',
      '[the (\\\\(x\\\\)](#x) [a (\\\\(x\\\\)](#x),',
      '<a>the {($}</a> {<a>|a |($</a>,}',
    ],
    ['all of them', '[\\\\(x\\\\), the \\\\(y\\\\)](#x), \\\\(z\\\\)', '<a>{$,} the $</a>, $'],
    [
      'nothing, where its link is not in reach',
      `[${'a '.repeat(2000)}\\\\(x\\\\)](#x),`,
      `<a>${'a '.repeat(2000)}$</a>,`,
    ],
  ])('%s', (_, text, expected) => expect(held(text)).toBe(expected));
});

test('a formula stays on the line of straight quotation marks around it', () => {
  const { html } = sampleVault('a "$x$" \'$y$\'s &lt;$z$&gt; "f($w$)"').note;
  expect(shown(html)).toBe(`a {"$"} {'$'s} &lt;$&gt; "f{($)"}`);
});
