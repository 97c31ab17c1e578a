import { describe, expect, test } from 'vitest';
import { sampleHugo } from './sample-parse.ts';

/** The text with a formula as $, and what must stay on its line in braces. */
function held(text: string): string {
  return sampleHugo(text)
    .note.html.replace(/HM[0-9a-f]{16}m\d+x/g, '$')
    .replace(/<span class="hm-nowrap">(.*?)<\/span>/g, '{$1}')
    .replace(/<\/?p>|\n/g, '');
}

describe('a formula stays on the line of', () => {
  test.each([
    ['the comma and the bracket behind it', '\\\\(x\\\\), and (so \\\\(y\\\\)).', '{$,} and (so {$).}'],
    ['the bracket before it', 'not negative (\\\\(\\geq 0\\\\) for all)', 'not negative {($} for all)'],
    ['both', 'a ([\\\\(x\\\\)])', 'a {([$])}'],
    ['nothing, where it stands alone', 'a \\\\(x\\\\) b', 'a $ b'],
    ['nothing, where it is long', `(\\\\(${'x + '.repeat(40)}1\\\\)),`, '($),'],
  ])('%s', (_, text, expected) => expect(held(text)).toBe(expected));
});

test('brackets of a shortcode that hold none leave a mark and a finding, and nothing raw', () => {
  const { html, diagnostics, note } = sampleHugo('a {{< "x" & y >}} b\n{{< >}} c');
  expect(html).toBe(
    '<p>a <span class="hm-shortcode">&quot;x&quot; &amp; y</span> b\n<span class="hm-shortcode">shortcode</span> c</p>',
  );
  expect(diagnostics).toEqual(['bad-shortcode 1:3', 'bad-shortcode 2:1']);
  expect(note.diagnostics[0]).toMatchObject({
    severity: 'error',
    message: 'a shortcode has no name: "{{< \\"x\\" & y >}}"',
    suggestion: 'Name it, or escape it to show it; a mark stands in its place.',
  });
});
