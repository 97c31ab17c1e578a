import { describe, expect, test } from 'vitest';
import { sampleHugo } from '../parse/sample-parse.ts';

const block = (code: string, language = ''): string =>
  `<pre class="hm-code"${language === '' ? '' : ` data-language="${language}"`} tabindex="0"><code>${code}\n</code></pre>`;

describe('code', () => {
  test.each([
    ['```\na < b & c\n```', block('a &lt; b &amp; c')],
    ['    indented <b>', block('indented &lt;b&gt;')],
    [
      '```nosuchlanguage {linenos=true}\nx\n```',
      block('<span class="hm-line" data-line="1">x</span>', 'nosuchlanguage'),
    ],
    ['``` {.nosuchlanguage}\nx\n```', block('x', 'nosuchlanguage')],
    ['```a"b<c\nx\n```', block('x', 'a&quot;b&lt;c')],
    ['```\n<script>alert(1)</script>\n```', block('&lt;script&gt;alert(1)&lt;/script&gt;')],
    ['```\nHMHOLEr0x m0x\n```', block('HMHOLEr0x m0x')],
    ['```\n\\\\(x\\\\) $$y$$ *z* -- "q"\n```', block('\\\\(x\\\\) $$y$$ *z* -- &quot;q&quot;')],
  ])('%j becomes %j', (text, html) => expect(sampleHugo(text).html).toBe(html));

  test('of a known language is coloured', () => {
    const { html } = sampleHugo('```python\ndef f(): pass\n```');
    expect(html).toMatch(
      /^<pre class="hm-code" data-language="Python" tabindex="0"><code><span class="hljs-/,
    );
  });

  test('shows the address of a reference inside it, and none for one behind its opening fence', () => {
    const { html, references } = sampleHugo(
      '~~~~ go {{< relref "never.md" >}}\n{{< relref "a.md" >}}\n~~~~\n\n{{< relref "b.md" >}}',
    );
    expect(references).toEqual(['relref a.md 2:1', 'relref b.md 5:1']);
    expect(html).toMatch(/data-language="Go"[^>]*><code>\[r0\]\n<\/code><\/pre>\n<p>\[r1\]<\/p>$/);
  });

  test('is not split by blank lines or hyphens, and keeps what looks like front matter', () => {
    expect(sampleHugo('```\n---\na: b\n---\n\n# x\n```').html).toBe(block('---\na: b\n---\n\n# x'));
  });
});
