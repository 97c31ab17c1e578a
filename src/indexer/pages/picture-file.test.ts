import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { afterAll, expect, test } from 'vitest';
import { svgProblem } from '../derive/svg.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import { sampleNote } from '../resolve/sample-notes.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { pictureFile } from './picture-file.ts';

afterAll(removeSampleFolders);

const noteOf = (title: string): ResolvedNote => ({
  note: sampleNote('n.md', {}, { title }),
  slug: 'n',
  permalink: '',
  resolutions: [],
});

function textsOf(svg: string): string[] {
  const texts: string[] = [];
  let isOpen = false;
  const parser = new Parser(
    {
      onopentag: (name) => void (isOpen = name === 'text' && texts.push('') > 0),
      ontext: (text) => void (isOpen && (texts[texts.length - 1] += text)),
      onclosetag: () => void (isOpen = false),
    },
    { xmlMode: true },
  );
  parser.end(svg);
  return texts;
}

test('shows the note and its neighbours by their titles, as text', () => {
  const svg = pictureFile('Fire & <flame>', { nodes: [0, 1], chords: [[0, 1]], more: 3 }, [
    noteOf('A "hearth"'),
    noteOf('<b>Ash'),
  ]);
  expect(textsOf(svg)).toEqual(['A "hearth"', '<b>Ash', 'Fire & <flame>', 'and 3 more']);
  expect(svg).toContain('<title>Fire &amp; &lt;flame&gt;, and what it is linked with</title>');
});

test('a note without neighbours has a picture too', () => {
  expect(textsOf(pictureFile('Alone', { nodes: [], chords: [], more: 0 }, []))).toEqual(['Alone']);
});

test('is a picture that may be published, whatever is in titles', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const svg = pictureFile(title, { nodes: [0], chords: [], more: 0 }, [noteOf(title)]);
      expect(svgProblem(Buffer.from(svg))).toBeNull();
      expect(svg.isWellFormed()).toBe(true);
      expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }),
  );
});

test('lies beside the page of each note', async () => {
  const { texts } = await sampleSite(sampleFolder({ 'a.md': '[b](b.md)', 'b.md': '# Bee' }), sampleApp());
  expect(textsOf(texts.get('notes/a/map.svg')!)).toEqual(['Bee', 'a']);
  expect(textsOf(texts.get('notes/b/map.svg')!)).toEqual(['a', 'Bee']);
});
