import { afterEach, describe, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterEach(removeSampleFolders);

async function outlineOf(text: string): Promise<string> {
  const folder = sampleFolder({ 'note.md': text });
  const { texts } = await sampleSite(folder, sampleApp());
  return /<nav class="hm-outline"[\s\S]*?<\/nav>/.exec(texts.get('notes/note/index.html')!)?.[0] ?? '';
}

describe('the outline of a page', () => {
  test('links to each heading by its words, set as text', async () => {
    const outline = await outlineOf('---\ntitle: T\n---\n\n## One & *two*\n\n### <b>Three</b>\n\n## Four\n');
    expect(outline).toContain('<li class="hm-level-1"><a href="#one--two">One &amp; two</a></li>');
    expect(outline).toContain('>Three</a>');
    expect(outline).not.toContain('<b>');
  });

  test('shows formulas of headings as formulas, and nothing else of their markup', async () => {
    const outline = await outlineOf(
      '---\ntitle: T\n---\n\n## The [square](https://example.org) \\\\(x^2\\\\)\n\n## Two\n\n## Three\n',
    );
    expect(outline).toMatch(/>The square <span class="katex">/);
    expect(outline.match(/<a /g)).toHaveLength(3);
    expect(outline).not.toContain('example.org');
  });
});
