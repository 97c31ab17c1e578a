import { expect, test } from 'vitest';
import { highlight } from './highlight.ts';

// In a file of its own: no language is loaded yet, as for the first note of a build.
test.each([
  ['javascript', 'let a = html`<b class="x">${y}</b>`', 'hljs-tag', ['xml', 'css', 'graphql']],
  ['http', 'POST / HTTP/1.1\nHost: a\n\n{"a": 1}', 'hljs-attribute', ['json', 'python', 'yaml']],
  ['markdown', 'a <b>c</b>', 'hljs-tag', ['xml']],
])('what %s embeds is highlighted alike whatever was highlighted before', (name, code, mark, others) => {
  const first = highlight(code, name).html;
  for (const other of others) highlight('x', other);
  expect(highlight(code, name).html).toBe(first);
  expect(first).toContain(mark);
});
