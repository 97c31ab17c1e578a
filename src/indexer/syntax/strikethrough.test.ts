import { expect, test } from 'vitest';
import { renderHugoLine } from './render-sample.ts';

/** What Hugo 0.111.3 itself makes of each. */
test.each([
  ['~~a~~ b', '<del>a</del> b'],
  ['~a~', '~a~'],
  ['a~~b~~c', 'a<del>b</del>c'],
  ['~~ a ~~', '~~ a ~~'],
  ['~~*a*~~', '<del><em>a</em></del>'],
  ['`~~a~~`', '<code>~~a~~</code>'],
  ['~~a', '~~a'],
  ['\\~~a~~', '~~a~~'],
])('%j becomes %j', (text, html) => expect(renderHugoLine(text)).toBe(html));
