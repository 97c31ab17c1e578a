import { describe, expect, test } from 'vitest';
import { fillAddresses, type Address } from './address.ts';

const P = 'HMx';

function fill(html: string, ...references: Address[]): string {
  return fillAddresses(html, P, {
    reference: (index) => references[index]!,
    asset: (index) => references[index]!,
    tag: (index) => references[index]!,
  });
}

const note: Address = { kind: 'note', href: '../b/#x' };

describe('fillAddresses', () => {
  test.each<[string, Address, string]>([
    [`<a href="${P}r0x">t</a>`, note, '<a class="hm-link" href="../b/#x">t</a>'],
    [
      `<a title="x" href="${P}r0x" id="i">t</a>`,
      note,
      '<a class="hm-link" href="../b/#x" title="x" id="i">t</a>',
    ],
    [`<a class="evil" href="${P}r0x">t</a>`, note, '<a class="hm-link" href="../b/#x">t</a>'],
    [
      `<a href="${P}r0x#more">t</a>`,
      { kind: 'note', href: '../b/' },
      '<a class="hm-link" href="../b/#more">t</a>',
    ],
    [`<a href="${P}r0x?size=3">t</a>`, note, '<a class="hm-link" href="../b/#x">t</a>'],
    [
      `<a href="${P}r0x">t</a>`,
      { kind: 'ghost', href: '../?ghost=%22%3E' },
      '<a class="hm-ghost" href="../?ghost=%22%3E" title="Nobody has written this note yet">t</a>',
    ],
    [
      `<a href="${P}r0x">t</a>`,
      { kind: 'external', href: 'https://ex.org/"><script>' },
      '<a class="hm-external" rel="noopener noreferrer" href="https://ex.org/&quot;&gt;&lt;script&gt;">t</a>',
    ],
    [
      `<a href="${P}r0x">t</a>`,
      { kind: 'missing', label: '"><b>' },
      '<a class="hm-missing" title="&quot;&gt;&lt;b&gt;">t</a>',
    ],
    [`<a href="${P}a0x">t</a>`, { kind: 'file', href: '../f.pdf' }, '<a href="../f.pdf">t</a>'],
    [`<a href="${P}r0x">t</a>`, { kind: 'plain', href: '/x/' }, '<a href="/x/">t</a>'],
    [
      `<a href="${P}r0x?size=300x200">p&lt;1</a>`,
      { kind: 'picture', href: '../p.png' },
      '<img style="aspect-ratio:300/200" src="../p.png" alt="p&lt;1" loading="lazy" width="300" height="200">',
    ],
    [
      `<a href="${P}r0x">" onerror="x</a>`,
      { kind: 'picture', href: '../p.png' },
      '<img src="../p.png" alt="&quot; onerror=&quot;x" loading="lazy">',
    ],
    [
      `<a href="${P}r0x">m.mp3</a>`,
      { kind: 'audio', href: '../m.mp3' },
      '<audio src="../m.mp3" aria-label="m.mp3" controls preload="metadata"></audio>',
    ],
    [
      `<img src="${P}a0x" alt="a" loading="lazy" />`,
      { kind: 'file', href: '../p.png' },
      '<img src="../p.png" alt="a" loading="lazy" />',
    ],
    [
      `<img alt="a" src="${P}a0x" />`,
      { kind: 'missing', label: '<i>' },
      '<span class="hm-missing">picture: &lt;i&gt;</span>',
    ],
    [
      `see ${P}r0x.`,
      { kind: 'note', href: '../b/?a&b' },
      'see <a class="hm-link" href="../b/?a&amp;b">../b/?a&amp;b</a>.',
    ],
    [
      `<a href="/">x</a> see ${P}r0x.`,
      { kind: 'note', href: '../b/', written: '/posts/b/' },
      '<a href="/">x</a> see <a class="hm-link" href="../b/">/posts/b/</a>.',
    ],
    [
      `<a href="/">see <b>${P}r0x</b></a>`,
      { kind: 'note', href: '../b/', written: '/posts/b/' },
      '<a href="/">see <b>/posts/b/</b></a>',
    ],
    [`see ${P}r0x.`, { kind: 'external', href: 'https://ex.org/?a&b' }, 'see https://ex.org/?a&amp;b.'],
    [`<b title="${P}r0x">`, { kind: 'note', href: '"x' }, '<b title="&quot;x">'],
    [`<abbr title="x" href="${P}r0x">t</abbr>`, note, '<abbr title="x" href="../b/#x">t</abbr>'],
  ])('%s with %j becomes %s', (html, address, expected) => expect(fill(html, address)).toBe(expected));

  test('fills each hole with its own address', () => {
    const html = `<p><a href="${P}r1x">a</a> <img src="${P}a0x"> <a href="${P}r0x"><img src="${P}a1x"></a></p>`;
    expect(fill(html, { kind: 'file', href: 'zero' }, { kind: 'note', href: 'one' })).toBe(
      '<p><a class="hm-link" href="one">a</a> <img src="zero"> <a href="zero"><img src="one"></a></p>',
    );
  });

  test('stays quick on many links', () => {
    const html = `<p>${`<a href="${P}r0x">t</a> `.repeat(50_000)}</p>`;
    expect(fill(html, note).length).toBeGreaterThan(html.length);
  });
});
