import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

const box = (kind: string, title: string, rest = ''): string =>
  `<div class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p>${rest}</div>`;
const told = (kind: string): string => `<span class="callout-kind">${kind}: </span>`;
/** Without the line breaks between elements. */
const flat = (html: string): string => html.replaceAll('\n', '');

describe('callouts', () => {
  test.each([
    ['> [!note]', box('note', 'Note')],
    ['> [!NOTE]\n> text', box('note', 'Note', '<p>text</p>')],
    ['> [!note] A title\n> text', box('note', `${told('Note')}A title`, '<p>text</p>')],
    ['> [!tip]A *fine* $x$', box('tip', `${told('Tip')}A <em>fine</em> ⟨x⟩`)],
    ['> [!tip] tip', box('tip', 'tip')],
    ['> [!note] a [[b]]', box('note', `${told('Note')}a <a href="[r0]">b</a>`)],
    ['> [!tldr]', box('abstract', 'Tldr')],
    ['> [!FAQ]', box('question', 'Faq')],
    ['> [!important]', box('tip', 'Important')],
    ['> [!my-own-kind] x', box('note', `${told('My own kind')}x`)],
    ['> [!<b>]', box('note', '&lt;b&gt;')],
    ['> [!info|left] x', box('info', `${told('Info')}x`)],
    ['> [!note]\n> - a', box('note', 'Note', '<ul><li>a</li></ul>')],
    [
      '> [!note]\n> ```\n> > [!tip]\n> ```',
      box('note', 'Note', '<pre class="hm-code" tabindex="0"><code>&gt; [!tip]</code></pre>'),
    ],
    ['> [!note] a ^id\n> b ^own', box('note', `${told('Note')}a ^id`, '<p id="^own">b</p>')],
    ['- > [!bug]\n  > x', `<ul><li>${box('bug', 'Bug', '<p>x</p>')}</li></ul>`],
    ['> > [!bug]', `<blockquote>${box('bug', 'Bug')}</blockquote>`],
    [
      '> [!question] Outer\n> > [!todo] Inner\n> > x\n>\n> y',
      box(
        'question',
        `${told('Question')}Outer`,
        `${box('todo', `${told('Todo')}Inner`, '<p>x</p>')}<p>y</p>`,
      ),
    ],
  ])('%j becomes %s', (text, html) => expect(flat(sampleVault(text).html)).toBe(html));

  test('fold where a sign says so', () => {
    expect(flat(sampleVault('> [!faq]- Really?\n> Yes.').html)).toBe(
      `<details class="callout callout-question"><summary class="callout-title">${told('Faq')}Really?</summary><p>Yes.</p></details>`,
    );
    expect(sampleVault('> [!faq]+\n> Yes.').html).toMatch(/^<details class="[^"]*" open/);
  });

  test.each([
    '[!note]',
    '> text [!note]',
    '> [note]',
    '> \\[!note]',
    '> `[!note]`',
    '> [!]',
    '> [! ]',
    '> # [!note]',
    '> [!a\n> b]',
    '    > [!note]',
  ])('are not made of %j', (text) => expect(sampleVault(text).html).not.toContain('callout'));

  test('in a blog are GitHub’s five, and other quotes are quotes', () => {
    expect(flat(sampleHugo('> [!CAUTION]\n> hot').html)).toBe(box('danger', 'Caution', '<p>hot</p>'));
    expect(flat(sampleHugo('> [!Important]').html)).toBe(box('important', 'Important'));
    expect(sampleHugo('> [!faq]\n> x').html).toContain('<blockquote>');
  });

  test('keep the place of what stands in them', () => {
    const { references } = sampleVault('x\n\n> [!note] a [[b]]\n> c [[d]]\n> e [[f]]');
    expect(references).toEqual(['wikilink b 3:13', 'wikilink d 4:5', 'wikilink f 5:5']);
  });

  test('are text to the search, their title a line of it', () => {
    expect(sampleVault('> [!faq]- Why?\n> Because.').note.sections[0]!.text).toBe('Why?\nBecause.');
  });
});
