import { describe, expect, test } from 'vitest';
import { sampleVault } from '../parse/sample-parse.ts';

const nested: Readonly<Record<string, string>> = {
  'quotes in one line': `${'>'.repeat(2_000)} innermost [[a]]`,
  'quotes in many lines':
    Array.from({ length: 300 }, (_, i) => `${'>'.repeat(i + 1)} ${i}`).join('\n') + 'innermost',
  lists: `${Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}- ${i}`).join('\n')}innermost`,
  'lists in one line': `${'- '.repeat(2_000)}innermost`,
  'quotes in lists': `${'- > '.repeat(60)}innermost`,
  emphasis: `${'*a _b '.repeat(500)}innermost${'_ *'.repeat(500)}`,
  HTML: `${'<div>'.repeat(2_000)}innermost`,
};

describe('what nests too deep', () => {
  test.each(Object.entries(nested))('is told and shown as it was written: %s', (_, text) => {
    const { note, html, diagnostics } = sampleVault(`---\ntitle: T\n---\n<b>lead</b>\n\n${text}`);
    expect(diagnostics).toEqual(['too-deep 4:1']);
    expect(html).toMatch(/^<pre class="hm-code" tabindex="0">&lt;b&gt;lead/);
    expect(html).toContain('innermost');
    expect(html.match(/<[a-z]/g)).toHaveLength(1);
    expect(note.sections).toHaveLength(1);
    expect(note.sections[0]!.text).toContain('innermost');
    expect(note.headings).toEqual([]);
  });

  test('is only what nests some hundred levels deep', () => {
    const text = `${'> '.repeat(90)}deep [[a]]\n\n${'- '.repeat(45)}deep [[b]]`;
    const { html, diagnostics, references } = sampleVault(text);
    expect(diagnostics).toEqual([]);
    expect(html.match(/<blockquote>/g)).toHaveLength(90);
    expect(html.match(/<li>/g)).toHaveLength(45);
    expect(references).toEqual(['wikilink a 1:186', 'wikilink b 3:96']);
  });

  test('in one note is no matter of the next', () => {
    sampleVault('>'.repeat(200));
    expect(sampleVault('> a').diagnostics).toEqual([]);
  });
});
