import { describe, expect, test } from 'vitest';
import { loadParser } from './parse.ts';
import { sampleHugo } from './sample-parse.ts';

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

test('a shortcode that is closed and not open, or has to be closed and isn’t, is told at each place', () => {
  const { html, diagnostics, note } = sampleHugo(
    '---\n---\nü {{< /x >}} b\n{{% /x %}}\n\n{{< details "S" >}}\n\nrest',
  );
  expect(html).toBe(
    '<p>ü <span class="hm-shortcode">/x</span> b\n<span class="hm-shortcode">/x</span></p>\n' +
      '<details><summary>S</summary>\n</details>\n<p>rest</p>',
  );
  expect(diagnostics).toEqual(['bad-shortcode 3:4', 'bad-shortcode 4:1', 'bad-shortcode 6:1']);
  expect(note.diagnostics[0]).toMatchObject({
    severity: 'error',
    message: 'the shortcode "x" is closed here and not open: "{{< /x >}}"',
    suggestion: 'Open it, take this away, or escape it to show it; a mark stands in its place.',
  });
  expect(note.diagnostics[2]!.suggestion).toBe(
    'Close it with {{< /details >}}; until then it encloses nothing.',
  );
});

describe('in a Hugo site with enableEmoji', () => {
  const text =
    '---\ntitle: "T :joy:"\n---\n# 8 :100: :information_source: :one: x :joy:\n\n' +
    ':hamburger: [l](b.md) :hamburger: {{< ref "c.md" >}} {{< x >}} :octocat:';
  const parsed = async (emoji: boolean) => {
    const parse = await loadParser({
      wikilinks: false,
      dollarMath: false,
      typographer: true,
      baseURL: null,
      emoji,
    });
    return parse({ path: 'a.md', bytes: Buffer.from(text), hash: '', stamp: '' }).note!;
  };

  test('names of emoji are signs, of which ids of headings are made; a title stays', async () => {
    const note = await parsed(true);
    expect(note.title).toBe('T :joy:');
    expect(note.headings).toMatchObject([{ id: '8--ℹ-1-x-', text: '8 💯 ℹ️ 1️⃣ x 😂' }]);
    expect(note.html).toContain('<p>🍔 <a');
    expect(note.html).toContain(':octocat:');
    expect(note.sections[1]!.text).toContain('🍔 l 🍔');
  });

  test('what stands behind a sign keeps its line and column', async () => {
    const places = async (emoji: boolean): Promise<string[]> => {
      const { references, diagnostics } = await parsed(emoji);
      return [...references, ...diagnostics].map(({ line, column }) => `${line}:${column}`);
    };
    expect(await places(true)).toEqual(['6:35', '6:13', '6:54']);
    expect(await places(false)).toEqual(['6:35', '6:13', '6:54']);
  });
});
