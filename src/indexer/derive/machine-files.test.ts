import { describe, expect, test } from 'vitest';
import type { FrontMatter } from '../common/types.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { feed, llmsText, sitemap } from './machine-files.ts';

const URL = 'https://example.org/map/';

function note(slug: string, fields: Partial<FrontMatter> = {}): ResolvedNote {
  return { note: sampleNote(`${slug}.md`, fields), slug, permalink: '', resolutions: [] };
}

test('a sitemap names every page with its whole address, and when it changed', () => {
  const text = sitemap([note('a b', { lastmod: '2024-05-01T10:00:00+02:00' }), note('ä/c')], URL);
  expect(text).toContain(
    '<url><loc>https://example.org/map/notes/a%20b/</loc><lastmod>2024-05-01</lastmod></url>',
  );
  expect(text).toContain('<url><loc>https://example.org/map/notes/%C3%A4/c/</loc></url>');
});

describe('a feed', () => {
  test('has the newest first, in UTC', () => {
    const notes = [
      note('old', { date: '2023-01-01' }),
      note('new', { date: '2024-05-01T01:00:00+02:00', lastmod: '2024-06-01' }),
      note('undated'),
      note('odd', { date: 'yesterday' }),
    ];
    const text = feed(notes, URL, 'A & B', (id) => (id === 0 ? '<i>' : null))!;
    expect(text).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>A &amp; B</title><id>https://example.org/map/</id>
      <link href="https://example.org/map/"/><link rel="self" href="https://example.org/map/feed.xml"/>
      <updated>2024-06-01T00:00:00Z</updated><author><name>A &amp; B</name></author>
      <entry><title>new</title><id>https://example.org/map/notes/new/</id><link href="https://example.org/map/notes/new/"/><published>2024-04-30T23:00:00Z</published><updated>2024-06-01T00:00:00Z</updated></entry>
      <entry><title>old</title><id>https://example.org/map/notes/old/</id><link href="https://example.org/map/notes/old/"/><published>2023-01-01T00:00:00Z</published><updated>2023-01-01T00:00:00Z</updated><summary>&lt;i&gt;</summary></entry>
      </feed>
      "
    `);
  });

  test('is none where no note has a date', () => expect(feed([note('a')], URL, 'x', () => null)).toBeNull());

  test('holds thirty at the most', () => {
    const notes = Array.from({ length: 40 }, (_, i) =>
      note(`n${i}`, { date: `2024-01-${String((i % 28) + 1).padStart(2, '0')}` }),
    );
    expect(feed(notes, URL, 'x', () => null)!.match(/<entry>/g)).toHaveLength(30);
  });
});

test('llms.txt says where to begin, and no title in it is markup', () => {
  const notes = [note('a', { title: '[x](javascript:1)\n# y', description: 'First.' }), note('b')];
  const regions = [{ name: 'b', hub: 1, words: ['fire'], colour: 0 }];
  expect(llmsText(notes, 'Site', regions)).toMatchInlineSnapshot(`
    "# Site

    > 2 linked notes. Each has a page of plain HTML with its text, who links to it in which sentence, and notes like it.

    - [All notes and references as JSON](graph.json): titles, headings, tags; each reference with its sentence
    - [What the links lack](report.json)

    ## Where to begin

    - [b](notes/b/) (fire)

    ## Notes

    - [\\[x\\](javascript:1) # y](notes/a/): First.
    - [b](notes/b/)
    "
  `);
});
