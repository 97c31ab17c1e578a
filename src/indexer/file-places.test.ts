import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp, sampleSite } from './sample-site.ts';

afterAll(removeSampleFolders);

const FILES = { 'doc.pdf': '', 's.m4a': '', 'v.mp4': '', 'my doc.pdf': '' };

async function bodyOf(text: string): Promise<string> {
  const folder = sampleFolder({ '.obsidian/app.json': '{}', 'note.md': text, ...FILES });
  const { texts } = await sampleSite(folder, sampleApp());
  const page = texts.get('notes/note/index.html')!;
  return /<div class="hm-body">(?:<p>)?([\s\S]*?)(?:<\/p>)?\s*<\/div>\s*<(?:figure|\/article)/.exec(
    page,
  )![1]!;
}

const FOLDER = '../../files/notes';

test.each([
  ['[[doc.pdf#page=3|p3]]', `<a href="${FOLDER}/doc.pdf#page=3">p3</a>`],
  ['[[doc.pdf#page=3]]', `<a href="${FOLDER}/doc.pdf#page=3">doc.pdf, page 3</a>`],
  ['![[doc.pdf#page=3&zoom=50]]', `<a href="${FOLDER}/doc.pdf#page=3&amp;zoom=50">doc.pdf, page 3</a>`],
  ['[d](my%20doc.pdf#page=2)', `<a href="${FOLDER}/my%20doc.pdf#page=2">d</a>`],
  ['[d](doc.pdf#a%20"b)', `<a href="${FOLDER}/doc.pdf#a%20%22b">d</a>`],
  [
    '![[s.m4a#t=10]]',
    `<audio src="${FOLDER}/s.m4a#t=10" aria-label="s.m4a" controls preload="metadata"></audio>`,
  ],
  ['<video src="v.mp4#t=1,2"></video>', `<video src="${FOLDER}/v.mp4#t=1,2"></video>`],
  ['[[doc.pdf]]', `<a href="${FOLDER}/doc.pdf">doc.pdf</a>`],
])('%s leads to the place in the file', async (text, html) => expect(await bodyOf(text)).toBe(html));

const missing = (words: string): string => `<span class="hm-missing">${words}</span>`;

test.each([
  ['<video src="no/film.mp4" controls></video>', missing('video: film.mp4')],
  ['<audio src="no.mp3">or <b>words</b></audio> and on', `${missing('audio: no.mp3')} and on`],
  ['<video><source src="no.mp4"><source src="no.webm"></video>', missing('video: no.mp4')],
  [
    '<video><source src="no.mp4"><source src="v.mp4"></video>',
    `<video><source src="${FOLDER}/v.mp4" /></video>`,
  ],
  [
    '<video><source src="v.mp4"><source src="no.mp4"></video>',
    `<video><source src="${FOLDER}/v.mp4" /></video>`,
  ],
  ['<audio src="s.m4a"></audio>', `<audio src="${FOLDER}/s.m4a"></audio>`],
])('where a file is missing, %s says its name', async (text, html) =>
  expect(await bodyOf(`x ${text}`)).toBe(`x ${html}`),
);
