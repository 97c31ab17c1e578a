import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlDepth } from './html-depth.ts';

test.each([
  ['', 0],
  ['text < 3', 0],
  ['<p>x</p><p>y</p>', 1],
  ['<p>x<p>y<p>z', 1],
  ['<ul><li>x<li>y</ul>', 2],
  ['<ul><li>x<ul><li>y</ul></ul>', 4],
  ['<br><img><input><hr>', 0],
  ['<div><b></div><div><b></div>', 2],
  ['<DIV><div></DIV></div>', 2],
  ['<div></span></span><div></b></b>', 2],
  ['</div></div><div>', 1],
  ['<blockquote>'.repeat(2_000), 2_000],
])('%j is so deep: %i', (html, depth) => {
  expect(htmlDepth(html)).toBe(depth);
});

test('balanced elements are as deep as they are nested', () => {
  const tree = fc.letrec<{ node: { html: string; depth: number } }>((tie) => ({
    node: fc.oneof(
      fc.constantFrom({ html: 'x', depth: 0 }, { html: '<br>', depth: 0 }, { html: '&lt;b&gt;', depth: 0 }),
      fc
        .tuple(fc.constantFrom('div', 'b', 'ul', 'x-y'), fc.array(tie('node'), { maxLength: 3 }))
        .map(([tag, inner]) => ({
          html: `<${tag} title="y">${inner.map(({ html }) => html).join('')}</${tag}>`,
          depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
        })),
    ),
  })).node;
  fc.assert(
    fc.property(tree, ({ html, depth }) => {
      expect(htmlDepth(html)).toBe(depth);
    }),
  );
});

test('a million tags that close nothing take no longer than their length', () => {
  const start = process.cpuUsage();
  htmlDepth('<a>'.repeat(500_000) + '</b>'.repeat(500_000) + '</a>'.repeat(500_000));
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});
