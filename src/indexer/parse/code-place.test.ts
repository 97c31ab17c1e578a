import { expect, test } from 'vitest';
import { hole } from '../common/holes.ts';
import { freeCodes } from './code-place.ts';
import { sampleHugo } from './sample-parse.ts';

const CODE = '{{< highlight go >}}\nz\n{{< /highlight >}}';
const PRE = '<pre class="hm-code" data-language="Go" tabindex="0"><code>z</code></pre>';

test.each([
  [`1. x\n${CODE}\n2. y`, `<ol>\n<li>x\n${PRE}</li>\n<li>y</li>\n</ol>`],
  [`- x\n\n  ${CODE}\n\n  y`, `<ul>\n<li>\n<p>x</p>\n${PRE}\n<p>y</p>\n</li>\n</ul>`],
  [`before\n${CODE}\nafter`, `<p>before</p>${PRE}<p>after</p>`],
  [`before ${CODE} after`, `<p>before</p>${PRE}<p>after</p>`],
  [`${CODE}\n${CODE}`, `${PRE}${PRE}`],
  [CODE, PRE],
  [`> ${CODE.replaceAll('\n', '\n> ')}`, `<blockquote>\n${PRE.replace('z', '&gt; z\n&gt;')}\n</blockquote>`],
  [`<div>\n${CODE}\n</div>`, `<div>\n${PRE}\n</div>`],
  [`<p>\na\n${CODE}\n</p>`, `<p>\na</p>${PRE}`],
  [`*a ${CODE} b*`, `<p><em>a ${PRE} b</em></p>`],
])('in a Hugo blog, %j becomes %j', (text, html) => expect(sampleHugo(text).html).toBe(html));

test('code is as far out as its shortcode is in', () => {
  const { note } = sampleHugo('- x\n\n  {{< highlight go >}}\n  a\n    b\n  {{< /highlight >}}');
  expect(note.codes).toEqual([{ language: 'go', code: 'a\n  b' }]);
});

test('stays quick where there is much code', () => {
  const one = (index: number): string => `<p>a ${hole('HMx', 'c', index)} b ${hole('HMx', 'c', index)} c</p>`;
  const html = Array.from({ length: 20_000 }, (_, index) => one(index)).join('\n');
  expect(freeCodes(html, 'HMx', 20_000)).toHaveLength(html.length + 20_000 * 10);
  expect(freeCodes(`<p>${html.replace(/<.?p>/g, '')}`, 'HMx', 20_000)).toContain('<p>');
});
