import { expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

const OPEN = '<input type="checkbox" disabled>';
const DONE = '<input type="checkbox" disabled checked>';

test.each([
  ['- [ ] open', `<li class="task-list-item">${OPEN} open</li>`],
  ['- [x] done', `<li class="task-list-item">${DONE} done</li>`],
  ['* [X] done', `<li class="task-list-item">${DONE} done</li>`],
  ['1. [ ] one', `<li class="task-list-item">${OPEN} one</li>`],
  [
    '- [x] **bold** `[ ] x`',
    `<li class="task-list-item">${DONE} <strong>bold</strong> <code>[ ] x</code></li>`,
  ],
  ['- [ ] a\n\n- [x] b', `<li class="task-list-item">\n<p>${OPEN} a</p>\n</li>`],
  ['- [y] no', '<li>[y] no</li>'],
  ['- \\[ ] no', '<li>[ ] no</li>'],
  ['- [ ]no space', `<li class="task-list-item">${OPEN} no space</li>`],
  ['- [ ]', `<li class="task-list-item">${OPEN} </li>`],
  ['- a [ ] b', `<li>a ${OPEN} b</li>`],
  ['- a\n\n  [ ] b', '<p>[ ] b</p>'],
  ['[ ] no list', '<p>[ ] no list</p>'],
  ['> [ ] a quote', '<p>[ ] a quote</p>'],
  ['- [x](a.pdf) box', `<li class="task-list-item">${DONE} (a.pdf) box</li>`],
])('in a Hugo blog, as goldmark has it, %j holds %j', (text, html) =>
  expect(sampleHugo(text).html).toContain(html),
);

test.each(['/', '-', '?', '"', '<', '&', '😀', 'é', '1'])(
  'in a vault, a box may hold the sign %s',
  (sign) => {
    const { html, note } = sampleVault(`- [${sign}] a`);
    const written = sign.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;');
    const box = `<input type="checkbox" disabled checked data-task="${written}" aria-label="Marked ${written}">`;
    expect(html).toContain(`<li class="task-list-item">${box} a</li>`);
    expect(note.sections[0]!.text).toBe('a');
    expect(sampleHugo(`- [${sign}] a`).html).not.toContain('<input');
  },
);

test.each(['- [[a]] b', '- [ab] c', '- [] a', '- [/]a', '- \\[/] a', '[/] a', '- a [/] b'])(
  'in a vault, %j has no box',
  (text) => expect(sampleVault(text).html).not.toContain('<input'),
);

test.each([
  ['- [ ] open', `<li class="task-list-item">${OPEN} open</li>`],
  ['- [ ]', `<li class="task-list-item">${OPEN} </li>`],
  ['- [x]\n  - [ ] a', `<li class="task-list-item">${DONE} \n<ul>`],
  ['- [1]', '<li>[1]</li>'],
  ['- [ ]no', '<li>[ ]no</li>'],
  ['- a [ ] b', '<li>a [ ] b</li>'],
  ['- [x](a.pdf) link', '<li><a href="[a0]">x</a> link</li>'],
])('in a vault, %j holds %j', (text, html) => expect(sampleVault(text).html).toContain(html));
