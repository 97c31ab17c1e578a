import { expect, test } from 'vitest';
import { codeBlock } from '../insets/code-block.ts';
import { sampleHugo } from '../parse/sample-parse.ts';
import { lineOptions } from './code-lines.ts';

/** The code that a text becomes, without colours. */
function shown(text: string): string {
  return /<code>([\s\S]*)<\/code>/
    .exec(sampleHugo(text).html)![1]!
    .replace(/<span class="hljs-[^"]*">([^<]*)<\/span>/g, '$1');
}

const marked = (text: string): string => `<span class="hm-line hm-line-marked">${text}</span>`;
const numbered = (line: number, text: string): string =>
  `<span class="hm-line" data-line="${line}">${text}</span>`;
const both = (line: number, text: string): string =>
  `<span class="hm-line hm-line-marked" data-line="${line}">${text}</span>`;

test.each([
  ['{hl_lines=[1,"3-4"]}', `${marked('a')}\nb\n${marked('c')}\n${marked('d')}\n`],
  ['{hl_lines="2-3"}', `a\n${marked('b')}\n${marked('c')}\nd\n`],
  ['{linenos=table}', `${['a', 'b', 'c', 'd'].map((text, index) => numbered(index + 1, text)).join('\n')}\n`],
  [
    '{linenos=table,hl_lines=[2],linenostart=10}',
    `${numbered(10, 'a')}\n${both(11, 'b')}\n${numbered(12, 'c')}\n${numbered(13, 'd')}\n`,
  ],
  ['{linenos=false}', 'a\nb\nc\nd\n'],
  ['{hl_lines=[9]}', 'a\nb\nc\nd\n'],
  ['', 'a\nb\nc\nd\n'],
])('a block of code with %s marks and numbers its lines', (options, html) =>
  expect(shown(`\`\`\`go ${options}\na\nb\nc\nd\n\`\`\``)).toBe(html),
);

test('so does the shortcode', () =>
  expect(
    shown('{{< highlight go "linenos=inline,hl_lines=1 3-4,linenostart=5" >}}\na\nb\nc\n{{< /highlight >}}'),
  ).toBe(`${both(5, 'a')}\n${numbered(6, 'b')}\n${both(7, 'c')}`));

test('the language is told by its name alone, and options name none', () => {
  expect(sampleHugo('```go {hl_lines=[1]}\na\n```').html).toContain('data-language="Go"');
  expect(sampleHugo('```{hl_lines=[1]}\na\n```').html).not.toContain('data-language');
  expect(codeBlock({ code: 'a', language: `go${lineOptions('hl_lines=1')}` }, true)).toContain(
    `data-language="go" tabindex="0"><code>${marked('a')}<`,
  );
});

test('what is coloured over several lines is so in each, and the text stays the same', () => {
  const html = shown('```go {hl_lines=[2]}\n/* a\n<b>\n*/ c\n```');
  expect(html).toContain(`${marked('&lt;b&gt;')}\n`);
  expect(sampleHugo('```go {hl_lines=[2]}\n/* a\nb\n*/ c\n```').html).toContain(
    '<span class="hljs-comment">/* a</span>\n<span class="hm-line hm-line-marked"><span class="hljs-comment">b</span></span>\n<span class="hljs-comment">*/</span> c',
  );
});

test('stays quick with many lines and marks', () => {
  const language = `go${lineOptions(`hl_lines=[${'1-2,'.repeat(50_000)}]`)}`;
  expect(codeBlock({ code: 'a\n'.repeat(50_000), language }, true)).toContain('hm-line-marked');
  expect(lineOptions('hl_lines=['.repeat(50_000))).toBe('');
});
