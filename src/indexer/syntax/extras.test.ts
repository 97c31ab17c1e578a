import { describe, expect, test } from 'vitest';
import { Positions } from '../common/positions.ts';
import { createEnv } from './env.ts';
import type { Extra } from './extras.ts';
import { createMarkdown } from './index.ts';

const ALL: readonly Extra[] = ['delete', 'insert', 'mark', 'subscript', 'superscript'];

const SITE = { wikilinks: false, dollarMath: false, typographer: false };

function render(text: string, extras: readonly Extra[]): string {
  const off = {
    wikilinks: false,
    dollarMath: false,
    typographer: false,
    without: ['strikethrough'],
  } as const;
  const md = createMarkdown({ ...off, extras });
  const html = md.render(text, createEnv({ prefix: 'HOLE', positions: new Positions(text) }));
  return html.trim().replace(/^<p>(.*)<\/p>$/s, '$1');
}

describe('extras of Hugo', () => {
  test.each([
    ['~~a~~ ++b++ ==c==', '<del>a</del> <ins>b</ins> <mark>c</mark>'],
    ['H~2~O and 1^st^', 'H<sub>2</sub>O and 1<sup>st</sup>'],
    ['x~i~^2^', 'x<sub>i</sub><sup>2</sup>'],
    ['==a ++*b*++ [c~1~](#d)==', '<mark>a <ins><em>b</em></ins> <a href="#d">c<sub>1</sub></a></mark>'],
    ['~~a~b~c~~', '<del>a<sub>b</sub>c</del>'],
    ['~5 to ~6', '~5 to ~6'],
    ['a ++ b ++ c, C++ and C++', 'a ++ b ++ c, C++ and C++'],
    ['a ~~~b~~~ ====c====', 'a ~~~b~~~ ====c===='],
    ['`H~2~O` \\~a~', '<code>H~2~O</code> ~a~'],
    ['*a ~b* c~', '<em>a ~b</em> c~'],
  ])('%j becomes %s', (text, html) => expect(render(text, ALL)).toBe(html));

  test('are text where they aren’t asked for', () => {
    const text = '~~a~~ ++b++ ==c== H~2~O 1^st^';
    expect(render(text, [])).toBe(text);
    expect(render(text, ['subscript'])).toBe('~~a~~ ++b++ ==c== H<sub>2</sub>O 1^st^');
  });

  test('leave what is struck out to a site that has that too', () => {
    const md = createMarkdown({ ...SITE, extras: ['subscript'] });
    const html = md.render('~~a~~ H~2~O', createEnv({ prefix: 'HOLE', positions: new Positions('') }));
    expect(html).toBe('<p><del>a</del> H<sub>2</sub>O</p>\n');
  });

  test('take no footnote its sign', () => {
    expect(render('a[^1] d^2^\n\n[^1]: e', ALL)).toMatch(/class="footnote-ref"[^]* d<sup>2<\/sup>/);
  });
});
