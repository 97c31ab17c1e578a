import { expect, it } from 'vitest';
import { sharedPicture } from './shared-picture.ts';

const SITE = 'https://example.org/map/';
const PAGE = new URL('notes/a/', SITE);
const shared = (html: string) => sharedPicture(html, PAGE, SITE);

it('is the first picture of the site, with its words', () => {
  expect(
    shared(
      '<p>a</p><img src="../../files/notes/a%20b.png" alt="A &quot;lamp&quot; &amp; more" loading="lazy"><img src="../../files/c.png" alt="">',
    ),
  ).toEqual({ href: 'https://example.org/map/files/notes/a%20b.png', alt: 'A "lamp" & more' });
});

it('is none that is drawn nowhere, or lies elsewhere', () => {
  const jpeg = { href: 'https://example.org/map/files/d.JPG', alt: null };
  expect(
    shared(
      '<img src="../../files/a.svg" alt="a"><img alt="b" src="https://elsewhere.example/b.png" /><img src="data:image/png;base64,x.png" alt=""><img src="../../files/d.JPG" alt="">',
    ),
  ).toEqual(jpeg);
  expect(shared('<p>no picture, &lt;img src="../../files/a.png"&gt;</p>')).toBeNull();
});

it('says nothing where only the name of the file is known', () => {
  expect(shared('<img src="../../files/lamp.png" alt="lamp.png">')?.alt).toBeNull();
});
