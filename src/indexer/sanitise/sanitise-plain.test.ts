import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holePrefix } from '../common/holes.ts';
import { collect } from '../parse/collect.ts';
import { createEnv } from '../syntax/env.ts';
import { createMarkdown } from '../syntax/index.ts';
import { sanitisePlain } from './sanitise-plain.ts';
import { sanitiseHtml } from './sanitise.ts';

const md = createMarkdown({ wikilinks: true, dollarMath: true, typographer: true });
const PREFIX = holePrefix('');

/** Null where the text holds HTML. */
function render(text: string): string | null {
  const env = createEnv({ prefix: PREFIX });
  const tokens = md.parse(text, env);
  return collect(tokens, env).hasHtml ? null : md.renderer.render(tokens, md.options, env);
}

describe('plain HTML', () => {
  test.each([
    'A *b* **c** `d` ~~e~~ [[note]] $x$.\n\n> - f\n>   1. g\n\n# h {#own}',
    '| a | b |\n|---|---|\n| c | d |\n\n---\n\nq\n: r  \ns\n\n```js\nt\n```',
    '<https://ex.org> www.ex.org [a](http://a-b.ex.org/c_d?e=f&g=&quot;h#i%20j)',
    '[a](#b) [c](#hm-d)\n\n<!--list-separator-->\n\n- e\n\n<!---->',
    'a < b & "c" &lt;script&gt; \\<b>',
  ])('is what %j becomes, and is safe as it is', (text) => {
    const html = render(text)!;
    expect(sanitisePlain(html)).toBe(sanitiseHtml(html));
  });

  test.each([
    ['a link with a title', '[a](https://ex.org "b")'],
    ['a link to what may be no host', '[a](https://1.2.3.4.5) [b](http://xn--a.b.c)'],
    ['a link that would run', '<a href="javascript:x">'],
    ['a picture', '![a](https://ex.org/b.png)'],
    ['an id of the app', '# a {#hm-map}'],
    ['a style', '| a |\n|:-:|\n| b |'],
    ['a task', '- [ ] a'],
    ['HTML', 'a <b>c</b> <img src=x onerror=y>'],
  ])('is not %s', (_, text) => {
    const html = render(text);
    expect(html === null ? null : sanitisePlain(html)).toBeNull();
  });

  test('is no link within a link', () => {
    const link = `<a href="${PREFIX}r0x">`;
    expect(sanitisePlain(`<p>${link}a</a> ${link}<em>b</em></a></p>`)).not.toBeNull();
    expect(sanitisePlain(`<p>${link}a <em>${link}b</a></em></a></p>`)).toBeNull();
  });

  test('is never anything that the sanitiser would change', () => {
    const piece = fc.constantFrom(
      ...'*|**|_|`|~~|[|]|(|)|[[|]]|!|#|# |{#x}|{.y}|{|}|> |- |1. |- [ ] |\n|\n\n|    |\t|a|b | |\\|$|$$|&lt;|&amp;|&|<|>|"|\'|---|| a |\n|--|\n|: |[^1]|\n\n<!--|-->|--|(#a|[^1]: |https://ex.org|/a?b&c=d|(https://ex.org|://1.2|www.ex.org|:|.|javascript:|/x.md'.split(
        '|',
      ),
      '|',
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = render(pieces.join(''));
        const safe = html === null ? null : sanitisePlain(html);
        if (safe === null) return;
        plain++;
        expect(safe).toBe(sanitiseHtml(html!));
      }),
      { numRuns: 1_000 },
    );
    expect(plain).toBeGreaterThan(100);
  });
});
