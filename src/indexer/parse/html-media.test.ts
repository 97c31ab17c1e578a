import { expect, test } from 'vitest';
import { sampleHugo } from './sample-parse.ts';

test.each([
  ['<img src="a.png">', '<img src="[a0]" loading="lazy">', 'a.png'],
  [
    'x <img alt="A" src="/b/a b&amp;c.png" width="9">',
    '<img alt="A" src="[a0]" width="9" loading="lazy">',
    '/b/a b&c.png',
  ],
  ['<video src="v.mp4" controls></video>', '<video src="[a0]" controls></video>', 'v.mp4'],
])('%s is a file of the note', (text, html, asset) => {
  const found = sampleHugo(text);
  expect(found.html).toContain(html);
  const [known] = found.note.assets;
  expect(known!.argument).toBe(asset);
});

test('each stands where it is written', () => {
  const { note } = sampleHugo(
    'ü\n\n<p><img src="a.png"> <img src="a.png"></p>\n\n![](b.png) <img src="a.png">',
  );
  expect(note.assets.map(({ argument, line }) => `${argument} ${line}`)).toEqual([
    'b.png 5',
    'a.png 3',
    'a.png 3',
    'a.png 5',
  ]);
});

test('addresses elsewhere are none', () => {
  const { note, html } = sampleHugo(
    '<img src="https://ex.com/a.png"> <img src="data:image/png;base64,AA"> <img>',
  );
  expect(note.assets).toEqual([]);
  expect(html).not.toContain('[a');
});
